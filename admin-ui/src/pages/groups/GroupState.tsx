import type { Group } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { State } from "../../ui/bits.tsx";

const colors = { waiting: "yellow", active: "teal", inactive: "gray" } as const;

export function GroupState({ group: { state, inactive_reason } }: { group: Group }) {
	const t = useText();
	return (
		<State color={colors[state]}>
			{t(state === "inactive" && inactive_reason ? `group-out-${inactive_reason}` : `group-${state}`)}
		</State>
	);
}
