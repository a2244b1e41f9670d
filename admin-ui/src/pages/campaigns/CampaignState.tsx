import type { ListedCampaign } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { State } from "../../ui/bits.tsx";
import { statusColors } from "./states.ts";

/** What is being done with it, and of one that was taken back that. */
export function CampaignState({ campaign }: { campaign: Pick<ListedCampaign, "status" | "take_back"> }) {
	const t = useText();
	const { status, take_back } = campaign;
	return (
		<State color={take_back ? "grape" : statusColors[status]}>
			{t(take_back ? `campaign-take-back-${take_back}` : `campaign-${status}`)}
		</State>
	);
}
