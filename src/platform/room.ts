import { z } from "zod";
import { together } from "./lazily.ts";
import type { Events, OutboxHandlers } from "./outbox.ts";
import type { Setting } from "./settings.ts";

/** What a handler of an event answers if the rooms behind it have nothing more to do. */
export const settled = Symbol("settled");

/** What a room does about events. */
export type EventHandlers = { [Kind in keyof Events]?: (payload: Events[Kind]) => Promise<unknown> };

/** Something that a queue carries, by its `kind`. */
export interface Job {
	/** @throws ZodError if it is not of this kind's shape */
	run(job: unknown): Promise<void>;
}

/** Shapes of jobs, made once: a room says what it brings for every update anew. */
export const byNo = z.object({ no: z.int() });
export const byBot = z.object({ botId: z.int() });
export const byId = z.object({ id: z.string() });
export const bare = z.object({});

export const job = <T>(schema: z.ZodType<T>, run: (job: T) => Promise<void>): Job => ({
	run: (sent) => run(schema.parse(sent)),
});

/** The schedules of wrangler.toml. */
export const schedules = { minute: "* * * * *", hour: "7 * * * *", night: "17 3 * * *" } as const;
export type Schedule = keyof typeof schedules;

/** Carries out the work of a step, see `work`. */
export const stepJob = z.object({
	kind: z.literal("step"),
	schedule: z.enum(["minute", "hour", "night"]),
	name: z.string(),
});
export type StepJob = z.infer<typeof stepJob>;
/** What happens by the clock. */
export interface Step {
	/** So many statements at most does it ask of D1 when there is nothing to do: it happens every time. */
	idle: number;
	/** Whether there is something to do: then `run` happens in a job of its own. Without it `run` only looks, and enqueues. */
	due?: () => Promise<boolean>;
	run(): Promise<unknown>;
}

/** A step that looks for work, and enqueues what it finds. */
export const step = (idle: number, run: Step["run"]): Step => ({ idle, run });

/** A step that is work itself: it happens in a job of its own, with all that one invocation may cost. */
export const work = (idle: number, due: () => Promise<boolean>, run: Step["run"]): Step => ({
	idle,
	due,
	run,
});

export const always = async () => true;

/** What the doctor found. */
export interface Check {
	name: string;
	ok: boolean;
	detail: string;
	/** What to do about it. */
	fix?: string;
}

/**
 * What a room brings beside its services. A name belongs to one room: two that claim it are refused.
 * A capability that declares an interface for others adds it here, by augmenting this.
 */
export interface Brings {
	settings: readonly Setting[];
	/** The first words of its buttons' data. */
	callbacks: readonly string[];
	jobs: Readonly<Record<string, Job>>;
	/** Steps of the clock, in this order. */
	minute: Readonly<Record<string, Step>>;
	hour: Readonly<Record<string, Step>>;
	night: Readonly<Record<string, Step>>;
	/** What the doctor looks at beside the house itself. */
	checks: Readonly<Record<string, () => Promise<Check>>>;
}

export interface Room<Services extends object = object> {
	name: string;
	services: Services;
	/** Several rooms may do something about one event: their order is stated beside the list of rooms. */
	events: EventHandlers;
	brings: Partial<Brings>;
}

type ServicesOf<Rooms extends readonly Room[]> = Rooms extends readonly [
	Room<infer First>,
	...infer Rest extends readonly Room[],
]
	? First & ServicesOf<Rest>
	: unknown;

/** The services of all rooms, none of them made. */
export const servicesOf = <Rooms extends readonly Room[]>(rooms: Rooms) =>
	together(...rooms.map(({ services }) => services)) as ServicesOf<Rooms>;

const namesIn = (brought: Brings[keyof Brings]): string[] =>
	Array.isArray(brought)
		? brought.map((one: string | Setting) => (typeof one === "string" ? one : one.key))
		: Object.keys(brought);

/** @throws Error if two rooms claim one name */
export function refuseDoubles(rooms: readonly Room[]): void {
	const owners = new Map<string, string>();
	for (const { name, brings } of rooms) {
		for (const [what, brought] of Object.entries(brings)) {
			for (const one of namesIn(brought)) {
				const claim = `${what} ${one}`;
				const other = owners.get(claim);
				if (other) throw new Error(`${other} and ${name} both bring ${claim}`);
				owners.set(claim, name);
			}
		}
	}
}

type Named = { [What in keyof Brings]: Brings[What] extends readonly unknown[] ? never : What }[keyof Brings];

/** What all rooms bring of this, by name, in the order of the rooms. */
export const gather = <What extends Named>(rooms: readonly Room[], what: What): Brings[What] =>
	Object.assign({}, ...rooms.map(({ brings }) => brings[what] ?? {}));

/**
 * What follows each event. Where several rooms have something to do about one, `orders` says who comes first.
 * @throws Error if two rooms claim an event and no order names them, or an order names one that has nothing to do
 */
export function followUps(
	rooms: readonly Room[],
	orders: Readonly<Partial<Record<keyof Events, readonly string[]>>>,
): OutboxHandlers {
	const kinds = new Set(rooms.flatMap(({ events }) => Object.keys(events) as (keyof Events)[]));
	const chains = [...kinds].map(<Kind extends keyof Events>(kind: Kind) => {
		const concerned = rooms.filter(({ events }) => events[kind]);
		const order = orders[kind] ?? [concerned[0]?.name];
		const chain = order.map((name) => concerned.find((room) => room.name === name));
		if (chain.length !== concerned.length || chain.includes(undefined)) {
			const who = concerned.map(({ name }) => name).join(", ");
			throw new Error(`${who} follow the event ${kind}: their order is not stated`);
		}
		const follow = async (payload: Events[Kind]) => {
			for (const room of chain) if ((await room?.events[kind]?.(payload)) === settled) return;
		};
		return [kind, follow];
	});
	return Object.fromEntries(chains);
}
