import type { GroupsServices } from "../groups/wiring.ts";
import { backUp } from "../platform/backup.ts";
import type { House } from "../platform/house.ts";
import { lazily } from "../platform/lazily.ts";
import { sweep } from "../platform/outbox.ts";
import { purgeDeadJobs, purgeFailedUpdates, purgeIdempotencyKeys } from "../platform/retention.ts";
import { always, bare, type Check, job, type Room, step, work } from "../platform/room.ts";
import type { Setting } from "../platform/settings.ts";
import { type Bots, createBots } from "./service/bots.ts";
import { createDeadJobs, type DeadJobs } from "./service/dead-jobs.ts";
import { createDoctor, type Doctor } from "./service/doctor.ts";
import { createJournal, type Journal } from "./service/journal.ts";
import { createSetup, type Setup } from "./service/setup.ts";
import { createOperations, type Operations } from "./service.ts";
import { operationsSettings } from "./settings.ts";

export interface OperationsServices {
	operations: Operations;
	bots: Bots;
	journal: Journal;
	deadJobs: DeadJobs;
	setup: Setup;
	doctor: Doctor;
}

interface Needs {
	below: Pick<GroupsServices, "groups">;
	/** Every setting of all rooms. */
	allSettings: () => readonly Setting[];
	/** What the rooms have the doctor look at. */
	checks: () => Readonly<Record<string, () => Promise<Check>>>;
}

/** Running the deployment: its bots, settings and health. */
export function operationsRoom(
	house: House,
	{ below, allSettings, checks }: Needs,
): Room<OperationsServices> {
	const { env, db, settings, now } = house;
	const services: OperationsServices = lazily<OperationsServices>({
		operations: () => createOperations({ ...house, allSettings: allSettings() }),
		bots: () => createBots(house),
		journal: () => createJournal(house),
		deadJobs: () =>
			createDeadJobs({ ...house, queues: { events: env.EVENTS, send: env.SEND, delete: env.DELETE } }),
		setup: () =>
			createSetup({
				...house,
				hasGroup: async () => (await below.groups.list("active", null, 1)).length > 0,
			}),
		doctor: () => createDoctor({ ...house, allSettings: allSettings(), checks: checks() }),
	});
	return {
		name: "operations",
		services,
		events: {},
		brings: {
			settings: operationsSettings,
			callbacks: ["here"],
			// The doctor's: that it comes through is all it is for.
			jobs: { probe: job(bare, async () => undefined) },
			minute: { outbox: step(1, () => sweep(db, house.events, now(), house.log)) },
			night: {
				backup: work(0, always, () => backUp(house)),
				failed_updates: work(0, always, () => purgeFailedUpdates(db, settings, now())),
				idempotency_keys: work(0, always, () => purgeIdempotencyKeys(db, now())),
				dead_jobs: work(0, always, () => purgeDeadJobs(db, settings, now())),
			},
		},
	};
}
