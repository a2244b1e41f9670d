import { Alert, Grid, List, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Post as Found } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Actor, Go, None, When } from "../../ui/bits.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Bubble, type Shown } from "../campaigns/Bubble.tsx";
import { PostActions } from "./PostActions.tsx";
import { Postings } from "./Postings.tsx";
import { PostState } from "./PostState.tsx";
import { PostTakeBack } from "./PostTakeBack.tsx";
import { rhythmWords } from "./rhythm.ts";
import { isOnItsWay, postingStates } from "./states.ts";

export function Post() {
	const t = useText();
	const can = useCan();
	const { id } = useParams({ from: "/shell/posts/$id" });
	const {
		data: post,
		error,
		refetch,
	} = useQuery({
		queryKey: ["post", id],
		queryFn: async () => (await ask(api.posts[":no"].$get({ param: { no: id } }))).post,
		refetchInterval: ({ state: { data } }) =>
			data && (isOnItsWay(data.counts) || data.editing) ? 2000 : 20_000,
	});
	const title = t("post-title", { id });
	if (!post)
		return (
			<Page title={title}>
				{error ? <ErrorBox error={error} retry={() => void refetch()} /> : <Skeleton height={320} />}
			</Page>
		);
	const content = post.content as Partial<Shown> | null;
	return (
		<Page
			title={title}
			badge={<PostState status={post.status} />}
			actions={can("groups") && <PostActions post={post} />}
		>
			{post.editing && <Alert color="blue">{t("post-editing")}</Alert>}
			<Grid gap="md">
				<Grid.Col span={{ base: 12, md: 7 }}>
					<Stack gap="md">
						<PostTakeBack post={post} />
						<Counts post={post} />
						<Details post={post} />
						<Targets post={post} />
					</Stack>
				</Grid.Col>
				<Grid.Col span={{ base: 12, md: 5 }}>
					<Panel title={t("compose-message")}>
						{content && <Bubble shown={{ ...content, message: content.message ?? "" }} fewer={false} />}
					</Panel>
				</Grid.Col>
			</Grid>
			<Postings post={post} />
		</Page>
	);
}

export function Counts({ post: { counts } }: { post: Pick<Found, "counts"> }) {
	const t = useText();
	const format = useFormat();
	return (
		<Panel title={t("post-counts")}>
			<SimpleGrid cols={{ base: 2, xs: 3 }} spacing="xs">
				{postingStates.map((state) => (
					<div key={state}>
						<Text size="xs" c="dimmed">
							{t(`posting-${state}`)}
						</Text>
						<Text fw={600} className="number" {...(counts[state] === 0 ? { c: "dimmed" } : {})}>
							{format.number(counts[state])}
						</Text>
					</div>
				))}
			</SimpleGrid>
		</Panel>
	);
}

function Details({ post }: { post: Found }) {
	const t = useText();
	const format = useFormat();
	const { campaign_id, silent, reply_to, bypass_cooldown, delete_after_hours: hours } = post;
	return (
		<Panel title={t("details")}>
			<Facts>
				<Fact name={t("post-when")}>{rhythmWords(post, t, format)}</Fact>
				<Fact name={t("post-rounds-begun")}>
					{post.rounds === null
						? format.number(post.round)
						: `${format.number(post.round)} / ${format.number(post.rounds)}`}
				</Fact>
				<Fact name={t("post-next")}>
					{post.next_at && post.status === "scheduled" ? format.dateTime(post.next_at) : <None />}
				</Fact>
				{campaign_id !== null && (
					<Fact name={t("group-campaign")}>
						<Go to="/posts/campaigns/$id" params={{ id: String(campaign_id) }}>
							#{campaign_id}
						</Go>
					</Fact>
				)}
				<Fact name={t("post-silent")}>
					{t(silent === null ? "post-silent-group" : silent ? "post-silent-yes" : "post-silent-no")}
				</Fact>
				{reply_to !== null && <Fact name={t("post-reply-to")}>{reply_to}</Fact>}
				{bypass_cooldown && <Fact name={t("post-cooldown")}>{t("post-bypassed")}</Fact>}
				<Fact name={t("post-delete-after")}>
					{hours === null ? t("post-delete-never") : t("post-hours", { count: hours })}
				</Fact>
				<Fact name={t("post-by")}>
					<Actor name={post.created_by} />
				</Fact>
				<Fact name={t("post-created-at")}>
					<When at={post.created_at} />
				</Fact>
			</Facts>
		</Panel>
	);
}

function Targets({ post: { targets } }: { post: Found }) {
	const t = useText();
	return (
		<Panel title={t("post-where")}>
			<List
				size="sm"
				spacing={4}
				style={{ maxHeight: 260, overflowY: "auto" }}
				tabIndex={targets.length > 10 ? 0 : -1}
			>
				{targets.map(({ group_id, topic_id, title, state }) => (
					<List.Item key={`${group_id}.${topic_id}`}>
						<Go to="/groups/$id" params={{ id: String(group_id) }}>
							{title ?? group_id}
						</Go>
						{topic_id !== null && ` · ${t("post-topic", { id: String(topic_id) })}`}
						{state !== "active" && (
							<Text span size="sm" c="dimmed">
								{` · ${t(state === null ? "post-group-unknown" : `group-${state}`)}`}
							</Text>
						)}
					</List.Item>
				))}
			</List>
		</Panel>
	);
}
