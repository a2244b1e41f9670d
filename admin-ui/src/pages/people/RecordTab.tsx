import { Stack } from "@mantine/core";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Report, StaffRequest } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Actor, Go, Person, State, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useList } from "../../ui/useList.ts";
import { ReportStatus } from "../reports/ReportStatus.tsx";

/** What others said of somebody, what they asked of staff, and what staff did. */
export function RecordTab({ id }: { id: string }) {
	const t = useText();
	const can = useCan();
	return (
		<Stack gap="md">
			{can("reports", "read") && (
				<Panel title={t("record-reports")}>
					<ReportsAbout id={id} />
				</Panel>
			)}
			{can("requests", "read") && (
				<>
					<Panel title={t("record-requests-open")}>
						<RequestsOf id={id} state="open" />
					</Panel>
					<Panel title={t("record-requests-closed")}>
						<RequestsOf id={id} state="closed" />
					</Panel>
				</>
			)}
			{can("system", "read") && (
				<Go to="/audit" search={{ subject: id }}>
					{t("record-audit")}
				</Go>
			)}
		</Stack>
	);
}

function ReportsAbout({ id }: { id: string }) {
	const t = useText();
	const list = useList(
		["reports", "about", id],
		(cursor) => ask(api.reports.$get({ query: { about: id, ...(cursor ? { cursor } : {}) } })),
		(page) => page.reports,
	);
	const columns: Column<Report>[] = [
		{ key: "reason", title: t("reason"), cell: (row) => <strong>{t(`report-reason-${row.reason}`)}</strong> },
		{ key: "by", title: t("report-by"), cell: (row) => <Person id={row.reporter_id} /> },
		{ key: "when", title: t("reported-at"), cell: (row) => <When at={row.created_at} /> },
		{
			key: "decision",
			title: t("decision"),
			align: "right",
			cell: (row) => <ReportStatus report={row} />,
		},
	];
	return (
		<DataTable
			label={t("record-reports")}
			columns={columns}
			list={list}
			rowKey={(row) => row.id}
			empty={{ title: t("record-reports-none") }}
		/>
	);
}

function RequestsOf({ id, state }: { id: string; state: "open" | "closed" }) {
	const t = useText();
	const list = useList(
		["inbox", "of", id, state],
		(cursor) => ask(api.requests.$get({ query: { user: id, state, ...(cursor ? { cursor } : {}) } })),
		(page) => page.requests,
	);
	const columns: Column<StaffRequest>[] = [
		{
			key: "kind",
			title: t("inbox-what"),
			cell: (row) => <State color="blue">{t(`inbox-kind-${row.kind}`)}</State>,
		},
		{ key: "at", title: t("audit-at"), cell: (row) => <When at={row.created_at} /> },
		{
			key: "who",
			title: t(state === "open" ? "inbox-taken" : "decided-by"),
			align: "right",
			cell: (row) => <Actor name={state === "open" ? row.taken_by : row.closed_by} />,
		},
	];
	return (
		<DataTable
			label={t(`record-requests-${state}`)}
			columns={columns}
			list={list}
			rowKey={(row) => row.id}
			empty={{ title: t(`record-requests-${state}-none`) }}
		/>
	);
}
