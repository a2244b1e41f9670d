import { beforeEach, vi } from "vitest";
import type { Simulator } from "../simulator/simulator.ts";
import { runClock } from "./clock.ts";
import { holdSends, runJobs } from "./delivery-kit.ts";
import { call, type GroupRoom, type GroupWorld } from "./group-world.ts";

interface Posting {
	group_id: number;
	topic_id: number | null;
	round: number;
	state: string;
	note: string | null;
	message_id: number | null;
	due_at: string;
	sent_at: string | null;
	delete_at: string | null;
}

/** Posts as staff make them, and the clock and queue that carry them out. */
export function postKit(world: GroupWorld) {
	const kit = {
		jobs: [] as ReturnType<typeof holdSends>,

		/** Everything that is queued, and what it leads to. */
		run: () => runJobs(kit.jobs),

		/** Lets time go by; the clock does what is due, and the queue what it has asked for. */
		async after(seconds: number) {
			vi.setSystemTime(Date.now() + seconds * 1000);
			await runClock();
			await kit.run();
		},

		/** @returns the post's number, queued but not sent yet */
		async queue(rooms: readonly GroupRoom[], input: Record<string, unknown>, path = "/api/posts") {
			const targets = rooms.map(({ id }) => ({ group_id: id }));
			const { status, body } = await call("POST", path, { targets, ...input });
			if (status !== 202) throw new Error(JSON.stringify(body));
			return body.id as number;
		},

		async post(rooms: readonly GroupRoom[], input: Record<string, unknown>) {
			const no = await kit.queue(rooms, input);
			await kit.run();
			return no;
		},

		view: async (no: number) => (await call("GET", `/api/posts/${no}`)).body.post,

		/** The last round first. */
		postings: async (no: number): Promise<Posting[]> =>
			(await call("GET", `/api/posts/${no}/postings`)).body.postings,

		/** States of its postings, the last round first. */
		states: async (no: number) => (await kit.postings(no)).map(({ state }) => state),

		/** What is refused, by field. */
		async faults(rooms: readonly GroupRoom[], input: Record<string, unknown>) {
			const targets = rooms.map(({ id }) => ({ group_id: id }));
			const { status, body } = await call("POST", "/api/posts", { message: "x", targets, ...input });
			if (status !== 400) throw new Error(`${status} ${JSON.stringify(body)}`);
			return body.error.fields as Record<string, string>;
		},

		/** What the calls said by which this text was sent. */
		sends: (text: string) =>
			world.telegram.simulator
				.calls({ method: "sendMessage" })
				.filter(({ status }) => status === 200)
				.map(({ parameters }) => parameters)
				.filter((parameters) => parameters.text === text),
	};
	beforeEach(() => {
		kit.jobs = holdSends();
		world.telegram.simulator.clearFaults();
	});
	return kit;
}

export const times = (room: GroupRoom, text: string) => room.heard.filter((heard) => heard === text).length;

/** The bot is out, and nobody has told us. */
export function throwOut(simulator: Simulator, room: GroupRoom) {
	const gone = { status: "kicked", rights: {}, until_date: 0, is_member: false } as const;
	simulator.world.group(room.id).members.set(room.telegram.bot, gone);
}
