import type { ListedGroupCampaign } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { State } from "../../ui/bits.tsx";

const colors = { active: "blue", complete: "teal", cancelled: "gray" } as const;

type Shown = Pick<ListedGroupCampaign, "status" | "overdue_at">;

export function CampaignState({ campaign: { status, overdue_at } }: { campaign: Shown }) {
	const t = useText();
	return (
		<>
			<State color={colors[status]}>{t(`group-campaign-${status}`)}</State>
			{status === "active" && overdue_at && <State color="orange">{t("group-campaign-overdue")}</State>}
		</>
	);
}
