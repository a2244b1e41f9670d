import { Button, Group, SegmentedControl, Stack } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { InferResponseType } from "hono/client";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { Actor, Person, State, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { ReasonDialog } from "../../ui/ReasonDialog.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useList } from "../../ui/useList.ts";
import { requestStates } from "./states.ts";

type Request = InferResponseType<(typeof api)["refund-requests"]["$get"], 200>["requests"][number];
type Verdict = "refund" | "decline";

const colors = { open: "yellow", refunded: "teal", declined: "gray" } as const;

/** Who asked for their Stars back, oldest first. To say yes is to refund the payment. */
export function Requests() {
	const t = useText();
	const can = useCan();
	const { state = "open" } = useSearch({ from: "/shell/payments" });
	const navigate = useNavigate({ from: "/payments" });
	const [deciding, setDeciding] = useState<{ row: Request; verdict: Verdict } | null>(null);
	const list = useList(
		["requests", state],
		(cursor) => ask(api["refund-requests"].$get({ query: { state, ...(cursor ? { cursor } : {}) } })),
		(page) => page.requests,
	);
	const decide = useAction(
		({ row, verdict, reason }: { row: Request; verdict: Verdict; reason: string }) => {
			const input = { param: { id: String(row.payment_id) }, json: { reason } };
			return verdict === "refund"
				? ask(api.payments[":id"].refund.$post(input))
				: ask(api["refund-requests"][":id"].decline.$post(input));
		},
		{
			done: (_, { row, verdict }) =>
				t(verdict === "refund" ? "refund-done" : "request-declined-done", { id: String(row.payment_id) }),
			changes: [["requests"], ["inbox"], ["payments"], ["person"], ["audit"]],
			after: () => setDeciding(null),
		},
	);
	const columns: Column<Request>[] = [
		{
			key: "payment",
			title: t("payment-no"),
			cell: ({ payment_id }) => <strong className="number">#{payment_id}</strong>,
		},
		{ key: "who", title: t("person"), cell: (row) => <Person id={row.user_id} /> },
		{
			key: "state",
			title: t("state"),
			cell: (row) => <State color={colors[row.state]}>{t(`request-${row.state}`)}</State>,
		},
		{ key: "by", title: t("decided-by"), cell: (row) => <Actor name={row.decided_by} /> },
		{ key: "at", title: t("asked-at"), align: "right", cell: (row) => <When at={row.created_at} /> },
		...(can("payments")
			? [
					{
						key: "actions",
						title: t("actions"),
						hidden: true,
						align: "right" as const,
						cell: (row: Request) =>
							row.state === "open" ? (
								<Group gap={4} justify="flex-end" wrap="nowrap">
									<Button
										size="compact-sm"
										variant="light"
										onClick={() => setDeciding({ row, verdict: "refund" })}
									>
										{t("refund")}
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
							) : null,
					},
				]
			: []),
	];
	const refunding = deciding?.verdict === "refund";
	const id = String(deciding?.row.payment_id ?? 0);
	return (
		<Stack gap="md">
			<SegmentedControl
				aria-label={t("requests-filter")}
				style={{ alignSelf: "flex-start" }}
				value={state}
				onChange={(value) => {
					const next = oneOf(value, requestStates);
					void navigate({ search: { tab: "requests", ...(next && next !== "open" ? { state: next } : {}) } });
				}}
				data={requestStates.map((value) => ({ value, label: t(`request-${value}`) }))}
			/>
			<DataTable
				label={t("money-requests")}
				columns={columns}
				list={list}
				rowKey={({ payment_id }) => payment_id}
				empty={{
					title: t(state === "open" ? "requests-none-open" : "none-in-state"),
					about: t("requests-none-about"),
				}}
			/>
			<ReasonDialog
				title={refunding ? t("request-refund-title", { id }) : t("request-decline-title", { id })}
				opened={deciding !== null}
				onClose={() => setDeciding(null)}
				consequences={
					refunding
						? [t("refund-follows-taken"), t("refund-follows-owed"), t("refund-follows-telegram")]
						: [t("request-decline-follows")]
				}
				description={t(refunding ? "reason-in-audit" : "reason-they-read")}
				action={refunding ? t("refund") : t("decline")}
				danger
				busy={decide.isPending}
				onSubmit={(reason) => deciding && decide.mutate({ ...deciding, reason })}
			/>
		</Stack>
	);
}
