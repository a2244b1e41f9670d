import { Select, Stack } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import type { Creator } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Person, State, When } from "../../ui/bits.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { StateFilter } from "../../ui/StateFilter.tsx";
import { useList } from "../../ui/useList.ts";

const states = ["active", "ended"] as const;

/** Who has a product, or had it. */
export function Buyers({ creator }: { creator: Creator }) {
	const t = useText();
	const [first] = creator.products;
	const [product, setProduct] = useState(first?.id ?? "");
	const [state, setState] = useState<(typeof states)[number]>();
	const list = useList(
		["buyers", product, state ?? "active"],
		async (cursor) =>
			product === ""
				? { buyers: [], next: null }
				: ask(
						api.products[":id"].buyers.$get({
							param: { id: product },
							query: { state: state ?? "active", ...(cursor ? { cursor } : {}) },
						}),
					),
		(page) => page.buyers,
	);
	return (
		<Stack gap="md">
			<Select
				label={t("product")}
				allowDeselect={false}
				maw={360}
				data={creator.products.map(({ id, title }) => ({ value: id, label: title }))}
				value={product}
				onChange={(id) => id && setProduct(id)}
			/>
			<StateFilter label={t("state")} states={states} prefix="buyer" value={state} onChange={setState} />
			<DataTable
				label={t("creator-tab-buyers")}
				list={list}
				rowKey={({ user_id }) => user_id}
				empty={{ title: t("buyers-none") }}
				columns={[
					{ key: "person", title: t("person"), cell: ({ user_id }) => <Person id={user_id} /> },
					{
						key: "state",
						title: t("state"),
						cell: (buyer) => (
							<State color={buyer.state === "active" ? "teal" : "gray"}>{t(`buyer-${buyer.state}`)}</State>
						),
					},
					{ key: "since", title: t("buyer-since"), cell: ({ since }) => <When at={since} /> },
					{
						key: "until",
						title: t("until"),
						align: "right",
						cell: ({ until }) => (until ? <When at={until} /> : t("for-good")),
					},
				]}
			/>
		</Stack>
	);
}
