import type { InferResponseType } from "hono/client";
import { api, ask } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { Person, Stars, State, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useList } from "../../ui/useList.ts";

type Order = InferResponseType<typeof api.orders.$get, 200>["orders"][number];

const stateColors = { open: "blue", paid: "teal", expired: "gray" } as const;

/** What people set out to buy, of everybody or of one person. */
export function Orders({ user }: { user?: string | undefined }) {
	const t = useText();
	const list = useList(
		["orders", user ?? null],
		(cursor) => ask(api.orders.$get({ query: { ...(user ? { user } : {}), ...(cursor ? { cursor } : {}) } })),
		(page) => page.orders,
	);
	const columns: Column<Order>[] = [
		{ key: "user", title: t("person"), cell: (row) => <Person id={row.user_id} /> },
		{
			key: "kind",
			title: t("payment-for"),
			cell: ({ kind, renews }) =>
				renews ? t("kind-renewal", { kind: t(`kind-${kind}`) }) : t(`kind-${kind}`),
		},
		{ key: "stars", title: t("amount"), align: "right", cell: (row) => <Stars count={row.stars} /> },
		{
			key: "state",
			title: t("state"),
			cell: (row) => <State color={stateColors[row.state]}>{t(`order-${row.state}`)}</State>,
		},
		{ key: "at", title: t("ordered-at"), align: "right", cell: (row) => <When at={row.created_at} /> },
	];
	return (
		<DataTable
			label={t("money-orders")}
			columns={columns}
			list={list}
			rowKey={({ id }) => id}
			empty={{ title: t("orders-none"), about: t("orders-none-about") }}
		/>
	);
}
