import { Select, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import type { Sale } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Go, None, Person, Stars, State, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Page } from "../../ui/Page.tsx";
import { StateFilter } from "../../ui/StateFilter.tsx";
import { useList } from "../../ui/useList.ts";
import { saleStates } from "./states.ts";

/** What was sold, of whom one may know. */
export function Sales() {
	const t = useText();
	const search = useSearch({ from: "/shell/sales" });
	const { creator, product, state } = search;
	const navigate = useNavigate({ from: "/sales" });
	const creators = useQuery({
		queryKey: ["creators", "choice"],
		queryFn: async () => (await ask(api.creators.$get({ query: { limit: "100" } }))).creators,
	});
	const chosen = useQuery({
		queryKey: ["creator", creator],
		queryFn: () => ask(api.creators[":id"].$get({ param: { id: creator ?? "" } })),
		enabled: creator !== undefined,
	});
	const filter = {
		...(creator ? { creator } : {}),
		...(product ? { product } : {}),
		...(state ? { state } : {}),
	};
	const list = useList(
		["sales", filter],
		(cursor) => ask(api.sales.$get({ query: { ...filter, ...(cursor ? { cursor } : {}) } })),
		(page) => page.sales,
	);
	const columns: Column<Sale>[] = [
		{ key: "at", title: t("sale-at"), cell: ({ at }) => <When at={at} /> },
		{
			key: "what",
			title: t("product"),
			cell: (sale) => [sale.product, t(`sale-kind-${sale.kind}`)].filter(Boolean).join(" · "),
		},
		{
			key: "creator",
			title: t("creator"),
			cell: (sale) =>
				sale.creator_id ? (
					<Go to="/creators/$id" params={{ id: sale.creator_id }}>
						{sale.creator}
					</Go>
				) : (
					<None />
				),
		},
		{ key: "person", title: t("person"), cell: ({ user_id }) => <Person id={user_id} /> },
		{
			key: "state",
			title: t("state"),
			cell: (sale) => (
				<State color={sale.state === "sold" ? "teal" : "orange"}>{t(`sale-${sale.state}`)}</State>
			),
		},
		{ key: "stars", title: t("revenue-stars"), align: "right", cell: ({ stars }) => <Stars count={stars} /> },
		{
			key: "share",
			title: t("revenue-share"),
			align: "right",
			cell: ({ share }) => (share === null ? <None /> : <Stars count={share} />),
		},
	];
	return (
		<Page title={t("nav-sales")} about={t("sales-about")}>
			<Stack gap="md">
				<Select
					label={t("creator")}
					placeholder={t("all")}
					clearable
					searchable
					maw={360}
					data={(creators.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
					value={creator ?? null}
					onChange={(id) =>
						void navigate({ search: { ...(id ? { creator: id } : {}), ...(state ? { state } : {}) } })
					}
				/>
				{creator && (
					<Select
						label={t("product")}
						placeholder={t("all")}
						clearable
						maw={360}
						data={(chosen.data?.creator.products ?? []).map(({ id, title }) => ({ value: id, label: title }))}
						value={product ?? null}
						onChange={(id) =>
							void navigate({
								search: { creator, ...(id ? { product: id } : {}), ...(state ? { state } : {}) },
							})
						}
					/>
				)}
				<StateFilter
					label={t("state")}
					states={saleStates}
					prefix="sale"
					value={state}
					onChange={(next) =>
						void navigate({
							search: {
								...(creator ? { creator } : {}),
								...(product ? { product } : {}),
								...(next ? { state: next } : {}),
							},
						})
					}
				/>
				<DataTable
					label={t("nav-sales")}
					columns={columns}
					list={list}
					rowKey={({ no }) => no}
					empty={{ title: t("sales-none"), about: t("sales-none-about") }}
				/>
			</Stack>
		</Page>
	);
}
