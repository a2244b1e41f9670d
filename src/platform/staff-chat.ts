import type { Context } from "grammy";

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
