import { Select } from "@mantine/core";
import type { InferResponseType } from "hono/client";
import { useState } from "react";
import { accounts } from "../../../../src/payments/rules.ts";
import { api, ask } from "../../api/client.ts";
import { useFormat, useText, useWord } from "../../i18n/text.tsx";
import { When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useList } from "../../ui/useList.ts";

type Entry = InferResponseType<(typeof api.users)[":id"]["ledger"]["$get"], 200>["entries"][number];
type Account = (typeof accounts)[number];

/** What moved one account of a person. */
export function LedgerPanel({ id }: { id: string }) {
	const t = useText();
	const word = useWord();
	const format = useFormat();
	const [account, setAccount] = useState<Account>("stars");
	const list = useList(
		["person", id, "ledger", account],
		(cursor) =>
			ask(api.users[":id"].ledger.$get({ param: { id }, query: { account, ...(cursor ? { cursor } : {}) } })),
		(page) => page.entries,
	);
	const columns: Column<Entry>[] = [
		{
			key: "amount",
			title: t("amount"),
			cell: ({ amount }) => <strong className="number">{format.signed(amount)}</strong>,
		},
		{
			key: "cause",
			title: t("ledger-cause"),
			cell: ({ cause }) => <span style={{ overflowWrap: "anywhere" }}>{cause}</span>,
		},
		{ key: "at", title: t("audit-at"), align: "right", cell: ({ at }) => <When at={at} /> },
	];
	return (
		<Panel
			title={t("ledger")}
			actions={
				<Select
					aria-label={t("ledger-account")}
					size="xs"
					allowDeselect={false}
					value={account}
					onChange={(next) => setAccount(accounts.find((one) => one === next) ?? "stars")}
					data={accounts.map((one) => ({ value: one, label: word("account", one) }))}
				/>
			}
		>
			<DataTable
				label={t("ledger")}
				columns={columns}
				list={list}
				rowKey={(row) => row.id}
				empty={{ title: t("ledger-none") }}
			/>
		</Panel>
	);
}
