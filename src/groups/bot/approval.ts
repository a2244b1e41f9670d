import type { CallbackQuery } from "grammy/types";
import { may } from "../../platform/access.ts";
import { AppError } from "../../platform/errors.ts";
import { controlChat } from "../../platform/staff-settings.ts";
import { botApi } from "../../platform/telegram.ts";
import { isAdmin } from "../rules.ts";
import type { Scene } from "./talk.ts";

/** Who of the team may change groups, and administrators of the control chat who are none of it. */
async function isStaff({ env, admins, settings, bot }: Scene, query: CallbackQuery): Promise<boolean> {
	const permissions = await admins.permissionsOf(query.from.id);
	if (permissions) return may(permissions, "groups", "write");
	const room = query.message?.chat.id;
	// A chat that no longer is staff's has administrators too.
	if (room === undefined || room !== settings.get(controlChat)) return false;
	try {
		const api = await botApi(env, bot.id);
		return isAdmin({ ...(await api.getChatMember(room, query.from.id)) });
	} catch {
		return false;
	}
}

/** A press under the alert of a waiting group. @returns what the presser is told */
export async function decide(
	scene: Scene,
	query: CallbackQuery,
	verdict: "approve" | "reject",
	groupId: number,
): Promise<string> {
	if (!(await isStaff(scene, query))) return "Only staff can do that.";
	try {
		const group = await scene.groups[verdict](groupId, `telegram:${query.from.id}`);
		// The card says so by itself.
		return `"${group.title}" is ${verdict === "approve" ? "approved" : "rejected"}.`;
	} catch (error) {
		// Somebody was faster, or the group is gone.
		if (!(error instanceof AppError)) throw error;
		const at = query.message;
		if (at) {
			const api = await botApi(scene.env, scene.bot.id);
			await api.editMessageReplyMarkup(at.chat.id, at.message_id).catch(() => undefined);
		}
		return error.message;
	}
}
