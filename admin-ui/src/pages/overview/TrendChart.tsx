import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";
import { useFormat, useText } from "../../i18n/text.tsx";
import type { Point, Range, Trend } from "./trends.ts";

interface Props {
	height: number;
	trend: Trend;
	range: Range;
	points: Point[];
}

export default function TrendChart({ height, trend, range, points }: Props) {
	const t = useText();
	const format = useFormat();
	const label = (at: string) =>
		range === "24h" ? format.time(at) : range === "7d" ? format.weekdayTime(at) : format.dayUtc(at);
	const series = [
		{ name: trend as string, label: t(`overview-trend-${trend}`), color: "lagoon.7" },
		...(trend === "stars" ? [{ name: "refunded", label: t("overview-refunded"), color: "orange.5" }] : []),
	];
	return (
		<BarChart
			h={height}
			data={points.map((point) => ({ ...point, at: label(point.at) }))}
			dataKey="at"
			series={series}
			gridAxis="x"
			tickLine="none"
			withLegend={series.length > 1}
			valueFormatter={format.number}
			yAxisProps={{ allowDecimals: false, width: 44 }}
			xAxisProps={{ minTickGap: 24, interval: "preserveStartEnd" }}
			barChartProps={{ accessibilityLayer: false }}
			barProps={{ radius: [3, 3, 0, 0], maxBarSize: 28, isAnimationActive: false }}
			aria-hidden
		/>
	);
}
