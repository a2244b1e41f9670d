import { Button, Progress, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { ListedCampaign } from "../../api/types.ts";
import { useFormat, useText, useWord } from "../../i18n/text.tsx";
import { Actor, Go, State, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Page } from "../../ui/Page.tsx";
import { useList } from "../../ui/useList.ts";
import { isActive, statusColors } from "./states.ts";

/** What was sent to many, and how far it is. */
export function Campaigns() {
	const t = useText();
	const word = useWord();
	const format = useFormat();
	const can = useCan();
	const list = useList(
		["campaigns"],
		(cursor) => ask(api.campaigns.$get({ query: cursor ? { cursor } : {} })),
		(page) => page.campaigns,
		{ refetchInterval: 10_000 },
	);
	const columns: Column<ListedCampaign>[] = [
		{
			key: "no",
			title: t("campaign"),
			cell: ({ id, owner }) => (
				<Go to="/campaigns/$id" params={{ id: String(id) }} className="row-link">
					{word("campaign-of", owner)} #{id}
				</Go>
			),
		},
		{
			key: "status",
			title: t("state"),
			cell: ({ status }) => <State color={statusColors[status]}>{t(`campaign-${status}`)}</State>,
		},
		{
			key: "progress",
			title: t("progress"),
			cell: (row) => (
				<>
					<Text size="sm" className="number">
						{t("sent-of", { sent: format.number(row.counts.sent), of: format.number(row.total) })}
					</Text>
					{isActive(row.status) && (
						<Progress value={row.progress * 100} size="sm" w={110} aria-label={t("progress")} />
					)}
				</>
			),
		},
		{
			key: "failed",
			title: t("delivery-failed"),
			align: "right",
			cell: ({ counts }) => (
				<Text size="sm" {...(counts.failed > 0 ? { c: "red" } : { c: "dimmed" })} className="number">
					{format.number(counts.failed)}
				</Text>
			),
		},
		{ key: "by", title: t("started-by"), cell: (row) => <Actor name={row.created_by} /> },
		{ key: "when", title: t("started-at"), align: "right", cell: (row) => <When at={row.created_at} /> },
	];
	const compose = can("campaigns") && (
		<Button component={Link} to="/campaigns/new" leftSection={<IconPlus size={16} />}>
			{t("compose")}
		</Button>
	);
	return (
		<Page title={t("nav-campaigns")} about={t("campaigns-about")} actions={compose}>
			<DataTable
				label={t("nav-campaigns")}
				columns={columns}
				list={list}
				rowKey={({ id }) => id}
				empty={{ title: t("campaigns-none"), about: t("campaigns-none-about"), action: compose || undefined }}
			/>
		</Page>
	);
}
