import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";
import type { Revenue } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";

/** Stars by day, and what of them is the creator's; the tables below say the same in numbers. */
export default function RevenueChart({ days }: { days: Revenue["days"] }) {
	const t = useText();
	const format = useFormat();
	return (
		<BarChart
			h={240}
			data={days.map(({ day, stars, share }) => ({ day: format.dayUtc(day), stars, share }))}
			dataKey="day"
			series={[
				{ name: "stars", label: t("revenue-stars"), color: "lagoon.7" },
				{ name: "share", label: t("revenue-share"), color: "orange.5" },
			]}
			gridAxis="x"
			tickLine="none"
			withLegend
			valueFormatter={format.number}
			yAxisProps={{ allowDecimals: false, width: 44 }}
			xAxisProps={{ minTickGap: 24, interval: "preserveStartEnd" }}
			barChartProps={{ accessibilityLayer: false }}
			barProps={{ radius: [3, 3, 0, 0], maxBarSize: 28, isAnimationActive: false }}
			aria-hidden
		/>
	);
}
