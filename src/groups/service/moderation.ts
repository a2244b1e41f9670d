import { unlessLater } from "../../platform/errors.ts";
import { commit } from "../../platform/outbox.ts";
import { optionsOf } from "../rules/options.ts";
import { type Done, type MemberFacts, missingRights, type UsedRight } from "../rules.ts";
import {
	cleanUpLater,
	clearNewestWarning,
	clearWarnings,
	countWarnings,
	dropCleanup,
	dueCleanups,
	insertWarning,
	isRecorded,
	record,
	unwatch,
	warningStands,
	watch,
	watchersOf,
} from "../store/moderation.ts";
import { findGroup, type Group } from "../store.ts";
import { recentChannels, recentMembers } from "./cache.ts";
import type { Answer, Calls } from "./calls.ts";
import type { Needs } from "./needs.ts";
import { namesOf } from "./personal-data.ts";

export type Moderation = ReturnType<typeof createModeration>;

export type Deed = "mute" | "ban" | "unmute" | "unban";

interface Act {
	/** A person, or below zero a channel that writes. */
	userId: number;
	seconds: number | null;
	reason: string | null;
	actor: string;
	/** The message it comes from. */
	cause: string;
}

const everything = {
	can_send_messages: true,
	can_send_audios: true,
	can_send_documents: true,
	can_send_photos: true,
	can_send_videos: true,
	can_send_video_notes: true,
	can_send_voice_notes: true,
	can_send_polls: true,
	can_send_other_messages: true,
	can_add_web_page_previews: true,
	can_change_info: true,
	can_invite_users: true,
	can_pin_messages: true,
	can_manage_topics: true,
};

/** How long a message that is about nobody but its reader stays. */
const transientMs = 2 * 60_000;

/** What administrators do to people in a group. */
export function createModeration(needs: Needs & { calls: Calls }) {
	const { db, now, calls } = needs;

	function judged(answer: Answer<unknown>, right: UsedRight): Done {
		if (answer.ok) return { ok: true };
		const { description } = answer;
		if (answer.failure === "deactivate") return { ok: false, why: "gone" };
		if (/not enough rights|CHAT_ADMIN_REQUIRED|need administrator rights|can't be deleted/i.test(description))
			return { ok: false, why: "right", right };
		if (/administrator of the chat|chat owner|restrict self|USER_ADMIN_INVALID/i.test(description))
			return { ok: false, why: "admin" };
		if (/only for supergroups|for supergroup and channel/i.test(description))
			return { ok: false, why: "basic" };
		if (/PARTICIPANT_ID_INVALID|USER_ID_INVALID|user not found|USER_NOT_PARTICIPANT/i.test(description))
			return { ok: false, why: "nobody" };
		return { ok: false, why: "other", description };
	}

	/** A channel can only be banned, for good: https://core.telegram.org/bots/api#banchatsenderchat */
	async function carryOutOnChannel(
		group: Group,
		deed: Deed,
		channelId: number,
		until: number | null,
	): Promise<Done> {
		if ((deed !== "ban" && deed !== "unban") || until !== null) return { ok: false, why: "channel" };
		const answer = await calls.in(group, (api, chatId) =>
			deed === "ban" ? api.banChatSenderChat(chatId, channelId) : api.unbanChatSenderChat(chatId, channelId),
		);
		return judged(answer, "can_restrict_members");
	}

	/** Tells Telegram. Saying it twice changes nothing. */
	async function carryOut(group: Group, deed: Deed, userId: number, until: number | null): Promise<Done> {
		if (userId < 0) return carryOutOnChannel(group, deed, userId, until);
		// Telegram ignores the time there: https://core.telegram.org/bots/api#banchatmember
		if (deed === "ban" && until !== null && group.type === "group") return { ok: false, why: "endless" };
		const at = until === null ? {} : { until_date: Math.floor(until / 1000) };
		const answer = await calls.in<unknown>(group, (api, chatId) => {
			switch (deed) {
				case "mute":
					return api.restrictChatMember(chatId, userId, { can_send_messages: false }, at);
				case "unmute":
					return api.restrictChatMember(chatId, userId, everything);
				case "ban":
					return api.banChatMember(chatId, userId, at);
				case "unban":
					return api.unbanChatMember(chatId, userId, { only_if_banned: true });
			}
		});
		recentMembers.delete(`${group.id}:${userId}`);
		return judged(answer, "can_restrict_members");
	}

	const untilOf = (seconds: number | null) => (seconds === null ? null : now() + seconds * 1000);

	async function act(
		group: Group,
		deed: Deed,
		{ userId, seconds, reason, actor, cause }: Act,
	): Promise<Done> {
		const until = untilOf(seconds);
		const done = await carryOut(group, deed, userId, until);
		if (done.ok) {
			const person = String(userId);
			await record(db, now(), { groupId: group.id, action: deed, actor, person, reason, until, cause });
		}
		return done;
	}

	return {
		act,

		/** A member as Telegram knows them; null if it knows nobody. @param fresh asks in any case */
		async member(group: Group, userId: number, fresh = false): Promise<MemberFacts | null> {
			const key = `${group.id}:${userId}`;
			const known = fresh ? undefined : recentMembers.get(key, now());
			if (known) return known;
			const seen = await calls.in(group, (api, chatId) => api.getChatMember(chatId, userId));
			if (!seen.ok) return null;
			const member: MemberFacts = { ...seen.value };
			recentMembers.set(key, member, now());
			return member;
		},

		memberChanged: (groupId: number, userId: number) => recentMembers.delete(`${groupId}:${userId}`),

		/**
		 * One more warning; at the limit they lead to something and count no more. A repeat adds none.
		 * @returns how many there are now, and what they led to
		 */
		async warn(group: Group, { userId, reason, actor, cause }: Omit<Act, "seconds">) {
			const { warn_limit: limit, warn_action: action, warn_minutes } = optionsOf(group.options);
			const names = await namesOf(needs, userId);
			const person = String(userId);
			const warning = { cause, groupId: group.id, person, reason, at: now() };
			await commit(
				db,
				now(),
				[
					insertWarning(db, warning),
					record(db, now(), { groupId: group.id, action: "warn", actor, person, reason, cause }),
				],
				[],
			);
			const count = await countWarnings(db, group.id, names);
			// A repeat of one that has led to something already.
			if ((await warningStands(db, cause)) === false) return { count, limit, led: null };
			if (count < limit) return { count, limit, led: null };
			const until = untilOf(warn_minutes * 60);
			const done = await carryOut(group, action, userId, until);
			if (done.ok) {
				const happening = { groupId: group.id, action, actor: "system", person, reason: "warnings", until };
				await commit(
					db,
					now(),
					[
						clearWarnings(db, group.id, names, now()),
						record(db, now(), { ...happening, cause: `${cause}:limit` }),
					],
					[],
				);
			}
			return { count, limit, led: { action, done, minutes: warn_minutes } };
		},

		/** Takes the newest warning back. @returns how many are left */
		async unwarn(group: Group, { userId, actor, cause }: Omit<Act, "seconds" | "reason">): Promise<number> {
			const names = await namesOf(needs, userId);
			await commit(
				db,
				now(),
				[
					clearNewestWarning(db, group.id, names, cause, now()),
					record(db, now(), {
						groupId: group.id,
						action: "unwarn",
						actor,
						person: String(userId),
						cause,
					}),
				],
				[],
			);
			return countWarnings(db, group.id, names);
		},

		/** Deletes what a filter took; what is gone already is skipped. */
		async remove(group: Group, messageIds: readonly number[]): Promise<Done> {
			const answer = await calls.in(group, (api, chatId) => api.deleteMessages(chatId, [...messageIds]));
			return judged(answer, "can_delete_messages");
		},

		/** The channel whose discussion group this is, 0: none. */
		async linkedChannel(group: Group): Promise<number> {
			const known = recentChannels.get(String(group.id), now());
			if (known !== undefined) return known;
			const seen = await calls.in(group, (api, chatId) => api.getChat(chatId));
			const linked = seen.ok ? (seen.value.linked_chat_id ?? 0) : 0;
			recentChannels.set(String(group.id), linked, now());
			return linked;
		},

		/** One of its posts came by itself. */
		channelSeen: (groupId: number, channelId: number) =>
			recentChannels.set(String(groupId), channelId, now()),

		missing: (group: Group) => missingRights(optionsOf(group.options), group.rights),

		/** Has a message of the bot deleted after a while, by the clock. */
		cleanUp: (group: Group, messageId: number) => cleanUpLater(db, group.id, messageId, now() + transientMs),

		/** Whether something that was for one reader is to go. */
		due: async (): Promise<boolean> => (await dueCleanups(db, now())).length > 0,

		/** Deletes what is due. What Telegram refuses to delete is not tried again. */
		async sweep(): Promise<void> {
			for (const { groupId, messageId } of await dueCleanups(db, now())) {
				const group = await findGroup(db, groupId);
				await unlessLater(async () => {
					if (group) await calls.in(group, (api, chatId) => api.deleteMessage(chatId, messageId));
					await dropCleanup(db, groupId, messageId);
				});
			}
		},

		watch: (groupId: number, userId: number) => watch(db, groupId, userId, now()),
		unwatch: (groupId: number, userId: number) => unwatch(db, groupId, userId),
		watchersOf: (groupId: number) => watchersOf(db, groupId),

		wasReported: (cause: string) => isRecorded(db, cause),

		reported: (group: Group, by: number, about: number, cause: string) =>
			record(db, now(), {
				groupId: group.id,
				action: "report",
				actor: `telegram:${by}`,
				person: String(about),
				cause,
			}),
	};
}
