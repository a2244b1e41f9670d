import { useFormat, useText } from "../../i18n/text.tsx";
import { State } from "../../ui/bits.tsx";

export function BanState({ ban }: { ban: { until: string | null } }) {
	const t = useText();
	const format = useFormat();
	return (
		<State color="red">
			{ban.until ? t("banned-until", { date: format.date(ban.until) }) : t("banned-for-good")}
		</State>
	);
}
