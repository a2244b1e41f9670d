import { SimpleGrid, Skeleton } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Page } from "../../ui/Page.tsx";
import { Attention } from "./Attention.tsx";
import { Figure } from "./Figure.tsx";

const Charts = lazy(() => import("./Charts.tsx"));

const statsQuery = queryOptions({
	queryKey: ["stats"],
	queryFn: async () => (await ask(api.stats.$get())).stats,
	refetchInterval: 60_000,
});

export function Overview() {
	const t = useText();
	const can = useCan();
	const { data, error, refetch } = useQuery(statsQuery);
	if (error && !data)
		return (
			<Page title={t("nav-overview")}>
				<ErrorBox error={error} retry={() => void refetch()} />
			</Page>
		);
	return (
		<Page title={t("nav-overview")} about={t("overview-about")}>
			<SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
				<Figure name={t("overview-people")} value={data?.users.total} to="/people" />
				<Figure name={t("overview-new-today")} value={data?.users.new_today} />
				<Figure name={t("overview-new-week")} value={data?.users.new_7_days} />
				<Figure name={t("overview-complete")} value={data?.users.complete} of={data?.users.total} />
				<Figure name={t("overview-vip")} value={data?.users.vip} of={data?.users.total} />
				<Figure
					name={t("overview-banned")}
					value={data?.users.banned}
					to="/people"
					search={{ banned: "true" }}
				/>
			</SimpleGrid>
			{data && can("system", "read") && <Attention stats={data} />}
			<Suspense fallback={<Skeleton height={280} />}>
				{data ? <Charts stats={data} /> : <Skeleton height={280} />}
			</Suspense>
		</Page>
	);
}
