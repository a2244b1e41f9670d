import { DurableObject } from "cloudflare:workers";
import { poolName, type Waiter } from "../src/chat/rules/matching.ts";
import type { OpenOutcome, Seeker } from "../src/chat/rules/pairing.ts";
import { recentMs, type Ticket } from "../src/chat/rules/seating.ts";
import { nextStepAt, stepsDue, type WaitingStep, type WaitingTimes } from "../src/chat/rules/waiting.ts";
import { anyLanguageSeconds, offerMinutes, searchEndMinutes } from "../src/chat/settings.ts";
import { findAgain, offer, searching, type View } from "../src/chat/views.ts";
import { alarmBy, upgrade } from "../src/platform/actor.ts";
import { readConfig } from "../src/platform/env.ts";
import { translator } from "../src/platform/i18n/index.ts";
import { type ChatId, newId } from "../src/platform/ids.ts";
import { Log, reason } from "../src/platform/log.ts";
import { getRegistry } from "../src/platform/registry.ts";
import { sixAtOnce } from "../src/platform/six-at-once.ts";
import { botApi, sendText } from "../src/platform/telegram.ts";
import { earliest } from "../src/platform/time.ts";
import { Listeners } from "./listeners.ts";
import { type Pending, PendingPairs, pendingTable } from "./pending.ts";
import { type PoolCounts, Tally, tallyTables } from "./tally.ts";
import { Waiters, waitersTable } from "./waiters.ts";

const tables = [
	`${waitersTable}
	 ${pendingTable}
	 CREATE TABLE listeners (user_id INTEGER PRIMARY KEY, ticket TEXT NOT NULL, until INTEGER NOT NULL);
	 CREATE TABLE ticks (id INTEGER PRIMARY KEY, at INTEGER NOT NULL);
	 INSERT INTO ticks (id, at) VALUES (1, 0);`,
	tallyTables,
	// Of before meetings had their ends.
	`UPDATE waiters SET waiter = json_insert(waiter, '$.ticket.recent', json('[]'));
	 UPDATE pending SET a = json_insert(a, '$.ticket.recent', json('[]')), b = json_insert(b, '$.ticket.recent', json('[]'));
	 UPDATE listeners SET ticket = json_insert(ticket, '$.recent', json('[]'));`,
];

const retryMs = 2_000;

/** One waiting pool, `{cohort}:{language|any}`. */
export class Matchmaker extends DurableObject<Env> {
	readonly #sql = this.ctx.storage.sql;
	readonly #pool: Waiters;
	readonly #listeners: Listeners;
	readonly #tally: Tally;
	readonly #pending: PendingPairs;
	readonly #settling = new Set<ChatId>();
	#lastSeq = 0;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		upgrade(ctx.storage, tables);
		this.#listeners = new Listeners(this.#sql, env, () => this.#log());
		this.#tally = new Tally(this.#sql);
		this.#pending = new PendingPairs(this.#sql);
		this.#pool = new Waiters(this.#sql);
		const pending = this.#pending.all();
		for (const waiter of [...this.#pool.all(), ...pending.flatMap(({ sides }) => sides)]) {
			this.#lastSeq = Math.max(this.#lastSeq, waiter.seq);
		}
		if (this.#pool.size + pending.length > 0) {
			// Also if an alarm is set: it may be a later one than the work at hand needs.
			ctx.blockConcurrencyWhile(() => this.#arm());
		}
	}

	/**
	 * Waits in this pool, or is matched at once. A ticket that is here already changes nothing.
	 * @param messageId the search message, which turns while the ticket waits
	 * @param passive the language's pool looks after the search message
	 */
	async join(ticket: Ticket, messageId: number, passive: boolean): Promise<void> {
		const pending = this.#pending.of(ticket) ?? this.#enter(ticket, messageId, passive);
		// Whatever happens to this call, the alarm finds who waits and what is pending.
		await this.#arm();
		if (pending) await this.#settle(pending);
		else if (passive) await this.#listeners.tell(ticket);
	}

	#enter(ticket: Ticket, messageId: number, passive: boolean): Pending | null {
		const here = this.#pool.get(ticket.userId);
		if (here && here.ticket.no >= ticket.no) return null;
		const now = Date.now();
		this.#lastSeq = Math.max(now, this.#lastSeq + 1);
		return this.#match({ seq: this.#lastSeq, ticket, messageId, joinedAt: now, passive, inAny: false });
	}

	/** Takes out this search and any older one of the person. */
	leave(userId: number, no: number): void {
		const waiter = this.#pool.get(userId);
		if (waiter && waiter.ticket.no <= no) this.#pool.remove(userId);
	}

	/** Turns a search into a wish to be told, once, when somebody compatible has waited a while. @returns false if it is over */
	async stopAndListen(userId: number, no: number): Promise<boolean> {
		const waiter = this.#pool.get(userId);
		if (waiter?.ticket.no !== no) return false;
		this.#pool.remove(userId);
		await this.env.MATCHMAKER.getByName(poolName(waiter.ticket.cohort, "any")).listen(waiter.ticket);
		return true;
	}

	listen(ticket: Ticket): void {
		this.leave(ticket.userId, ticket.no);
		this.#listeners.add(ticket);
	}

	/** A chat that this pool brought about is over. */
	chatEnded(chatId: ChatId): void {
		this.#tally.ended(chatId);
	}

	counts(): PoolCounts {
		return { waiting: this.#pool.size, ...this.#tally.counts() };
	}

	override async alarm(): Promise<void> {
		try {
			for (const pending of this.#pending.all()) await this.#settle(pending);
			await this.#tick();
		} finally {
			// A fired alarm is gone, whatever happened above.
			await this.#arm();
		}
	}

	/** Takes the pair out and writes the pending chat in one transaction, or lets the waiter wait. */
	#match(waiter: Waiter, suits?: (other: Ticket) => boolean): Pending | null {
		const partner = this.#pool.partnerFor(waiter.ticket, Date.now(), suits);
		if (!partner) {
			this.#pool.add(waiter);
			return null;
		}
		// Who waited longer is side 0.
		const pending: Pending = { chatId: newId("chat"), sides: [partner, waiter] };
		this.ctx.storage.transactionSync(() => {
			this.#pool.remove(partner.ticket.userId);
			this.#pool.remove(waiter.ticket.userId);
			this.#pending.add(pending);
			this.#tally.began(pending.chatId);
		});
		return pending;
	}

	/** Asks the chat to open until it has answered, then forgets the pair or takes back who still searches. */
	async #settle(pending: Pending): Promise<void> {
		if (this.#settling.has(pending.chatId)) return;
		this.#settling.add(pending.chatId);
		try {
			const [a, b] = pending.sides;
			const outcome = await this.env.CHAT_PAIR.getByName(pending.chatId).open(
				pending.chatId,
				this.ctx.id.name ?? "",
				seekerOf(a),
				seekerOf(b),
			);
			if (!outcome) return;
			const next = this.#conclude(pending, outcome);
			if (outcome.kind === "opened") await this.#leaveElsewhere(pending);
			for (const pair of next) await this.#settle(pair);
		} catch (error) {
			this.#log().warn("chat", "pair waits for the alarm", { chat: pending.chatId, reason: reason(error) });
		} finally {
			this.#settling.delete(pending.chatId);
		}
	}

	/** @returns the pairs that came about by taking people back */
	#conclude({ chatId, sides }: Pending, outcome: OpenOutcome): Pending[] {
		const stillPending = this.#pending.drop(chatId);
		if (!stillPending || outcome.kind === "opened") return [];
		this.#tally.aborted(chatId);
		const [a, b] = sides;
		const returning = [...(outcome.a === "back" ? [a] : []), ...(outcome.b === "back" ? [b] : [])];
		const matched: Pending[] = [];
		for (const waiter of returning) {
			const { ticket } = waiter;
			const newer = this.#pool.get(ticket.userId);
			if (newer && newer.ticket.no > ticket.no) continue;
			const other = waiter === a ? b : a;
			// They met or blocked each other meanwhile: their actors know which, and are asked again after a while.
			const meeting = { userId: other.ticket.userId, until: Date.now() + recentMs };
			const recent = outcome.incompatible ? [...ticket.recent, meeting] : ticket.recent;
			const pair = this.#match({ ...waiter, ticket: { ...ticket, recent } });
			if (pair) matched.push(pair);
		}
		return matched;
	}

	/** Whoever sits in a chat waits in no other pool. A call that is lost costs a match attempt, no more. */
	async #leaveElsewhere({ sides }: Pending): Promise<void> {
		await Promise.allSettled(
			sides.flatMap(({ ticket }) =>
				[ticket.language, "any"]
					.map((language) => poolName(ticket.cohort, language))
					.filter((name) => name !== this.ctx.id.name)
					.map((name) => this.env.MATCHMAKER.getByName(name).leave(ticket.userId, ticket.no)),
			),
		);
	}

	/** Does for every waiter what has become due since the last time. */
	async #tick(): Promise<void> {
		const now = Date.now();
		const times = await this.#times();
		const from = this.#tickedAt();
		const due = [...this.#pool.all()].flatMap((waiter) =>
			stepsDue(waiter, times, from, now).map((step) => ({ waiter, step })),
		);
		if (due.length === 0) return;
		await sixAtOnce(due, async ({ waiter, step }) => {
			try {
				await this.#step(waiter, step);
			} catch (error) {
				this.#log().info("chat", "waiting step failed", { step: step.kind, reason: reason(error) });
			}
		});
		this.#sql.exec("UPDATE ticks SET at = ? WHERE id = 1", now);
	}

	async #step(waiter: Waiter, step: WaitingStep): Promise<void> {
		const { ticket, messageId } = waiter;
		if (this.#pool.get(ticket.userId)?.ticket.no !== ticket.no) return;
		const t = translator(ticket.language);
		const person = this.env.PERSON.getByName(String(ticket.userId));
		switch (step.kind) {
			case "turn": {
				const view = searching(t, step.turn, ticket.no);
				const api = await botApi(this.env, ticket.botId);
				// Only for show: if Telegram says we are too fast, this turn is dropped.
				await api.editMessageText(ticket.userId, messageId, view.text, { reply_markup: view.reply_markup });
				return;
			}
			case "any_language": {
				await this.env.MATCHMAKER.getByName(poolName(ticket.cohort, "any")).join(ticket, messageId, true);
				// Unless they were matched or gave up meanwhile.
				if (this.#pool.get(ticket.userId) === waiter) this.#pool.add({ ...waiter, inAny: true });
				return;
			}
			case "match_again": {
				// Two of one language are matched in its own pool at this very moment: both at once would tear them apart.
				const suits = waiter.passive ? (other: Ticket) => other.language !== ticket.language : undefined;
				if (!this.#pool.partnerFor(ticket, Date.now(), suits)) return;
				const pending = this.#match(waiter, suits);
				if (pending) await this.#settle(pending);
				return;
			}
			case "offer":
				if (await person.searches(ticket.no))
					await this.#send(ticket, offer(t, ticket.no, ticket.wish !== "any"));
				else this.#pool.remove(ticket.userId);
				return;
			case "end": {
				const ended = await person.endSearch(ticket.no);
				await this.env.MATCHMAKER.getByName(poolName(ticket.cohort, "any")).leave(ticket.userId, ticket.no);
				this.leave(ticket.userId, ticket.no);
				if (ended) await this.#send(ticket, findAgain(t, "search-ended"));
			}
		}
	}

	async #send({ userId, botId }: Ticket, view: View): Promise<void> {
		await sendText(this.env, botId, userId, view);
	}

	/** The next moment at which this pool has something to do. */
	async #arm(): Promise<void> {
		const now = Date.now();
		if (this.#pending.all().length > 0) await alarmBy(this.ctx.storage, now + retryMs);
		if (this.#pool.size === 0) return;
		const times = await this.#times();
		const next = earliest(this.#moments(times, this.#tickedAt()));
		// Once a second at most: many waiters share one alarm.
		if (Number.isFinite(next)) await alarmBy(this.ctx.storage, Math.max(next, now + 1_000));
	}

	*#moments(times: WaitingTimes, done: number): Generator<number> {
		for (const waiter of this.#pool.all()) yield nextStepAt(waiter, times, done);
	}

	async #times(): Promise<WaitingTimes> {
		const { settings } = await getRegistry(this.env);
		return {
			anyLanguageMs: settings.get(anyLanguageSeconds) * 1_000,
			offerMs: settings.get(offerMinutes) * 60_000,
			endMs: settings.get(searchEndMinutes) * 60_000,
		};
	}

	/** Waiting steps up to this moment are done. */
	#tickedAt(): number {
		return this.#sql.exec<{ at: number }>("SELECT at FROM ticks").one().at;
	}

	#log() {
		return new Log(readConfig(this.env).LOG_LEVEL, { pool: this.ctx.id.name ?? null });
	}
}

const seekerOf = ({ ticket, messageId }: Waiter): Seeker => ({ ticket, messageId });
