import { DurableObject } from "cloudflare:workers";
import type { ReactionType } from "grammy/types";
import type { Relayable } from "../src/chat/rules/content.ts";
import type { EndReason } from "../src/chat/rules/end.ts";
import {
	heldUntil,
	type LockAnswer,
	type LockRequest,
	type LockState,
	lockUntil,
} from "../src/chat/rules/locks.ts";
import {
	close,
	type Evidence,
	type LeaveAnswer,
	lock,
	nextActions,
	type OpenOutcome,
	openingPair,
	otherSide,
	outcomeOf,
	type Pair,
	type Seeker,
	type Side,
	sideNoOf,
} from "../src/chat/rules/pairing.ts";
import type { RelayAnswer } from "../src/chat/rules/relay.ts";
import { alarmBy, isStored, upgrade } from "../src/platform/actor.ts";
import { readConfig } from "../src/platform/env.ts";
import type { ChatId } from "../src/platform/ids.ts";
import { Log, reason } from "../src/platform/log.ts";
import { botApi } from "../src/platform/telegram.ts";
import { type Direction, Relay } from "./chat-relay.ts";
import { reviewMedia } from "./media-review.ts";
import { messageTables } from "./message-map.ts";
import { Course, pairTable, retryMs } from "./pair-course.ts";
import { nextLook, silenceLimits, silenceStep, warnOfSilence } from "./pair-silence.ts";

const tables = [`${pairTable}${messageTables}`];

/** After the end the former partner can still be blocked; then everything is wiped. */
const keptMs = 24 * 3_600_000;

/** One conversation: who is in it, what passes between them, and its end. */
export class ChatPair extends DurableObject<Env> {
	readonly #course: Course;
	#made: Relay | null = null;
	/** Whose leave is under way. */
	readonly #leaving = new Set<number>();

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		this.#course = new Course(ctx.storage, env, {
			deliverAccepted: () => this.#relay.deliverAccepted(this.#directions()),
			opened: () => this.#opened(),
			log: () => this.#log(),
		});
		// Its tables come with `open`: there is no chat before.
		if (!isStored(ctx.storage)) return;
		upgrade(ctx.storage, tables);
		this.#course.load();
		if (this.#pair) {
			// Also if an alarm is set: it may be a later one than the work at hand needs.
			ctx.blockConcurrencyWhile(() => this.#arm());
		}
	}

	/** Opens the chat, once. @returns null while it is not decided: ask again */
	async open(chatId: ChatId, pool: string, a: Seeker, b: Seeker): Promise<OpenOutcome | null> {
		if (!this.#pair) {
			upgrade(this.ctx.storage, tables);
			this.#course.save(openingPair(chatId, pool, a, b, Date.now()));
		}
		await this.#course.advance();
		return this.#pair && outcomeOf(this.#pair);
	}

	/**
	 * Ends the chat: frees both seats and tells the partner. What fails of that is repeated by the alarm.
	 * @param pressedAt the id of the message that asked for it, null where the chat was named by its button
	 */
	async leave(userId: number, reason: EndReason, pressedAt: number | null): Promise<LeaveAnswer> {
		const found = this.#sideOf(userId);
		if (!found) return { kind: "over" };
		const { side, partner } = found;
		const isMine = () => this.#pair?.endedBy === userId && this.#pair.reason === reason;
		// A repeat gets its own answer again, also when the card has come only since it was pressed.
		if (!isMine() && !this.#leaving.has(userId) && isStale(side, pressedAt)) return { kind: "stale" };
		this.#leaving.add(userId);
		const held = await this.#end(userId, reason).finally(() => this.#leaving.delete(userId));
		if (held !== null) return { kind: "locked", until: held };
		return isMine() || reason === "block" || reason === "report"
			? { kind: "left", partner: partner.userId }
			: { kind: "over" };
	}

	/** Locks the chat for its partner, once a lock: a repeat is answered as the first call was. */
	async lock(request: LockRequest): Promise<LockAnswer> {
		let answer: LockAnswer = { kind: "over" };
		await this.#course.advance((before) => {
			const step = lock(before, request, Date.now());
			answer = step.answer;
			return step.pair;
		});
		return answer;
	}

	/** How the chat stands for who wants to lock it. */
	lockState(userId: number): LockState {
		const seat = this.#sideOf(userId);
		if (!this.#pair || !seat) return { chat: "over", until: null, botId: null };
		const { state, locks } = this.#pair;
		const { botId } = seat.side;
		if (state !== "open") return { chat: state === "opening" ? "opening" : "over", until: null, botId };
		return { chat: "open", until: lockUntil(locks, Date.now()), botId };
	}

	/** The last messages of each side, as ids in its chat with its bot: what of this conversation staff may look at. */
	evidence(limit: number): Evidence[] {
		const pair = this.#pair;
		// A chat that never opened has no conversation.
		if (!pair || pair.state === "opening" || pair.state === "aborted") return [];
		return pair.sides.map(({ userId, botId }, i) => {
			return { userId, botId, messageIds: this.#relay.lastMessages(i === 0 ? 0 : 1, limit) };
		});
	}

	/**
	 * Passes a message on, once as far as Telegram lets us know.
	 * @param confirmed the sender agreed to share what shows who or where they are
	 */
	async relay(userId: number, botId: number, message: Relayable, confirmed: boolean): Promise<RelayAnswer> {
		const seat = this.#sendingSide(userId, botId);
		if ("kind" in seat) return seat;
		const { side, partner, no } = seat;
		// Written before this chat began: a late repeat must not reach this stranger.
		if (side.cardMessageId !== null && message.message_id <= side.cardMessageId) return { kind: "stale" };
		const answer = await this.#relay.message({ no, side, partner }, message, confirmed);
		if (answer.kind === "partner_gone") await this.#end(partner.userId, "unreachable");
		if (answer.kind === "relayed") this.#review(side, message);
		return answer;
	}

	/** Passes an edit on to the partner's copy. */
	async edit(userId: number, botId: number, message: Relayable): Promise<RelayAnswer> {
		const seat = this.#sendingSide(userId, botId);
		if ("kind" in seat) return seat;
		const answer = await this.#relay.edit(seat, message);
		// It may have swapped the picture.
		if (answer.kind === "relayed") this.#review(seat.side, message);
		return answer;
	}

	/** Sets the sender's reaction on the other side's message; an empty list takes it back. */
	async react(
		userId: number,
		botId: number,
		messageId: number,
		reactions: ReactionType[],
	): Promise<RelayAnswer> {
		const seat = this.#sendingSide(userId, botId);
		return "kind" in seat ? seat : this.#relay.react(seat, messageId, reactions);
	}

	/** Deletes the sender's message at the partner's. */
	async delete(
		userId: number,
		botId: number,
		messageId: number,
	): Promise<"deleted" | "not_yours" | "failed" | "over"> {
		const seat = this.#sendingSide(userId, botId);
		return "kind" in seat ? "over" : this.#relay.delete(seat, messageId);
	}

	override async alarm(): Promise<void> {
		try {
			const now = Date.now();
			if (this.#pair?.closedAt && now >= this.#pair.closedAt + keptMs) return await this.#wipe();
			await this.#course.advance();
			if (this.#pair?.state === "open") {
				for (const direction of this.#directions()) {
					const answer = await this.#relay.flushAlbums(direction, now);
					if (answer.kind === "partner_gone") await this.#end(direction.partner.userId, "unreachable");
				}
				await this.#watchSilence(now);
			}
		} catch (error) {
			this.#log().warn("chat", "alarm repeats", { reason: reason(error) });
		} finally {
			// A fired alarm is gone, whatever happened above.
			if (this.#pair) await this.#arm();
		}
	}

	/** @returns until when a lock holds the chat; null if it has ended, by this or before */
	async #end(by: number | null, reason: EndReason): Promise<number | null> {
		let held: number | null = null;
		await this.#course.advance((pair) => {
			const now = Date.now();
			held = heldUntil(pair.locks, by, reason, now);
			return close(pair, by, reason, now);
		});
		return held;
	}

	/** The search messages have done their work. Not worth a repeat. */
	async #opened(): Promise<void> {
		await alarmBy(this.ctx.storage, Date.now() + (await silenceLimits(this.env)).warnMs);
		await Promise.allSettled(
			(this.#pair?.sides ?? []).map(async (side) => {
				const api = await botApi(this.env, side.botId);
				await api.deleteMessage(side.userId, side.searchMessageId);
			}),
		);
	}

	#directions(): Direction[] {
		const pair = this.#pair;
		if (!pair) return [];
		return ([0, 1] as const).map((no) => ({ no, side: pair.sides[no], partner: pair.sides[otherSide(no)] }));
	}

	/** Looks at the last activity when the alarm fires, so that messages cost no alarm. */
	async #watchSilence(now: number): Promise<void> {
		const limits = await silenceLimits(this.env);
		const pair = this.#pair;
		const step = pair && silenceStep(pair, this.#relay.lastActivity(), limits, now);
		if (step?.kind === "end") await this.#end(null, "idle");
		if (!pair || step?.kind !== "warn") return;
		await this.#course.advance((before) => ({ ...before, warnedAbout: step.warnedAbout }));
		await warnOfSilence(this.env, pair, limits);
	}

	async #arm(): Promise<void> {
		const pair = this.#pair;
		if (!pair) return;
		const now = Date.now();
		if (pair.closedAt !== null) return alarmBy(this.ctx.storage, pair.closedAt + keptMs);
		if (pair.state !== "open" || nextActions(pair).length > 0)
			return alarmBy(this.ctx.storage, now + retryMs);
		const next = nextLook(pair, this.#relay.lastActivity(), await silenceLimits(this.env));
		await alarmBy(this.ctx.storage, Math.max(now + 50, Math.min(next, this.#relay.albumsDueAt())));
	}

	get #pair(): Pair | null {
		return this.#course.pair;
	}

	get #relay(): Relay {
		this.#made ??= new Relay(this.ctx.storage, this.env);
		return this.#made;
	}

	async #wipe(): Promise<void> {
		this.#course.forget();
		this.#made = null;
		await this.ctx.storage.deleteAll();
	}

	/** Behind the answer: what staff look at never delays or fails what people send each other. */
	#review(side: Side, message: Relayable): void {
		this.ctx.waitUntil(reviewMedia(this.env, side, message, this.#log()));
	}

	#sideOf(userId: number) {
		const no = this.#pair && sideNoOf(this.#pair, userId);
		if (!this.#pair || no === null) return null;
		return { no, side: this.#pair.sides[no], partner: this.#pair.sides[otherSide(no)] };
	}

	/** The side somebody writes from: only in an open chat, and only with the bot they sit in it with. */
	#sendingSide(userId: number, botId: number) {
		const seat = this.#sideOf(userId);
		if (!seat || seat.side.botId !== botId) return { kind: "over" } as const;
		if (this.#pair?.state === "opening") return { kind: "not_yet" } as const;
		return this.#pair?.state === "open" ? seat : ({ kind: "over" } as const);
	}

	#log() {
		return new Log(readConfig(this.env).LOG_LEVEL, { chat: this.#pair?.chatId ?? null });
	}
}

/** Pressed before this chat; while its card isn't there yet, before the search that led to it. */
const isStale = ({ cardMessageId, searchMessageId }: Side, pressedAt: number | null) =>
	pressedAt !== null && pressedAt <= (cardMessageId ?? searchMessageId);
