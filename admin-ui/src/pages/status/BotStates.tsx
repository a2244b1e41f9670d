import { Group, Text } from "@mantine/core";
import type { Monitoring } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Go, None, State } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { rowsOf } from "../../ui/listOf.ts";

type Bot = Monitoring["bots"][number];

export function BotStates({ bots, again }: { bots: Bot[]; again: () => void }) {
	const t = useText();
	const format = useFormat();
	const columns: Column<Bot>[] = [
		{ key: "bot", title: t("bot"), cell: ({ username }) => <strong>@{username}</strong> },
		{
			key: "webhook",
			title: t("webhook"),
			cell: ({ ok, last_error }) => (
				<div>
					<State color={ok ? "teal" : "red"}>{t(ok ? "webhook-ok" : "webhook-fails")}</State>
					{last_error && (
						<Text size="xs" c="dimmed" mt={4} style={{ overflowWrap: "anywhere" }}>
							{last_error}
						</Text>
					)}
				</div>
			),
		},
		{
			key: "pending",
			title: t("webhook-pending"),
			align: "right",
			cell: ({ pending }) => (pending === null ? <None /> : format.number(pending)),
		},
		{
			key: "pacer",
			title: t("pacer"),
			align: "right",
			cell: ({ pacer, held_until }) => (
				<Group gap={6} justify="flex-end">
					<State color={!pacer ? "red" : held_until ? "yellow" : "teal"}>
						{!pacer
							? t("status-no-answer")
							: held_until
								? t("pacer-held", { time: format.time(held_until) })
								: t("pacer-ok")}
					</State>
				</Group>
			),
		},
	];
	return (
		<DataTable
			label={t("overview-bots")}
			columns={columns}
			list={rowsOf(bots, again)}
			rowKey={({ bot_id }) => bot_id}
			empty={{
				title: t("bots-none"),
				about: t("bots-none-about"),
				action: <Go to="/bots">{t("bot-add")}</Go>,
			}}
		/>
	);
}
