import { Button, Group, Menu, SegmentedControl } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Report } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Person, State, When } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Page } from "../../ui/Page.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useList } from "../../ui/useList.ts";
import { ReportDialog } from "./ReportDialog.tsx";
import { ReportStatus } from "./ReportStatus.tsx";

const bans = ["ban1", "ban7", "ban"] as const;
type Verdict = (typeof bans)[number] | "warn" | "dismiss";

/** What people report about each other, newest first; undecided ones unless all are asked for. */
export function Reports() {
	const t = useText();
	const can = useCan();
	const confirm = useConfirm();
	const { status = "open" } = useSearch({ from: "/shell/reports" });
	const navigate = useNavigate({ from: "/reports" });
	const [shown, setShown] = useState<Report | null>(null);
	const list = useList(
		["reports", status],
		(cursor) =>
			ask(
				api.reports.$get({
					query: { ...(status === "open" ? { status } : {}), ...(cursor ? { cursor } : {}) },
				}),
			),
		(page) => page.reports,
		{ refetchInterval: 30_000 },
	);
	const decide = useAction(
		({ id, verdict }: { id: string; verdict: Verdict }) =>
			ask(api.reports[":id"].decide.$post({ param: { id }, json: { verdict } })),
		{
			done: (_, { verdict }) => t(`report-done-${verdict}`),
			changes: [["reports"], ["person"], ["people"], ["stats"]],
			after: () => setShown(null),
		},
	);
	const askFirst = async (report: Report, verdict: Verdict) => {
		const person = String(report.reported_id);
		const sure = await confirm({
			title: t(`report-title-${verdict}`, { person }),
			consequences: [t(`report-follows-${verdict}`), t("report-follows-once")],
			action: t(`report-${verdict}`),
			danger: verdict !== "dismiss",
		});
		if (sure) decide.mutate({ id: report.id, verdict });
	};
	const verdicts = (report: Report) => (
		<Group gap={4} justify="flex-end" wrap="nowrap">
			<Menu position="bottom-end">
				<Menu.Target>
					<Button
						size="compact-sm"
						variant="light"
						color="red"
						rightSection={<IconChevronDown size={14} />}
						disabled={report.reported_id < 0}
					>
						{t("ban-person")}
					</Button>
				</Menu.Target>
				<Menu.Dropdown>
					{bans.map((verdict) => (
						<Menu.Item key={verdict} onClick={() => void askFirst(report, verdict)}>
							{t(`report-${verdict}`)}
						</Menu.Item>
					))}
				</Menu.Dropdown>
			</Menu>
			<Button size="compact-sm" variant="default" onClick={() => void askFirst(report, "warn")}>
				{t("report-warn")}
			</Button>
			<Button
				size="compact-sm"
				variant="subtle"
				color="gray"
				onClick={() => void askFirst(report, "dismiss")}
			>
				{t("report-dismiss")}
			</Button>
		</Group>
	);
	const columns: Column<Report>[] = [
		{
			key: "reason",
			title: t("reason"),
			cell: (row) => (
				<Button
					className="row-link"
					variant="transparent"
					p={0}
					h="auto"
					color="lagoon"
					onClick={() => setShown(row)}
				>
					<State color={row.reason === "minor" ? "red" : "orange"}>{t(`report-reason-${row.reason}`)}</State>
				</Button>
			),
		},
		{ key: "about", title: t("report-about-whom"), cell: (row) => <Person id={row.reported_id} /> },
		{ key: "by", title: t("report-by"), cell: (row) => <Person id={row.reporter_id} /> },
		{ key: "when", title: t("reported-at"), cell: (row) => <When at={row.created_at} /> },
		{
			key: "copied",
			title: t("report-copied"),
			cell: (row) => t("copied-of", { copied: row.copied, of: row.copyable }),
		},
		{
			key: "decision",
			title: t("decision"),
			align: "right",
			cell: (row) =>
				row.status === "open" && can("reports") ? verdicts(row) : <ReportStatus report={row} />,
		},
	];
	return (
		<Page title={t("nav-reports")} about={t("reports-about")}>
			<SegmentedControl
				aria-label={t("reports-filter")}
				style={{ alignSelf: "flex-start" }}
				value={status}
				onChange={(value) => void navigate({ search: value === "all" ? { status: "all" } : {} })}
				data={[
					{ value: "open", label: t("reports-open") },
					{ value: "all", label: t("all") },
				]}
			/>
			<DataTable
				label={t("nav-reports")}
				columns={columns}
				list={list}
				rowKey={({ id }) => id}
				empty={{ title: t(`reports-none-${status}`), about: t("reports-none-about") }}
			/>
			<ReportDialog report={shown} onClose={() => setShown(null)}>
				{shown?.status === "open" && can("reports") && verdicts(shown)}
			</ReportDialog>
		</Page>
	);
}
