import type { SQLInputValue } from "node:sqlite";
import type { Pair, Side } from "../../src/chat/rules/pairing.ts";
import type { Seating } from "../../src/chat/rules/seating.ts";
import type { Card } from "../../src/people/rules.ts";
import { labelsOf } from "../../src/platform/i18n/index.ts";
import type { ActorKind } from "./actors.ts";
import type { Sent } from "./inbox.ts";
import { LockWitness } from "./locks.ts";
import type { Life } from "./scheduler.ts";
import type { Item, PrivateChat } from "./telegram.ts";
import type { World } from "./world.ts";

export type PersonState = Seating & { card: Card | null };

/** Something a person wrote into what they saw as their chat. */
export interface Written {
	marker: string;
	botId: number;
	userId: number;
	messageId: number;
	chatId: string | null;
	at: number;
	update: string;
	replyTo: string | null;
	/** `/del` was asked for it. */
	deleted: boolean;
	/** Copies that arrived. */
	copies: number;
}

/** What ends a chat, by its label or callback data. */
const ends = /Next|Stop|Block|^(block|end):|^report:\w+:/;
const recentMs = 20 * 60_000;

/** Sees every write of an actor and everything anybody receives, and says what must not be. */
export class Witness {
	readonly #world: World;
	readonly locks: LockWitness;
	readonly pairs = new Map<string, Pair>();
	readonly persons = new Map<number, PersonState>();
	readonly #openAt = new Map<string, number>();
	/** When a chat stopped being open. */
	readonly endedAt = new Map<string, number>();
	readonly written = new Map<string, Written>();
	/** Who blocked their bot, and when. */
	readonly kicks: { userId: number; at: number }[] = [];
	readonly #updates: Map<string, Sent>;
	/** The chat whose card somebody saw last, by `{bot}:{user}`. */
	readonly #newestCard = new Map<string, string>();
	/** `{chat}:{user}` who was told that it is over. */
	readonly #told = new Set<string>();
	/** `{user}:{partner}`: when the block was confirmed. */
	readonly #blocked = new Map<string, number>();
	/** By both sides: when they last were in a chat together, as far as it is known for sure. */
	readonly #together = new Map<string, { chatId: string; at: number }>();
	/** By `{chat}:{sender}`: the newest message that has arrived. */
	readonly #arrived = new Map<string, Written>();

	constructor(world: World, updates: Map<string, Sent>) {
		this.#world = world;
		this.locks = new LockWitness(world);
		this.#updates = updates;
	}

	/** The chat somebody sees as theirs. */
	chatOf(botId: number, userId: number): string | null {
		const chatId = this.#newestCard.get(`${botId}:${userId}`);
		return chatId && !this.#told.has(`${chatId}:${userId}`) ? chatId : null;
	}

	wrote(kind: ActorKind, name: string, query: string, bindings: readonly SQLInputValue[]): void {
		if (kind === "PERSON" && query.startsWith("INSERT OR REPLACE INTO state")) {
			this.persons.set(Number(name), JSON.parse(String(bindings[0])));
		}
		if (kind === "CHAT_PAIR" && query.startsWith("INSERT OR REPLACE INTO pair")) {
			const pair: Pair = JSON.parse(String(bindings[0]));
			const before = this.pairs.get(name);
			this.pairs.set(name, pair);
			this.locks.wrote(before, pair);
			if (before?.state === "open" && pair.state === "closing") this.#ended(pair);
			if (before?.state !== pair.state) this.#changed(pair);
		}
	}

	received(chat: PrivateChat, item: Item, by: Life | undefined): void {
		if (by?.update) this.#updates.get(by.update)?.replies.push(item.text ?? "");
		if (item.card) this.#card(chat, item.card);
		if (item.end) this.#end(chat, item.end);
		if (item.marker) this.#copy(chat, item, item.marker, by);
		this.confirmed(chat, item, by);
	}

	/** A block counts from when it is confirmed, and so does a report. */
	confirmed(chat: PrivateChat, item: Item, by: Life | undefined): void {
		const keys = ["you-blocked", "report-thanks"];
		if (!by?.update || !keys.some((key) => labelsOf(key).has(item.text ?? ""))) return;
		const sent = this.#updates.get(by.update);
		const pair = this.pairs.get(sent?.chatId ?? "");
		const partner = pair?.sides.find((side) => side.userId !== chat.userId);
		if (partner) this.#blocked.set(`${chat.userId}:${partner.userId}`, this.#world.now);
	}

	#changed(pair: Pair): void {
		const [a, b] = pair.sides;
		if (pair.state === "opening") this.#opening(pair, a, b);
		if (pair.state === "open") {
			this.#openAt.set(pair.chatId, this.#world.now);
			for (const other of this.pairs.values()) {
				if (other === pair || other.state !== "open") continue;
				const both = other.sides.find(({ userId }) => userId === a.userId || userId === b.userId);
				if (both) this.#fail("1 one chat", `${both.userId} is in ${other.chatId} and ${pair.chatId}`);
			}
		}
		if (pair.state !== "opening" && pair.state !== "aborted") {
			if (pair.state !== "open" && !this.endedAt.has(pair.chatId))
				this.endedAt.set(pair.chatId, this.#world.now);
			// Once it is closing each leaves when they are told: what is written after that says nothing of the two.
			const at = this.endedAt.get(pair.chatId) ?? this.#world.now;
			this.#together.set(sidesKey(a, b), { chatId: pair.chatId, at });
		}
	}

	/** A button ends the chat it was pressed in, or the one that opens while it is handled: never a later one. */
	#ended({ chatId, endedBy, reason }: Pair): void {
		if (!reason || !["stop", "next", "block", "report"].includes(reason)) return;
		const openAt = this.#openAt.get(chatId) ?? 0;
		const pressed = [...this.#updates.values()].some(
			(sent) =>
				sent.userId === endedBy &&
				ends.test(sent.what) &&
				(sent.chatId === chatId || (sent.triedAt ?? openAt) <= openAt),
		);
		if (!pressed) this.#fail("2 end", `${reason} of ${endedBy} ended ${chatId}, where it was not pressed`);
	}

	#opening(pair: Pair, a: Side, b: Side): void {
		if (a.userId === b.userId) this.#fail("1 two persons", `${pair.chatId} has ${a.userId} twice`);
		if (a.botId !== b.botId) this.#fail("1 one cohort", `${pair.chatId} is of two bots`);
	}

	#card(chat: PrivateChat, chatId: string) {
		const pair = this.pairs.get(chatId);
		const me = pair?.sides.find((side) => side.userId === chat.userId);
		const partner = pair?.sides.find((side) => side.userId !== chat.userId);
		if (!pair || !me || !partner) return this.#fail("1 partner", `card of ${chatId} to ${chat.userId}`);
		if (pair.state !== "opening") this.#fail("1 card", `card of ${chatId}, which is ${pair.state}`);
		for (const { userId } of pair.sides) {
			const seat = this.persons.get(userId)?.seat;
			if (seat?.chatId !== chatId) {
				this.#fail("1 seats", `card of ${chatId}, but ${userId} sits in ${seat?.chatId}`);
			}
		}
		const earlier = this.#together.get(sidesKey(me, partner));
		if (earlier && earlier.chatId !== chatId && this.#world.now < earlier.at + recentMs) {
			this.#fail("5 recent", `${me.userId} and ${partner.userId} again in ${chatId} after ${earlier.chatId}`);
		}
		const blockedAt = this.#blocked.get(`${me.userId}:${partner.userId}`);
		if (blockedAt !== undefined && blockedAt < pair.openedAt) {
			this.#fail("5 blocked", `${me.userId} had blocked ${partner.userId}, ${chatId}`);
		}
		const state = this.persons.get(me.userId);
		const vip = (state?.card?.vipUntil ?? 0) > this.#world.now;
		const wish = vip && !state?.seat?.search.widened ? state?.card?.wish : "any";
		if (wish !== "any" && wish !== partner.gender) {
			this.#fail("5 wish", `${me.userId} wants ${wish}, ${partner.userId} is ${partner.gender}`);
		}
		this.#newestCard.set(`${chat.botId}:${chat.userId}`, chatId);
	}

	#end(chat: PrivateChat, chatId: string): void {
		this.#told.add(`${chatId}:${chat.userId}`);
		const seat = this.persons.get(chat.userId)?.seat;
		if (seat?.chatId === chatId)
			this.#fail("3 told", `${chat.userId} sits in ${chatId}, told that it is over`);
	}

	#copy(chat: PrivateChat, item: Item, marker: string, by: Life | undefined) {
		const original = this.written.get(marker);
		if (!original) return;
		const { chatId, userId } = original;
		const say = (what: string) =>
			this.#fail("2 stranger", `${marker} of ${userId} to ${chat.userId} by ${by?.name}: ${what}`);
		const pair = this.pairs.get(chatId ?? "");
		if (!pair || !chatId) return say("written in no chat");
		if (by?.name !== chatId) say(`written in ${chatId}`);
		if (original.botId !== chat.botId) say("through another bot");
		if (userId === chat.userId || !pair.sides.some((side) => side.userId === chat.userId))
			say("not the partner");
		const newest = this.#newestCard.get(`${chat.botId}:${chat.userId}`);
		if (newest !== chatId) say(`written in ${chatId}, but the newest card there is of ${newest}`);
		if (this.#told.has(`${chatId}:${chat.userId}`)) say("after the end was told");
		original.copies += 1;
		const calm = !this.#world.faultySince(original.at);
		if (original.copies > 1 && calm) this.#fail("6 once", `${marker} arrived ${original.copies} times`);
		this.#inOrder(chatId, original);
		const target = item.replyTo === null ? null : (chat.items.get(item.replyTo)?.marker ?? "nothing");
		if (target !== null && target !== original.replyTo) {
			this.#fail("2 reply", `${marker} replies to ${target} instead of ${original.replyTo}`);
		}
	}

	#inOrder(chatId: string, original: Written): void {
		const key = `${chatId}:${original.userId}`;
		const last = this.#arrived.get(key);
		if (!last || last.messageId < original.messageId) {
			this.#arrived.set(key, original);
		} else if (last !== original && !this.#world.faultySince(Math.min(original.at, last.at))) {
			this.#fail("7 order", `${original.marker} arrived after ${last.marker}`);
		}
	}

	#fail(invariant: string, text: string): void {
		this.#world.fail(invariant, text);
	}
}

const sidesKey = (a: Side, b: Side) => [a.userId, b.userId].sort((x, y) => x - y).join(":");
