import { Button, Group, Stack } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useWho } from "../../api/names.ts";
import { useCan } from "../../api/session.ts";
import type { Payout } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Actor, None, Person, Stars, State, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { ReasonDialog } from "../../ui/ReasonDialog.tsx";
import { StateFilter } from "../../ui/StateFilter.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useList } from "../../ui/useList.ts";
import { payoutStates } from "./states.ts";

const colors = { requested: "yellow", paid: "teal", declined: "gray" } as const;
type Verdict = "paid" | "decline";

export function Payouts() {
	const t = useText();
	const can = useCan();
	const { payout: state } = useSearch({ from: "/shell/referrals" });
	const navigate = useNavigate({ from: "/referrals" });
	const [deciding, setDeciding] = useState<{ row: Payout; verdict: Verdict } | null>(null);
	const list = useList(
		["payouts", state ?? "all"],
		(cursor) =>
			ask(api.payouts.$get({ query: { ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) } })),
		(page) => page.payouts,
	);
	const decide = useAction(
		({ row, verdict, text }: { row: Payout; verdict: Verdict; text: string }) => {
			const param = { id: row.id };
			return verdict === "paid"
				? ask(api.payouts[":id"].paid.$post({ param, json: text ? { note: text } : {} }))
				: ask(api.payouts[":id"].decline.$post({ param, json: { reason: text } }));
		},
		{
			done: (_, { verdict }) => t(`payout-done-${verdict}`),
			changes: [["payouts"], ["inbox"], ["person"], ["audit"]],
			after: () => setDeciding(null),
		},
	);
	const columns: Column<Payout>[] = [
		{ key: "who", title: t("person"), cell: (row) => <Person id={row.user_id} /> },
		{ key: "stars", title: t("amount"), align: "right", cell: (row) => <Stars count={row.stars} /> },
		{
			key: "state",
			title: t("state"),
			cell: ({ state: s }) => <State color={colors[s]}>{t(`payout-${s}`)}</State>,
		},
		{ key: "note", title: t("payout-note"), cell: ({ note }) => note ?? <None /> },
		{ key: "by", title: t("decided-by"), cell: (row) => <Actor name={row.decided_by} /> },
		{ key: "at", title: t("asked-at"), align: "right", cell: (row) => <When at={row.created_at} /> },
	];
	const paying = deciding?.verdict === "paid";
	const about = { stars: deciding?.row.stars ?? 0, id: useWho(deciding?.row.user_id ?? 0) };
	return (
		<Stack gap="md">
			<StateFilter
				label={t("payouts-filter")}
				states={payoutStates}
				prefix="payout"
				value={state}
				onChange={(next) => void navigate({ search: { tab: "payouts", ...(next ? { payout: next } : {}) } })}
			/>
			<DataTable
				label={t("payouts")}
				columns={columns}
				actions={
					can("referrals") &&
					((row) =>
						row.state === "requested" ? (
							<Group gap={4} justify="flex-end" wrap="nowrap">
								<Button
									size="compact-sm"
									variant="light"
									onClick={() => setDeciding({ row, verdict: "paid" })}
								>
									{t("payout-pay")}
								</Button>
								<Button
									size="compact-sm"
									variant="subtle"
									color="red"
									onClick={() => setDeciding({ row, verdict: "decline" })}
								>
									{t("decline")}
								</Button>
							</Group>
						) : null)
				}
				list={list}
				rowKey={({ id }) => id}
				empty={{ title: t(state ? "none-in-state" : "payouts-none"), about: t("payouts-none-about") }}
			/>
			<ReasonDialog
				title={paying ? t("payout-pay-title", about) : t("payout-decline-title", about)}
				opened={deciding !== null}
				onClose={() => setDeciding(null)}
				consequences={[paying ? t("payout-pay-follows") : t("payout-decline-follows")]}
				label={paying ? t("payout-note") : t("reason")}
				description={paying ? t("payout-note-about") : t("reason-they-read")}
				action={paying ? t("payout-pay") : t("decline")}
				danger={!paying}
				needed={!paying}
				busy={decide.isPending}
				onSubmit={(text) => deciding && decide.mutate({ ...deciding, text })}
			/>
		</Stack>
	);
}
