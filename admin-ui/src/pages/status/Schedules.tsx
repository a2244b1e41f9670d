import { Text } from "@mantine/core";
import type { Monitoring } from "../../api/types.ts";
import { useFormat, useText, useWord } from "../../i18n/text.tsx";
import { None, State, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { rowsOf } from "../../ui/listOf.ts";

type Schedule = Monitoring["schedules"][number];

const names: Record<string, string> = { "* * * * *": "minute", "7 * * * *": "hour", "17 3 * * *": "day" };

export function Schedules({ schedules, again }: { schedules: Schedule[]; again: () => void }) {
	const t = useText();
	const word = useWord();
	const format = useFormat();
	const columns: Column<Schedule>[] = [
		{
			key: "name",
			title: t("schedule"),
			cell: ({ cron }) => (
				<div>
					<strong>{word("schedule", names[cron] ?? cron, cron)}</strong>
					<Text size="xs" c="dimmed" ff="monospace">
						{cron}
					</Text>
				</div>
			),
		},
		{
			key: "state",
			title: t("state"),
			cell: ({ late, failed, last_run_at }) => (
				<div>
					<State color={failed.length > 0 ? "red" : late ? "yellow" : last_run_at ? "teal" : "gray"}>
						{failed.length > 0
							? t("schedule-failed", { count: failed.length })
							: t(late ? "schedule-late" : last_run_at ? "schedule-ok" : "schedule-not-yet")}
					</State>
					{failed.length > 0 && (
						<Text size="xs" c="dimmed" mt={4}>
							{failed.join(", ")}
						</Text>
					)}
				</div>
			),
		},
		{
			key: "took",
			title: t("schedule-took"),
			align: "right",
			cell: ({ took_ms }) => (took_ms === null ? <None /> : t("status-ms", { ms: format.number(took_ms) })),
		},
		{
			key: "last",
			title: t("schedule-last"),
			align: "right",
			cell: ({ last_run_at }) => <When at={last_run_at} />,
		},
	];
	return (
		<DataTable
			label={t("status-schedules")}
			columns={columns}
			list={rowsOf(schedules, again)}
			rowKey={({ cron }) => cron}
			empty={{ title: t("status-none") }}
		/>
	);
}
