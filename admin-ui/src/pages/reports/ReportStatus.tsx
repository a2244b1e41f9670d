import type { Report } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { State } from "../../ui/bits.tsx";

const colors = { open: "yellow", banned: "red", warned: "orange", dismissed: "gray" } as const;

export function ReportStatus({ report: { status, ban_until } }: { report: Report }) {
	const t = useText();
	const format = useFormat();
	const text =
		status !== "banned"
			? t(`report-state-${status}`)
			: ban_until
				? t("banned-until", { date: format.date(ban_until) })
				: t("banned-for-good");
	return <State color={colors[status]}>{text}</State>;
}
