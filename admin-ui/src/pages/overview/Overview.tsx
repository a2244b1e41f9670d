import { Skeleton } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { When } from "../../ui/bits.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Page } from "../../ui/Page.tsx";
import { Figures } from "./Figures.tsx";
import { Setup } from "./Setup.tsx";
import { Trends } from "./Trends.tsx";
import { Waiting } from "./Waiting.tsx";

const Charts = lazy(() => import("./Charts.tsx"));

const refetchInterval = 30_000;
const overviewQuery = queryOptions({
	queryKey: ["stats", "overview"],
	queryFn: async () => (await ask(api.overview.$get())).overview,
	refetchInterval,
});
const statsQuery = queryOptions({
	queryKey: ["stats", "all"],
	queryFn: async () => (await ask(api.stats.$get())).stats,
	refetchInterval,
});

export function Overview() {
	const t = useText();
	const can = useCan();
	const { data, error, refetch } = useQuery(overviewQuery);
	const stats = useQuery(statsQuery);
	if (error && !data)
		return (
			<Page title={t("nav-overview")}>
				<ErrorBox
					error={error}
					retry={() => {
						void refetch();
						void stats.refetch();
					}}
				/>
			</Page>
		);
	return (
		<Page
			title={t("nav-overview")}
			about={
				<>
					{t("overview-about")}{" "}
					{data && (
						<>
							{t("overview-counted")} <When at={data.counted_at} />
						</>
					)}
				</>
			}
		>
			{can("settings") && <Setup />}
			<Figures overview={data} />
			{data ? <Waiting overview={data} /> : <Skeleton height={90} />}
			<Trends />
			<Suspense fallback={<Skeleton height={280} />}>
				{stats.data ? (
					<Charts stats={stats.data} />
				) : stats.error ? (
					<ErrorBox error={stats.error} retry={() => void stats.refetch()} />
				) : (
					<Skeleton height={280} />
				)}
			</Suspense>
		</Page>
	);
}
