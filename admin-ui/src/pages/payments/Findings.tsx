import { Button, Stack, Text } from "@mantine/core";
import { IconScale } from "@tabler/icons-react";
import type { InferResponseType } from "hono/client";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { Stars, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { ReasonDialog } from "../../ui/ReasonDialog.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useList } from "../../ui/useList.ts";

type Finding = InferResponseType<typeof api.findings.$get, 200>["findings"][number];

/** What a comparison with Telegram's books left open, oldest first. */
export function Findings() {
	const t = useText();
	const can = useCan();
	const [resolving, setResolving] = useState<Finding | null>(null);
	const list = useList(
		["findings"],
		(cursor) => ask(api.findings.$get({ query: cursor ? { cursor } : {} })),
		(page) => page.findings,
	);
	const compare = useAction(() => ask(api.reconciliation.$post()), {
		done: ({ seen, repaired, found }) => t("compared", { seen, repaired, found }),
		changes: [["findings"], ["payments"]],
	});
	const resolve = useAction(
		({ id, note }: { id: string; note: string }) =>
			ask(api.findings[":id"].resolve.$post({ param: { id }, json: { note } })),
		{
			done: () => t("finding-resolved"),
			changes: [["findings"], ["audit"]],
			after: () => setResolving(null),
		},
	);
	const columns: Column<Finding>[] = [
		{
			key: "what",
			title: t("finding"),
			cell: ({ what, id }) => (
				<div>
					<Text size="sm" fw={600}>
						{what}
					</Text>
					<Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
						{id}
					</Text>
				</div>
			),
		},
		{ key: "stars", title: t("amount"), align: "right", cell: (row) => <Stars count={row.stars} /> },
		{ key: "bot", title: t("bot"), cell: ({ bot_id }) => <span className="number">{bot_id}</span> },
		{ key: "at", title: t("audit-at"), align: "right", cell: ({ at }) => <When at={at} /> },
	];
	return (
		<Stack gap="md">
			{can("payments") && (
				<Button
					variant="default"
					leftSection={<IconScale size={16} />}
					style={{ alignSelf: "flex-start" }}
					loading={compare.isPending}
					onClick={() => compare.mutate(undefined)}
				>
					{t("compare-books")}
				</Button>
			)}
			<DataTable
				label={t("money-findings")}
				columns={columns}
				actions={
					can("payments") &&
					((row) => (
						<Button size="compact-sm" variant="light" onClick={() => setResolving(row)}>
							{t("finding-resolve")}
						</Button>
					))
				}
				list={list}
				rowKey={({ id }) => id}
				empty={{ title: t("findings-none"), about: t("findings-none-about") }}
			/>
			<ReasonDialog
				title={t("finding-resolve-title")}
				opened={resolving !== null}
				onClose={() => setResolving(null)}
				label={t("note")}
				description={t("reason-in-audit")}
				action={t("finding-resolve")}
				busy={resolve.isPending}
				onSubmit={(note) => resolving && resolve.mutate({ id: resolving.id, note })}
			/>
		</Stack>
	);
}
