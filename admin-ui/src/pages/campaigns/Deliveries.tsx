import { Group, Select, Title } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { InferResponseType } from "hono/client";
import { api, ask } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { None, Person } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useList } from "../../ui/useList.ts";
import { deliveryStates } from "./states.ts";

type Delivery = InferResponseType<
	(typeof api.campaigns)[":id"]["deliveries"]["$get"],
	200
>["deliveries"][number];

/** To whom it failed and why, or those in another state. */
export function Deliveries({ id, active }: { id: string; active: boolean }) {
	const t = useText();
	const { state = "failed" } = useSearch({ from: "/shell/campaigns/$id" });
	const navigate = useNavigate({ from: "/campaigns/$id" });
	const list = useList(
		["deliveries", id, state],
		(cursor) =>
			ask(
				api.campaigns[":id"].deliveries.$get({
					param: { id },
					query: { state, ...(cursor ? { cursor } : {}) },
				}),
			),
		(page) => page.deliveries,
		active ? { refetchInterval: 5000 } : {},
	);
	const columns: Column<Delivery>[] = [
		{ key: "who", title: t("person"), cell: (row) => <Person id={row.user_id} /> },
		{ key: "note", title: t("delivery-note"), cell: ({ note }) => note ?? <None /> },
		{
			key: "message",
			title: t("delivery-message"),
			align: "right",
			cell: ({ message_id }) => message_id ?? <None />,
		},
	];
	return (
		<>
			<Group justify="space-between" gap="xs">
				<Title order={2} size="h5">
					{t("deliveries")}
				</Title>
				<Select
					aria-label={t("deliveries-filter")}
					w={220}
					allowDeselect={false}
					value={state}
					onChange={(value) => {
						const next = oneOf(value, deliveryStates);
						void navigate({ search: next && next !== "failed" ? { state: next } : {}, resetScroll: false });
					}}
					data={deliveryStates.map((value) => ({ value, label: t(`delivery-${value}`) }))}
				/>
			</Group>
			<DataTable
				label={t("deliveries")}
				columns={columns}
				list={list}
				rowKey={(row) => `${row.user_id}-${row.bot_id}-${row.message_id}`}
				empty={{ title: t("deliveries-none"), about: t("deliveries-none-about") }}
			/>
		</>
	);
}
