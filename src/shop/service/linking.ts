import type { Accounts } from "../../platform/accounts.ts";
import type { Alerts } from "../../platform/alerts.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { AppError, unlessLater } from "../../platform/errors.ts";
import type { Registry } from "../../platform/registry.ts";
import type { Settings } from "../../platform/settings.ts";
import { sixAtOnce } from "../../platform/six-at-once.ts";
import { botApi } from "../../platform/telegram.ts";
import { isInCharge, missingRights, neededRights } from "../rules/membership.ts";
import { graceHours } from "../settings.ts";
import {
	dropUnlinked,
	findLink,
	findLinkedChat,
	type LinkedChat,
	linkChat,
	noteHealth,
	selectChatsOf,
	selectToCheck,
	unlinkChat,
} from "../store/chats.ts";
import { countMembers, keepOthers, moveKept, selectKept, takeInEntitled } from "../store/members.ts";
import type { Catalogue } from "./catalogue.ts";
import { asked } from "./telegram.ts";

export type Linking = ReturnType<typeof createLinking>;

interface Needs {
	env: Env;
	db: Db;
	registry: Registry;
	settings: Settings;
	alerts: Alerts;
	catalogue: Pick<Catalogue, "mustSell">;
	now: () => number;
}

const checkEveryMs = 50 * 60_000;
const noChat = () =>
	new AppError(
		404,
		"no_chat",
		"There is no such group or channel, or none of the bots is an administrator of it.",
	);
const switchOn = (missing: readonly string[]) =>
	`An administrator switches on for the bot: ${missing.join(", ")}.`;

/** Groups and channels that products let into: linked, and looked after. */
export function createLinking({ env, db, registry, settings, alerts, catalogue, now }: Needs) {
	const cutoff = () => now() - settings.get(graceHours) * 3_600_000;

	/** The chat, and the bot of ours that has the most to say in it. @throws AppError */
	async function look(chatId: number) {
		let best: { botId: number; chat: { type: string; title?: string }; missing: string[] } | null = null;
		for (const botId of registry.bots.keys()) {
			const api = await botApi(env, botId);
			const chat = await asked(api.getChat(chatId));
			if (!chat.ok) continue;
			if (chat.value.type === "private") throw noChat();
			if (chat.value.type === "group")
				throw new AppError(
					409,
					"basic_group",
					"In a basic group Telegram lets nobody be removed without a ban. Make it a supergroup first: its owner makes the history visible to new members in its settings. Then link the supergroup.",
				);
			const own = await asked(api.getChatMember(chatId, botId));
			if (!own.ok || own.value.status !== "administrator") continue;
			const missing = missingRights(own.value);
			if (best === null || missing.length < best.missing.length) best = { botId, chat: chat.value, missing };
		}
		if (!best) throw noChat();
		if (best.missing.length > 0)
			throw new AppError(409, "rights_missing", switchOn(best.missing), {
				chat_id: `the bot lacks ${best.missing.join(", ")}`,
			});
		return best;
	}

	/** Looks at the bot's rights; staff are told when they are lost, and when they are back. @returns whether it has them */
	async function check(chat: LinkedChat): Promise<boolean> {
		const api = await botApi(env, chat.botId);
		const own = await asked(api.getChatMember(chat.chatId, chat.botId));
		const missing = own.ok ? missingRights(own.value) : [...neededRights];
		if (await noteHealth(db, chat.chatId, { missing, now: now() })) {
			const back = `“${chat.title}” is sold into again: the bot has its rights back.`;
			const lost = `Nothing is sold into “${chat.title}”, and nobody is let in or taken out: the bot lost rights. ${switchOn(missing)}`;
			if (missing.length === 0) await alerts.send(back, { good: true });
			else await alerts.send(lost);
		}
		return missing.length === 0;
	}

	/** @throws AppError 404 */
	async function mustHave(accounts: Accounts, id: string, chatId: number) {
		const product = await catalogue.mustSell(accounts, id);
		const found = (await selectChatsOf(db, product.no)).find(({ chat }) => chat.chatId === chatId);
		if (!found) throw noChat();
		return { product, chat: found.chat };
	}

	/** Who is there by no entitlement, without whoever is in charge. */
	async function unknown({ chatId, botId }: LinkedChat) {
		const api = await botApi(env, botId);
		const inCharge = await asked(api.getChatAdministrators(chatId));
		if (!inCharge.ok) throw new AppError(409, "telegram", inCharge.description);
		const but = inCharge.value.filter(isInCharge).map(({ user }) => user.id);
		const ids = (await selectKept(db, chatId)).filter((userId) => !but.includes(userId));
		return { but, ids };
	}

	return {
		check,
		find: (chatId: number) => findLinkedChat(db, chatId),

		async list(accounts: Accounts, id: string) {
			const product = await catalogue.mustSell(accounts, id);
			const rows = await selectChatsOf(db, product.no);
			return Promise.all(
				rows.map(async (row) => ({ ...row, members: await countMembers(db, row.chat.chatId) })),
			);
		},

		/**
		 * @throws AppError 404 for a chat that no bot administers, or another account's; 409 for a basic group and where
		 * the bot lacks a right
		 */
		async link(accounts: Accounts, id: string, chatId: number, actor: string): Promise<void> {
			const product = await catalogue.mustSell(accounts, id);
			const before = await findLinkedChat(db, chatId);
			if (before && before.accountId !== product.accountId) throw noChat();
			const { botId, chat, missing } = await look(chatId);
			const api = await botApi(env, botId);
			const known = before?.botId === botId ? await findLink(db, chatId) : null;
			const made =
				known === null ? await asked(api.createChatInviteLink(chatId, { creates_join_request: true })) : null;
			if (made && !made.ok) throw new AppError(409, "telegram", made.description);
			const at = now();
			const row: LinkedChat = {
				...{ chatId, accountId: product.accountId, botId, title: chat.title ?? "", missing },
				...{ type: chat.type === "channel" ? "channel" : "supergroup", state: "ready" },
				...{ linkedAt: at, checkedAt: at },
			};
			await db.batch([
				...linkChat(db, product.no, row, known ?? made?.value.invite_link ?? ""),
				takeInEntitled(db, chatId, cutoff(), at),
				audit(db, at, { actor, action: "product.chat_linked", subject: id, details: { chat: chatId } }),
			]);
			// Another account may have been first in this very moment.
			if ((await findLinkedChat(db, chatId))?.accountId !== product.accountId) throw noChat();
		},

		/** Nobody is removed by this: who was let in stays, and is the chat's own affair. */
		async unlink(accounts: Accounts, id: string, chatId: number, actor: string): Promise<void> {
			const { product } = await mustHave(accounts, id, chatId);
			await db.batch([
				unlinkChat(db, product.no, chatId),
				keepOthers(db, chatId, cutoff(), now()),
				...dropUnlinked(db, chatId),
				audit(db, now(), { actor, action: "product.chat_unlinked", subject: id, details: { chat: chatId } }),
			]);
		},

		/** Who was there before counts as let in. @returns how many */
		async adopt(accounts: Accounts, id: string, chatId: number, actor: string): Promise<number> {
			const { chat } = await mustHave(accounts, id, chatId);
			const { but } = await unknown(chat);
			const members = await moveKept(db, chatId, "let_in", { but, now: now() });
			const details = { chat: chatId, members };
			await audit(db, now(), { actor, action: "product.members_adopted", subject: id, details });
			return members;
		},

		/** Who would be removed, as far as they are known. */
		async unknown(accounts: Accounts, id: string, chatId: number): Promise<number[]> {
			const { chat } = await mustHave(accounts, id, chatId);
			return (await unknown(chat)).ids;
		},

		/** Who was there before and is entitled by nothing is to leave. @returns how many */
		async removeUnknown(accounts: Accounts, id: string, chatId: number, actor: string): Promise<number> {
			const { chat } = await mustHave(accounts, id, chatId);
			const { but } = await unknown(chat);
			const members = await moveKept(db, chatId, "removing", { but, now: now() });
			const details = { chat: chatId, members };
			await audit(db, now(), { actor, action: "product.unknown_removed", subject: id, details });
			return members;
		},

		areToCheck: async (): Promise<boolean> => (await selectToCheck(db, now() - checkEveryMs, 1)).length > 0,

		/** Those that nobody looked at for an hour. */
		async checkAll(): Promise<void> {
			const chats = await selectToCheck(db, now() - checkEveryMs, 200);
			await sixAtOnce(chats, (chat) => unlessLater(async () => void (await check(chat))));
		},
	};
}
