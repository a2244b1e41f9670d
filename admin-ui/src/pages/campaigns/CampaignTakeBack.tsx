import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import type { Campaign } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { TakeBackPanel, takeBackFollows } from "../../ui/TakeBack.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { takeBackQuery } from "./campaign.ts";
import { mayCancel } from "./states.ts";

/** Deletes it from everybody's chat, after the counts of what that can reach. */
export function TakeBackButton({ campaign }: { campaign: Campaign }) {
	const t = useText();
	const confirm = useConfirm();
	const queries = useQueryClient();
	const id = String(campaign.id);
	const takeBack = useAction(() => ask(api.campaigns[":id"]["take-back"].$post({ param: { id } })), {
		done: () => t("take-back-begun"),
		changes: [["campaign", id], ["campaigns"], ["deliveries", id], ["audit"]],
	});
	const press = useAction(() => queries.fetchQuery({ ...takeBackQuery(id), staleTime: 0 }), {
		after: async (found) => {
			const sure = await confirm({
				title: t("take-back-ask"),
				consequences: [
					...(mayCancel(campaign.status) ? [t("take-back-follows-ends")] : []),
					...takeBackFollows(found, t),
					...(campaign.counts.unknown > 0
						? [t("take-back-follows-unknown", { count: campaign.counts.unknown })]
						: []),
				],
				action: t("take-back"),
			});
			if (sure) takeBack.mutate(undefined);
		},
	});
	return (
		<Button
			variant="light"
			color="red"
			leftSection={<IconArrowBackUp size={16} />}
			loading={press.isPending || takeBack.isPending}
			onClick={() => press.mutate(undefined)}
		>
			{t("take-back")}
		</Button>
	);
}

/** How far that is. */
export function CampaignTakeBack({ campaign }: { campaign: Campaign }) {
	const { data } = useQuery({
		...takeBackQuery(String(campaign.id)),
		enabled: campaign.take_back !== null,
		refetchInterval: ({ state }) => (state.data?.status === "running" ? 2000 : false),
	});
	return data ? <TakeBackPanel found={data} /> : null;
}
