import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import type { Campaign } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { TakeBackButton, TakeBackPanel, takeBackFollows } from "../../ui/TakeBack.tsx";
import { takeBackQuery } from "./campaign.ts";
import { mayCancel } from "./states.ts";

/** Deletes it from everybody's chat. */
export function TakeBackCampaign({ campaign }: { campaign: Campaign }) {
	const t = useText();
	const queries = useQueryClient();
	const id = String(campaign.id);
	return (
		<TakeBackButton
			title={t("take-back-ask")}
			count={() => queries.fetchQuery({ ...takeBackQuery(id), staleTime: 0 })}
			follows={(found) => [
				...(mayCancel(campaign.status) ? [t("take-back-follows-ends")] : []),
				...takeBackFollows(found, t),
				...(campaign.counts.unknown > 0
					? [t("take-back-follows-unknown", { count: campaign.counts.unknown })]
					: []),
			]}
			begin={() => ask(api.campaigns[":id"]["take-back"].$post({ param: { id } }))}
			changes={[["campaign", id], ["campaigns"], ["deliveries", id], ["audit"]]}
		/>
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
