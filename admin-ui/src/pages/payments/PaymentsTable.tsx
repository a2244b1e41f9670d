import { Button } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Payment } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Person, Stars, State, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { ReasonDialog } from "../../ui/ReasonDialog.tsx";
import type { Sort } from "../../ui/SortControl.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useList } from "../../ui/useList.ts";

const stateColors = { credited: "teal", refunding: "yellow", refunded: "gray" } as const;

/** Payments, of everybody or of one person. */
export function PaymentsTable({ user, sort }: { user?: string | undefined; sort?: Sort | undefined }) {
	const t = useText();
	const can = useCan();
	const [refunding, setRefunding] = useState<Payment | null>(null);
	const list = useList(
		["payments", user ?? null, sort ?? null],
		(cursor) => {
			const which = { ...(user ? { user } : {}), ...(sort ? { sort } : {}) };
			return ask(api.payments.$get({ query: { ...which, ...(cursor ? { cursor } : {}) } }));
		},
		(page) => page.payments,
	);
	const refund = useAction(
		({ id, reason }: { id: number; reason: string }) =>
			ask(api.payments[":id"].refund.$post({ param: { id: String(id) }, json: { reason } })),
		{
			done: (_, { id }) => t("refund-done", { id: String(id) }),
			changes: [["payments"], ["person"], ["inbox"]],
			after: () => setRefunding(null),
		},
	);
	const columns: Column<Payment>[] = [
		{ key: "no", title: t("payment-no"), cell: ({ id }) => <strong className="number">#{id}</strong> },
		...(user
			? []
			: [{ key: "user", title: t("person"), cell: (row: Payment) => <Person id={row.user_id} /> }]),
		{
			key: "kind",
			title: t("payment-for"),
			cell: ({ kind, renewal }) =>
				renewal ? t("kind-renewal", { kind: t(`kind-${kind}`) }) : t(`kind-${kind}`),
		},
		{ key: "stars", title: t("amount"), align: "right", cell: (row) => <Stars count={row.stars} /> },
		{
			key: "state",
			title: t("state"),
			cell: (row) => <State color={stateColors[row.state]}>{t(`payment-${row.state}`)}</State>,
		},
		{ key: "at", title: t("paid-at"), align: "right", cell: (row) => <When at={row.paid_at} /> },
	];
	return (
		<>
			<DataTable
				label={t("payments")}
				columns={columns}
				actions={
					can("payments") &&
					((row) =>
						row.state === "credited" ? (
							<Button
								size="compact-sm"
								variant="subtle"
								color="red"
								onClick={() => setRefunding(row)}
								aria-label={t("refund-no", { id: String(row.id) })}
							>
								{t("refund")}
							</Button>
						) : null)
				}
				list={list}
				rowKey={({ id }) => id}
				empty={{ title: t("payments-none"), about: t("payments-none-about") }}
			/>
			<ReasonDialog
				title={t("refund-title", { id: String(refunding?.id ?? 0), stars: refunding?.stars ?? 0 })}
				opened={refunding !== null}
				onClose={() => setRefunding(null)}
				consequences={[t("refund-follows-taken"), t("refund-follows-owed"), t("refund-follows-telegram")]}
				description={t("reason-in-audit")}
				action={t("refund")}
				danger
				busy={refund.isPending}
				onSubmit={(reason) => refunding && refund.mutate({ id: refunding.id, reason })}
			/>
		</>
	);
}
