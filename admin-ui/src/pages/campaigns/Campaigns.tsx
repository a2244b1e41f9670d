import { Button, Progress, Select, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { ListedCampaign } from "../../api/types.ts";
import { hereZone } from "../../i18n/local-time.ts";
import { useFormat, useText, useWord } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { Actor, Go, None, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Page } from "../../ui/Page.tsx";
import { useList } from "../../ui/useList.ts";
import { excerptLine } from "../posts/excerpt.ts";
import { CampaignState } from "./CampaignState.tsx";
import { isActive, isEditable, listedStates } from "./states.ts";

/** What was sent to many, and how far it is. */
export function Campaigns() {
	const t = useText();
	const word = useWord();
	const format = useFormat();
	const can = useCan();
	const { state } = useSearch({ from: "/shell/campaigns" });
	const navigate = useNavigate({ from: "/campaigns" });
	const list = useList(
		["campaigns", state ?? "all"],
		(cursor) =>
			ask(api.campaigns.$get({ query: { ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) } })),
		(page) => page.campaigns,
		{ refetchInterval: 10_000 },
	);
	const columns: Column<ListedCampaign>[] = [
		{
			key: "no",
			title: t("campaign"),
			cell: ({ id, owner, name, excerpt, media }) => {
				const title = t("campaign-title", { id: String(id) });
				const begins = excerptLine(excerpt, media ? t(`media-${media}`) : "");
				return (
					<div>
						<Go to="/campaigns/$id" params={{ id: String(id) }} className="row-link">
							{name ?? (begins || title)}
						</Go>
						<Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
							{[...(name && begins ? [begins] : []), `${word("campaign-of", owner)} #${id}`].join(" · ")}
						</Text>
					</div>
				);
			},
		},
		{
			key: "status",
			title: t("state"),
			cell: (row) => <CampaignState campaign={row} />,
		},
		{
			key: "progress",
			title: t("progress"),
			cell: (row) =>
				isEditable(row.status) ? (
					<None />
				) : (
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
		{ key: "by", title: t("written-by"), cell: (row) => <Actor name={row.created_by} /> },
		{
			key: "when",
			title: t("post-when"),
			align: "right",
			cell: ({ status, starts_at, created_at }) =>
				status === "scheduled" && starts_at ? (
					<Text size="sm" className="number" style={{ whiteSpace: "normal" }}>
						{t("time-in-zone", { time: format.dateTime(starts_at), zone: hereZone() })}
					</Text>
				) : status === "draft" ? (
					<None />
				) : (
					<When at={starts_at ?? created_at} />
				),
		},
	];
	const compose = can("campaigns") && (
		<Button component={Link} to="/campaigns/new" leftSection={<IconPlus size={16} />}>
			{t("compose")}
		</Button>
	);
	return (
		<Page
			title={t("nav-campaigns")}
			about={t("campaigns-about")}
			actions={
				<>
					<Button component={Link} to="/campaigns/templates" variant="default">
						{t("templates")}
					</Button>
					{compose}
				</>
			}
		>
			<Select
				aria-label={t("campaigns-filter")}
				w={220}
				allowDeselect={false}
				value={state ?? "all"}
				onChange={(value) => {
					const next = oneOf(value, listedStates);
					void navigate({ search: next ? { state: next } : {} });
				}}
				data={[
					{ value: "all", label: t("all") },
					...listedStates.map((value) => ({ value: value as string, label: t(`campaign-${value}`) })),
				]}
			/>
			<DataTable
				label={t("nav-campaigns")}
				columns={columns}
				list={list}
				rowKey={({ id }) => id}
				empty={
					state
						? { title: t("campaigns-none-found"), about: t("campaigns-none-found-about") }
						: { title: t("campaigns-none"), about: t("campaigns-none-about"), action: compose || undefined }
				}
			/>
		</Page>
	);
}
