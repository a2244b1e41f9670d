import type { Api, Context } from "grammy";

interface Staff {
	/** People who run this deployment. */
	adminIds: number[];
	/** The chats of staff, by id. */
	rooms: number[];
}

/** Whether whoever pressed a button in a group or channel may: people of ADMIN_TELEGRAM_IDS, and administrators of staff's chats. */
export async function isStaffPress(ctx: Context, { adminIds, rooms }: Staff): Promise<boolean> {
	const { callbackQuery } = ctx;
	if (!callbackQuery) return false;
	if (adminIds.includes(callbackQuery.from.id)) return true;
	const room = callbackQuery.message?.chat.id;
	// A chat that no longer is staff's has administrators too.
	if (room === undefined || !rooms.includes(room)) return false;
	try {
		const { status } = await ctx.api.getChatMember(room, callbackQuery.from.id);
		return status === "creator" || status === "administrator";
	} catch {
		return false;
	}
}

/** How somebody is called among staff, who see each other's names anyway. */
export const staffName = (user: { first_name: string; last_name?: string | undefined }): string =>
	[user.first_name, user.last_name].filter(Boolean).join(" ").slice(0, 64);

/** Who did something, as staff's chat calls them: `by Sam`. */
export async function doneBy(api: Api, room: number, actor: string): Promise<string> {
	if (actor === "system") return "automatically";
	const id = /^telegram:(\d+)$/.exec(actor)?.[1];
	if (id === undefined) return "in the dashboard";
	try {
		return `by ${staffName((await api.getChatMember(room, Number(id))).user)}`;
	} catch {
		// Of ADMIN_TELEGRAM_IDS, and not in this chat.
		return "by staff";
	}
}
