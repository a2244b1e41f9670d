import { Progress, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api, ask } from "../../api/client.ts";
import type { Clearing } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Actor, None, State, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useList } from "../../ui/useList.ts";
import { filterWords } from "./clear-filter.ts";

const colors = { running: "blue", done: "teal", failed: "red" } as const;

/** What was and is being deleted in a group; nothing where nothing was. */
export function Clearings({ groupId }: { groupId: string }) {
	const t = useText();
	const format = useFormat();
	const list = useList(
		["group", groupId, "clearings"],
		(cursor) =>
			ask(api.groups[":id"].clearings.$get({ param: { id: groupId }, query: cursor ? { cursor } : {} })),
		(page) => page.clearings,
		{ refetchInterval: 20_000 },
	);
	const columns: Column<Clearing>[] = [
		{
			key: "what",
			title: t("clearing-what"),
			cell: (row) => (
				<div>
					<Text size="sm" fw={600}>
						{filterWords(row.filter, t, format)}
					</Text>
					<Text size="xs" c="dimmed">
						#{row.no}
					</Text>
				</div>
			),
		},
		{ key: "progress", title: t("progress"), cell: (row) => <Live row={row} groupId={groupId} /> },
		{ key: "old", title: t("posting-too_old"), align: "right", cell: (row) => format.number(row.too_old) },
		{ key: "failed", title: t("posting-failed"), align: "right", cell: (row) => format.number(row.failed) },
		{ key: "note", title: t("delivery-note"), cell: ({ note }) => note ?? <None /> },
		{ key: "by", title: t("audit-by"), cell: (row) => <Actor name={row.created_by} /> },
		{ key: "at", title: t("started-at"), align: "right", cell: (row) => <When at={row.created_at} /> },
	];
	if (!list.loading && !list.error && list.rows.length === 0) return null;
	return (
		<Stack gap="sm" mt="md">
			<Title order={2} size="h5">
				{t("clearings")}
			</Title>
			<DataTable
				label={t("clearings")}
				columns={columns}
				list={list}
				rowKey={({ no }) => no}
				empty={{ title: t("clearings-none") }}
			/>
		</Stack>
	);
}

/** How far it is, asked for as long as it runs; what it has deleted is read anew when it is done. */
function Live({ row, groupId }: { row: Clearing; groupId: string }) {
	const t = useText();
	const format = useFormat();
	const queries = useQueryClient();
	const runs = row.state === "running";
	const { data } = useQuery({
		queryKey: ["clearing", row.no],
		queryFn: async () => (await ask(api.clearings[":no"].$get({ param: { no: String(row.no) } }))).clearing,
		enabled: runs,
		refetchInterval: ({ state }) => (state.data && state.data.state !== "running" ? false : 1500),
	});
	const now = runs ? (data ?? row) : row;
	const before = useRef(now.state);
	useEffect(() => {
		if (before.current === "running" && now.state !== "running")
			void queries.invalidateQueries({ queryKey: ["group", groupId] });
		before.current = now.state;
	}, [now.state, groupId, queries]);
	const settled = now.deleted + now.too_old + now.failed;
	return (
		<Stack gap={4} miw={130} align="flex-start">
			<State color={colors[now.state]}>{t(`clearing-${now.state}`)}</State>
			<Text size="xs" className="number" role="status">
				{t("clearing-deleted", { deleted: format.number(now.deleted), total: format.number(now.total) })}
			</Text>
			{now.state === "running" && (
				<Progress
					w={120}
					size="sm"
					value={(settled / Math.max(1, now.total)) * 100}
					aria-label={t("progress")}
				/>
			)}
		</Stack>
	);
}
