import { DeliveryWorld } from "../test/delivery/world.ts";
import { Random } from "../test/model/random.ts";

export interface DeliveryFigures {
	delivered: number;
	seconds: number;
	/** As long as it must take at the pace that is set. */
	floor: number;
	/** The most calls in any second. */
	busiest: number;
	/** The same from two seconds after the pace was lowered on. */
	busiestAfter: number;
	/** Calls that a Telegram with a bucket of so many a second would have refused. */
	tooFast: number;
	rows: number;
	queueOperations: number;
}

interface Run {
	recipients: number;
	perSecond: number;
	/** What the setting is changed to in the middle. */
	thenPerSecond?: number;
	/** On the real clock; else time is made to pass. */
	real?: boolean;
}

/** One campaign through the real delivery, over SQLite, with a Telegram that takes 80 ms and a database that takes 15. */
export async function benchDelivery(wanted: Run): Promise<DeliveryFigures> {
	const { recipients, perSecond, thenPerSecond = perSecond, real = false } = wanted;
	const world = new DeliveryWorld(new Random(7));
	if (real) setRealClock(world);
	const pass = <T>(work: Promise<T>) => (real ? work : world.run(work));
	const ids = JSON.stringify(Array.from({ length: recipients }, (_, i) => i + 1));
	await world.query("INSERT INTO people (id, version, created_at) SELECT value, 1, 1 FROM json_each(?)", ids);
	await world.query(
		"INSERT INTO person_bots (user_id, bot_id, started_at) SELECT value, 1, 1 FROM json_each(?)",
		ids,
	);
	world.policy = { perSecond, reserve: 5 };
	world.databaseMs = 15;
	const rowsBefore = await rowsWritten(world);
	let droppedAt = Number.POSITIVE_INFINITY;
	let before = recipients;
	const push = world.calls.push.bind(world.calls);
	world.calls.push = (...calls) => {
		if (thenPerSecond !== perSecond && world.calls.length === Math.floor(recipients / 2)) {
			world.policy = { perSecond: thenPerSecond, reserve: 5 };
			droppedAt = world.now;
			before = world.calls.length;
		}
		return push(...calls);
	};

	const audience = { audience: "all", bots: [1] };
	const content = { message: "hello" };
	await pass(
		world.process().campaigns.start({ owner: "broadcast", content, audience, key: null, actor: "owner" }),
	);
	let jobs = 0;
	for (let job = world.jobs.shift(); job; job = world.jobs.shift()) {
		jobs++;
		await pass(world.work(job));
	}

	const times = world.calls.map(({ at }) => at);
	return {
		delivered: world.delivered.size,
		seconds: ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000,
		floor: before / perSecond + (recipients - before) / thenPerSecond,
		busiest: busiestSecond(times),
		busiestAfter: busiestSecond(times.filter((at) => at > droppedAt + 2_000)),
		tooFast: refusals(times, perSecond),
		rows: ((await rowsWritten(world)) - rowsBefore) / recipients,
		// A message is written, read and deleted.
		queueOperations: (3 * jobs) / recipients,
	};
}

const rowsWritten = async (world: DeliveryWorld) =>
	(await world.query<{ rows: number }>("SELECT total_changes() AS rows"))[0]?.rows ?? 0;

function busiestSecond(times: readonly number[]): number {
	let most = 0;
	let from = 0;
	for (const [i, at] of times.entries()) {
		while ((times[from] ?? at) <= at - 1000) from++;
		most = Math.max(most, i - from + 1);
	}
	return most;
}

/** A bucket that holds one second's messages and fills at that pace, as the simulator's. */
function refusals(times: readonly number[], rate: number): number {
	let tokens = rate;
	let last = times[0] ?? 0;
	let refused = 0;
	for (const at of times) {
		tokens = Math.min(rate, tokens + ((at - last) / 1000) * rate);
		last = at;
		if (tokens < 1) refused++;
		else tokens--;
	}
	return refused;
}

function setRealClock(world: DeliveryWorld): void {
	Object.defineProperty(world, "now", { get: () => Date.now() });
	world.sleep = (ms) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
