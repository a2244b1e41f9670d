import { unlessLater } from "../../platform/errors.ts";
import { optionsOf } from "../rules/options.ts";
import { banEnd } from "../rules/orders.ts";
import { captchaAnswer } from "../rules.ts";
import {
	askOnce,
	dropJoinRequest,
	dueJoinRequests,
	findJoinRequest,
	type JoinRequest,
	record,
} from "../store/moderation.ts";
import { findGroup, type Group } from "../store.ts";
import type { Calls } from "./calls.ts";
import type { Needs } from "./needs.ts";

export type Joins = ReturnType<typeof createJoins>;

/** Whoever asks to join answers a question in private first. */
export function createJoins(needs: Needs & { calls: Calls }) {
	const { db, now, calls } = needs;

	/** Telegram is told first: a repeat after a crash finds the question still there, and says it again. */
	async function settle(
		group: Group,
		userId: number,
		verdict: "approve" | "decline",
		reason: string,
	): Promise<boolean> {
		const answer = await calls.in(group, (api, chatId) =>
			verdict === "approve"
				? api.approveChatJoinRequest(chatId, userId)
				: api.declineChatJoinRequest(chatId, userId),
		);
		// Decided meanwhile by an administrator, or taken back.
		const over = !answer.ok && /HIDE_REQUESTER_MISSING|ALREADY_PARTICIPANT/i.test(answer.description);
		if (answer.ok)
			await record(db, now(), {
				groupId: group.id,
				action: verdict === "approve" ? "let_in" : "turned_away",
				actor: "system",
				person: String(userId),
				reason,
			});
		await dropJoinRequest(db, group.id, userId);
		return answer.ok || over;
	}

	return {
		settle,

		/** @returns the question that holds */
		ask(group: Group, userId: number, random: number): Promise<JoinRequest> {
			const minutes = optionsOf(group.options).captcha_minutes;
			const dueAt = now() + minutes * 60_000;
			return askOnce(db, { groupId: group.id, userId, answer: captchaAnswer(random), dueAt });
		},

		/** `late`: the time is over, or there is no such question. */
		async answer(
			group: Group,
			userId: number,
			pressed: number,
		): Promise<"right" | "wrong" | "late" | "cant"> {
			const request = await findJoinRequest(db, group.id, userId);
			if (!request) return "late";
			const late = request.dueAt <= now();
			const right = !late && request.answer === pressed;
			const reason = late ? "no answer in time" : right ? "right answer" : "wrong answer";
			const told = await settle(group, userId, right ? "approve" : "decline", reason);
			if (!told) return "cant";
			return late ? "late" : right ? "right" : "wrong";
		},

		/** Whether somebody has not answered in time. */
		due: async (): Promise<boolean> => (await dueJoinRequests(db, now())).length > 0,

		/** Turns away who did not answer in time. */
		async sweep(): Promise<void> {
			for (const { groupId, userId } of await dueJoinRequests(db, now())) {
				const group = await findGroup(db, groupId);
				await unlessLater(async () => {
					if (group?.state === "active") await settle(group, userId, "decline", "no answer in time");
					else await dropJoinRequest(db, groupId, userId);
				});
			}
		},

		/** Bans somebody of the operator's list who is joining. */
		async keepOut(
			group: Group,
			userId: number,
			{ reason, cause, ...ban }: { reason: string; until: number | null; cause: string },
		): Promise<boolean> {
			const until = banEnd(ban.until, now(), group.type);
			const at = until === null ? {} : { until_date: Math.floor(until / 1000) };
			const answer = await calls.in(group, (api, chatId) => api.banChatMember(chatId, userId, at));
			if (answer.ok)
				await record(db, now(), {
					groupId: group.id,
					action: "shared_ban",
					actor: "system",
					person: String(userId),
					reason,
					until,
					cause,
				});
			return answer.ok;
		},
	};
}
