import type { Api, Context } from "grammy";
import { type Area, may, type Permissions } from "./access.ts";
import { cut } from "./text.ts";

/** Who of the people in Telegram works here, by their Telegram id. */
export interface Admins {
	/** What they may do: nothing at all for who was shut out, null for who is none of the team. */
	permissionsOf(telegramId: number): Promise<Permissions | null>;
}

interface Staff {
	admins: Admins;
	/** The chats of staff, by id. */
	rooms: number[];
}

/** Whether whoever pressed a button in a group or channel may: who of the team may change this area, and administrators of staff's chats who are none of it. */
export async function isStaffPress(ctx: Context, { admins, rooms }: Staff, area: Area): Promise<boolean> {
	const { callbackQuery } = ctx;
	if (!callbackQuery) return false;
	const permissions = await admins.permissionsOf(callbackQuery.from.id);
	if (permissions) return may(permissions, area, "write");
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
	cut([user.first_name, user.last_name].filter(Boolean).join(" "), 64);

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
