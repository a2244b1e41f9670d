import type { Notices } from "../../people/service/notices.ts";
import type { Db } from "../../platform/db.ts";
import { RetryLater, unlessLater } from "../../platform/errors.ts";
import { type Log, reason } from "../../platform/log.ts";
import type { Settings } from "../../platform/settings.ts";
import { sixAtOnce } from "../../platform/six-at-once.ts";
import { botApi } from "../../platform/telegram.ts";
import { block, isInCharge, isInside } from "../rules/membership.ts";
import { graceHours } from "../settings.ts";
import { findLink, findLinkedChat, type LinkedChat, selectChatsOf } from "../store/chats.ts";
import {
	forgetGone,
	isEntitled,
	keepMember,
	letIn,
	moveMember,
	noteMember,
	postponeRemoving,
	selectRemoving,
} from "../store/members.ts";
import { chatLinks } from "../views.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Linking } from "./linking.ts";
import { asked } from "./telegram.ts";

export type Memberships = ReturnType<typeof createMemberships>;

interface Needs {
	env: Env;
	db: Db;
	settings: Settings;
	catalogue: Pick<Catalogue, "productOf">;
	linking: Pick<Linking, "check">;
	notices: Notices;
	log: Log;
	now: () => number;
}

/** So long an isolate believes what it read. */
const seenMs = 60_000;
const seenSize = 2000;
type Seen<V> = Map<string, { value: V; at: number }>;
const seenChats: Seen<LinkedChat | null> = new Map();
const seenMembers: Seen<boolean> = new Map();

async function recently<V>(seen: Seen<V>, key: string, now: number, read: () => Promise<V>): Promise<V> {
	const found = seen.get(key);
	if (found && now - found.at < seenMs) return found.value;
	const value = await read();
	if (seen.size >= seenSize) seen.clear();
	seen.set(key, { value, at: now });
	return value;
}

/** Answered meanwhile by somebody else, or taken back. */
const answeredBefore = /HIDE_REQUESTER_MISSING|ALREADY_PARTICIPANT/i;

/** Who is in the chats that products let into: by their entitlement, whatever link they came by. */
export function createMemberships(needs: Needs) {
	const { env, db, settings, catalogue, linking, notices, log, now } = needs;
	const cutoff = () => now() - settings.get(graceHours) * 3_600_000;

	/** The links that let ask to join what a product lets into. Where the bot can let nobody in, there is none. */
	async function sendLinks(userId: number, botId: number, productNo: number): Promise<boolean> {
		const rows = await selectChatsOf(db, productNo);
		const links = rows.flatMap(({ chat, link }) =>
			chat.state === "ready" && link !== null ? [{ title: chat.title, link }] : [],
		);
		const product = links.length > 0 ? await catalogue.productOf(productNo) : null;
		if (!product) return false;
		return notices.tell(userId, (t) => chatLinks(t, product.title, links), botId);
	}

	/** Renewed in the very moment they were taken out: they can ask at once. */
	async function askBack({ chatId, title, botId }: LinkedChat, userId: number): Promise<void> {
		const link = await findLink(db, chatId);
		if (link !== null) await notices.tell(userId, (t) => chatLinks(t, title, [{ title, link }]), botId);
	}

	/** Takes somebody out, unless they may be in after all: asked once more right before it is done. */
	async function remove(chat: LinkedChat, userId: number): Promise<void> {
		const place = { chatId: chat.chatId, userId };
		const move = (to: "let_in" | "kept" | "gone") => moveMember(db, place, ["removing"], to, now());
		const api = await botApi(env, chat.botId);
		const member = await asked(api.getChatMember(chat.chatId, userId));
		if (await isEntitled(db, place, cutoff())) return void (await move("let_in"));
		if (member.ok && isInCharge(member.value)) return void (await move("kept"));
		// Without `only_if_banned` it removes, and leaves nobody banned.
		const done =
			member.ok && isInside(member.value) ? await asked(api.unbanChatMember(chat.chatId, userId)) : member;
		if (!done.ok) {
			log.warn("shop", "member not removed", { chat: chat.chatId, reason: done.description });
			// Without the right it waits; with it this is about the person, of whom Telegram knows nothing any more.
			if (!(await linking.check(chat))) return void (await postponeRemoving(db, place, now()));
		}
		if (!(await move("gone")) && (await isEntitled(db, place, cutoff()))) return askBack(chat, userId);
		await forgetGone(db, place);
	}

	async function removeAll(rows: Awaited<ReturnType<typeof selectRemoving>>): Promise<void> {
		await sixAtOnce(rows, ({ chat, member }) =>
			unlessLater(async () => {
				try {
					await remove(chat, member.userId);
				} catch (error) {
					// What has to wait goes behind the others, and what fails holds up no other.
					await postponeRemoving(db, member, now());
					if (error instanceof RetryLater) throw error;
					log.error("shop", "member not removed", { chat: chat.chatId, reason: reason(error) });
				}
			}),
		);
	}

	return {
		sendLinks,

		/**
		 * Somebody asks to be let in: by what they have, whatever link they hold.
		 * @throws RetryLater, so that Telegram repeats the update
		 */
		async askedToJoin(chat: LinkedChat, userId: number): Promise<"let_in" | "declined"> {
			const api = await botApi(env, chat.botId);
			// Written first, in the statement that asks: if it ends right now, this row is taken out again.
			if (await letIn(db, { chatId: chat.chatId, userId }, cutoff(), now())) {
				const answer = await asked(api.approveChatJoinRequest(chat.chatId, userId));
				if (!answer.ok && !answeredBefore.test(answer.description)) await linking.check(chat);
				return "let_in";
			}
			const answer = await asked(api.declineChatJoinRequest(chat.chatId, userId));
			if (!answer.ok && !answeredBefore.test(answer.description)) await linking.check(chat);
			return "declined";
		},

		/** Somebody came in. Whom the bot let in, and who may be there no more, goes again; whom people brought, stays. */
		async joined(chat: LinkedChat, userId: number, byBot: boolean): Promise<void> {
			const place = { chatId: chat.chatId, userId };
			if (await letIn(db, place, cutoff(), now())) return;
			await keepMember(db, place, now());
			if (byBot) await moveMember(db, place, ["let_in", "kept"], "removing", now());
		},

		/** Somebody is there, who may have been before the chat was linked. A busy group must not cost a query per message. */
		async seen(chatId: number, userId: number): Promise<void> {
			if (!(await recently(seenChats, String(chatId), now(), async () => findLinkedChat(db, chatId)))) return;
			const note = async () => {
				await noteMember(db, { chatId, userId }, cutoff(), now());
				return true;
			};
			await recently(seenMembers, `${chatId}:${userId}`, now(), note);
		},

		/** Somebody went, or was taken out. */
		async left(chat: LinkedChat, userId: number): Promise<void> {
			const place = { chatId: chat.chatId, userId };
			await moveMember(db, place, ["let_in", "kept", "removing"], "gone", now());
			await forgetGone(db, place);
		},

		areToRemove: async (): Promise<boolean> => (await selectRemoving(db, 1)).length > 0,

		/** Takes out whom it is time for. */
		sweep: async (): Promise<void> => removeAll(await selectRemoving(db, block)),

		/** The same for one person, at once. */
		removeNow: async (userId: number): Promise<void> => removeAll(await selectRemoving(db, block, userId)),
	};
}
