import { Button, Checkbox, Group as Row, Select, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconEraser, IconTrash } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask, once } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Group, Posting } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { Go, None, useNow, When } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useList } from "../../ui/useList.ts";
import { PostingState } from "../posts/PostState.tsx";
import { isDeletable, postingStates } from "../posts/states.ts";
import { ClearDialog } from "./ClearDialog.tsx";
import { Clearings } from "./Clearings.tsx";

/** What bots posted in a group, deleted one by one, several at once, or all of it. */
export function GroupPosts({ group }: { group: Group }) {
	const t = useText();
	const can = useCan();
	const format = useFormat();
	const confirm = useConfirm();
	const now = useNow();
	const id = String(group.id);
	const { posting } = useSearch({ from: "/shell/groups/$id" });
	const navigate = useNavigate({ from: "/groups/$id" });
	const [clearing, clear] = useDisclosure(false);
	const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
	const list = useList(
		["group", id, "postings", posting ?? "all"],
		(cursor) =>
			ask(
				api.groups[":id"].postings.$get({
					param: { id },
					query: { ...(posting ? { state: posting } : {}), ...(cursor ? { cursor } : {}) },
				}),
			),
		(page) => page.postings,
		{ refetchInterval: 20_000 },
	);
	const remove = useAction(
		({ ids, key }: { ids: number[]; key: string }) =>
			ask(api.groups[":id"].messages.delete.$post({ param: { id }, json: { message_ids: ids } }, once(key))),
		{
			done: ({ deletable }) => t("deletion-begun", { count: deletable }),
			changes: [["group", id], ["audit"]],
			after: () => setChosen(new Set()),
		},
	);
	const mayDelete = can("groups") && group.inactive_reason !== "removed" && group.inactive_reason !== "gone";
	const deletable = list.rows.filter((row) => isDeletable(row, now));
	const ids = deletable.flatMap(({ message_id }) =>
		message_id !== null && chosen.has(message_id) ? [message_id] : [],
	);
	const askDelete = async (messages: number[]) => {
		const sure = await confirm({
			title: t("deletion-title", { count: messages.length, title: group.title }),
			consequences: [t("deletion-follows-gone"), t("deletion-follows-rounds")],
			action: t("deletion-do", { count: messages.length }),
		});
		if (sure) remove.mutate({ ids: messages, key: crypto.randomUUID() });
	};
	const toggle = (message: number, on: boolean) => {
		const next = new Set(chosen);
		if (on) next.add(message);
		else next.delete(message);
		setChosen(next);
	};
	const columns: Column<Posting>[] = [
		{
			key: "post",
			title: t("post"),
			cell: (row) => (
				<Row gap="sm" wrap="nowrap">
					{mayDelete && (
						<Checkbox
							aria-label={t("deletion-choose", { id: String(row.message_id ?? row.id) })}
							disabled={!isDeletable(row, now)}
							checked={row.message_id !== null && chosen.has(row.message_id) && isDeletable(row, now)}
							onChange={(event) =>
								row.message_id !== null && toggle(row.message_id, event.currentTarget.checked)
							}
						/>
					)}
					<div>
						<Go to="/posts/$id" params={{ id: String(row.post_id) }}>
							{t("post-title", { id: String(row.post_id) })}
						</Go>
						<Text size="xs" c="dimmed">
							{t("posting-round", { round: row.round })}
							{row.topic_id !== null && ` · ${t("post-topic", { id: String(row.topic_id) })}`}
						</Text>
					</div>
				</Row>
			),
		},
		{ key: "state", title: t("state"), cell: ({ state }) => <PostingState state={state} /> },
		{ key: "note", title: t("delivery-note"), cell: ({ note }) => note ?? <None /> },
		{ key: "when", title: t("posting-at"), cell: (row) => <When at={row.sent_at ?? row.due_at} /> },
		{
			key: "until",
			title: t("posting-delete-at"),
			cell: ({ delete_at, state }) => (delete_at && state === "sent" ? format.dateTime(delete_at) : <None />),
		},
		{
			key: "message",
			title: t("delivery-message"),
			align: "right",
			cell: ({ message_id }) => message_id ?? <None />,
		},
	];
	return (
		<Stack gap="md">
			<Row justify="space-between" gap="sm">
				<Select
					aria-label={t("postings-filter")}
					w={200}
					allowDeselect={false}
					value={posting ?? "all"}
					onChange={(value) => {
						const next = oneOf(value, postingStates);
						void navigate({
							search: { tab: "posts", ...(next ? { posting: next } : {}) },
							resetScroll: false,
						});
					}}
					data={[
						{ value: "all", label: t("all") },
						...postingStates.map((value) => ({ value, label: t(`posting-${value}`) })),
					]}
				/>
				{mayDelete && (
					<Row gap="xs">
						{deletable.length > 0 && (
							<Button
								variant="default"
								onClick={() =>
									setChosen(
										ids.length === deletable.length
											? new Set()
											: new Set(deletable.flatMap(({ message_id }) => message_id ?? [])),
									)
								}
							>
								{t(ids.length === deletable.length ? "deletion-none-chosen" : "deletion-choose-all")}
							</Button>
						)}
						{ids.length > 0 && (
							<Button
								variant="light"
								color="red"
								leftSection={<IconTrash size={16} />}
								loading={remove.isPending}
								onClick={() => void askDelete(ids)}
							>
								{t("deletion-chosen", { count: ids.length })}
							</Button>
						)}
						<Button variant="light" color="red" leftSection={<IconEraser size={16} />} onClick={clear.open}>
							{t("clear")}
						</Button>
					</Row>
				)}
			</Row>
			<DataTable
				label={t("group-tab-posts")}
				columns={columns}
				actions={
					mayDelete &&
					((row) =>
						row.message_id !== null && isDeletable(row, now) ? (
							<Button
								size="compact-sm"
								variant="subtle"
								color="red"
								onClick={() => void askDelete([row.message_id ?? 0])}
								aria-label={t("deletion-one", { id: String(row.message_id) })}
							>
								{t("delete")}
							</Button>
						) : null)
				}
				list={list}
				rowKey={(row) => row.id}
				empty={
					posting
						? { title: t("postings-none-in-state"), about: t("deliveries-none-about") }
						: { title: t("group-posts-none"), about: t("group-posts-none-about") }
				}
			/>
			<Clearings groupId={id} />
			<ClearDialog group={group} opened={clearing} onClose={clear.close} />
		</Stack>
	);
}
