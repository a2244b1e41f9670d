import { Button, Code, Group, Stack, Text, Title } from "@mantine/core";
import { type InfiniteData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { InferResponseType } from "hono/client";
import { cut } from "../../../../src/platform/text.ts";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { None, When } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useList } from "../../ui/useList.ts";
import { Causes, type Chosen } from "./Causes.tsx";

type Page = InferResponseType<(typeof api)["dead-jobs"]["$get"], 200>;
type Job = Page["dead_jobs"][number];

const changes = [["dead-jobs"], ["stats"], ["audit"]];

const kindOf = ({ job }: Job): string => {
	const { kind } = (job ?? {}) as { kind?: unknown };
	return typeof kind === "string" ? kind : "–";
};

/** Jobs that nobody could carry out: begun again or given up, singly or by what they died of. */
export function DeadJobs() {
	const t = useText();
	const can = useCan();
	const format = useFormat();
	const confirm = useConfirm();
	const queries = useQueryClient();
	const { q } = useSearch({ from: "/shell/failures" });
	const navigate = useNavigate({ from: "/failures" });
	const listKey = ["dead-jobs", "list", q ?? ""];
	const causes = useQuery({
		queryKey: ["dead-jobs", "causes"],
		queryFn: async () => (await ask(api["dead-jobs"].causes.$get())).causes,
	});
	const list = useList(
		listKey,
		(cursor) => ask(api["dead-jobs"].$get({ query: { ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) } })),
		(page) => page.dead_jobs,
	);
	const retry = useAction((chosen: Chosen) => ask(api["dead-jobs"].retry.$post({ json: chosen })), {
		done: ({ jobs }) => t("jobs-retried", { count: jobs }),
		changes,
	});
	const discard = useAction(
		(chosen: Chosen) => {
			// What was asked for is likely enough to be shown at once; the list is read again either way.
			if ("ids" in chosen)
				queries.setQueryData<InfiniteData<Page>>(listKey, (old) => old && without(old, chosen.ids));
			return ask(api["dead-jobs"].discard.$post({ json: chosen }));
		},
		{ done: ({ jobs }) => t("jobs-discarded", { count: jobs }), changes },
	);
	const askDiscard = async (chosen: Chosen, count: number) => {
		const sure = await confirm({
			title: t("discard-title", { count: Math.min(100, count) }),
			consequences: [t("discard-follows-never"), t("discard-follows-audit")],
			action: t("discard"),
		});
		if (!sure) return;
		discard.mutate(chosen, { onError: () => list.retry() });
	};
	const columns: Column<Job>[] = [
		{
			key: "kind",
			title: t("job-kind"),
			cell: (job) => (
				<div>
					<Text size="sm" fw={600}>
						{kindOf(job)}
					</Text>
					<Text size="xs" c="dimmed">
						{job.queue}
					</Text>
				</div>
			),
		},
		{
			key: "error",
			title: t("error"),
			cell: ({ error, job, advice }) => (
				<Stack gap={2} maw={440}>
					<Text size="sm">{error ?? "–"}</Text>
					<Text size="xs" c="dimmed">
						{t(`advice-${advice}`)}
					</Text>
					<Code fz={11} style={{ overflowWrap: "anywhere", textAlign: "left" }}>
						{JSON.stringify(job)}
					</Code>
				</Stack>
			),
		},
		{
			key: "attempts",
			title: t("tries"),
			align: "right",
			cell: ({ attempts }) => (attempts === null ? <None /> : format.number(attempts)),
		},
		{ key: "died", title: t("died-at"), cell: ({ died_at }) => <When at={died_at} /> },
	];
	return (
		<Stack gap="md">
			<Causes
				causes={causes.data}
				error={causes.error}
				again={() => void causes.refetch()}
				busy={retry.isPending || discard.isPending}
				onRetry={can("system") ? (chosen) => retry.mutate(chosen) : null}
				onDiscard={askDiscard}
			/>
			{(q !== undefined || list.rows.length > 0) && (
				<Group justify="space-between" gap="sm">
					<Title order={2} size="h5">
						{t("jobs-singly")}
					</Title>
					<SearchField
						label={t("dead-jobs-search")}
						placeholder={t("dead-jobs-search")}
						value={q ?? ""}
						onChange={(words) =>
							void navigate({ search: words ? { q: cut(words, 100) } : {}, replace: true })
						}
					/>
				</Group>
			)}
			<DataTable
				label={t("dead-jobs")}
				columns={columns}
				actions={
					can("system") &&
					(({ id }) => (
						<Group gap={4} justify="flex-end" wrap="nowrap">
							<Button size="compact-sm" variant="default" onClick={() => retry.mutate({ ids: [id] })}>
								{t("retry")}
							</Button>
							<Button
								size="compact-sm"
								variant="subtle"
								color="red"
								onClick={() => void askDiscard({ ids: [id] }, 1)}
							>
								{t("discard")}
							</Button>
						</Group>
					))
				}
				list={list}
				rowKey={({ id }) => id}
				empty={
					q
						? { title: t("dead-jobs-none-found"), about: t("deliveries-none-found-about") }
						: { title: t("dead-jobs-none"), about: t("dead-jobs-none-about") }
				}
			/>
		</Stack>
	);
}

const without = (data: InfiniteData<Page>, ids: string[]): InfiniteData<Page> => ({
	...data,
	pages: data.pages.map((page) => ({
		...page,
		dead_jobs: page.dead_jobs.filter(({ id }) => !ids.includes(id)),
	})),
});
