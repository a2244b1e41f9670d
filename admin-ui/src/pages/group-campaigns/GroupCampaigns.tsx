import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { ListedGroupCampaign } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Actor, Go, None, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useList } from "../../ui/useList.ts";
import { CampaignState } from "./CampaignState.tsx";

/** Several posts that belong together. */
export function GroupCampaigns() {
	const t = useText();
	const can = useCan();
	const format = useFormat();
	const list = useList(
		["group-campaigns", "list"],
		(cursor) => ask(api["group-campaigns"].$get({ query: cursor ? { cursor } : {} })),
		(page) => page.campaigns,
		{ refetchInterval: 15_000 },
	);
	const columns: Column<ListedGroupCampaign>[] = [
		{
			key: "name",
			title: t("group-campaign"),
			cell: ({ id, name }) => (
				<div>
					<Go to="/posts/campaigns/$id" params={{ id: String(id) }} className="row-link">
						{name}
					</Go>
					<Text size="xs" c="dimmed">
						#{id}
					</Text>
				</div>
			),
		},
		{
			key: "state",
			title: t("state"),
			cell: (campaign) => (
				<Group gap={6}>
					<CampaignState campaign={campaign} />
				</Group>
			),
		},
		{
			key: "ends",
			title: t("group-campaign-ends"),
			cell: ({ ends_at }) => (ends_at ? format.dateTime(ends_at) : <None />),
		},
		{ key: "by", title: t("started-by"), cell: (row) => <Actor name={row.created_by} /> },
		{ key: "when", title: t("started-at"), align: "right", cell: (row) => <When at={row.created_at} /> },
	];
	return (
		<DataTable
			label={t("posts-tab-campaigns")}
			columns={columns}
			list={list}
			rowKey={({ id }) => id}
			empty={{
				title: t("group-campaigns-none"),
				about: t("group-campaigns-none-about"),
				...(can("groups")
					? {
							action: (
								<Button component={Link} to="/posts/campaigns/new" leftSection={<IconPlus size={16} />}>
									{t("group-campaign-new")}
								</Button>
							),
						}
					: {}),
			}}
		/>
	);
}
