import { Skeleton, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Page } from "../../ui/Page.tsx";
import { GroupActions } from "./GroupActions.tsx";
import { GroupAtTelegram } from "./GroupAtTelegram.tsx";
import { GroupHistory } from "./GroupHistory.tsx";
import { GroupPosts } from "./GroupPosts.tsx";
import { GroupSettings } from "./GroupSettings.tsx";
import { GroupState } from "./GroupState.tsx";
import { groupTabs } from "./states.ts";

export function Group() {
	const t = useText();
	const can = useCan();
	const { id } = useParams({ from: "/shell/groups/$id" });
	const { tab = "settings" } = useSearch({ from: "/shell/groups/$id" });
	const navigate = useNavigate({ from: "/groups/$id" });
	const { data, error, refetch } = useQuery({
		queryKey: ["group", id],
		queryFn: () => ask(api.groups[":id"].$get({ param: { id } })),
	});
	const title = data?.group.title ?? t("group-title", { id });
	if (!data)
		return (
			<Page title={title}>
				{error ? <ErrorBox error={error} retry={() => void refetch()} /> : <Skeleton height={320} />}
			</Page>
		);
	const { group, topics } = data;
	return (
		<Page
			title={title}
			about={[group.username ? `@${group.username}` : group.id, t(`group-type-${group.type}`)].join(" · ")}
			badge={<GroupState group={group} />}
			actions={can("groups") && <GroupActions group={group} />}
		>
			<Tabs
				value={tab}
				keepMounted={false}
				onChange={(value) => {
					const next = oneOf(value, groupTabs);
					void navigate({ search: next && next !== "settings" ? { tab: next } : {}, replace: true });
				}}
			>
				<Tabs.List mb="md">
					{groupTabs.map((name) => (
						<Tabs.Tab key={name} value={name}>
							{t(`group-tab-${name}`)}
						</Tabs.Tab>
					))}
				</Tabs.List>
				<Tabs.Panel value="settings">
					<GroupSettings key={JSON.stringify(group.settings)} group={group} />
				</Tabs.Panel>
				<Tabs.Panel value="posts">
					<GroupPosts group={group} />
				</Tabs.Panel>
				<Tabs.Panel value="telegram">
					<GroupAtTelegram group={group} topics={topics} />
				</Tabs.Panel>
				<Tabs.Panel value="history">
					<GroupHistory id={id} />
				</Tabs.Panel>
			</Tabs>
		</Page>
	);
}
