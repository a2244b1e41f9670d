import type { Monitoring } from "../../api/types.ts";
import { useFormat, useText, useWord } from "../../i18n/text.tsx";
import { Go, None, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { rowsOf } from "../../ui/listOf.ts";

type Queue = Monitoring["queues"][number];

export function Queues({ queues, again }: { queues: Queue[]; again: () => void }) {
	const t = useText();
	const word = useWord();
	const format = useFormat();
	const columns: Column<Queue>[] = [
		{ key: "name", title: t("queue"), cell: ({ name }) => <strong>{word("queue", name)}</strong> },
		{
			key: "depth",
			title: t("queue-depth"),
			align: "right",
			cell: ({ depth }) => (depth === null ? t("status-not-told") : format.number(depth)),
		},
		{
			key: "oldest",
			title: t("queue-oldest"),
			align: "right",
			cell: ({ oldest_at }) => (oldest_at ? <When at={oldest_at} /> : <None />),
		},
		{
			key: "dead",
			title: t("queue-dead"),
			align: "right",
			cell: ({ dead }) => (dead > 0 ? <Go to="/failures">{format.number(dead)}</Go> : format.number(0)),
		},
	];
	return (
		<DataTable
			label={t("status-queues")}
			columns={columns}
			list={rowsOf(queues, again)}
			rowKey={({ name }) => name}
			empty={{ title: t("status-none") }}
		/>
	);
}
