import type { Language } from "../../src/platform/i18n/index.ts";
import { Actors } from "./actors.ts";
import { Database } from "./database.ts";
import { bots, createEnv, createModelDeps } from "./deps.ts";
import { restartIds } from "./ids.ts";
import { Inbox } from "./inbox.ts";
import { Jobs } from "./jobs.ts";
import { People, randomCard } from "./people.ts";
import { checkAtRest } from "./rest.ts";
import { Telegram } from "./telegram.ts";
import { Witness } from "./witness.ts";
import { type Profile, World } from "./world.ts";

const calm = {
	...{ actorCrash: 0, alarmCrash: 0, requestCrash: 0, totalCrash: 0, lostCall: 0, slowCall: 0, telegram: 0 },
	...{ duplicate: 0.12, fickle: 1 },
};

const profiles = {
	calm: { ...calm, name: "calm" },
	telegram: { ...calm, name: "telegram", telegram: 0.06 },
	calls: { ...calm, name: "calls", lostCall: 0.05, slowCall: 0.02, fickle: 5 },
	crashes: {
		...{
			...calm,
			name: "crashes",
			actorCrash: 0.006,
			alarmCrash: 0.01,
			requestCrash: 0.003,
			totalCrash: 0.0006,
		},
		...{ lostCall: 0.008, slowCall: 0.004 },
	},
	everything: {
		...{ ...calm, name: "everything", actorCrash: 0.004, alarmCrash: 0.006, requestCrash: 0.002 },
		...{ totalCrash: 0.0005, lostCall: 0.006, slowCall: 0.004, telegram: 0.04 },
	},
} satisfies Record<string, Profile>;

export interface RunResult {
	profile: string;
	violations: string[];
	trace: string[];
	/** How much happened, so that a run that does nothing is noticed. */
	counts: Record<string, number>;
}

/** One run of the model from one seed: the same seed, the same run. */
export async function run(seed: number, { actions = 40, tracing = false } = {}): Promise<RunResult> {
	const names = Object.keys(profiles) as (keyof typeof profiles)[];
	const profile = profiles[names[seed % names.length] ?? "calm"];
	const world = new World(seed, profile, tracing);
	const { random, scheduler } = world;
	const telegram = new Telegram(world);
	const actors: Actors = new Actors(
		world,
		() => env,
		(...write) => witness.wrote(...write),
	);
	const database = new Database(world);
	const jobs = new Jobs(world);
	const env = createEnv(actors, database, jobs);
	const tries = new Map<string, number>();
	const deps = createModelDeps(env, world, jobs, (key, error) => {
		const sent = inbox.sent.get(key);
		world.note(() => `  ${key} failed: ${error}`);
		// What went wrong a minute ago may still show, as a call that comes late.
		if (!world.faultySince((sent?.at ?? 0) - 60_000, key))
			world.fail("6 failed", `${key} (${sent?.what}): ${error}`);
		const count = (tries.get(key) ?? 0) + 1;
		tries.set(key, count);
		return count;
	});
	const inbox = new Inbox(world, deps);
	const witness = new Witness(world, inbox.sent);
	telegram.received = (...event) => witness.received(...event);
	telegram.edited = (...event) => witness.confirmed(...event);
	actors.died = (who) => telegram.drop(who);
	jobs.died = (who) => telegram.drop(who);
	scheduler.between = () => {
		crashSomething(world, actors, inbox, jobs, telegram);
		return world.violations.length > 0;
	};

	restartIds();
	const restore = scheduler.install(telegram.fetch);
	try {
		world.faultsOn = false;
		const people = await settleIn(world, env, database, { world, telegram, inbox, witness });
		world.faultsOn = true;
		jobs.sweep(database);
		people.findAll();
		for (let i = 0; i < actions && world.violations.length === 0; i++) {
			await scheduler.run(world.now + pause(world));
			people.act();
		}
		await scheduler.run(world.now + random.between(0, 3_000));
		world.faultsOn = false;
		// Calls that are late by up to a minute still come: rest begins when the last one has.
		await scheduler.run(world.now + 75_000);
		await scheduler.run(Math.max(world.now, world.lastFaultAt()) + 150_000);
		// Silence may end a chat in this very moment.
		if ([...witness.endedAt.values()].some((at) => at > world.now - 5_000)) {
			await scheduler.run(world.now + 10_000);
		}
		if (world.violations.length === 0) checkAtRest({ world, actors, inbox, witness, database });
	} finally {
		restore();
		actors.close();
		database.close();
	}
	const copies = [...witness.written.values()].reduce((sum, written) => sum + written.copies, 0);
	const counts = {
		...{ chats: witness.pairs.size, copies, updates: inbox.sent.size, faults: world.faults.length },
		...{ locks: witness.locks.count, returns: witness.locks.returns },
	};
	return { profile: profile.name, violations: world.violations, trace: world.trace, counts };
}

/** Their profiles stand, as after the way in. */
async function settleIn(
	world: World,
	env: Env,
	database: Database,
	parts: ConstructorParameters<typeof People>[0],
) {
	const { random, scheduler } = world;
	const languages: readonly Language[] = random.chance(0.5) ? ["en"] : ["en", "pt"];
	const twoBots = random.chance(0.3);
	const people = Array.from({ length: 4 + random.below(5) }, (_, i) => {
		const used = twoBots && random.chance(0.5) ? [...bots] : bots.slice(0, 1);
		return { userId: 1_001 + i, records: random.chance(0.5) ? used : used.reverse() };
	});
	for (const { userId } of people) {
		const card = randomCard(world, languages);
		world.note(() => `${userId} is ${JSON.stringify(card)}`);
		void env.PERSON.getByName(String(userId)).put(card);
		if (random.chance(0.6)) {
			const [credits, cause] = [random.below(20) + 1, `gift:${userId}`];
			const gift =
				"INSERT INTO ledger_entries (user_id, account, amount, cause, at) VALUES (?, 'lock_credits', ?, ?, 0)";
			database.now(gift, userId, credits, cause);
		}
	}
	await scheduler.run(world.now + 1_000);
	return new People(parts, people);
}

/** The time until somebody does the next thing: mostly none, sometimes long. */
function pause({ random }: World): number {
	const dice = random.next();
	if (dice < 0.35) return random.between(0, 20);
	if (dice < 0.65) return random.between(0, 400);
	if (dice < 0.93) return random.between(400, 6_000);
	return dice < 0.99 ? random.between(6_000, 40_000) : random.between(60_000, 25 * 60_000);
}

function crashSomething(world: World, actors: Actors, inbox: Inbox, jobs: Jobs, telegram: Telegram): void {
	const { profile, random } = world;
	const kill = (request: { alive: boolean; name: string }) => {
		inbox.crash(request);
		telegram.drop(request);
	};
	if (world.happens(profile.actorCrash)) {
		const victim = random.pick(actors.busy());
		if (victim) {
			world.fault(`crash of ${victim.name}`);
			actors.crash(victim);
		}
	}
	if (world.happens(profile.requestCrash)) {
		const job = random.chance(0.2) ? random.pick(jobs.running()) : undefined;
		const victim = random.pick(inbox.requests());
		if (job) {
			world.fault(`crash of ${job.name}`);
			jobs.crash(job);
		} else if (victim) {
			world.fault("crash of a request", victim);
			kill(victim);
		}
	}
	if (world.happens(profile.totalCrash)) {
		world.fault("crash of everything");
		actors.crashAll();
		for (const request of inbox.requests()) kill(request);
		for (const job of jobs.running()) jobs.crash(job);
	}
}
