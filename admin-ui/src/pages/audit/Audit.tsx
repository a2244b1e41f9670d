import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import type { AuditEntry } from "../../api/types.ts";
import { useText, useWord } from "../../i18n/text.tsx";
import { Actor, Person, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { ExportButton } from "../../ui/ExportButton.tsx";
import { Page } from "../../ui/Page.tsx";
import { useList } from "../../ui/useList.ts";
import { AuditFilters } from "./AuditFilters.tsx";
import { Details } from "./Details.tsx";
import { type AuditSearch, auditQuery } from "./filter.ts";

/** What staff did, newest first. */
export function Audit() {
	const t = useText();
	const word = useWord();
	const search = useSearch({ from: "/shell/audit" });
	const navigate = useNavigate({ from: "/audit" });
	const query = auditQuery(search);
	const go = (next: AuditSearch) => void navigate({ search: next, replace: true });
	const list = useList(
		["audit", "list", query],
		(cursor) => ask(api.audit.$get({ query: { ...query, ...(cursor ? { cursor } : {}) } })),
		(page) => page.entries,
	);
	const columns: Column<AuditEntry>[] = [
		{
			key: "action",
			title: t("audit-action"),
			cell: ({ action }) => <strong>{word("action", action.replace(".", "-"), action)}</strong>,
		},
		{ key: "subject", title: t("audit-subject"), cell: (entry) => <Subject entry={entry} /> },
		{ key: "by", title: t("audit-by"), cell: ({ actor }) => <Actor name={actor} /> },
		{
			key: "at",
			title: t("audit-at"),
			cell: ({ at }) => (
				<span className="number">
					<When at={at} />
				</span>
			),
		},
		{
			key: "details",
			title: t("details"),
			align: "right",
			cell: (entry) => <Details entry={entry} onFilter={go} />,
		},
	];
	const filtered = Object.keys(search).length > 0;
	return (
		<Page
			title={t("nav-audit")}
			about={t("audit-about")}
			actions={<ExportButton url={api["audit.csv"].$url({ query })} name="audit.csv" />}
		>
			<AuditFilters search={search} onChange={go} />
			<DataTable
				label={t("nav-audit")}
				columns={columns}
				list={list}
				rowKey={({ id }) => id}
				empty={{
					title: t(filtered ? "audit-none-found" : "audit-none"),
					about: t(filtered ? "audit-none-found-about" : "audit-none-about"),
					...(filtered
						? {
								action: (
									<Button variant="default" onClick={() => go({})}>
										{t("clear-filters")}
									</Button>
								),
							}
						: {}),
				}}
			/>
		</Page>
	);
}

function Subject({ entry: { action, subject } }: { entry: AuditEntry }) {
	if (/^(person|age_refusal|gift|group_ban|appeal)\./.test(action) && /^\d+$/.test(subject))
		return <Person id={Number(subject)} />;
	if (/^stf_/.test(subject)) return <Actor name={`staff:${subject}`} />;
	return <span style={{ overflowWrap: "anywhere" }}>{subject}</span>;
}
