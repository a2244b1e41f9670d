import type { Erase } from "../src/clearing/rules.ts";
import { createClearings, type DeleteJob } from "../src/clearing/service.ts";
import { findGroup, insertGroup } from "../src/groups/store.ts";
import { openDb } from "../src/platform/db.ts";
import { Settings } from "../src/platform/settings.ts";
import { SilentLog } from "../test/delivery/world.ts";
import { Sqlite } from "../test/sqlite.ts";

export interface DeletionFigures {
	deleted: number;
	calls: number;
	/** The most calls under way at once. */
	sideBySide: number;
	seconds: number;
	rows: number;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const groupId = -100_1;

/** Clears a group of so many posts, from the request to the last row, on the real clock. */
export async function benchDeletion(messages: number, callMs: number): Promise<DeletionFigures> {
	const sqlite = new Sqlite();
	const db = openDb(sqlite.binding(async (act) => act()));
	const rows = () => Number(sqlite.run({ query: "SELECT total_changes() AS rows", parameters: [] })[0]?.rows);
	const group = { id: groupId, botId: 1, title: "Chess", type: "supergroup", isForum: false } as const;
	const empty = { username: null, inactiveReason: null, addedBy: null, approvedAt: null, memberCount: null };
	const more = {
		rights: null,
		lastMessageId: null,
		syncedAt: null,
		postedAt: 0,
		options: {},
		createdAt: 1,
	};
	await insertGroup(db, { ...group, ...empty, ...more, state: "active" });
	const ids = Array.from({ length: messages }, (_, i) => i + 1);
	sqlite.run({
		query: `INSERT INTO postings (post_no, round, group_id, bot_id, state, due_at, message_id, sent_at, version)
			SELECT 1, key, ?, 1, 'sent', ?, value, ?, 1 FROM json_each(?)`,
		parameters: [groupId, Date.now(), Date.now(), JSON.stringify(ids)],
	});

	let calls = 0;
	let under = 0;
	let sideBySide = 0;
	const erase: Erase = async () => {
		calls++;
		sideBySide = Math.max(sideBySide, ++under);
		await sleep(callMs);
		under--;
		return { kind: "deleted" };
	};
	const jobs: DeleteJob[] = [];
	const clearings = createClearings({
		db,
		log: new SilentLog("error"),
		settings: new Settings({}),
		eraser: () => erase,
		posts: { end: async () => undefined },
		enqueue: async (job) => void jobs.push(job),
		now: () => Date.now(),
	});
	const found = await findGroup(db, groupId);
	if (!found) throw new Error("there is no group to clear");
	const before = rows();
	const began = performance.now();
	const { clearing } = await clearings.start(found, { scope: {}, filter: {}, key: null, actor: "owner" });
	for (let job = jobs.shift(); job; job = jobs.shift()) await clearings.run(job.no);
	const seconds = (performance.now() - began) / 1000;
	const { deleted } = await clearings.find(clearing.no);
	return { deleted, calls, sideBySide, seconds, rows: (rows() - before) / messages };
}

/** The same one after the other, a call each. @returns seconds */
export async function oneByOne(messages: number, callMs: number): Promise<number> {
	const began = performance.now();
	for (let i = 0; i < messages; i++) await sleep(callMs);
	return (performance.now() - began) / 1000;
}
