/** What the bot needs in a chat that is sold into: to let in, and to take out. By Telegram's names. */
export const neededRights = ["can_invite_users", "can_restrict_members"] as const;

/** The rights that are missing, of a bot as Telegram shows it in a chat. */
export function missingRights(member: { status: string }): string[] {
	if (member.status === "creator") return [];
	const has = member.status === "administrator" ? new Map(Object.entries(member)) : new Map();
	return neededRights.filter((right) => has.get(right) !== true);
}

/** Whether somebody is in a chat: a restricted one may be or not. */
export const isInside = ({ status, is_member }: { status: string; is_member?: boolean }): boolean =>
	status === "restricted" ? is_member === true : status !== "left" && status !== "kicked";

/** Nobody takes these out of a chat. */
export const isInCharge = ({ status }: { status: string }): boolean =>
	status === "creator" || status === "administrator";

/** Days before the end at which people are told of it. */
export const warnings = [1, 7] as const;

/** Telegram deletes what is younger than 48 hours; a minute is left for the call. */
export const deletableMs = 48 * 3_600_000 - 60_000;
/** So many messages one call deletes. */
export const deletedAtOnce = 100;
export const block = 50;
