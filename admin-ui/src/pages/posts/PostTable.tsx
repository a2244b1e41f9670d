import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { ListedPost } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Actor, Go, None, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import type { List } from "../../ui/useList.ts";
import { excerptLine } from "./excerpt.ts";
import { PostState } from "./PostState.tsx";
import { rhythmWords } from "./rhythm.ts";

interface Props {
	list: List<ListedPost>;
	empty: { title: string; about?: string; action?: ReactNode };
}

/** Posts, each with when it goes out. */
export function PostTable({ list, empty }: Props) {
	const t = useText();
	const format = useFormat();
	const columns: Column<ListedPost>[] = [
		{
			key: "post",
			title: t("post"),
			cell: (post) => (
				<div>
					<Go to="/posts/$id" params={{ id: String(post.id) }} className="row-link">
						{excerptLine(post.excerpt, t("post-title", { id: String(post.id) }))}
					</Go>
					<Group gap={6}>
						<Text size="xs" c="dimmed">
							#{post.id}
							{post.media && ` · ${t(`media-${post.media}`)}`}
						</Text>
					</Group>
				</div>
			),
		},
		{ key: "state", title: t("state"), cell: ({ status }) => <PostState status={status} /> },
		{
			key: "rhythm",
			title: t("post-when"),
			cell: (post) => <Text size="sm">{rhythmWords(post, t, format)}</Text>,
		},
		{
			key: "rounds",
			title: t("post-rounds"),
			align: "right",
			cell: ({ round }) => <span className="number">{format.number(round)}</span>,
		},
		{
			key: "next",
			title: t("post-next"),
			cell: ({ next_at, status }) => (next_at && status === "scheduled" ? <When at={next_at} /> : <None />),
		},
		{ key: "by", title: t("post-by"), cell: (post) => <Actor name={post.created_by} /> },
	];
	return (
		<DataTable label={t("nav-posts")} columns={columns} list={list} rowKey={({ id }) => id} empty={empty} />
	);
}
