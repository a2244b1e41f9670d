import type { Api } from "grammy";
import type { InputMedia, ReactionType, ReplyParameters } from "grammy/types";
import type { Relayable } from "../src/chat/rules/content.ts";
import type { Side, SideNo } from "../src/chat/rules/pairing.ts";
import {
	editPlan,
	FloodGate,
	isTooBigToCarry,
	messageIdOf,
	quoteOf,
	type RelayAnswer,
	type RelayPlan,
	relayPlan,
	rowId,
} from "../src/chat/rules/relay.ts";
import { alarmBy } from "../src/platform/actor.ts";
import { translator } from "../src/platform/i18n/index.ts";
import { botApi, carryFile } from "../src/platform/telegram.ts";
import { earliest } from "../src/platform/time.ts";
import { Attempts, type Shared } from "./attempts.ts";
import { sendAcross, sendOne } from "./cross-bot.ts";
import { MessageMap, type WaitingAlbum } from "./message-map.ts";

/** Where a message comes from and goes to. */
export interface Direction {
	no: SideNo;
	side: Side;
	partner: Side;
}

/** Telegram sends an album item by item; it goes out this long after its last one. */
const albumPauseMs = 700;
/** A chat that ends waits so long for an album that Telegram makes wait. */
const lastAlbumMs = 10_000;

/** What passes between the two of a chat. */
export class Relay {
	readonly #storage: DurableObjectStorage;
	readonly #env: Env;
	readonly #map: MessageMap;
	readonly #attempts: Attempts;
	readonly #gates = [new FloodGate(), new FloodGate()] as const;
	#lastActivity: number;

	constructor(storage: DurableObjectStorage, env: Env) {
		this.#storage = storage;
		this.#env = env;
		this.#map = new MessageMap(storage.sql);
		this.#attempts = new Attempts(env, this.#map);
		this.#lastActivity = this.#map.lastAt();
	}

	/**
	 * Resolves when nothing is on its way: what was accepted arrives before the seats are free and the next stranger can come.
	 * @returns false if Telegram makes an album wait, and it is worth that
	 */
	async deliverAccepted(directions: Direction[]): Promise<boolean> {
		for (const direction of directions) {
			const answer = await this.flushAlbums(direction, Number.POSITIVE_INFINITY);
			if (answer.kind === "wait" && Date.now() < this.albumsDueAt() + lastAlbumMs) return false;
		}
		await this.#attempts.quiet();
		for (const direction of directions) await this.giveUpAlbums(direction);
		return true;
	}

	lastActivity(): number {
		return this.#lastActivity;
	}

	/** This side's newest messages, oldest first. */
	lastMessages(no: SideNo, limit: number): number[] {
		return this.#map.newest(no, limit).map(messageIdOf);
	}

	/** When the next album is complete, as far as is known; Infinity without one. */
	albumsDueAt(): number {
		return earliest(this.#map.albums().map(({ newestAt }) => newestAt + albumPauseMs));
	}

	/** @param confirmed the sender agreed to share what shows who or where they are */
	async message(direction: Direction, message: Relayable, confirmed: boolean): Promise<RelayAnswer> {
		const id = rowId(message.message_id, direction.no);
		const row = this.#map.find(id);
		if (row?.partner_id === 0) return { kind: "failed" };
		if (row?.partner_id || row?.held) return { kind: "relayed" };
		const plan = relayPlan(message, confirmed);
		if (plan.kind === "refuse") return { kind: "refused", why: plan.why };
		if (plan.kind === "ask") return plan;
		if (crosses(direction) && isTooBigToCarry(message)) return { kind: "refused", why: "too_big" };
		const now = Date.now();
		// An album counts once.
		if (!row && !(plan.kind === "album" && this.#map.waits(direction.no, plan.groupId))) {
			const early = this.#gates[direction.no].pass(now);
			if (early) return { kind: "flood", ...early };
		}
		this.#lastActivity = now;
		if (plan.kind === "album") return this.#hold(direction, message, plan, now);
		if (!row) this.#map.insert(id, now);
		return this.#attempts.exclusively(id, async () => {
			const earlier = await this.flushAlbums(direction, Number.POSITIVE_INFINITY);
			if (earlier.kind === "wait" || earlier.kind === "partner_gone") return earlier;
			return this.#attempts.send([id], direction.partner.botId, async (api, shared) => [
				await this.#send(api, direction, message, plan, shared),
			]);
		});
	}

	async #send(api: Api, direction: Direction, message: Relayable, plan: RelayPlan, shared: Shared) {
		const { no, side, partner } = direction;
		const options = { ...shared, ...replyOption(this.#replyTo(message, no)) };
		if (plan.kind === "text")
			return (await api.sendMessage(partner.userId, plan.text, { ...options, ...plan.options })).message_id;
		if (crosses(direction)) {
			const crossing = { env: this.#env, fromBotId: side.botId, to: api, userId: partner.userId };
			// 0: there is no copy, as if it had been given up.
			return (await sendAcross(crossing, message, options)) ?? 0;
		}
		const caption = plan.kind === "caption" ? plan.options : {};
		const { message_id } = message;
		const copy = await api.copyMessage(partner.userId, side.userId, message_id, { ...options, ...caption });
		return copy.message_id;
	}

	/** Stores the item and has the alarm send the album; the update is answered, as Telegram waits for that with the next item. */
	async #hold(
		direction: Direction,
		message: Relayable,
		plan: Extract<RelayPlan, { kind: "album" }>,
		now: number,
	): Promise<RelayAnswer> {
		const { no } = direction;
		const { groupId, media, carriesPerson } = plan;
		const reply = this.#replyTo(message, no);
		this.#map.hold(rowId(message.message_id, no), no, now, { groupId, media, carriesPerson, reply });
		// Another album of this side is complete once this one begins.
		const earlier = await this.flushAlbums(direction, Number.POSITIVE_INFINITY, groupId);
		await alarmBy(this.#storage, now + albumPauseMs);
		return earlier.kind === "partner_gone" ? earlier : { kind: "relayed" };
	}

	/** Sends this side's albums whose last item is old enough at `now`, but not the one of `except`. */
	async flushAlbums(direction: Direction, now: number, except?: string): Promise<RelayAnswer> {
		const isDue = ({ no, groupId, newestAt }: WaitingAlbum) =>
			no === direction.no && groupId !== except && now >= newestAt + albumPauseMs;
		// Asked anew after each: an item may come while its album is being sent.
		for (let album = this.#map.albums().find(isDue); album; album = this.#map.albums().find(isDue)) {
			const due = album;
			const answer = await this.#attempts.exclusively(due.groupId, () => this.#sendAlbum(direction, due));
			if (answer.kind !== "relayed" && answer.kind !== "failed") return answer;
		}
		return { kind: "nothing" };
	}

	/** The chat has ended and Telegram still made these wait: the sender is told. */
	async giveUpAlbums(direction: Direction): Promise<void> {
		for (const album of this.#map.albums().filter(({ no }) => no === direction.no)) {
			for (const id of this.#map.itemsOf(album)) this.#map.done(id, 0);
			await this.#tellSender(direction);
		}
	}

	async #sendAlbum(direction: Direction, album: WaitingAlbum): Promise<RelayAnswer> {
		const { side, partner } = direction;
		const ids = this.#map.itemsOf(album);
		const items = ids.flatMap((id) => this.#map.held(id) ?? []);
		const [first] = items;
		if (!first) return { kind: "nothing" };
		const reply = replyOption(items.find((item) => item.reply)?.reply ?? null);
		const answer = await this.#attempts.send(ids, partner.botId, async (api, shared) => {
			const options = { ...shared, ...reply };
			if (items.length === 1) {
				// A media group has at least two items.
				const { type: _, media: __, ...caption } = first.media;
				const text = first.carriesPerson ? caption : {};
				const copy = crosses(direction)
					? await sendOne(api, partner.userId, await this.#carried(direction, first.media), options)
					: await api.copyMessage(partner.userId, side.userId, messageIdOf(ids[0] ?? 0), {
							...options,
							...text,
						});
				return [copy.message_id];
			}
			// copyMessages knows no replies and changes no captions.
			if (crosses(direction) || "reply_parameters" in reply || items.some((item) => item.carriesPerson)) {
				// Telegram mixes only what can be mixed, so these are of one family already.
				const media = (await Promise.all(
					items.map((item) => this.#carried(direction, item.media)),
				)) as MediaGroup;
				const sent = await api.sendMediaGroup(partner.userId, media, options);
				return sent.map((message) => message.message_id);
			}
			const copies = await api.copyMessages(partner.userId, side.userId, ids.map(messageIdOf), shared);
			return copies.map((copy) => copy.message_id);
		});
		if (answer.kind === "wait") await alarmBy(this.#storage, Date.now() + answer.seconds * 1_000);
		if (answer.kind === "failed") await this.#tellSender(direction);
		return answer;
	}

	async edit(direction: Direction, message: Relayable): Promise<RelayAnswer> {
		const id = rowId(message.message_id, direction.no);
		const row = this.#map.find(id);
		// A live location is edited by the client itself, over and over.
		if (!row || message.location) return { kind: "nothing" };
		const plan = editPlan(message);
		if (!plan) return { kind: "failed" };
		const held = this.#map.held(id);
		if (held) {
			const again = relayPlan(message);
			if (again.kind !== "album") return { kind: "failed" };
			const { media, carriesPerson } = again;
			this.#map.hold(id, direction.no, row.at, { ...held, media, carriesPerson });
			return { kind: "relayed" };
		}
		if (row.partner_id === null) return { kind: "wait", seconds: 1 };
		if (row.partner_id === 0) return { kind: "nothing" };
		const at = [direction.partner.userId, row.partner_id] as const;
		return this.#change(direction, async (api) => {
			if (plan.kind === "text") await api.editMessageText(...at, plan.text, plan.options);
			if (plan.kind === "media")
				await api.editMessageMedia(...at, await this.#carried(direction, plan.media));
			if (plan.kind === "caption") await api.editMessageCaption(...at, plan.options);
		});
	}

	async react(direction: Direction, messageId: number, reactions: ReactionType[]): Promise<RelayAnswer> {
		const target = this.#map.counterpart(messageId, direction.no);
		// A bot has one reaction a message, of the ordinary emoji.
		const first = reactions.find((reaction) => reaction.type === "emoji");
		if (!target || (reactions.length > 0 && !first)) return { kind: "nothing" };
		const answer = await this.#change(direction, async (api) => {
			await api.setMessageReaction(direction.partner.userId, target, first ? [first] : []);
		});
		return answer.kind === "failed" ? { kind: "nothing" } : answer;
	}

	async delete(direction: Direction, messageId: number): Promise<"deleted" | "not_yours" | "failed"> {
		const id = rowId(messageId, direction.no);
		if (this.#map.held(id)) {
			this.#map.done(id, 0);
			return "deleted";
		}
		const partnerId = this.#map.find(id)?.partner_id;
		if (!partnerId) return "not_yours";
		const answer = await this.#change(direction, async (api) => {
			await api.deleteMessage(direction.partner.userId, partnerId);
		});
		return answer.kind === "relayed" ? "deleted" : "failed";
	}

	/** The same media as the partner's bot can send it. */
	async #carried<M extends InputMedia>(direction: Direction, media: M): Promise<M> {
		if (!crosses(direction) || typeof media.media !== "string") return media;
		return { ...media, media: await carryFile(this.#env, direction.side.botId, media.media) };
	}

	#change({ partner }: Direction, call: (api: Api) => Promise<void>): Promise<RelayAnswer> {
		this.#lastActivity = Date.now();
		return this.#attempts.change(partner.botId, call);
	}

	/** What the sender's message replies to, as it is called at the partner's. */
	#replyTo(message: Relayable, no: SideNo): ReplyParameters | null {
		const original = message.reply_to_message;
		const target = original && this.#map.counterpart(original.message_id, no);
		if (!target) return null;
		return { message_id: target, allow_sending_without_reply: true, ...quoteOf(message) };
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

/** The two are with different bots: then nothing can be copied. */
const crosses = ({ side, partner }: Direction) => side.botId !== partner.botId;

type MediaGroup = Parameters<Api["sendMediaGroup"]>[1];

const replyOption = (reply: ReplyParameters | null) => (reply ? { reply_parameters: reply } : {});
