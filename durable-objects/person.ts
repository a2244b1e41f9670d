import { DurableObject } from "cloudflare:workers";
import {
	type BeginAnswer,
	type BeginRequest,
	endSearch,
	leaveSeat,
	type Meeting,
	nobody,
	recentMs,
	returnToSearch,
	type Search,
	type SearchAnswer,
	type SearchRequest,
	type SeatAnswer,
	type Seating,
	type Snapshot,
	startSearch,
	takeSeat,
} from "../src/chat/rules/seating.ts";
import {
	activeBan,
	type Card,
	expectsAnswer,
	mayChat,
	type Session,
	seatedSession,
} from "../src/people/rules.ts";
import { upgrade } from "../src/platform/actor.ts";
import type { ChatId } from "../src/platform/ids.ts";
import { dayMs } from "../src/platform/time.ts";
import { tables } from "./person-tables.ts";

interface State extends Seating {
	card: Card | null;
	session: Session;
	/** Set when the person had everything deleted: cards up to this version and claims up to this token are of before. */
	erased?: { version: number; token: number };
	/** The last day on which something they did was claimed, counted from 1970 in UTC. */
	activeDay?: number;
	/** Of how they were called then. */
	mark?: string;
}

/** So many updates of one person are remembered; a ring of rows, so that nothing has to be deleted. */
const claimSlots = 64;
const leaseMs = 20_000;

type ClaimRow = { slot: number; upd: string; token: number; until: number | null; seen: string | null };

/** One Telegram user, for all bots. Calls no other actor. */
export class Person extends DurableObject<Env> {
	readonly #sql = this.ctx.storage.sql;
	#state: State;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		upgrade(ctx.storage, tables);
		const [row] = this.#sql.exec<{ state: string }>("SELECT state FROM state").toArray();
		this.#state = row ? JSON.parse(row.state) : { ...nobody, card: null, session: {} };
	}

	/**
	 * Opens the handling of an update.
	 * A claim is a lease of 20 s: whoever handles a repeat after that gets what the first one saw, not what stands now.
	 */
	begin({ update, botId, claim, mark }: BeginRequest): BeginAnswer {
		// Asked in the very moment of their match: what they write next is not the partner's either.
		const seated = this.#state.seat?.botId === botId && !expectsAnswer(this.#state.session, botId);
		const rows =
			claim === "never"
				? []
				: this.#sql.exec<ClaimRow>("SELECT * FROM claims WHERE upd = ?", update).toArray();
		const [earlier] = rows;
		if (claim === "never" || (claim === "unless_seated" && seated && !earlier)) {
			return { state: "fresh", token: null, person: this.#snapshot() };
		}
		const now = Date.now();
		if (earlier?.until === null) return { state: "done" };
		if (earlier && (earlier.until ?? 0) > now) return { state: "running" };
		const person: Snapshot = earlier?.seen ? JSON.parse(earlier.seen) : this.#snapshot();
		const token = this.#lastToken() + 1;
		const slot = earlier?.slot ?? token % claimSlots;
		this.#sql.exec(
			"INSERT OR REPLACE INTO claims (slot, upd, token, until, seen) VALUES (?, ?, ?, ?, ?)",
			...[slot, update, token, now + leaseMs, JSON.stringify(person)],
		);
		return { state: "fresh", token, person, ...this.#isNews(now, mark) };
	}

	/** The update has had its effect. A token that a later claim has overtaken changes nothing. */
	finish(token: number, session: Session | null): void {
		const { rowsWritten } = this.#sql.exec(
			"UPDATE claims SET until = NULL, seen = NULL WHERE token = ?",
			token,
		);
		if (rowsWritten > 0 && session && !this.#isErased(token)) this.#save({ session });
	}

	/** The person did something else than answer what they were asked. */
	forgetQuestion(): void {
		const { waiting: _, ...session } = this.#state.session;
		this.#save({ session });
	}

	/** The handler failed: the repeat may start at once, and sees what this one saw. */
	release(token: number): void {
		this.#sql.exec("UPDATE claims SET until = 0 WHERE token = ? AND until IS NOT NULL", token);
	}

	/** Takes the card as D1 has it, unless a newer one is here. Who is refused keeps no search and no session; whom they blocked they don't meet when they start over either. */
	put(card: Card): void {
		if ((this.#state.card?.version ?? 0) > card.version) return;
		if (card.version <= (this.#state.erased?.version ?? 0)) return;
		if (!card.refused) {
			const banned = activeBan(card, Date.now()) !== null;
			const isNews = banned && this.#state.card?.ban?.reason !== card.ban?.reason;
			// Whoever was told something before the ban shall still be told of the ban.
			const session = isNews ? { ...this.#state.session, hinted: false } : this.#state.session;
			this.#save(banned ? { card, session, search: null } : { card });
			return;
		}
		this.#save({ card, search: null, session: {}, activeDay: 0, mark: "" });
		this.#sql.exec("DELETE FROM met");
	}

	/**
	 * Begins a search, or gives the one again that this very update began.
	 * @param token the update's claim: a call that was long under way begins nothing once the update is done
	 */
	search({ token, ...request }: SearchRequest): SearchAnswer {
		const now = Date.now();
		const open = this.#sql
			.exec("SELECT 1 FROM claims WHERE token = ? AND until IS NOT NULL", token)
			.toArray();
		if (open.length === 0 || this.#isErased(token)) return { kind: "spent" };
		const { seating, answer } = startSearch(this.#state, this.#state.card, {
			...request,
			avoid: this.#blocked(),
			recent: this.#recent(now),
			now,
		});
		if (seating !== this.#state)
			this.#save({ ...seating, session: { ...this.#state.session, hinted: false } });
		return answer;
	}

	/** Whether the person still searches with this ticket. */
	searches(no: number): boolean {
		return this.#state.search?.no === no;
	}

	/** What the person is doing, for whoever acts on them from outside of an update. */
	status(): Snapshot {
		return this.#snapshot();
	}

	/** When their newest search began, ms; 0 if there was none. */
	lastSearch(): number {
		return this.#state.searchedAt ?? 0;
	}

	/** The newest chats left, also those that never opened. */
	pastChats(): ChatId[] {
		return this.#state.past;
	}

	/** Neither searching nor in a chat, and free to. */
	isIdle(): boolean {
		const { card, search, seat } = this.#state;
		return search === null && seat === null && mayChat(card, Date.now());
	}

	/** How many people they met lately and how many they blocked; who these are is not to be told. */
	counts(): { chats: number; metLately: number; blocked: number } {
		const [row] = this.#sql
			.exec<{ met: number; blocked: number }>(
				"SELECT (SELECT count(*) FROM met WHERE at >= ?) AS met, (SELECT count(*) FROM blocked) AS blocked",
				Date.now() - recentMs,
			)
			.toArray();
		return { chats: this.#state.chats, metLately: row?.met ?? 0, blocked: row?.blocked ?? 0 };
	}

	/** Forgets whom they met and blocked, and how many they talked to. */
	forgetMeetings(): void {
		if (this.#state.chats !== 0) this.#save({ chats: 0 });
		this.#sql.exec("DELETE FROM met");
		this.#sql.exec("DELETE FROM blocked");
	}

	/**
	 * Forgets who they are. What remains only counts (tickets, claims, chats left), so that nothing of before that is
	 * still under way brings anything back; a seat or search is freed as always, by who calls this.
	 * @param deleted the newest version that D1 had @param stands the version D1 has now, null if none
	 */
	erase({ deleted, stands }: { deleted: number; stands: number | null }): void {
		const { card } = this.#state;
		// Who is back already has a new record, and it stays.
		if (card && stands !== null && card.version >= stands) return;
		const version = Math.max(deleted, card?.version ?? 0, this.#state.erased?.version ?? 0);
		const erased = { version, token: this.#lastToken() };
		this.#save({ card: null, session: {}, lastBy: null, activeDay: 0, mark: "", erased });
		this.#sql.exec("UPDATE claims SET seen = NULL");
	}

	/** @param no only this search; any if null @returns the search that ended */
	endSearch(no: number | null): Search | null {
		const { seating, ended } = endSearch(this.#state, no);
		if (ended) this.#save({ ...seating, session: { ...this.#state.session, hinted: false } });
		return ended;
	}

	/** @returns with `asked` they had been asked something, and are to be told that this is over; a repeat says so again */
	takeSeat({ chatId, no, partner }: { chatId: ChatId; no: number; partner: number }): {
		answer: SeatAnswer;
		asked: boolean;
	} {
		const now = Date.now();
		// Excluded meanwhile: then nobody is seated with them.
		if (!mayChat(this.#state.card, now) && this.#state.seat?.chatId !== chatId)
			return { answer: "gone", asked: false };
		const avoided =
			this.#blocked().includes(partner) || this.#recent(now).some(({ userId }) => userId === partner);
		const { session, asked } = seatedSession(this.#state.session);
		const { seating, answer } = takeSeat(this.#state, { chatId, no, avoided, asked });
		if (answer === "seated" && seating.seat !== this.#state.seat) {
			this.#save({ ...seating, session });
			this.#meet(partner, now);
		}
		return { answer, asked: answer === "seated" && seating.seat?.asked === true };
	}

	/** The chat ended: frees its seat, and counts the 20 minutes without this partner from now. */
	leave(chatId: ChatId, partner: number | null): void {
		const { seating, left } = leaveSeat(this.#state, chatId);
		this.#save(left ? { ...seating, session: { ...this.#state.session, hinted: false } } : seating);
		if (left && partner !== null && this.#state.card) this.#meet(partner, Date.now());
	}

	/** The chat never opened. @returns whether the person searches on with this ticket */
	returnToSearch(chatId: ChatId, no: number, partner: number): boolean {
		const { seating, back } = returnToSearch(this.#state, chatId, no);
		// Excluded or erased meanwhile: then there is no search to go back to.
		const free = mayChat(this.#state.card, Date.now());
		this.#save(free ? seating : { ...seating, search: null, chats: Math.max(0, seating.chats) });
		this.#sql.exec("DELETE FROM met WHERE user_id = ?", partner);
		return back && free;
	}

	block(partner: number): void {
		this.#sql.exec("INSERT OR IGNORE INTO blocked (user_id) VALUES (?)", partner);
	}

	/** Once a day, and when they are called otherwise, so that it costs a row then: what is written in a chat is not looked at. */
	#isNews(now: number, mark = this.#state.mark): { activeDay?: number } {
		const { card, activeDay = 0 } = this.#state;
		const today = Math.floor(now / dayMs);
		if (!card || card.refused || (activeDay >= today && mark === this.#state.mark)) return {};
		this.#save({ activeDay: today, ...(mark === undefined ? {} : { mark }) });
		return { activeDay: today };
	}

	#lastToken(): number {
		const [last] = this.#sql
			.exec<{ token: number | null }>("SELECT max(token) AS token FROM claims")
			.toArray();
		return last?.token ?? 0;
	}

	/** Whether this claim is of before an erasure: what it would still write is of somebody who is gone. */
	#isErased(token: number): boolean {
		return token <= (this.#state.erased?.token ?? 0);
	}

	#meet(partner: number, at: number) {
		this.#sql.exec("DELETE FROM met WHERE at < ?", at - recentMs);
		this.#sql.exec("INSERT OR REPLACE INTO met (user_id, at) VALUES (?, ?)", partner, at);
	}

	#blocked(): number[] {
		const rows = this.#sql.exec<{ user_id: number }>("SELECT user_id FROM blocked").toArray();
		return rows.map((row) => row.user_id);
	}

	#recent(now: number): Meeting[] {
		const rows = this.#sql
			.exec<{ user_id: number; at: number }>("SELECT user_id, at FROM met WHERE at >= ?", now - recentMs)
			.toArray();
		// A moment more: the clock of a pool may be ahead of the one here, which decides.
		return rows.map((row) => ({ userId: row.user_id, until: row.at + recentMs + 1_000 }));
	}

	#snapshot(): Snapshot {
		const { card, session, seat, search, chats } = this.#state;
		return { card, session, seat, search, chats };
	}

	#save(changes: Partial<State>): void {
		this.#state = { ...this.#state, ...changes };
		this.#sql.exec("INSERT OR REPLACE INTO state (id, state) VALUES (1, ?)", JSON.stringify(this.#state));
	}
}
