import type { InferResponseType } from "hono/client";
import { api, ask } from "../../api/client.ts";
import { useFormat, useText, useWord } from "../../i18n/text.tsx";
import { digits } from "../../search.ts";
import { Actor, None, Person, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useList } from "../../ui/useList.ts";

type Entry = InferResponseType<(typeof api.groups)[":id"]["history"]["$get"], 200>["history"][number];

/** What happened in a group, newest first. */
export function GroupHistory({ id }: { id: string }) {
	const t = useText();
	const word = useWord();
	const format = useFormat();
	const list = useList(
		["group", id, "history"],
		(cursor) => ask(api.groups[":id"].history.$get({ param: { id }, query: cursor ? { cursor } : {} })),
		(page) => page.history,
	);
	const columns: Column<Entry>[] = [
		{
			key: "what",
			title: t("audit-action"),
			cell: ({ action }) => <strong>{word("happened", action)}</strong>,
		},
		{
			key: "person",
			title: t("person"),
			cell: ({ person }) =>
				person === null ? <None /> : digits(person) ? <Person id={Number(person)} /> : t("erased"),
		},
		{ key: "reason", title: t("reason"), cell: ({ reason }) => reason ?? <None /> },
		{ key: "until", title: t("until"), cell: ({ until }) => (until ? format.dateTime(until) : <None />) },
		{
			key: "by",
			title: t("audit-by"),
			cell: ({ actor }) => (actor === "admins" ? t("anonymous-admin") : <Actor name={actor} />),
		},
		{ key: "at", title: t("audit-at"), align: "right", cell: ({ at }) => <When at={at} /> },
	];
	return (
		<DataTable
			label={t("group-tab-history")}
			columns={columns}
			list={list}
			rowKey={(entry) => entry.id}
			empty={{ title: t("audit-none"), about: t("group-history-none-about") }}
		/>
	);
}
