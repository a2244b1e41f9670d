import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { beforeEach, expect, test, vi } from "vitest";
import { createDeps } from "../src/deps.ts";
import { clearing, consumeClearing, holdDeletes, postMany, runDeletes, statesOf } from "./clearing-world.ts";
import { runClock } from "./clock.ts";
import { eventually } from "./eventually.ts";
import { call, type GroupRoom, groupWorld } from "./group-world.ts";
import { ownerKey } from "./telegram.ts";

const world = groupWorld();
const hour = 3_600_000;
let jobs: ReturnType<typeof holdDeletes>;

beforeEach(() => {
	jobs = holdDeletes();
	world.telegram.simulator.clearFaults();
});

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
const clear = async (room: GroupRoom, filter: Record<string, unknown> = {}) =>
	(await call("POST", `/api/groups/${room.id}/clear`, filter)).body;
const deletions = (room: GroupRoom) =>
	room.simulator
		.calls({ method: "deleteMessages" })
		.filter(({ parameters }) => parameters.chat_id === room.id);
const left = (room: GroupRoom, ids: readonly number[]) => ids.filter((id) => room.has(id));

test("a list of any messages goes, a hundred a call, and the history of ours follows", async () => {
	const room = await world.room();
	const bob = await room.joined("Bob");
	const theirs: number[] = [];
	for (let i = 0; i < 5; i++) theirs.push((await room.say(bob, `spam ${i}`)).message_id);
	const ours = await postMany(room, 230);
	const ids = [...theirs, ...ours, ...ours.slice(0, 3), 99_999];
	const { status, body } = await call("POST", `/api/groups/${room.id}/messages/delete`, { message_ids: ids });
	expect([status, body]).toEqual([202, { clearing: expect.any(Number), deletable: 236, too_old: 0 }]);
	expect(await clearing(body.clearing)).toMatchObject({ state: "running", total: 236, deleted: 0 });
	await runDeletes(jobs);
	// What is missing counts as gone.
	expect(await clearing(body.clearing)).toMatchObject({
		...{ state: "done", total: 236, deleted: 236, too_old: 0, failed: 0, note: null },
		...{ created_by: "owner", filter: { messages: 236 } },
	});
	expect(deletions(room).map(({ parameters }) => (parameters.message_ids as number[]).length)).toEqual([
		100, 100, 36,
	]);
	expect(left(room, ids)).toEqual([]);
	expect(await statesOf(room.id)).toEqual({ deleted: 230 });
	const { body: audited } = await call("GET", "/api/audit");
	expect(audited.entries[0]).toMatchObject({ action: "clearing.started", subject: String(room.id) });

	for (const [path, input, want] of [
		["messages/delete", { message_ids: [] }, 400],
		["messages/delete", { message_ids: Array.from({ length: 10_001 }, (_, i) => i + 1) }, 400],
		["clear", { from: "2030-01-02T00:00:00Z", to: "2030-01-01T00:00:00Z" }, 400],
		["clear", { from_message_id: 9, to_message_id: 3 }, 400],
	] as const)
		expect((await call("POST", `/api/groups/${room.id}/${path}`, input)).status).toBe(want);
	expect((await call("POST", "/api/groups/-12345/clear", {})).status).toBe(404);
	expect((await call("GET", "/api/clearings/999999")).status).toBe(404);
});

test("each filter takes what it says, the dry run counts just that, and 48 hours are the wall", async () => {
	const room = await world.room();
	const began = Date.now();
	const at = (hours: number) => new Date(began + hours * hour).toISOString();
	const days: number[][] = [];
	for (let day = 0; day < 4; day++) {
		days.push(await postMany(room, 3));
		pass(20 * hour);
	}
	// Now it is hour 80; what was posted at hours 0 and 20 is too old, at 40 and 60 not.
	const [, , third = [], fourth = []] = days;
	for (const [filter, deletable, too_old] of [
		[{}, 6, 6],
		[{ from_message_id: third[1] }, 5, 0],
		[{ to_message_id: third[1] }, 2, 6],
		[{ from_message_id: third[0], to_message_id: third[0] }, 1, 0],
		[{ from: at(39), to: at(41) }, 3, 0],
		[{ from: at(10) }, 6, 3],
		[{ older_than_hours: 21 }, 3, 6],
		[{ older_than_days: 2 }, 0, 6],
		[{ older_than_days: 1, older_than_hours: 30, to: at(60) }, 3, 6],
		[{ from: at(100) }, 0, 0],
	] as [object, number, number][]) {
		const dry = await call("POST", `/api/groups/${room.id}/clear`, { ...filter, dry_run: true });
		expect([filter, dry.status, dry.body]).toEqual([filter, 200, { clearing: null, deletable, too_old }]);
	}
	expect(await statesOf(room.id)).toEqual({ sent: 12 });

	const some = await clear(room, { older_than_hours: 21, from: at(10) });
	expect(some).toMatchObject({ deletable: 3, too_old: 3 });
	expect(await statesOf(room.id)).toEqual({ sent: 9, too_old: 3 });
	await runDeletes(jobs);
	expect(await clearing(some.clearing)).toMatchObject({ state: "done", total: 6, deleted: 3, too_old: 3 });
	expect(left(room, days.flat())).toEqual([...(days[0] ?? []), ...(days[1] ?? []), ...fourth]);
	const dry = await clear(room, { dry_run: true });
	const rest = await clear(room);
	expect(rest).toEqual({ ...dry, clearing: rest.clearing });
	await runDeletes(jobs);
	expect(await statesOf(room.id)).toEqual({ deleted: 6, too_old: 6 });
	// Nothing is left: done at once, and no job.
	const none = await clear(room);
	expect([none.deletable, (await clearing(none.clearing)).state, jobs]).toEqual([0, "done", []]);
	const { body } = await call("GET", `/api/groups/${room.id}/clearings?limit=2`);
	expect(body.clearings.map(({ no }: { no: number }) => no)).toEqual([none.clearing, rest.clearing]);
	const next = await call("GET", `/api/groups/${room.id}/clearings?limit=2&cursor=${body.next}`);
	expect(next.body.clearings.map(({ no }: { no: number }) => no)).toEqual([some.clearing]);
	expect(next.body.next).toBeNull();
});

test("what only Telegram knows to be too old is found by halving, and nothing else is lost", async () => {
	const room = await world.room();
	const bob = await room.joined("Bob");
	const old: number[] = [];
	for (let i = 0; i < 4; i++) old.push((await room.say(bob, `old ${i}`)).message_id);
	pass(49 * hour);
	const young = await postMany(room, 120);
	const { body } = await call("POST", `/api/groups/${room.id}/messages/delete`, {
		message_ids: [...young.slice(0, 60), ...old, ...young.slice(60)],
	});
	await runDeletes(jobs);
	expect(await clearing(body.clearing)).toMatchObject({ state: "done", deleted: 120, too_old: 4, failed: 0 });
	expect(left(room, [...old, ...young])).toEqual(old);
	expect(deletions(room).length).toBeLessThan(30);
	// A refusal of another kind is told in Telegram's words.
	const [one = 0] = await postMany(room, 1);
	room.simulator.addFault({ method: "deleteMessages", status: 400, description: "Bad Request: odd" });
	const odd = await call("POST", `/api/groups/${room.id}/messages/delete`, { message_ids: [one] });
	await runDeletes(jobs);
	expect(await clearing(odd.body.clearing)).toMatchObject({
		...{ state: "done", deleted: 0, failed: 1, note: "Bad Request: odd" },
	});
});

test("a 429 waits as long as Telegram says, costs no try, and holds what is paced in that group", async () => {
	const room = await world.room();
	const ids = await postMany(room, 250);
	const { clearing: no } = await clear(room);
	for (let i = 0; i < 12; i++) room.simulator.addFault({ method: "deleteMessages", retry_after: 33 });
	expect(await consumeClearing(no)).toBe(false);
	const again = { body: { kind: "clearing", no }, delaySeconds: 33 };
	expect(jobs.splice(0)).toEqual([{ ...again, delaySeconds: 0 }, again]);
	const paced = async (name: string) => (await env.PACER.getByName(name).lease("bulk", 1)).count;
	expect([await paced(`group:${room.id}`), await paced(`bot:${world.telegram.bot}`)]).toEqual([0, 1]);
	// The clock lets it wait.
	await world.later(2);
	expect(jobs).toEqual([]);
	for (let calls = deletions(room).length; calls < 12; calls = deletions(room).length)
		expect(await consumeClearing(no)).toBe(false);
	expect(await clearing(no)).toMatchObject({ state: "running", deleted: 0, note: null });
	jobs.splice(0);
	await consumeClearing(no);
	expect(await clearing(no)).toMatchObject({ state: "done", deleted: 250 });
	expect(left(room, ids)).toEqual([]);
});

test("5xx and no answer are tried again, then by the clock, and in the end it has failed in words", async () => {
	const room = await world.room();
	const ids = await postMany(room, 3);
	const { clearing: no } = await clear(room);
	const fail = (times: number) =>
		room.simulator.addFault({ method: "deleteMessages", status: 502, description: "Bad Gateway", times });
	room.simulator.addFault({ method: "deleteMessages", drop_answer: true });
	fail(2);
	await runDeletes(jobs);
	// The first one had its effect before its answer was lost: what is gone already counts once.
	expect(await clearing(no)).toMatchObject({ state: "done", deleted: 3, failed: 0 });
	expect([left(room, ids), deletions(room).length]).toEqual([[], 4]);

	await postMany(room, 3);
	const { clearing: hopeless } = await clear(room);
	fail(100);
	await runDeletes(jobs);
	expect(await clearing(hopeless)).toMatchObject({ state: "running", deleted: 0 });
	expect(deletions(room).length).toBe(4 + 4);
	let minutes = 0;
	for (; (await clearing(hopeless)).state === "running" && minutes < 60; minutes += 3) {
		await world.later(3);
		await runDeletes(jobs);
	}
	expect(await clearing(hopeless)).toMatchObject({ state: "failed", note: "Bad Gateway" });
	expect([deletions(room).length, minutes]).toEqual([4 + 10, 18]);
	expect(await statesOf(room.id)).toEqual({ deleted: 3, sent: 3 });
});

test("without the right only its own can go; the answer says what to switch on", async () => {
	const room = await world.room();
	const bob = await room.joined("Bob");
	await room.addBot({ denied: ["can_delete_messages"] });
	const ours = await postMany(room, 2);
	const theirs = (await room.say(bob, "rude")).message_id;
	const list = { message_ids: [theirs, ...ours] };
	const { body } = await call("POST", `/api/groups/${room.id}/messages/delete`, list);
	expect(body.rights_missing).toEqual({
		right: "can_delete_messages",
		switch_on: expect.stringContaining("Delete messages"),
	});
	await runDeletes(jobs);
	const some = await clearing(body.clearing);
	expect(some).toMatchObject({ state: "done", total: 3, deleted: 2, failed: 1, too_old: 0 });
	expect(some.note).toContain("message can't be deleted. Switch on: Group > Edit > Administrators");
	expect(left(room, [theirs, ...ours])).toEqual([theirs]);

	const own = await clear(room);
	expect(own.rights_missing).toBeUndefined();
	await runDeletes(jobs);
	expect(await clearing(own.clearing)).toMatchObject({ state: "done", deleted: 0 });
	await postMany(room, 2);
	const more = await clear(room);
	expect(more.rights_missing).toBeUndefined();
	await runDeletes(jobs);
	expect(await clearing(more.clearing)).toMatchObject({ state: "done", deleted: 2, failed: 0 });
	await room.addBot();
	const again = (await call("POST", `/api/groups/${room.id}/messages/delete`, list)).body;
	expect(again.rights_missing).toBeUndefined();
	await runDeletes(jobs);
	expect(await clearing(again.clearing)).toMatchObject({ state: "done", deleted: 3 });
	expect(room.has(theirs)).toBe(false);
});

test("a bot that was kicked ends it, and the group with it; a migration ends it as well", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	await postMany(room, 150);
	const { clearing: no } = await clear(room);
	// Nobody has told of it yet.
	const gone = { status: "kicked", rights: {}, until_date: 0, is_member: false } as const;
	simulator.world.group(room.id).members.set(bot, gone);
	await runDeletes(jobs);
	expect(await clearing(no)).toMatchObject({
		...{ state: "failed", deleted: 0, note: "Forbidden: bot was kicked from the supergroup chat" },
	});
	expect(await room.row()).toMatchObject({ state: "inactive", inactive_reason: "gone" });
	expect(await statesOf(room.id)).toEqual({ sent: 150 });
	expect((await call("POST", `/api/groups/${room.id}/clear`, {})).status).toBe(409);

	const small = await world.room({ type: "group" });
	const ids = await postMany(small, 3);
	const started = await clear(small);
	const later = await clear(small, { to_message_id: ids[0] });
	const { id } = simulator.migrate(small.owner, { chat: small.id });
	await consumeClearing(started.clearing);
	await runDeletes(jobs);
	for (const one of [started, later])
		expect(await clearing(one.clearing)).toMatchObject({
			...{ state: "failed", deleted: 0, group_id: id },
			note: expect.stringContaining("other ids"),
		});
	expect(simulator.calls({ method: "deleteMessages" }).at(-1)?.parameters.chat_id).toBe(small.id);
	const { body } = await call("GET", `/api/groups/${id}/clearings`);
	expect(body.clearings).toHaveLength(2);
});

test("three jobs side by side count once, and so does one that comes late", async () => {
	const room = await world.room();
	await postMany(room, 700);
	const { clearing: no } = await clear(room);
	await Promise.all([consumeClearing(no), consumeClearing(no), consumeClearing(no)]);
	await consumeClearing(no);
	expect(await clearing(no)).toMatchObject({ state: "done", total: 700, deleted: 700, failed: 0 });
	expect(await statesOf(room.id)).toEqual({ deleted: 700 });
	// Who saw that another one had gone on stopped.
	expect(deletions(room).length).toBeLessThan(21);
});

test("a crash between the calls and the writing costs a repeat and no count", async () => {
	const room = await world.room();
	const ids = await postMany(room, 130);
	const { clearing: no } = await clear(room);
	const database = Object.getPrototypeOf(env.DB) as D1Database;
	const broken = vi.spyOn(database, "batch").mockRejectedValue(new Error("Network connection lost"));
	expect(await consumeClearing(no)).toBe(true);
	broken.mockRestore();
	expect(left(room, ids)).toEqual([]);
	expect(await clearing(no)).toMatchObject({ state: "running", deleted: 0 });
	expect(await statesOf(room.id)).toEqual({ sent: 130 });
	// Its message was lost as well: the clock finds it, and two clocks begin it once.
	jobs.splice(0);
	pass(3 * 60_000);
	await Promise.all([runClock(), runClock()]);
	expect(jobs.map(({ body }) => body.no)).toEqual([no]);
	await runDeletes(jobs);
	expect(await clearing(no)).toMatchObject({ state: "done", deleted: 130, failed: 0 });
	expect(await statesOf(room.id)).toEqual({ deleted: 130 });
});

test("an Idempotency-Key starts it once, also at the same time", async () => {
	const room = await world.room();
	await postMany(room, 4);
	pass(47 * hour);
	await postMany(room, 2);
	pass(2 * hour);
	const ask = async () => {
		const response = await exports.default.fetch(`https://rialto.test/api/groups/${room.id}/clear`, {
			method: "POST",
			headers: { authorization: `Bearer ${ownerKey}`, "idempotency-key": `once ${room.id}` },
			body: "{}",
		});
		return response.json();
	};
	const answers = await Promise.all([ask(), ask(), ask()]);
	await runDeletes(jobs);
	answers.push(await ask());
	for (const answer of answers) expect(answer).toEqual(answers[0]);
	expect(answers[0]).toMatchObject({ deletable: 2, too_old: 4 });
	const { body } = await call("GET", `/api/groups/${room.id}/clearings`);
	expect(body.clearings).toHaveLength(1);
	expect(jobs).toEqual([]);
});

test("what is due goes by itself, once for two clocks; what was due too late is too old", async () => {
	const room = await world.room();
	const other = await world.room();
	const due = Date.now() + hour;
	const ids = await postMany(room, 3, { deleteAt: due });
	await postMany(other, 2, { deleteAt: due });
	const staying = await postMany(room, 1);
	const late = await postMany(room, 1, { deleteAt: Date.now() + 100 * hour });
	await world.later(59);
	expect(jobs).toEqual([]);
	pass(60_000);
	await Promise.all([runClock(), runClock()]);
	expect(jobs).toHaveLength(2);
	await runDeletes(jobs);
	expect(left(room, [...ids, ...staying, ...late])).toEqual([...staying, ...late]);
	expect(await statesOf(other.id)).toEqual({ deleted: 2 });
	const { body } = await call("GET", `/api/groups/${room.id}/clearings`);
	expect(body.clearings).toMatchObject([
		{ state: "done", total: 3, deleted: 3, created_by: "system", filter: { due: true } },
	]);
	pass(100 * hour);
	await world.later(1);
	expect(jobs).toEqual([]);
	expect(await statesOf(room.id)).toEqual({ deleted: 3, sent: 1, too_old: 1 });
});

test("what nobody could finish is given up after days, and forgotten after its time", async () => {
	const room = await world.room();
	await postMany(room, 1);
	const { clearing: no } = await clear(room);
	jobs.splice(0);
	pass(73 * hour);
	await world.later(1);
	expect(jobs).toEqual([]);
	expect(await clearing(no)).toMatchObject({ state: "failed", note: expect.stringContaining("stood still") });
	const { clearings } = await createDeps(env);
	await clearings.purge();
	expect((await clearing(no)).state).toBe("failed");
	pass(88 * 24 * hour);
	await clearings.purge();
	expect((await call("GET", `/api/clearings/${no}`)).status).toBe(404);
});

test("the queue itself brings it to the end", async () => {
	const room = await world.room();
	const ids = await postMany(room, 120);
	vi.mocked((Object.getPrototypeOf(env.DELETE) as Queue).send).mockRestore();
	const { clearing: no } = await clear(room);
	await eventually(async () => expect((await clearing(no)).state).toBe("done"));
	expect(left(room, ids)).toEqual([]);
});
