import { Text } from "@mantine/core";
import { api, ask } from "../../api/client.ts";
import type { AuditEntry } from "../../api/types.ts";
import type { Formats } from "../../i18n/format.ts";
import { useFormat, useText, useWord } from "../../i18n/text.tsx";
import { Actor, None, Person, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Page } from "../../ui/Page.tsx";
import { useList } from "../../ui/useList.ts";

/** What staff did, newest first. */
export function Audit() {
	const t = useText();
	const word = useWord();
	const list = useList(
		["audit", "all"],
		(cursor) => ask(api.audit.$get({ query: cursor ? { cursor } : {} })),
		(page) => page.entries,
	);
	const columns: Column<AuditEntry>[] = [
		{
			key: "action",
			title: t("audit-action"),
			cell: ({ action }) => <strong>{word("action", action.replace(".", "-"))}</strong>,
		},
		{ key: "subject", title: t("audit-subject"), cell: (entry) => <Subject entry={entry} /> },
		{ key: "details", title: t("details"), cell: ({ details }) => <Details details={details} /> },
		{ key: "by", title: t("audit-by"), cell: ({ actor }) => <Actor name={actor} /> },
		{ key: "at", title: t("audit-at"), align: "right", cell: ({ at }) => <When at={at} /> },
	];
	return (
		<Page title={t("nav-audit")} about={t("audit-about")}>
			<DataTable
				label={t("nav-audit")}
				columns={columns}
				list={list}
				rowKey={({ id }) => id}
				empty={{ title: t("audit-none"), about: t("audit-none-about") }}
			/>
		</Page>
	);
}

function Subject({ entry: { action, subject } }: { entry: AuditEntry }) {
	if (/^(person|age_refusal|gift|group_ban)\./.test(action) && /^\d+$/.test(subject))
		return <Person id={Number(subject)} />;
	return <span style={{ overflowWrap: "anywhere" }}>{subject}</span>;
}

function Details({ details }: { details: unknown }) {
	const format = useFormat();
	const entries = Object.entries((details ?? {}) as Record<string, unknown>).filter(
		([, value]) => value !== null,
	);
	if (entries.length === 0) return <None />;
	return (
		<div>
			{entries.map(([name, value]) => (
				<Text key={name} size="xs" style={{ overflowWrap: "anywhere" }}>
					<Text span inherit c="dimmed">
						{name}:
					</Text>{" "}
					{short(value, format)}
				</Text>
			))}
		</div>
	);
}

/** Times are kept as milliseconds. */
function short(value: unknown, format: Formats): string {
	if (typeof value === "number" && value > 1e12) return format.dateTime(new Date(value).toISOString());
	const text = typeof value === "string" ? value : JSON.stringify(value);
	return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
