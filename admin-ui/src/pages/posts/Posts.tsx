import { Button, Tabs } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { Page } from "../../ui/Page.tsx";
import { GroupCampaigns } from "../group-campaigns/GroupCampaigns.tsx";
import { Calendar } from "./Calendar.tsx";
import { NewPost, PostList } from "./PostList.tsx";
import { postTabs } from "./states.ts";

/** What bots post in groups: as a list, on a calendar, and several as one. */
export function Posts() {
	const t = useText();
	const can = useCan();
	const { tab = "posts" } = useSearch({ from: "/shell/posts" });
	const navigate = useNavigate({ from: "/posts" });
	return (
		<Page
			title={t("nav-posts")}
			about={t("posts-about")}
			actions={
				can("groups") && (
					<>
						<Button
							component={Link}
							to="/posts/campaigns/new"
							variant={tab === "campaigns" ? "filled" : "default"}
							leftSection={<IconPlus size={16} />}
						>
							{t("group-campaign-new")}
						</Button>
						{tab !== "campaigns" && <NewPost />}
					</>
				)
			}
		>
			<Tabs
				value={tab}
				keepMounted={false}
				onChange={(value) => {
					const next = oneOf(value, postTabs);
					void navigate({ search: next && next !== "posts" ? { tab: next } : {}, replace: true });
				}}
			>
				<Tabs.List mb="md">
					{postTabs.map((name) => (
						<Tabs.Tab key={name} value={name}>
							{t(`posts-tab-${name}`)}
						</Tabs.Tab>
					))}
				</Tabs.List>
				<Tabs.Panel value="posts">
					<PostList />
				</Tabs.Panel>
				<Tabs.Panel value="calendar">
					<Calendar />
				</Tabs.Panel>
				<Tabs.Panel value="campaigns">
					<GroupCampaigns />
				</Tabs.Panel>
			</Tabs>
		</Page>
	);
}
