import { Alert, Button, Grid, List, Skeleton, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { GroupCampaign as Found } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Actor, Go, None, When } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { rowsOf } from "../../ui/listOf.ts";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { groupNamesQuery } from "../posts/groups.ts";
import { Counts } from "../posts/Post.tsx";
import { PostTable } from "../posts/PostTable.tsx";
import { isOnItsWay } from "../posts/states.ts";
import { CampaignState } from "./CampaignState.tsx";

export function GroupCampaign() {
	const t = useText();
	const can = useCan();
	const confirm = useConfirm();
	const { id } = useParams({ from: "/shell/posts/campaigns/$id" });
	const {
		data: campaign,
		error,
		refetch,
	} = useQuery({
		queryKey: ["group-campaign", id],
		queryFn: async () => (await ask(api["group-campaigns"][":no"].$get({ param: { no: id } }))).campaign,
		refetchInterval: ({ state: { data } }) => (data && isOnItsWay(data.counts) ? 3000 : 20_000),
	});
	const cancel = useAction(() => ask(api["group-campaigns"][":no"].cancel.$post({ param: { no: id } })), {
		done: () => t("group-campaign-is-ended"),
		changes: [["group-campaign"], ["group-campaigns"], ["posts"], ["post"], ["audit"]],
	});
	const title = campaign?.name ?? t("group-campaign-title", { id });
	if (!campaign)
		return (
			<Page title={title}>
				{error ? <ErrorBox error={error} retry={() => void refetch()} /> : <Skeleton height={320} />}
			</Page>
		);
	const askCancel = async () => {
		const sure = await confirm({
			title: t("group-campaign-cancel-title", { name: campaign.name }),
			consequences: [
				t("group-campaign-cancel-posts", { count: campaign.posts.length }),
				t("post-cancel-waits", { count: campaign.counts.waiting }),
				t("post-cancel-stays"),
				t("cancel-follows-end"),
			],
			action: t("group-campaign-cancel"),
		});
		if (sure) cancel.mutate(undefined);
	};
	return (
		<Page
			title={title}
			badge={<CampaignState campaign={campaign} />}
			actions={
				can("groups") &&
				campaign.status === "active" && (
					<Button variant="light" color="red" loading={cancel.isPending} onClick={() => void askCancel()}>
						{t("group-campaign-cancel")}
					</Button>
				)
			}
		>
			<Problems campaign={campaign} />
			<Grid gap="md">
				<Grid.Col span={{ base: 12, md: 7 }}>
					<Counts post={campaign} />
				</Grid.Col>
				<Grid.Col span={{ base: 12, md: 5 }}>
					<Details campaign={campaign} />
				</Grid.Col>
			</Grid>
			<Stack gap="sm">
				<Title order={2} size="h5">
					{t("nav-posts")}
				</Title>
				<PostTable list={rowsOf(campaign.posts, () => void refetch())} empty={{ title: t("posts-none") }} />
			</Stack>
		</Page>
	);
}

function Details({ campaign }: { campaign: Found }) {
	const t = useText();
	const format = useFormat();
	return (
		<Panel title={t("details")}>
			<Facts>
				<Fact name={t("group-campaign-ends")}>
					{campaign.ends_at ? format.dateTime(campaign.ends_at) : <None />}
				</Fact>
				{campaign.overdue_at && (
					<Fact name={t("group-campaign-late-since")}>
						<When at={campaign.overdue_at} />
					</Fact>
				)}
				<Fact name={t("started-by")}>
					<Actor name={campaign.created_by} />
				</Fact>
				<Fact name={t("started-at")}>
					<When at={campaign.created_at} />
				</Fact>
				<Fact name={t("changed-at")}>
					<When at={campaign.changed_at} />
				</Fact>
			</Facts>
		</Panel>
	);
}

/** Groups it can't post in, and what to do there. */
function Problems({ campaign: { problems } }: { campaign: Found }) {
	const t = useText();
	const { data: groups = [] } = useQuery({ ...groupNamesQuery, enabled: problems.length > 0 });
	if (problems.length === 0) return null;
	const titleOf = (id: number) => groups.find((group) => group.id === id)?.title ?? String(id);
	return (
		<Alert color="yellow" title={t("group-campaign-problems", { count: problems.length })}>
			<List size="sm" spacing={4}>
				{problems.map(({ group_id, problem, at }) => (
					<List.Item key={`${group_id} ${problem}`}>
						<Go
							to="/groups/$id"
							params={{ id: String(group_id) }}
							search={problem === "rights" ? { tab: "telegram" } : {}}
							style={{ textDecoration: "underline" }}
						>
							{titleOf(group_id)}
						</Go>
						{`: ${t(`group-campaign-problem-${problem}`)} `}
						(<When at={at} />)
					</List.Item>
				))}
			</List>
		</Alert>
	);
}
