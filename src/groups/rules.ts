import type { CallFailure } from "../platform/telegram.ts";
import type { GroupOptions } from "./rules/options.ts";

export const groupStates = ["waiting", "active", "inactive"] as const;
export type GroupState = (typeof groupStates)[number];

/** `removed`: the bot is out; `rejected`, `staff`: staff said so; `gone`: Telegram says there is no such chat for us. */
export const inactiveReasons = ["removed", "rejected", "staff", "gone"] as const;
export type InactiveReason = (typeof inactiveReasons)[number];

interface Standing {
	state: GroupState;
	inactiveReason: InactiveReason | null;
	approvedAt: number | null;
}

/** What a group is once the bot is in it. What staff decided stays; whoever was approved comes back as they were. */
export function stateOnEntry(
	before: Standing | null,
	{ byStaff, requireApproval }: { byStaff: boolean; requireApproval: boolean },
): { state: GroupState; inactiveReason: InactiveReason | null } {
	if (before && before.state !== "inactive") return { state: before.state, inactiveReason: null };
	const decided = before?.inactiveReason === "rejected" || before?.inactiveReason === "staff";
	if (before && decided && !byStaff) return { state: "inactive", inactiveReason: before.inactiveReason };
	const free = byStaff || !requireApproval || before?.approvedAt != null;
	return { state: free ? "active" : "waiting", inactiveReason: null };
}

/** What a failed call in a group leads to. */
type GroupFailure = "retry" | "skip" | "deactivate";

// The server's words for a bot that is no longer in a chat; other refusals are about one message or person.
const out =
	/bot was kicked|bot is not a member|chat not found|group chat was (deactivated|deleted)|CHANNEL_PRIVATE|CHAT_FORBIDDEN|bot was blocked/i;

export function failureClass(failure: CallFailure): GroupFailure {
	if (failure.kind === "wait" || failure.kind === "passing") return "retry";
	if (failure.kind === "unknown") return "retry";
	return out.test(failure.description) ? "deactivate" : "skip";
}

/** Rights of the bot that something here needs, by Telegram's names. */
const usedRights = [
	"can_delete_messages",
	"can_restrict_members",
	"can_invite_users",
	"can_pin_messages",
] as const;
export type UsedRight = (typeof usedRights)[number];

/** As Telegram's clients call them. */
export const rightWords: Record<UsedRight, string> = {
	can_delete_messages: "Delete messages",
	can_restrict_members: "Ban users",
	can_invite_users: "Invite users via link",
	can_pin_messages: "Pin messages",
};

/** What came of a deed in a group: `right` names what the bot lacks, `admin` that it was an administrator, `basic` that only supergroups can. */
export type Done =
	| { ok: true }
	| { ok: false; why: "right"; right: UsedRight }
	| { ok: false; why: "admin" | "basic" | "endless" | "channel" | "nobody" | "gone" }
	| { ok: false; why: "other"; description: string };

/** Which rights what is switched on needs. */
function neededRights(options: GroupOptions): UsedRight[] {
	const filters = options.link_filter || options.forward_filter;
	return [
		...(filters ? (["can_delete_messages"] as const) : []),
		...(options.moderation || filters || options.shared_bans ? (["can_restrict_members"] as const) : []),
		...(options.captcha ? (["can_invite_users"] as const) : []),
	];
}

/** What is on needs these, and the bot lacks them. To hear of newcomers at all it must be an administrator. */
export const missingRights = (options: GroupOptions, rights: readonly string[] | null): UsedRight[] =>
	neededRights(options).filter((right) => !rights?.includes(right));

/** A member of a chat as far as rights go. */
export interface MemberFacts {
	status: string;
	[right: string]: unknown;
}

export const isAdmin = (member: MemberFacts | null): boolean =>
	member?.status === "creator" || member?.status === "administrator";

/** Whether an administrator has a right; the owner has all. */
export const mayDo = (member: MemberFacts | null, right: UsedRight | "can_change_info"): boolean =>
	member?.status === "creator" || (member?.status === "administrator" && member[right] === true);

export const rightsOf = (member: MemberFacts): string[] | null => {
	if (member.status === "creator") return [...usedRights];
	if (member.status !== "administrator") return null;
	return Object.keys(member).filter((key) => key.startsWith("can_") && member[key] === true);
};

/** What is to be pressed to get in. */
export const captchaSigns = ["🍎", "🍋", "🐟", "🌙", "🔑", "🚲"] as const;
/** @param random 0 to 1 */
export const captchaAnswer = (random: number): number => Math.floor(random * captchaSigns.length);

export const panelPayload = (groupId: number) => `grp_${groupId}`;
/** The group in a deep link's payload; null if it is another kind of link. */
export const panelGroup = (payload: string): number | null => {
	const [, id] = /^grp_(-\d{1,16})$/.exec(payload) ?? [];
	return id ? Number(id) : null;
};

/** How the card of a group that waits is known among those in staff's chats. */
export const approvalCard = (groupId: number) => `group:${groupId}`;
