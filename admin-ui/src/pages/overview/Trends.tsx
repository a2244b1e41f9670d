import { Group, SegmentedControl, Skeleton, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { api, ask } from "../../api/client.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { now } from "../../world.ts";
import { filled, type Range, ranges, type Trend, trends, windowOf } from "./trends.ts";

const TrendChart = lazy(() => import("./TrendChart.tsx"));
const height = 240;

/** How it went. What the chart shows stands in words below it. */
export function Trends() {
	const t = useText();
	const { trend = "people", range = "7d" } = useSearch({ from: "/shell/" });
	const navigate = useNavigate({ from: "/" });
	const { data, error, refetch } = useQuery({
		queryKey: ["analytics", range],
		queryFn: async () => {
			const window = windowOf(range, now());
			const from = new Date(window.times[0] ?? 0).toISOString();
			const { points } = await ask(api.analytics.$get({ query: { from, by: window.by } }));
			return { by: window.by, range, points: filled(points, window) };
		},
		refetchInterval: 30_000,
		placeholderData: keepPreviousData,
	});
	const go = (next: { trend?: Trend | undefined; range?: Range | undefined }) => {
		const { trend: shown, range: long } = { trend, range, ...next };
		void navigate({
			search: {
				...(shown && shown !== "people" ? { trend: shown } : {}),
				...(long && long !== "7d" ? { range: long } : {}),
			},
			replace: true,
			resetScroll: false,
		});
	};
	return (
		<Panel
			title={t("overview-trends")}
			actions={
				<>
					<SegmentedControl
						size="xs"
						aria-label={t("overview-trend-choose")}
						value={trend}
						onChange={(value) => go({ trend: oneOf(value, trends) })}
						data={trends.map((value) => ({ value, label: t(`overview-trend-${value}`) }))}
					/>
					<SegmentedControl
						size="xs"
						aria-label={t("overview-range-choose")}
						value={range}
						onChange={(value) => go({ range: oneOf(value, ranges) })}
						data={ranges.map((value) => ({ value, label: t(`overview-range-${value}`) }))}
					/>
				</>
			}
		>
			{error && !data && <ErrorBox error={error} retry={() => void refetch()} />}
			{!data && !error && <Skeleton height={height} />}
			{data && (
				<>
					<Suspense fallback={<Skeleton height={height} />}>
						<TrendChart height={height} trend={trend} range={data.range} points={data.points} />
					</Suspense>
					<Summary trend={trend} by={data.by} points={data.points} />
				</>
			)}
		</Panel>
	);
}

function Summary({
	trend,
	by,
	points,
}: {
	trend: Trend;
	by: "hour" | "day";
	points: ReturnType<typeof filled>;
}) {
	const t = useText();
	const format = useFormat();
	const total = points.reduce((sum, point) => sum + point[trend], 0);
	const best = points.reduce<(typeof points)[number] | undefined>(
		(most, point) => (point[trend] > (most?.[trend] ?? 0) ? point : most),
		undefined,
	);
	const refunded = points.reduce((sum, point) => sum + point.refunded, 0);
	return (
		<Group gap="md" c="dimmed">
			<Text size="sm">{t("overview-sum", { count: format.number(total) })}</Text>
			{best && (
				<Text size="sm">
					{t("overview-most", {
						count: format.number(best[trend]),
						when: by === "hour" ? format.dateTime(best.at) : format.dayUtc(best.at),
					})}
				</Text>
			)}
			{trend === "stars" && refunded > 0 && (
				<Text size="sm">{t("overview-sum-refunded", { count: format.number(refunded) })}</Text>
			)}
			<Text size="sm">{t(by === "hour" ? "overview-hours-over" : "overview-days-utc")}</Text>
		</Group>
	);
}
