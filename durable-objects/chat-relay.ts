import type { Api } from "grammy";
import type { ReactionType, ReplyParameters } from "grammy/types";
import { otherSide, type Side, type SideNo } from "../src/chat/rules/pairing.ts";
import {
	type AlbumMedia,
	editPlan,
	FloodGate,
	messageIdOf,
	type RelayAnswer,
	type Relayable,
	type RelayPlan,
	relayPlan,
	rowId,
} from "../src/chat/rules/relay.ts";
import { protectContent } from "../src/chat/settings.ts";
import { alarmBy } from "../src/platform/actor.ts";
import { translator } from "../src/platform/i18n/index.ts";
import { getRegistry } from "../src/platform/registry.ts";
import { botApi, type CallFailure, callFailure } from "../src/platform/telegram.ts";

/**
 * One row a message, `id` packs the sender's message id and side.
 * `partner_id`: null while it is on its way, 0 if it was given up, else its id at the partner's.
 * `held`: an album item that waits for the rest.
 */
export const relayTables = `CREATE TABLE messages (
	id INTEGER PRIMARY KEY, at INTEGER NOT NULL, partner_id INTEGER, tries INTEGER NOT NULL DEFAULT 0, held TEXT
);`;

/** Where a message comes from and goes to. */
export interface Direction {
	no: SideNo;
	side: Side;
	partner: Side;
}

type Row = { id: number; at: number; partner_id: number | null; tries: number; held: string | null };
interface Held {
	groupId: string;
	media: AlbumMedia;
	carriesPerson: boolean;
	reply: ReplyParameters | null;
}

/** Telegram sends an album item by item; it goes out this long after its last one. */
const albumPauseMs = 700;
const tryLimit = 3;

/** What passes between the two, and the map of message ids that replies, edits, reactions and deletions need. */
export class Relay {
	readonly #storage: DurableObjectStorage;
	readonly #sql: SqlStorage;
	readonly #env: Env;
	readonly #underWay = new Map<number | string, Promise<RelayAnswer>>();
	readonly #gates = [new FloodGate(), new FloodGate()] as const;
	/** Album items that wait, by row id; the rows hold the same. */
	readonly #heldAt = new Map<number, { no: SideNo; groupId: string; at: number }>();
	#lastActivity: number;

	constructor(storage: DurableObjectStorage, env: Env) {
		this.#storage = storage;
		this.#sql = storage.sql;
		this.#env = env;
		this.#lastActivity =
			this.#sql.exec<{ at: number | null }>("SELECT max(at) AS at FROM messages").one().at ?? 0;
		for (const row of this.#sql.exec<Row>("SELECT * FROM messages WHERE held IS NOT NULL")) {
			this.#heldAt.set(row.id, { no: row.id % 2 === 0 ? 0 : 1, groupId: heldOf(row).groupId, at: row.at });
		}
	}

	lastActivity(): number {
		return this.#lastActivity;
	}

	/** When the next album is complete, as far as is known. */
	albumsDueAt(): number {
		return Math.min(...[...this.#heldAt.values()].map(({ at }) => at + albumPauseMs));
	}

	/** Resolves when nothing is on its way: what was accepted arrives before anybody is told that the chat ended. */
	async quiet(): Promise<void> {
		await Promise.allSettled(this.#underWay.values());
	}

	async message(direction: Direction, message: Relayable, confirmed: boolean): Promise<RelayAnswer> {
		const id = rowId(message.message_id, direction.no);
		const underWay = this.#underWay.get(id);
		if (underWay) return underWay;
		const row = this.#row(id);
		if (row?.partner_id) return { kind: "relayed" };
		if (row?.partner_id === 0) return { kind: "failed" };
		if (row?.held) return { kind: "relayed" };
		const plan: RelayPlan = confirmed ? { kind: "copy" } : relayPlan(message);
		if (plan.kind === "refuse") return { kind: "refused", why: plan.why };
		if (plan.kind === "ask") return plan;
		const now = Date.now();
		if (!row) {
			const passed = this.#gates[direction.no].pass(now);
			if (passed !== "pass") return { kind: "flood", warn: passed === "warn" };
		}
		this.#lastActivity = now;
		if (plan.kind === "album") return this.#hold(direction, message, plan, now);
		if (!row) this.#sql.exec("INSERT INTO messages (id, at) VALUES (?, ?)", id, now);
		return this.#exclusively(id, async () => {
			const earlier = await this.flushAlbums(direction, Number.POSITIVE_INFINITY);
			if (earlier.kind === "wait") return earlier;
			return this.#attempt([id], direction, async (api, shared) => [
				await this.#send(api, direction, message, plan, shared),
			]);
		});
	}

	async #send(
		api: Api,
		{ no, side, partner }: Direction,
		message: Relayable,
		plan: RelayPlan,
		shared: Shared,
	) {
		const options = { ...shared, ...replyOption(this.#replyTo(message, no)) };
		if (plan.kind === "text") {
			const { text, entities } = plan;
			const preview = message.link_preview_options
				? { link_preview_options: message.link_preview_options }
				: {};
			const sent = await api.sendMessage(partner.userId, text, { ...options, ...preview, entities });
			return sent.message_id;
		}
		const caption = plan.kind === "caption" ? { caption: plan.caption, caption_entities: plan.entities } : {};
		const copy = await api.copyMessage(partner.userId, side.userId, message.message_id, {
			...options,
			...caption,
		});
		return copy.message_id;
	}

	/** Stores the item and has the alarm send the album; the update is answered, as Telegram waits for that with the next item. */
	async #hold(
		direction: Direction,
		message: Relayable,
		plan: Extract<RelayPlan, { kind: "album" }>,
		now: number,
	) {
		const id = rowId(message.message_id, direction.no);
		const { groupId, media, carriesPerson } = plan;
		const held: Held = { groupId, media, carriesPerson, reply: this.#replyTo(message, direction.no) };
		this.#sql.exec("INSERT INTO messages (id, at, held) VALUES (?, ?, ?)", id, now, JSON.stringify(held));
		this.#heldAt.set(id, { no: direction.no, groupId, at: now });
		// Another album of this side is complete once this one begins.
		await this.flushAlbums(direction, Number.POSITIVE_INFINITY, groupId);
		await alarmBy(this.#storage, now + albumPauseMs);
		return { kind: "relayed" } as const;
	}

	/** Sends this side's albums whose last item is old enough at `now`, but not the one of `except`. */
	async flushAlbums(direction: Direction, now: number, except?: string): Promise<RelayAnswer> {
		const mine = [...this.#heldAt.entries()].filter(
			([, item]) => item.no === direction.no && item.groupId !== except,
		);
		for (const groupId of new Set(mine.map(([, item]) => item.groupId))) {
			const items = mine.filter(([, item]) => item.groupId === groupId);
			if (now < Math.max(...items.map(([, item]) => item.at)) + albumPauseMs) continue;
			const answer = await this.#exclusively(groupId, () => this.#sendAlbum(direction, groupId));
			if (answer.kind === "wait") return answer;
		}
		return { kind: "nothing" };
	}

	async #sendAlbum(direction: Direction, groupId: string): Promise<RelayAnswer> {
		const { side, partner, no } = direction;
		const ids = [...this.#heldAt]
			.filter(([, item]) => item.no === no && item.groupId === groupId)
			.map(([id]) => id);
		ids.sort((a, b) => a - b);
		const items = ids.flatMap((id) => {
			const row = this.#row(id);
			return row?.held ? [heldOf(row)] : [];
		});
		if (items.length === 0) return { kind: "nothing" };
		const reply = replyOption(items.find((item) => item.reply)?.reply ?? null);
		const answer = await this.#attempt(ids, direction, async (api, shared) => {
			const media = items.map((item) => item.media);
			// A media group has at least two items.
			if (media.length === 1) {
				const { caption, caption_entities } = media[0] ?? {};
				const text = caption === undefined ? {} : { caption, caption_entities: caption_entities ?? [] };
				const options = { ...shared, ...reply, ...text };
				const copy = await api.copyMessage(partner.userId, side.userId, messageIdOf(ids[0] ?? 0), options);
				return [copy.message_id];
			}
			// copyMessages knows no replies and changes no captions.
			if ("reply_parameters" in reply || items.some((item) => item.carriesPerson)) {
				// Telegram mixes only what can be mixed, so these are of one family already.
				const sent = await api.sendMediaGroup(partner.userId, media as MediaGroup, { ...shared, ...reply });
				return sent.map((message) => message.message_id);
			}
			const copies = await api.copyMessages(partner.userId, side.userId, ids.map(messageIdOf), shared);
			return copies.map((copy) => copy.message_id);
		});
		if (answer.kind === "wait") await alarmBy(this.#storage, Date.now() + answer.seconds * 1_000);
		else for (const id of ids) this.#heldAt.delete(id);
		if (answer.kind === "failed") await this.#tellSender(direction);
		return answer;
	}

	async edit(direction: Direction, message: Relayable): Promise<RelayAnswer> {
		const row = this.#row(rowId(message.message_id, direction.no));
		if (!row || message.location) return { kind: "nothing" };
		const plan = editPlan(message);
		if (!plan) return { kind: "failed" };
		if (row.held && plan.kind === "media") {
			const held = { ...heldOf(row), media: plan.media };
			this.#sql.exec("UPDATE messages SET held = ? WHERE id = ?", JSON.stringify(held), row.id);
			return { kind: "relayed" };
		}
		if (!row.partner_id) return { kind: "nothing" };
		const at = [direction.partner.userId, row.partner_id] as const;
		return this.#change(direction, async (api) => {
			if (plan.kind === "text") await api.editMessageText(...at, plan.text, { entities: plan.entities });
			if (plan.kind === "media") await api.editMessageMedia(...at, plan.media);
			if (plan.kind === "caption") {
				await api.editMessageCaption(...at, { caption: plan.caption, caption_entities: plan.entities });
			}
		});
	}

	async react(direction: Direction, messageId: number, reactions: ReactionType[]): Promise<RelayAnswer> {
		const target = this.#counterpart(messageId, direction.no);
		// A bot has one reaction a message, of the ordinary emoji.
		const first = reactions.find((reaction) => reaction.type === "emoji");
		if (!target || (reactions.length > 0 && !first)) return { kind: "nothing" };
		const answer = await this.#change(direction, async (api) => {
			await api.setMessageReaction(direction.partner.userId, target, first ? [first] : []);
		});
		return answer.kind === "failed" ? { kind: "nothing" } : answer;
	}

	async delete(direction: Direction, messageId: number): Promise<"deleted" | "not_yours" | "failed"> {
		const row = this.#row(rowId(messageId, direction.no));
		if (row?.held) {
			this.#sql.exec("UPDATE messages SET held = NULL, partner_id = 0 WHERE id = ?", row.id);
			this.#heldAt.delete(row.id);
			return "deleted";
		}
		const partnerId = row?.partner_id;
		if (!partnerId) return "not_yours";
		const answer = await this.#change(direction, async (api) => {
			await api.deleteMessage(direction.partner.userId, partnerId);
		});
		return answer.kind === "relayed" ? "deleted" : "failed";
	}

	/** Runs a change of something already sent: nothing is counted, a repeat does no harm. */
	async #change(direction: Direction, call: (api: Api) => Promise<void>): Promise<RelayAnswer> {
		this.#lastActivity = Date.now();
		try {
			await call(await botApi(this.#env, direction.partner.botId));
			return { kind: "relayed" };
		} catch (error) {
			const failure = callFailure(error);
			if (failure.kind === "wait") return failure;
			if (/message is not modified/.test(failure.description)) return { kind: "relayed" };
			return { kind: "failed" };
		}
	}

	/** Sends, and notes on the rows what came of it: the ids at the partner's, a try, or that it is given up. */
	async #attempt(
		ids: number[],
		direction: Direction,
		send: (api: Api, shared: Shared) => Promise<number[]>,
	): Promise<RelayAnswer> {
		const { settings } = await getRegistry(this.#env);
		try {
			const api = await botApi(this.#env, direction.side.botId);
			const sent = await send(api, settings.get(protectContent) ? { protect_content: true } : {});
			for (const [i, id] of ids.entries()) {
				// Telegram leaves out what it can't copy, and doesn't say which: no map is better than a wrong one.
				const partnerId = sent.length === ids.length ? (sent[i] ?? 0) : 0;
				this.#sql.exec("UPDATE messages SET partner_id = ?, held = NULL WHERE id = ?", partnerId, id);
			}
			return { kind: "relayed" };
		} catch (error) {
			return this.#failed(ids, callFailure(error));
		}
	}

	#failed(ids: number[], failure: CallFailure): RelayAnswer {
		if (failure.kind === "wait") return failure;
		const triable = failure.kind === "passing" || failure.kind === "unknown";
		if (triable && (this.#row(ids[0] ?? 0)?.tries ?? 0) + 1 < tryLimit) {
			for (const id of ids) this.#sql.exec("UPDATE messages SET tries = tries + 1 WHERE id = ?", id);
			return { kind: "wait", seconds: 1 };
		}
		for (const id of ids) this.#sql.exec("UPDATE messages SET partner_id = 0, held = NULL WHERE id = ?", id);
		return failure.kind === "gone" ? { kind: "partner_gone" } : { kind: "failed" };
	}

	/** One at a time for each message or album: a repeat that finds it under way gets the same answer. */
	async #exclusively(key: number | string, run: () => Promise<RelayAnswer>): Promise<RelayAnswer> {
		const underWay = this.#underWay.get(key);
		if (underWay) return underWay;
		const promise = run().finally(() => this.#underWay.delete(key));
		this.#underWay.set(key, promise);
		return promise;
	}

	/** What the sender's message replies to, as it is called at the partner's. */
	#replyTo(message: Relayable, no: SideNo): ReplyParameters | null {
		const original = message.reply_to_message;
		if (!original) return null;
		const target = this.#counterpart(original.message_id, no);
		if (!target) return null;
		const quote = message.quote?.is_manual
			? {
					quote: message.quote.text,
					quote_entities: message.quote.entities ?? [],
					quote_position: message.quote.position,
				}
			: {};
		return { message_id: target, allow_sending_without_reply: true, ...quote };
	}

	/** The partner's id of a message that this side sees: one of their own, or a copy of the partner's. */
	#counterpart(messageId: number, no: SideNo): number | null {
		const own = this.#row(rowId(messageId, no))?.partner_id;
		if (own) return own;
		// A scan instead of a second index: an index entry would cost a row for every message.
		const [row] = this.#sql
			.exec<{ id: number }>(
				"SELECT id FROM messages WHERE partner_id = ? AND id % 2 = ?",
				messageId,
				otherSide(no),
			)
			.toArray();
		return row ? messageIdOf(row.id) : null;
	}

	#row(id: number): Row | undefined {
		return this.#sql.exec<Row>("SELECT * FROM messages WHERE id = ?", id).toArray()[0];
	}

	/** No update is open any more that could answer for an album that failed. */
	async #tellSender({ side }: Direction): Promise<void> {
		try {
			const api = await botApi(this.#env, side.botId);
			await api.sendMessage(side.userId, translator(side.language)("not-delivered"));
		} catch {
			// They can't be reached: then there is nobody to tell.
		}
	}
}

type MediaGroup = Parameters<Api["sendMediaGroup"]>[1];
type Shared = { protect_content?: true };

const heldOf = (row: Row): Held => JSON.parse(row.held ?? "{}");
const replyOption = (reply: ReplyParameters | null) => (reply ? { reply_parameters: reply } : {});
