import type { Db } from "../../platform/db.ts";
import { AppError, RetryLater } from "../../platform/errors.ts";
import { pageOf } from "../../platform/pages.ts";
import { sixAtOnce } from "../../platform/six-at-once.ts";
import { optionsOf } from "../rules/options.ts";
import { isAdmin, missingRights, rightsOf, rightWords } from "../rules.ts";
import { type Group, listForSync, newestOf, updateGroup } from "../store.ts";
import { newestMessages, recentFacts } from "./cache.ts";
import type { Calls } from "./calls.ts";

interface Synced {
	id: number;
	/** `later`: Telegram made us wait, sync it again; `skipped`: it refused the question. */
	result: "synced" | "deactivated" | "later" | "skipped";
}

interface Needs {
	db: Db;
	now: () => number;
	calls: Calls;
	get: (id: number) => Promise<Group>;
}

/** What Telegram says of groups now. A bot can't list its chats, so only known ones can be asked about. */
export function createSync({ db, now, calls, get }: Needs) {
	async function refresh(group: Group): Promise<Synced> {
		// The calls of one group go one after the other, so that six groups are six calls.
		const seen = await calls.in(group, async (api, chatId) => ({
			chat: await api.getChat(chatId),
			members: await api.getChatMemberCount(chatId),
			own: await api.getChatMember(chatId, group.botId),
			chatId,
		}));
		if (!seen.ok) return { id: group.id, result: seen.failure === "deactivate" ? "deactivated" : "skipped" };
		const { chat, members, own, chatId } = seen.value;
		const newest = newestMessages.get(String(chatId), now());
		await updateGroup(db, chatId, {
			title: chat.title ?? group.title,
			username: chat.username ?? null,
			isForum: chat.is_forum ?? false,
			memberCount: members,
			rights: rightsOf({ ...own }),
			syncedAt: now(),
			...(newest === undefined ? {} : { lastMessageId: newestOf(newest) }),
		});
		recentFacts.delete(String(chatId));
		return { id: chatId, result: "synced" };
	}

	/** @throws AppError 409 */
	const must = <T>(answer: { ok: true; value: T } | { ok: false; description: string }): T => {
		if (answer.ok) return answer.value;
		throw new AppError(409, "telegram_refused", answer.description);
	};

	return {
		/** One page of known groups, by id. Safe to repeat. */
		async syncPage(after: number | null, limit: number): Promise<{ groups: Synced[]; next: number | null }> {
			const found = await listForSync(db, after, limit + 1);
			const { page, last } = pageOf(found, limit);
			const synced: Synced[] = [];
			await sixAtOnce(page, async (group) => {
				try {
					synced.push(await refresh(group));
				} catch (error) {
					// One that has to wait must not hold up the others.
					if (!(error instanceof RetryLater)) throw error;
					synced.push({ id: group.id, result: "later" });
				}
			});
			synced.sort((a, b) => a.id - b.id);
			return { groups: synced, next: last?.id ?? null };
		},

		async sync(id: number): Promise<{ group: Group; result: Synced["result"] }> {
			const { id: current, result } = await refresh(await get(id));
			return { group: await get(current), result };
		},

		/** The chat as Telegram shows it now. */
		async info(id: number) {
			const seen = await calls.in(await get(id), async (api, chatId) => ({
				chat: await api.getChat(chatId),
				members: await api.getChatMemberCount(chatId),
				admins: await api.getChatAdministrators(chatId),
			}));
			const { chat, members, admins } = must(seen);
			return {
				id: chat.id,
				type: chat.type,
				title: chat.title ?? "",
				username: chat.username ?? null,
				description: chat.description ?? null,
				is_forum: chat.is_forum ?? false,
				join_by_request: chat.join_by_request ?? false,
				linked_chat_id: chat.linked_chat_id ?? null,
				member_count: members,
				administrators: admins.length,
			};
		},

		/** What the bot may there now, and what has to be switched on for what the group uses. */
		async permissions(id: number) {
			const group = await get(id);
			const own = must(await calls.in(group, (api, chatId) => api.getChatMember(chatId, group.botId)));
			const rights = rightsOf({ ...own });
			await updateGroup(db, group.id, { rights });
			recentFacts.delete(String(group.id));
			return {
				status: own.status,
				administrator: isAdmin({ ...own }),
				rights: rights ?? [],
				missing: missingRights(optionsOf(group.options), rights).map((right) => ({
					right,
					switch_on: `Group > Edit > Administrators > the bot > ${rightWords[right]}`,
				})),
			};
		},
	};
}
