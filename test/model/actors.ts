import type { SQLInputValue } from "node:sqlite";
import { ChatPair } from "../../durable-objects/chat-pair.ts";
import { Matchmaker } from "../../durable-objects/matchmaker.ts";
import { Person } from "../../durable-objects/person.ts";
import { currentLife, type Life, never, runAs } from "./scheduler.ts";
import { ActorDatabase } from "./storage.ts";
import type { World } from "./world.ts";

const classes = { PERSON: Person, MATCHMAKER: Matchmaker, CHAT_PAIR: ChatPair };
export type ActorKind = keyof typeof classes;

type Methods = Record<string, (...args: unknown[]) => unknown>;

interface Instance extends Life {
	methods: Methods;
	/** Waits for `blockConcurrencyWhile`. */
	blocked: boolean;
	queue: (() => void)[];
	/** How to fail the calls under way. */
	calls: Set<(error: Error) => void>;
}

/** What is told of an actor's writes. */
export type Written = (
	kind: ActorKind,
	name: string,
	query: string,
	bindings: readonly SQLInputValue[],
) => void;

/** What a pairing consists of: here a call that gets lost does the most harm. */
const handshake = new Set(["open", "takeSeat", "returnToSearch", "leave"]);
const alarmRetryMs = 2_000;

class Actor {
	readonly kind: ActorKind;
	readonly name: string;
	readonly database: ActorDatabase;
	instance: Instance | null = null;
	alarmAt: number | null = null;
	/** Counts the settings of the alarm, so that an older one rings in vain. */
	alarmNo = 0;
	alarmRuns = false;

	constructor(kind: ActorKind, name: string, written: Written) {
		this.kind = kind;
		this.name = name;
		this.database = new ActorDatabase((query, bindings) => written(kind, name, query, bindings));
	}
}

/** Durable Objects in plain Node: storage and alarms last, instances come and die, every call is a message on its way. */
export class Actors {
	readonly #world: World;
	readonly #env: () => unknown;
	readonly #written: Written;
	readonly #actors = new Map<string, Actor>();
	/** Called when somebody dies: their calls of the Bot API end as well. */
	died: (who: Life) => void = () => undefined;

	constructor(world: World, env: () => unknown, written: Written) {
		this.#world = world;
		this.#env = env;
		this.#written = written;
	}

	namespace(kind: ActorKind) {
		return {
			getByName: (name: string) =>
				new Proxy(
					{},
					{
						get: (_, method) =>
							typeof method === "string" && method !== "then"
								? (...args: unknown[]) => this.#call(this.#actor(kind, name), method, args)
								: undefined,
					},
				),
		};
	}

	/** Those with work under way: only there a crash makes a difference. */
	busy(): Instance[] {
		const instances = [...this.#actors.values()].map((actor) => actor.instance);
		return instances.filter((instance) => instance !== null && instance.calls.size > 0) as Instance[];
	}

	databases(kind: ActorKind): Map<string, ActorDatabase> {
		const actors = [...this.#actors.values()].filter((actor) => actor.kind === kind);
		return new Map(actors.map((actor) => [actor.name, actor.database]));
	}

	crash(life: Life): void {
		for (const actor of this.#actors.values()) if (actor.instance === life) this.#kill(actor);
	}

	crashAll(): void {
		for (const actor of this.#actors.values()) this.#kill(actor);
	}

	close(): void {
		for (const actor of this.#actors.values()) actor.database.close();
	}

	#actor(kind: ActorKind, name: string): Actor {
		const key = `${kind}/${name}`;
		let actor = this.#actors.get(key);
		if (!actor) {
			actor = new Actor(kind, name, this.#written);
			this.#actors.set(key, actor);
		}
		return actor;
	}

	#kill(actor: Actor): void {
		const { instance } = actor;
		if (!instance) return;
		instance.alive = false;
		actor.instance = null;
		for (const fail of instance.calls) fail(new Error(`${instance.name} crashed`));
		this.died(instance);
	}

	#call(actor: Actor, method: string, args: unknown[]): Promise<unknown> {
		const caller = currentLife();
		if (caller?.alive === false) return never();
		const world = this.#world;
		const { scheduler, random } = world;
		const sent = structuredClone(args);
		return new Promise((resolve, reject) => {
			const answer = (settle: () => void) =>
				scheduler.after(world.latency(), () => {
					if (caller?.alive === false) return false;
					settle();
					return true;
				});
			let lost = false;
			let delay = world.latency();
			const { lostCall, slowCall } = world.profile;
			const often = handshake.has(method) ? 6 : 1;
			if (world.happens(often * lostCall)) {
				world.fault(`call ${actor.name}.${method} loses its connection`);
				lost = true;
				answer(() => reject(new Error("network connection lost")));
				delay += random.chance(0.5) ? random.between(0, 30_000) : 0;
			} else if (world.happens(often * slowCall)) {
				world.fault(`call ${actor.name}.${method} is slow`);
				delay += random.between(1_000, 13_000);
			}
			let postponed = false;
			const arrive = (): boolean => {
				if (caller?.alive === false && !postponed) {
					// Sent before the sender died: it may get lost, or come long after the sender's restart.
					if (random.chance(0.3)) return false;
					postponed = true;
					scheduler.after(random.chance(0.5) ? 0 : random.between(0, 40_000), arrive);
					return false;
				}
				if (postponed || lost) world.fault(`late ${actor.name}.${method} arrives`);
				this.#deliver(
					actor,
					method,
					sent,
					(value) => lost || answer(() => resolve(value)),
					(error) => lost || answer(() => reject(error)),
				);
				return true;
			};
			scheduler.after(delay, arrive);
		});
	}

	#deliver(
		actor: Actor,
		method: string,
		args: unknown[],
		done: (value: unknown) => void,
		failed: (error: Error) => void,
	): void {
		const instance = this.#wake(actor);
		if (!instance.alive) {
			failed(new Error(`${actor.name} crashed as it woke`));
			return;
		}
		instance.calls.add(failed);
		const start = () => {
			this.#world.note(() => `${actor.name}.${method}(${JSON.stringify(args).slice(1, -1)})`);
			runAs(instance, async () => instance.methods[method]?.(...args)).then(
				(value) => {
					if (!instance.alive) return;
					instance.calls.delete(failed);
					this.#world.note(() => `  ${actor.name}.${method} -> ${JSON.stringify(value)}`);
					done(structuredClone(value));
				},
				(error: unknown) => {
					if (!instance.alive) return;
					instance.calls.delete(failed);
					this.#world.note(() => `  ${actor.name}.${method} threw ${error}`);
					failed(new Error(error instanceof Error ? `${error.name}: ${error.message}` : String(error)));
				},
			);
		};
		if (instance.blocked) instance.queue.push(start);
		else start();
	}

	#wake(actor: Actor): Instance {
		if (actor.instance) return actor.instance;
		const instance: Instance = {
			alive: true,
			name: actor.name,
			methods: {},
			blocked: false,
			queue: [],
			calls: new Set(),
		};
		actor.instance = instance;
		const context = {
			id: { name: actor.name },
			storage: this.#storage(actor, instance),
			waitUntil: () => undefined,
			blockConcurrencyWhile: async (work: () => Promise<void>) => {
				instance.blocked = true;
				await work();
				instance.blocked = false;
				for (const start of instance.queue.splice(0)) start();
			},
		};
		const Class = classes[actor.kind];
		runAs(instance, () => {
			const object = new Class(context as unknown as DurableObjectState, this.#env() as Env);
			instance.methods = bound(object);
		});
		return instance;
	}

	#storage(actor: Actor, instance: Instance) {
		const { database } = actor;
		const world = this.#world;
		/** A crash right here: between a write and the alarm that goes with it. */
		const survives = () => {
			if (!instance.alive) return false;
			if (!world.happens(world.profile.alarmCrash)) return true;
			world.fault(`crash of ${actor.name} at its alarm`);
			this.#kill(actor);
			return false;
		};
		return {
			sql: { exec: (query: string, ...bindings: SQLInputValue[]) => database.exec(query, bindings) },
			transactionSync: <T>(code: () => T) => database.transaction(code),
			getAlarm: () => (survives() ? Promise.resolve(actor.alarmAt) : never<number | null>()),
			setAlarm: (at: number) => {
				if (!survives()) return never<void>();
				this.#setAlarm(actor, at);
				return Promise.resolve();
			},
			deleteAll: async () => database.clear(),
		};
	}

	#setAlarm(actor: Actor, at: number): void {
		actor.alarmAt = at;
		actor.alarmNo += 1;
		const no = actor.alarmNo;
		const { scheduler, random } = this.#world;
		scheduler.after(at - scheduler.now + random.between(0, 20), () => this.#ring(actor, no));
	}

	#ring(actor: Actor, no: number): boolean {
		if (actor.alarmAt === null || actor.alarmNo !== no) return false;
		if (actor.alarmRuns) {
			this.#world.scheduler.after(50, () => this.#ring(actor, no));
			return false;
		}
		actor.alarmAt = null;
		actor.alarmRuns = true;
		const over = () => {
			actor.alarmRuns = false;
		};
		const again = () => {
			over();
			if (actor.alarmAt === null) this.#setAlarm(actor, this.#world.now + alarmRetryMs);
		};
		this.#deliver(actor, "alarm", [], over, again);
		return true;
	}
}

/** The methods of an object by name, as calls reach them. */
function bound(object: object): Methods {
	const methods = object as unknown as Methods;
	return new Proxy(methods, {
		get: (target, name) => {
			const method = typeof name === "string" ? target[name] : undefined;
			return method?.bind(target);
		},
	});
}
