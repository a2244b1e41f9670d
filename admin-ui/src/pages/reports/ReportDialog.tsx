import { Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Report } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Actor, None, Person } from "../../ui/bits.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { useLast } from "../../ui/useLast.ts";
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
					<Text size="xs" c="dimmed">
						{t("report-content-about")}
					</Text>
					{children}
				</Stack>
			)}
		</Modal>
	);
}
