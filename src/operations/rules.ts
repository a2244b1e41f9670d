import { type Action, type Area, may, type Permissions } from "../platform/access.ts";
import type { Command } from "../platform/commands.ts";
import { lengthOfTime } from "../platform/time.ts";

export const staffCommands = ["stats", "ban", "unban", "set"] as const;
export type StaffCommand = (typeof staffCommands)[number];

/** The command of the staff that this looks like. Only people of `admins` have them, if their row lets them, see `mayCommand`. */
export const staffCommandOf = (
	command: Command | null,
	userId: number,
	admins: readonly number[],
): StaffCommand | null =>
	(admins.includes(userId) && staffCommands.find((name) => name === command?.name)) || null;

/** What somebody sees to once, before people come. */
export const setupSteps = ["bot", "alerts", "review", "support", "terms", "group"] as const;
export type SetupStep = (typeof setupSteps)[number];
/** Those that are a chat of the staff: a test writes there. */
export const testedSteps = ["alerts", "review", "support"] as const;

/** As the routes that do the same. */
const wanted: Record<StaffCommand, [Area, Action]> = {
	stats: ["system", "read"],
	ban: ["people", "write"],
	unban: ["people", "write"],
	set: ["settings", "write"],
};

export const mayCommand = (permissions: Permissions | null, command: StaffCommand): boolean =>
	permissions !== null && may(permissions, ...wanted[command]);

const defaultReason = "Breaking the rules";

/** Reads `<id> [1d|12h|forever] [reason]`. @returns what is wrong with it as text */
export function parseBan(
	argument: string,
	now: number,
): { userId: number; reason: string; until: number | null } | string {
	const [id = "", ...words] = argument.split(/\s+/);
	const userId = parseId(id);
	if (typeof userId === "string") return userId;
	let until: number | null = null;
	const [first = ""] = words;
	const length = lengthOfTime(first);
	if (length === 0) return "A ban must last longer than nothing.";
	if (length !== null) {
		until = now + length;
	} else if (/^\d/.test(first)) {
		return `"${first}" is no length of time. Write 30m, 12h, 1d, 2w or forever.`;
	}
	if (length !== null || first.toLowerCase() === "forever") words.shift();
	const reason = words.join(" ");
	if (reason.length > 300) return "The reason may have 300 characters at most.";
	return { userId, reason: reason || defaultReason, until };
}

/** @returns what is wrong with it as text */
export function parseId(text: string): number | string {
	if (text === "") return "Say whom: their Telegram id.";
	return /^[1-9]\d{0,15}$/.test(text) ? Number(text) : `"${text}" is no Telegram id.`;
}
