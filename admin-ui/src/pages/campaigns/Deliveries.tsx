import { Button, Group, Select, Title } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { InferResponseType } from "hono/client";
import { cut } from "../../../../src/platform/text.ts";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Campaign } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { None, Person } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { useList } from "../../ui/useList.ts";
import { useResend } from "./resend.ts";
import { type DeliveryState, deliveryStates, isActive } from "./states.ts";

type Delivery = InferResponseType<
	(typeof api.campaigns)[":id"]["deliveries"]["$get"],
	200
>["deliveries"][number];

/** To whom it failed and why, or those in another state, by words of Telegram's too. */
export function Deliveries({ campaign }: { campaign: Campaign }) {
	const t = useText();
	const can = useCan();
	const id = String(campaign.id);
	const { resend, busy } = useResend(id);
	const { state = "failed", q } = useSearch({ from: "/shell/campaigns/$id" });
	const navigate = useNavigate({ from: "/campaigns/$id" });
	const list = useList(
		["deliveries", id, state, q ?? ""],
		(cursor) =>
			ask(
				api.campaigns[":id"].deliveries.$get({
					param: { id },
					query: { state, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) },
				}),
			),
		(page) => page.deliveries,
		{ refetchInterval: isActive(campaign.status) && 5000 },
	);
	const mayResend =
		can("campaigns") && campaign.status === "finished" && (state === "failed" || state === "unknown");
	const show = (next: { state: DeliveryState; q: string | undefined }, replace: boolean) =>
		void navigate({
			search: { ...(next.state === "failed" ? {} : { state: next.state }), ...(next.q ? { q: next.q } : {}) },
			replace,
			resetScroll: false,
		});
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
				<Group gap="xs" flex="1 1 20rem" justify="flex-end">
					<SearchField
						label={t("deliveries-search")}
						placeholder={t("deliveries-search")}
						value={q ?? ""}
						onChange={(words) => show({ state, q: cut(words, 100) || undefined }, true)}
					/>
					<Select
						aria-label={t("deliveries-filter")}
						w={180}
						allowDeselect={false}
						value={state}
						onChange={(value) => show({ state: oneOf(value, deliveryStates) ?? "failed", q }, false)}
						data={deliveryStates.map((value) => ({ value, label: t(`delivery-${value}`) }))}
					/>
				</Group>
			</Group>
			<DataTable
				label={t("deliveries")}
				columns={columns}
				actions={
					mayResend &&
					(({ user_id }) =>
						user_id === null ? null : (
							<Button
								size="compact-sm"
								variant="default"
								disabled={busy}
								onClick={() => void resend({ userIds: [user_id], unknown: state === "unknown", count: 1 })}
								aria-label={t("resend-to", { id: String(user_id) })}
							>
								{t("resend")}
							</Button>
						))
				}
				list={list}
				rowKey={(row) => `${row.user_id}-${row.bot_id}-${row.message_id}`}
				empty={
					q
						? { title: t("deliveries-none-found"), about: t("deliveries-none-found-about") }
						: { title: t("deliveries-none"), about: t("deliveries-none-about") }
				}
			/>
		</>
	);
}
