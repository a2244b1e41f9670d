import { Anchor, Group, Modal, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import type { ReactNode } from "react";
import { api, ask } from "../../api/client.ts";
import type { Report } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Actor, None, Person } from "../../ui/bits.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { useLast } from "../../ui/useLast.ts";
import { telegramLink } from "../../world.ts";
import { ReportStatus } from "./ReportStatus.tsx";

/** All that is kept of a report; what was said is in the review chat only. */
export function ReportDialog({
	report: asked,
	onClose,
	children,
}: {
	report: Report | null;
	onClose: () => void;
	children: ReactNode;
}) {
	const t = useText();
	const format = useFormat();
	const report = useLast(asked, asked !== null);
	return (
		<Modal
			opened={asked !== null}
			onClose={onClose}
			title={report && t(`report-reason-${report.reason}`)}
			closeButtonProps={{ "aria-label": t("close") }}
		>
			{report && (
				<Stack gap="md">
					<Facts>
						<Fact name={t("report-about-whom")}>
							<Person id={report.reported_id} />
						</Fact>
						<Fact name={t("report-by")}>
							<Person id={report.reporter_id} />
						</Fact>
						<Fact name={t("reported-at")}>{format.dateTime(report.created_at)}</Fact>
						<Fact name={t("report-copied")}>
							{t("copied-of", { copied: report.copied, of: report.copyable })}
						</Fact>
						<Fact name={t("state")}>
							<ReportStatus report={report} />
						</Fact>
						<Fact name={t("decided-by")}>
							<Actor name={report.decided_by} />
						</Fact>
						<Fact name={t("decided-at")}>
							{report.decided_at ? format.dateTime(report.decided_at) : <None />}
						</Fact>
					</Facts>
					<Background id={report.id} />
					<Text size="xs" c="dimmed">
						{t("report-content-about")}
					</Text>
					{children}
				</Stack>
			)}
		</Modal>
	);
}

type Page = InferResponseType<(typeof api.reports)[":id"]["$get"], 200>["report"];

/** What is known of both from before, and where staff can read what was said. */
function Background({ id }: { id: string }) {
	const t = useText();
	const { data, isError } = useQuery({
		queryKey: ["reports", "one", id],
		queryFn: async () => (await ask(api.reports[":id"].$get({ param: { id } }))).report,
	});
	// What stands above is enough to decide by.
	if (isError) return null;
	if (!data) return <Skeleton height={72} />;
	return (
		<Facts>
			<Fact name={t("report-history-reported")}>
				<Record record={data.history.reported} />
			</Fact>
			<Fact name={t("report-history-reporter")}>
				<Record record={data.history.reporter} />
			</Fact>
			<Fact name={t("report-evidence")}>
				<Evidence report={data} />
			</Fact>
		</Facts>
	);
}

function Record({ record }: { record: Page["history"]["reported"] }) {
	const t = useText();
	return (
		<Text size="sm" component="span">
			{t("report-record", { reported: record.reported, upheld: record.upheld })}
			<br />
			{t("report-record-own", { upheld: record.own_upheld, dismissed: record.own_dismissed })}
		</Text>
	);
}

function Evidence({ report: { card, evidence } }: { report: Page }) {
	const t = useText();
	const links = [
		...(card ? [{ href: card, text: t("report-card") }] : []),
		...evidence.reported.map((href, i) => ({ href, text: t("report-line-reported", { no: i + 1 }) })),
		...evidence.reporter.map((href, i) => ({ href, text: t("report-line-reporter", { no: i + 1 }) })),
	];
	if (links.length === 0) return <None />;
	return (
		<Group gap="xs">
			{links.map(({ href, text }) => (
				<Anchor key={href} href={telegramLink(href)} target="_blank" rel="noreferrer" size="sm">
					{text}
				</Anchor>
			))}
		</Group>
	);
}
