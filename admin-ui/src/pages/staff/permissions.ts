import { type Action, type Area, actions, areas } from "../../api/areas.ts";
import type { Session } from "../../api/session.ts";

/** Of a key to be made: an area stands here with what it holds, or not at all. */
export type Permissions = Partial<Record<Area, Action[]>>;
type Held = Session["permissions"];

/** Whether a key may hold it: what its maker holds, and never to change the team. */
export const grantable = (own: Held, area: Area, action: Action): boolean =>
	(own[area]?.includes(action) ?? false) && !(area === "staff" && action === "write");

/** Ticks or unticks one. Who may write may read as well; who may not read may not write. */
export function toggled(held: Permissions, area: Area, action: Action, on: boolean): Permissions {
	const now = new Set(held[area] ?? []);
	if (on) {
		now.add(action);
		if (action === "write") now.add("read");
	} else {
		now.delete(action);
		if (action === "read") now.delete("write");
	}
	const { [area]: _, ...others } = held;
	const list = actions.filter((one) => now.has(one));
	return list.length > 0 ? { ...others, [area]: list } : others;
}

/** Everything of one kind, or nothing of it. */
export const allToggled = (held: Permissions, own: Held, action: Action, on: boolean): Permissions =>
	areas
		.filter((area) => grantable(own, area, action))
		.reduce((sum, area) => toggled(sum, area, action, on), held);
