import { SimulatorError } from "../errors.ts";
import { emptyBooks } from "../payments/records.ts";
import type {
	BotRecord,
	Counters,
	GroupRoom,
	PersonRecord,
	PrivateRoom,
	Room,
	WorldState,
} from "./records.ts";
import { restoreState, snapshotState } from "./snapshot.ts";
import type { Chat, User } from "./types.ts";

/** What a person's screen is told; `chat` is the chat as that person names it. */
export interface WorldEvent {
	type:
		| "message"
		| "edit"
		| "delete"
		| "reaction"
		| "keyboard"
		| "callback_answer"
		| "action"
		| "stars"
		| "state";
	user: number | null;
	chat: number | null;
	[data: string]: unknown;
}

export function emptyState(): WorldState {
	return {
		version: 1,
		bots: new Map(),
		people: new Map(),
		private_rooms: new Map(),
		groups: new Map(),
		files: new Map(),
		callbacks: new Map(),
		counters: {
			bot: 0,
			user: 0,
			group: 0,
			file: 0,
			callback: 0,
			media_group: 0,
			poll: 0,
			link: 0,
			product: 0,
			checkout: 0,
			charge: 0,
		},
		limits: { enabled: false, per_second: 30, per_chat: 1, per_group_minute: 20 },
		clock_ahead: 0,
		books: emptyBooks(),
	};
}

/** Everybody, every chat and every message. Plain lookups here; what happens to them is in the files beside. */
export class World {
	state: WorldState = emptyState();
	readonly now: () => number;
	readonly #listeners = new Set<(event: WorldEvent) => void>();
	readonly #onChange: () => void;
	/** told when a bot has something new to deliver; set by the delivery */
	onPending: (bot: BotRecord) => void = () => {};

	constructor(now: () => number, onChange: () => void) {
		this.now = () => now() + this.state.clock_ahead;
		this.#onChange = onChange;
	}

	/** Unix time, as Telegram writes dates. */
	date(): number {
		return Math.floor(this.now() / 1000);
	}

	changed(): void {
		this.#onChange();
	}

	emit(event: WorldEvent): void {
		for (const listener of this.#listeners) listener(event);
		this.changed();
	}

	/** Whether somebody is told of events, as making them costs. */
	get isWatched(): boolean {
		return this.#listeners.size > 0;
	}

	listen(listener: (event: WorldEvent) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	next(counter: keyof Counters): number {
		this.state.counters[counter] += 1;
		return this.state.counters[counter];
	}

	bot(id: number): BotRecord {
		const bot = this.state.bots.get(id);
		if (!bot) throw new SimulatorError(`no bot ${id}`, 404);
		return bot;
	}

	person(id: number): PersonRecord {
		const person = this.state.people.get(id);
		if (!person) throw new SimulatorError(`no user ${id}`, 404);
		return person;
	}

	/** A person or a bot. */
	account(id: number): User | undefined {
		return this.state.people.get(id)?.user ?? this.state.bots.get(id)?.user;
	}

	botByToken(token: string): BotRecord | undefined {
		const id = Number(token.split(":", 1)[0]);
		const bot = this.state.bots.get(id);
		return bot?.token === token ? bot : undefined;
	}

	privateRoom(bot: number, user: number): PrivateRoom | undefined {
		return this.state.private_rooms.get(`${bot}:${user}`);
	}

	/** The private chat of a person with a bot, made if it is their first contact. */
	openPrivateRoom(bot: number, user: number): PrivateRoom {
		const existing = this.privateRoom(bot, user);
		if (existing) return existing;
		this.bot(bot);
		this.person(user);
		const room: PrivateRoom = {
			kind: "private",
			bot,
			user,
			started: false,
			writable_until: 0,
			blocked: false,
			messages: new Map(),
			keyboard: null,
			unread: new Map(),
			last_at: this.now(),
		};
		this.state.private_rooms.set(`${bot}:${user}`, room);
		return room;
	}

	group(id: number): GroupRoom {
		const group = this.state.groups.get(id);
		if (!group) throw new SimulatorError(`no chat ${id}`, 404);
		return group;
	}

	/** The chat as its bots see it. */
	chatOf(room: Room): Chat {
		if (room.kind === "group") return room.chat;
		const { id, first_name, last_name, username } = this.person(room.user).user;
		return { id, type: "private", first_name, last_name, username };
	}

	/** The chat as this person sees it: a private one is the bot. */
	chatFor(person: number, room: Room): Chat {
		if (room.kind === "group") return room.chat;
		if (room.user !== person) throw new SimulatorError(`user ${person} is not in that chat`);
		const { id, first_name, username } = this.bot(room.bot).user;
		return { id, type: "private", first_name, username };
	}

	nextMessageId(room: Room): number {
		const box = room.kind === "group" ? room : this.bot(room.bot);
		const id = box.next_message_id;
		box.next_message_id += 1;
		return id;
	}

	/** People who see the chat. */
	audience(room: Room): number[] {
		if (room.kind === "private") return [room.user];
		return [...room.members]
			.filter(([id, member]) => this.state.people.has(id) && isIn(member))
			.map(([id]) => id);
	}

	snapshot(): unknown {
		return snapshotState(this.state);
	}

	restore(snapshot: unknown): void {
		const empty = emptyState();
		const restored = restoreState(snapshot);
		// A file of before Stars has no books.
		this.state = { ...empty, ...restored, counters: { ...empty.counters, ...restored.counters } };
	}
}

export function isIn(member: { status: string; is_member: boolean } | undefined): boolean {
	if (!member) return false;
	if (member.status === "restricted") return member.is_member;
	return member.status === "creator" || member.status === "administrator" || member.status === "member";
}
