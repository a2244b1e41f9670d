import { Button, Group, Stack, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Referral } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { None, Person, State, When } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { StateFilter } from "../../ui/StateFilter.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useList } from "../../ui/useList.ts";
import { referralStates } from "./states.ts";

const colors = { held: "yellow", counted: "teal", rejected: "gray" } as const;
type Verdict = "release" | "reject";

export function ReferralList() {
	const t = useText();
	const can = useCan();
	const confirm = useConfirm();
	const { state } = useSearch({ from: "/shell/referrals" });
	const navigate = useNavigate({ from: "/referrals" });
	const list = useList(
		["referrals", state ?? "all"],
		(cursor) =>
			ask(api.referrals.$get({ query: { ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) } })),
		(page) => page.referrals,
	);
	const decide = useAction(
		({ row, verdict }: { row: Referral; verdict: Verdict }) =>
			ask(api.referrals[":newcomerId"][verdict].$post({ param: { newcomerId: String(row.newcomer_id) } })),
		{
			done: (_, { verdict }) => t(`referral-done-${verdict}`),
			changes: [["referrals"], ["person"], ["audit"]],
		},
	);
	const askFirst = async (row: Referral, verdict: Verdict) => {
		const sure = await confirm({
			title: t(`referral-${verdict}-title`, { id: String(row.newcomer_id) }),
			consequences: [t(`referral-${verdict}-follows`)],
			action: t(`referral-${verdict}`),
			danger: verdict === "reject",
		});
		if (sure) decide.mutate({ row, verdict });
	};
	const columns: Column<Referral>[] = [
		{ key: "newcomer", title: t("newcomer"), cell: (row) => <Person id={row.newcomer_id} /> },
		{ key: "referrer", title: t("referrer"), cell: (row) => <Person id={row.referrer_id} /> },
		{
			key: "state",
			title: t("state"),
			cell: (row) => (
				<div>
					<State color={colors[row.state]}>{t(`referral-${row.state}`)}</State>
					{row.reason && (
						<Text size="xs" c="dimmed">
							{t(`held-${row.reason}`)}
						</Text>
					)}
				</div>
			),
		},
		{
			key: "days",
			title: t("reward"),
			cell: ({ vip_days, gift_days }) =>
				vip_days + gift_days === 0 ? <None /> : t("reward-days", { days: vip_days, gift: gift_days }),
		},
		{ key: "at", title: t("came-at"), align: "right", cell: (row) => <When at={row.created_at} /> },
	];
	return (
		<Stack gap="md">
			<StateFilter
				label={t("referrals-filter")}
				states={referralStates}
				prefix="referral"
				value={state}
				onChange={(next) => void navigate({ search: next ? { state: next } : {} })}
			/>
			<DataTable
				label={t("newcomers")}
				columns={columns}
				actions={
					can("referrals") &&
					((row) =>
						row.state === "held" ? (
							<Group gap={4} justify="flex-end" wrap="nowrap">
								{row.reason !== "self" && (
									<Button size="compact-sm" variant="light" onClick={() => void askFirst(row, "release")}>
										{t("referral-release")}
									</Button>
								)}
								<Button
									size="compact-sm"
									variant="subtle"
									color="red"
									onClick={() => void askFirst(row, "reject")}
								>
									{t("referral-reject")}
								</Button>
							</Group>
						) : null)
				}
				list={list}
				rowKey={({ id }) => id}
				empty={{ title: t(state ? "none-in-state" : "referrals-none"), about: t("referrals-none-about") }}
			/>
		</Stack>
	);
}
