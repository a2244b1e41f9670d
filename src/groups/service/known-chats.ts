import { isNull, ne, sql } from "drizzle-orm";
import type { Chat } from "grammy/types";
import type { Db } from "../../platform/db.ts";
import { groups, knownChats } from "../schema.ts";

export type KnownChats = ReturnType<typeof createKnownChats>;
type Kind = (typeof knownChats.$inferSelect)["kind"];

/** A group or channel that bots are in. */
export interface KnownChat {
	id: number;
	title: string;
	kind: Kind;
	username: string | null;
	bots: number[];
}

const mostOf = 1_000;

/** Every chat a bot is in, also the staff's own, which are no groups of `groups`. */
export function createKnownChats({ db, now }: { db: Db; now: () => number }) {
	return {
		/** A bot was seen in a chat, or out of it. */
		async saw(chat: Chat, botId: number, isIn: boolean): Promise<void> {
			if (chat.type === "private") return;
			const seen = {
				title: chat.title ?? "",
				kind: chat.type,
				username: chat.username ?? null,
				leftAt: isIn ? null : now(),
			};
			await db
				.insert(knownChats)
				.values({ id: chat.id, botId, ...seen })
				.onConflictDoUpdate({ target: [knownChats.id, knownChats.botId], set: seen });
		},

		/** Those that these bots are in, by title. A group's own row knows its title best. */
		async list(bots: readonly number[]): Promise<KnownChat[]> {
			const columns = (table: typeof groups | typeof knownChats) => ({
				id: table.id,
				botId: table.botId,
				title: table.title,
				username: table.username,
			});
			const [seen, rows] = await db.batch([
				db
					.select({ ...columns(knownChats), kind: knownChats.kind })
					.from(knownChats)
					.where(isNull(knownChats.leftAt))
					.limit(mostOf),
				db
					.select({ ...columns(groups), kind: sql<Kind>`${groups.type}`.as("kind") })
					.from(groups)
					.where(ne(groups.state, "inactive"))
					.limit(mostOf),
			]);
			const chats = new Map<number, KnownChat>();
			for (const { botId, ...chat } of [...seen, ...rows]) {
				if (!bots.includes(botId)) continue;
				const others = chats.get(chat.id)?.bots ?? [];
				chats.set(chat.id, { ...chat, bots: [...new Set([...others, botId])] });
			}
			return [...chats.values()].toSorted((a, b) => a.title.localeCompare(b.title) || a.id - b.id);
		},
	};
}
