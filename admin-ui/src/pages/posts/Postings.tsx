import { Group, Select, Text, Title } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import type { Post, Posting } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { Go, None, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useList } from "../../ui/useList.ts";
import { PostingState } from "./PostState.tsx";
import { isOnItsWay, postingStates } from "./states.ts";

/** What came of a post, in which group and round, with Telegram's words. */
export function Postings({ post }: { post: Post }) {
	const t = useText();
	const format = useFormat();
	const no = String(post.id);
	const { state } = useSearch({ from: "/shell/posts/$id" });
	const navigate = useNavigate({ from: "/posts/$id" });
	const list = useList(
		["post", no, "postings", state ?? "all"],
		(cursor) =>
			ask(
				api.posts[":no"].postings.$get({
					param: { no },
					query: { ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) },
				}),
			),
		(page) => page.postings,
		{ refetchInterval: isOnItsWay(post.counts) ? 3000 : 30_000 },
	);
	const titleOf = (id: number) => post.targets.find(({ group_id }) => group_id === id)?.title ?? String(id);
	const columns: Column<Posting>[] = [
		{
			key: "group",
			title: t("group"),
			cell: ({ group_id, topic_id }) => (
				<div>
					<Go
						to="/groups/$id"
						params={{ id: String(group_id) }}
						search={{ tab: "posts" }}
						className="row-link"
					>
						{titleOf(group_id)}
					</Go>
					{topic_id !== null && (
						<Text size="xs" c="dimmed">
							{t("post-topic", { id: String(topic_id) })}
						</Text>
					)}
				</div>
			),
		},
		{ key: "round", title: t("post-round"), align: "right", cell: ({ round }) => format.number(round) },
		{ key: "state", title: t("state"), cell: (row) => <PostingState state={row.state} /> },
		{
			key: "note",
			title: t("delivery-note"),
			cell: ({ note }) =>
				note ? (
					<Text size="sm" maw={360}>
						{note}
					</Text>
				) : (
					<None />
				),
		},
		{
			key: "when",
			title: t("posting-at"),
			align: "right",
			cell: ({ sent_at, due_at, state: now }) => (
				<When at={sent_at ?? (now === "waiting" || now === "sending" ? due_at : null)} />
			),
		},
		{
			key: "message",
			title: t("delivery-message"),
			align: "right",
			cell: ({ message_id }) => message_id ?? <None />,
		},
	];
	return (
		<>
			<Group justify="space-between" gap="xs">
				<Title order={2} size="h5">
					{t("postings")}
				</Title>
				<Select
					aria-label={t("postings-filter")}
					w={220}
					allowDeselect={false}
					value={state ?? "all"}
					onChange={(value) => {
						const next = oneOf(value, postingStates);
						void navigate({ search: next ? { state: next } : {}, resetScroll: false });
					}}
					data={[
						{ value: "all", label: t("all") },
						...postingStates.map((value) => ({ value, label: t(`posting-${value}`) })),
					]}
				/>
			</Group>
			<DataTable
				label={t("postings")}
				columns={columns}
				list={list}
				rowKey={({ id }) => id}
				empty={
					state
						? { title: t("postings-none-in-state"), about: t("deliveries-none-about") }
						: { title: t("postings-none"), about: t("postings-none-about") }
				}
			/>
		</>
	);
}
