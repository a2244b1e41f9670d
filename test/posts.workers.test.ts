import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { openDb } from "../src/platform/db.ts";
import { duePostings, nextDue } from "../src/posts/store/postings.ts";
import { runClock } from "./clock.ts";
import { consumeJob } from "./delivery-kit.ts";
import { call, groupWorld } from "./group-world.ts";
import { postKit, throwOut, times } from "./posts-kit.ts";

const world = groupWorld();
const kit = postKit(world);
const iso = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

test("a post goes to each group once, as it was asked for, however often its job comes", async () => {
	const chess = await world.room();
	const go = await world.room();
	await go.set({ silent: true });
	const no = await kit.queue([chess, go], {
		message: "<b>Hello</b> all",
		parse_mode: "HTML",
		buttons: [[{ text: "Site", url: "https://example.com" }]],
		delete_after_hours: 2,
	});
	const [job] = kit.jobs;
	expect(job?.body).toEqual({ kind: "posts", botId: world.telegram.bot });
	await Promise.all([1, 2, 3].map(() => consumeJob(job?.body)));
	await kit.run();
	for (const room of [chess, go]) {
		expect(times(room, "Hello all")).toBe(1);
		const message = room.simulator.messages(room.owner, room.id).at(-1);
		expect(message?.reply_markup?.inline_keyboard?.flat()).toMatchObject([{ text: "Site" }]);
	}
	// Without a word from staff it is as silent as each group is set.
	const sent = kit.sends("<b>Hello</b> all");
	expect(sent.map(({ chat_id, disable_notification }) => [chat_id, disable_notification ?? false])).toEqual(
		expect.arrayContaining([
			[chess.id, false],
			[go.id, true],
		]),
	);
	expect(sent).toHaveLength(2);
	expect(await kit.view(no)).toMatchObject({
		status: "done",
		round: 1,
		next_at: null,
		counts: { sent: 2, waiting: 0, failed: 0 },
		targets: [{ state: "active" }, { state: "active" }],
	});
	const [posting] = await kit.postings(no);
	expect(Date.parse(posting?.delete_at ?? "") - Date.parse(posting?.sent_at ?? "")).toBe(2 * 3_600_000);
	const history = (await call("GET", `/api/groups/${go.id}/postings?state=sent`)).body.postings;
	expect(history).toMatchObject([{ post_id: no, state: "sent", message_id: expect.any(Number) }]);

	// A topic, a reply, loud in a silent group.
	const asked = await go.say(go.owner, "when?");
	await kit.after(10);
	await kit.post([], {
		message: "tomorrow",
		silent: false,
		reply_to: asked.message_id,
		bypass_cooldown: true,
		targets: [{ group_id: go.id, topic_id: 7 }],
	});
	const answer = go.simulator.messages(go.owner, go.id).at(-1);
	expect(answer).toMatchObject({
		text: "tomorrow",
		message_thread_id: 7,
		reply_to_message: { message_id: asked.message_id },
	});
	expect(kit.sends("tomorrow")).toMatchObject([{ chat_id: go.id }]);
	expect(kit.sends("tomorrow")[0]).not.toHaveProperty("disable_notification");
});

test("what can't be posted is refused with the field at fault, and a repeat with a key posts nothing more", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	const other = await world.room();
	const unknown = { group_id: -1009999 };
	await call("POST", `/api/groups/${other.id}/deactivate`);
	expect(await kit.faults([], { targets: [{ group_id: room.id }, { group_id: other.id }, unknown] })).toEqual(
		{
			"targets.1.group_id": expect.stringContaining(`${other.id} is inactive`),
			"targets.2.group_id": expect.stringContaining("-1009999 is no group"),
		},
	);
	await call("POST", `/api/groups/${other.id}/activate`);
	const both = [room, other];
	expect(await kit.faults(both, { reply_to: 5 })).toHaveProperty("reply_to");
	expect(await kit.faults([room, room], {})).toHaveProperty(["targets.1.group_id"]);
	expect(await kit.faults([room], { at: iso(-60) })).toEqual({ at: "is in the past" });
	expect(await kit.faults([room], { cron: "0 0 30 2 *" })).toEqual({ cron: "never comes" });
	expect(await kit.faults([room], { cron: "every day" })).toHaveProperty("cron");
	expect(await kit.faults([room], { cron: "* * * * * *" })).toHaveProperty("cron");
	expect(await kit.faults([room], { cron: "0 9 * * *", time_zone: "Mars/One" })).toHaveProperty("time_zone");
	expect(await kit.faults([room], { cron: "0 9 * * *", every_seconds: 90 })).toHaveProperty("every_seconds");
	expect(await kit.faults([room], { rounds: 3 })).toHaveProperty("rounds");
	expect(await kit.faults([room], { every_seconds: 59 })).toHaveProperty("every_seconds");
	expect(await kit.faults([room], { delete_after_hours: 48 })).toHaveProperty("delete_after_hours");
	expect(await kit.faults([room], { message: "" })).toHaveProperty("message");
	const refused = await kit.faults([room], { message: "<b>open", parse_mode: "HTML" });
	expect(refused.message).toContain("can't parse entities");
	expect(
		await env.DB.prepare("SELECT count(*) AS n FROM post_targets WHERE group_id = ?")
			.bind(room.id)
			.first("n"),
	).toBe(0);
	const { bot: second, token } = simulator.createBot({
		first_name: "Second",
		username: `second${room.id * -1}_bot`,
	});
	expect((await call("POST", "/api/bots", { token })).status).toBe(201);
	const theirs = await world.room();
	await env.DB.prepare("UPDATE groups SET bot_id = ? WHERE id = ?").bind(second.id, theirs.id).run();
	const file = { media: { kind: "photo", file: "AgACAgQAAxk" } };
	expect((await kit.faults([room, theirs], file)).media).toContain("belong to one bot");
	// It is another bot's by the time it is sent.
	const later = await kit.queue([room], { message: "whose?", at: iso(60) });
	await kit.after(60);
	expect(await kit.states(later)).toEqual(["sent"]);
	const stale = await kit.queue([room], { message: "whose now?" });
	await env.DB.prepare("UPDATE groups SET bot_id = ? WHERE id = ?").bind(second.id, room.id).run();
	await kit.after(60);
	expect(await kit.postings(stale)).toMatchObject([
		{ state: "skipped", note: "another bot works in this group now" },
	]);
	await env.DB.prepare("UPDATE groups SET bot_id = ? WHERE id = ?").bind(bot, room.id).run();

	const { exports } = await import("cloudflare:workers");
	const { ownerKey } = await import("./telegram.ts");
	const again = () =>
		exports.default.fetch("https://rialto.test/api/posts", {
			method: "POST",
			headers: {
				authorization: `Bearer ${ownerKey}`,
				"content-type": "application/json",
				"idempotency-key": "k1",
			},
			body: JSON.stringify({ message: "once", targets: [{ group_id: other.id }] }),
		});
	const answers = [];
	for (const response of await Promise.all([again(), again(), again()]))
		answers.push(await response.json<{ id: number }>());
	expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
	await kit.run();
	expect(times(other, "once")).toBe(1);
});

test("a post comes at its time, and again by the clock of its time zone or its interval, for so many rounds", async () => {
	const room = await world.room();
	await room.set({ cooldown_seconds: 0 });
	const once = await kit.queue([room], { message: "at noon", at: iso(600) });
	expect(await kit.states(once)).toEqual([]);
	await kit.after(599);
	expect(times(room, "at noon")).toBe(0);
	// Several clocks at once begin it once, and one round of what comes again.
	const often = await kit.queue([room], { message: "often", every_seconds: 60, at: iso(1) });
	vi.setSystemTime(Date.now() + 1000);
	await Promise.all([1, 2, 3].map(() => runClock()));
	await kit.run();
	expect([times(room, "at noon"), await kit.states(once)]).toEqual([1, ["sent"]]);
	expect((await kit.postings(often)).map(({ round }) => round)).toEqual([1]);
	await call("POST", `/api/posts/${often}/cancel`);

	// Nine in the morning in Berlin, before and after its clocks change; what was slept through comes once.
	vi.setSystemTime(Date.UTC(2031, 2, 28, 12));
	const daily = await kit.queue([room], {
		message: "morning",
		cron: "0 9 * * *",
		time_zone: "Europe/Berlin",
	});
	expect((await kit.view(daily)).next_at).toBe("2031-03-29T08:00:00.000Z");
	vi.setSystemTime(Date.UTC(2031, 2, 29, 8, 0, 20));
	await kit.after(0);
	expect((await kit.view(daily)).next_at).toBe("2031-03-30T07:00:00.000Z");
	vi.setSystemTime(Date.UTC(2031, 3, 4, 12));
	await kit.after(0);
	expect(times(room, "morning")).toBe(2);
	expect(await kit.view(daily)).toMatchObject({ round: 2, next_at: "2031-04-05T07:00:00.000Z" });

	const beat = await kit.queue([room], { message: "beat", every_seconds: 120, rounds: 3, silent: true });
	await kit.run();
	const start = Date.now();
	await kit.after(61);
	expect(times(room, "beat")).toBe(1);
	// A clock that is late shifts nothing.
	await kit.after(61);
	expect(times(room, "beat")).toBe(2);
	expect(Date.parse((await kit.view(beat)).next_at) - start).toBe(240_000);
	const calendar = (from: number, to: number) =>
		call("GET", `/api/posts/calendar?from=${iso(from)}&to=${iso(to)}`).then(({ body }) => body);
	const week = await calendar(-3600, 7 * 86_400);
	const planned = week.planned.map(({ post_id }: { post_id: number }) => post_id);
	expect(planned.filter((id: number) => id === daily)).toHaveLength(7);
	expect(planned.filter((id: number) => id === beat)).toHaveLength(1);
	expect(week.posted).toMatchObject([
		{ post_id: daily, round: 2, groups: 1, excerpt: "morning" },
		{ post_id: beat, round: 1 },
		{ post_id: beat, round: 2 },
	]);
	await kit.after(600);
	expect([times(room, "beat"), (await kit.view(beat)).status]).toEqual([3, "done"]);
	await kit.after(3600);
	expect(times(room, "beat")).toBe(3);
	expect((await call("GET", "/api/posts?state=scheduled")).body.posts).toMatchObject([{ id: daily }]);
	expect((await call("GET", `/api/posts?group_id=${room.id}&limit=2`)).body).toMatchObject({
		posts: [{ id: beat }, { id: daily }],
		next: String(daily),
	});
	await call("POST", `/api/posts/${daily}/cancel`);
});

test("a group's cooldown holds across posts and restarts; only a post that bypasses it passes", async () => {
	const room = await world.room();
	const free = await world.room();
	await room.set({ cooldown_seconds: 300 });
	const first = await kit.post([room, free], { message: "first" });
	const second = await kit.post([room], { message: "second" });
	expect([await kit.states(first), await kit.states(second)]).toEqual([["sent", "sent"], ["waiting"]]);
	const [waiting] = await kit.postings(second);
	const [sent] = (await kit.postings(first)).filter(({ group_id }) => group_id === room.id);
	expect(Date.parse(waiting?.due_at ?? "") - Date.parse(sent?.sent_at ?? "")).toBe(300_000);
	await kit.after(299);
	expect(times(room, "second")).toBe(0);
	const urgent = await kit.post([room], { message: "urgent", bypass_cooldown: true });
	expect(await kit.states(urgent)).toEqual(["sent"]);
	// What bypassed it counts for those behind it.
	await kit.after(2);
	expect(times(room, "second")).toBe(0);
	await kit.after(299);
	expect(times(room, "second")).toBe(1);

	// An interval that is shorter than the cooldown piles nothing up.
	const eager = await kit.post([room], { message: "eager", every_seconds: 60 });
	for (let i = 0; i < 4; i++) await kit.after(60);
	expect(await kit.states(eager)).toEqual(["waiting", "skipped", "skipped", "skipped", "skipped"]);
	await kit.after(60);
	expect(times(room, "eager")).toBe(1);
	await call("POST", `/api/posts/${eager}/cancel`);
	expect(times(free, "first")).toBe(1);

	// 18 a minute in one group, whatever its cooldown.
	const busy = await world.room();
	await busy.set({ cooldown_seconds: 0 });
	for (let i = 0; i < 3; i++) await kit.queue([busy], { message: `busy ${i}` });
	await kit.run();
	expect(busy.heard.filter((text) => text.startsWith("busy"))).toHaveLength(1);
	await kit.after(4);
	await kit.after(4);
	expect(busy.heard.filter((text) => text.startsWith("busy"))).toEqual(["busy 0", "busy 1", "busy 2"]);
});

test("pausing, resuming and cancelling hold what waits, and what was posted stays", async () => {
	const room = await world.room();
	const { id } = room;
	const act = (no: number, verb: string) =>
		call("POST", `/api/posts/${no}/${verb}`).then(({ status }) => status);
	await room.set({ cooldown_seconds: 60 });
	const beat = await kit.post([room], { message: "beat", every_seconds: 600 });
	expect(await act(beat, "pause")).toBe(200);
	expect(await act(beat, "pause")).toBe(409);
	await kit.after(1800);
	expect([times(room, "beat"), (await kit.view(beat)).status]).toEqual([1, "paused"]);
	// What fell into the pause is left out.
	expect(await act(beat, "resume")).toBe(200);
	await kit.run();
	expect(times(room, "beat")).toBe(1);
	await kit.after(600);
	expect(times(room, "beat")).toBe(2);

	// Every round has begun, and one group still waits for its cooldown.
	const late = await kit.post([room], { message: "late" });
	expect([(await kit.view(late)).status, await kit.states(late)]).toEqual(["done", ["waiting"]]);
	expect(await act(late, "pause")).toBe(200);
	await kit.after(120);
	expect(times(room, "late")).toBe(0);
	expect(await act(late, "resume")).toBe(200);
	expect((await kit.view(late)).status).toBe("done");
	await kit.run();
	expect(times(room, "late")).toBe(1);
	expect(await act(late, "pause")).toBe(409);
	expect(await act(late, "cancel")).toBe(409);

	const never = await kit.post([room], { message: "never" });
	expect(await act(never, "cancel")).toBe(200);
	await kit.after(120);
	expect([times(room, "never"), await kit.states(never)]).toEqual([0, ["cancelled"]]);
	expect(await act(beat, "cancel")).toBe(200);
	await kit.after(3600);
	expect([times(room, "beat"), (await kit.view(beat)).next_at]).toEqual([2, null]);
	expect(await act(beat, "resume")).toBe(409);
	expect(await act(999_999, "pause")).toBe(404);

	// A single post whose time fell into its pause goes out when it is let go on.
	const single = await kit.queue([room], { message: "single", at: iso(300) });
	await act(single, "pause");
	await kit.after(3600);
	await act(single, "resume");
	await kit.run();
	expect(times(room, "single")).toBe(1);
	const audited = (await call("GET", "/api/audit")).body;
	expect(JSON.stringify(audited)).toContain("post.resumed");
	expect((await call("GET", `/api/groups/${id}/postings?limit=1`)).body.next).not.toBeNull();
});

test("a sender that died leaves an unknown posting, which only a person sends again", async () => {
	const room = await world.room();
	await room.set({ cooldown_seconds: 0 });
	const no = await kit.queue([room], { message: "twice?" });
	// What a claim leaves behind when its process is killed.
	await env.DB.prepare(
		"UPDATE postings SET state = 'sending', token = 'dead', lease_until = ? WHERE post_no = ?",
	)
		.bind(Date.now() + 30_000, no)
		.run();
	await kit.after(20);
	expect([await kit.states(no), times(room, "twice?")]).toEqual([["sending"], 0]);
	await kit.after(60);
	await kit.after(60);
	expect([await kit.states(no), times(room, "twice?")]).toEqual([["unknown"], 0]);
	const resend = (body: object) => call("POST", `/api/posts/${no}/resend`, body);
	expect((await resend({})).status).toBe(409);
	expect((await resend({ include_unknown: true })).body).toEqual({ ok: true, queued: 1 });
	await kit.run();
	expect([await kit.states(no), times(room, "twice?")]).toEqual([["sent"], 1]);

	// The sender was only slow, and knows better than the clock that gave it up.
	await kit.after(60);
	const slow = await kit.queue([room], { message: "slow" });
	room.simulator.addFault({ method: "sendMessage", chat_id: room.id, latency_ms: 150 });
	const [job] = kit.jobs.splice(0);
	const working = consumeJob(job?.body);
	const state = () =>
		env.DB.prepare("SELECT state FROM postings WHERE post_no = ?").bind(slow).first("state");
	while ((await state()) !== "sending") await new Promise((resolve) => setTimeout(resolve, 5));
	await env.DB.prepare("UPDATE postings SET state = 'unknown' WHERE post_no = ?").bind(slow).run();
	await working;
	expect([await kit.states(slow), times(room, "slow")]).toEqual([["sent"], 1]);

	// No answer: it may stand there, and is not sent again.
	await kit.after(60);
	room.simulator.addFault({ method: "sendMessage", chat_id: room.id, drop_answer: true });
	const lost = await kit.post([room], { message: "lost?" });
	await kit.after(600);
	expect(await kit.postings(lost)).toMatchObject([{ state: "unknown", note: expect.any(String) }]);
	expect(times(room, "lost?")).toBe(1);
});

test("Telegram's refusals: waiting costs no try, a passing failure is tried again, and the rest is said", async () => {
	const { simulator } = world.telegram;
	const room = await world.room();
	const fault = (status: number, more = {}) =>
		simulator.addFault({ method: "sendMessage", chat_id: room.id, status, ...more });
	await room.set({ cooldown_seconds: 0 });
	for (let i = 0; i < 5; i++) fault(429, { retry_after: 20 });
	fault(502);
	const held = await kit.post([room], { message: "held" });
	for (let i = 0; i < 5; i++) await kit.after(21);
	expect(await kit.states(held)).toEqual(["waiting"]);
	await kit.after(21);
	expect([await kit.states(held), times(room, "held")]).toEqual([["sent"], 1]);

	await kit.after(120);
	for (let i = 0; i < 3; i++) fault(502);
	const shaky = await kit.post([room], { message: "shaky" });
	for (let i = 0; i < 3; i++) await kit.after(31);
	expect(await kit.states(shaky)).toEqual(["sent"]);
	for (let i = 0; i < 4; i++) fault(502);
	const broken = await kit.post([room], { message: "broken" });
	for (let i = 0; i < 4; i++) await kit.after(31);
	expect(await kit.postings(broken)).toMatchObject([
		{ state: "failed", note: expect.stringContaining("Bad Gateway") },
	]);

	// What was not posted uses up no cooldown.
	await room.set({ cooldown_seconds: 3600 });
	await kit.after(3700);
	fault(400, { description: "Bad Request: message thread not found" });
	const topic = await kit.post([room], { message: "topic", targets: [{ group_id: room.id, topic_id: 9 }] });
	expect(await kit.postings(topic)).toMatchObject([
		{ state: "failed", topic_id: 9, note: expect.stringContaining("thread not found") },
	]);
	await kit.after(4);
	expect((await call("POST", `/api/posts/${topic}/resend`, {})).body).toEqual({ ok: true, queued: 1 });
	await kit.run();
	expect(await kit.states(topic)).toEqual(["sent"]);

	// Out of the group: it is inactive from now on, and what comes behind is passed over.
	await room.set({ cooldown_seconds: 0 });
	await kit.after(4);
	throwOut(simulator, room);
	const kicked = await kit.post([room], { message: "kicked", every_seconds: 60 });
	expect(await kit.postings(kicked)).toMatchObject([
		{ state: "failed", note: expect.stringContaining("kicked") },
	]);
	expect(await room.row()).toMatchObject({ state: "inactive", inactive_reason: "gone" });
	await kit.after(60);
	expect(await kit.postings(kicked)).toMatchObject([
		{ state: "skipped", note: "the bot is not at work in this group" },
		{ state: "failed" },
	]);
	await call("POST", `/api/posts/${kicked}/cancel`);
});

test("a group that becomes a supergroup gets its post once, and takes its plans along", async () => {
	const { simulator } = world.telegram;
	const room = await world.room({ type: "group" });
	await room.set({ cooldown_seconds: 0 });
	const asked = await room.say(room.owner, "when?");
	const before = await kit.post([room], { message: "before" });
	const plan = await kit.queue([room], { message: "plan", at: iso(600), reply_to: asked.message_id });
	await kit.after(60);
	const no = await kit.queue([room], { message: "moved" });
	const { id } = simulator.migrate(room.owner, { chat: room.id });
	const old = room.id;
	await kit.run();
	await simulator.settle();
	room.id = id;
	expect(await kit.postings(no)).toMatchObject([{ state: "sent", group_id: id }]);
	expect(times(room, "moved")).toBe(1);
	const named = (await call("GET", `/api/groups/${old}/postings`)).body.postings;
	expect(named).toEqual((await call("GET", `/api/groups/${id}/postings`)).body.postings);
	// Its messages have other ids here: nothing is edited or deleted by the old ones.
	expect(await kit.postings(before)).toMatchObject([{ state: "sent", group_id: id, message_id: null }]);
	await kit.after(600);
	expect(await kit.postings(plan)).toMatchObject([{ state: "sent", group_id: id }]);
	expect(times(room, "plan")).toBe(1);
	expect((await kit.view(plan)).reply_to).toBeNull();
});

test("a posting costs at most 16 rows, its part of the post included, and six are sent at once", async () => {
	const rooms = [];
	for (let i = 0; i < 10; i++) rooms.push(await world.room());
	let rows = 0;
	const count = <T extends D1Result<unknown>>(result: T) => {
		rows += result.meta.rows_written;
		return result;
	};
	const statement = Object.getPrototypeOf(env.DB.prepare("SELECT 1")) as D1PreparedStatement;
	const database = Object.getPrototypeOf(env.DB) as D1Database;
	const { run } = statement;
	const { batch } = database;
	const spies = [
		vi.spyOn(statement, "run").mockImplementation(async function (this: D1PreparedStatement) {
			return count(await run.call(this)) as never;
		}),
		vi.spyOn(database, "batch").mockImplementation(async function (this: D1Database, statements) {
			return (await batch.call(this, statements)).map(count) as never;
		}),
	];
	const passed = vi.mocked(globalThis.fetch).getMockImplementation();
	let under = 0;
	let most = 0;
	const six = Promise.withResolvers<void>();
	vi.mocked(globalThis.fetch).mockImplementation(async (...args) => {
		most = Math.max(most, ++under);
		// The first wait for each other, and then for a seventh that must not come.
		if (under === 6) setTimeout(six.resolve, 220);
		await six.promise;
		return (passed?.(...args) ?? Promise.reject()).finally(() => under--);
	});
	const no = await kit.post(rooms, { message: "counted" });
	if (passed) vi.mocked(globalThis.fetch).mockImplementation(passed);
	expect(most).toBe(6);
	expect(rows).toBeGreaterThan(10 * 5);
	expect(rows / 10).toBeLessThanOrEqual(16);
	for (const spy of spies) spy.mockRestore();
	expect((await kit.view(no)).counts.sent).toBe(10);
});

test("a posting that Telegram made wait keeps its place, and what comes behind it waits too", async () => {
	const room = await world.room();
	await room.set({ cooldown_seconds: 0 });
	room.simulator.addFault({ method: "sendMessage", chat_id: room.id, status: 429, retry_after: 20 });
	await kit.queue([room], { message: "place 1" });
	await kit.queue([room], { message: "place 2" });
	await kit.run();
	await kit.queue([room], { message: "place 3" });
	const heard = () => room.heard.filter((text) => text.startsWith("place"));
	for (let i = 0; i < 2; i++) await kit.after(9);
	expect(heard()).toEqual([]);
	for (let i = 0; i < 5; i++) await kit.after(4);
	expect(heard()).toEqual(["place 1", "place 2", "place 3"]);

	// Whatever the pacer says: nobody behind it is looked at while it waits or is being sent.
	const { bot } = world.telegram;
	const db = openDb(env.DB);
	const [a, b] = [await kit.queue([room], { message: "a" }), await kit.queue([room], { message: "b" })];
	const looked = async () =>
		(await duePostings(db, bot, Date.now(), [], 10))
			.filter(({ posting }) => posting.groupId === room.id)
			.map(({ posting }) => posting.postNo);
	const change = (set: string) => env.DB.prepare(`UPDATE postings SET ${set} WHERE post_no = ${a}`).run();
	expect(await looked()).toEqual([a]);
	const later = Date.now() + 20_000;
	await change(`due_at = ${later}`);
	expect([await looked(), await nextDue(db, bot, Date.now())]).toEqual([[], later]);
	await change(`state = 'sending', lease_until = ${later}`);
	expect([await looked(), await nextDue(db, bot, Date.now())]).toEqual([[], null]);
	await change("lease_until = 0");
	expect(await looked()).toEqual([b]);
});

test("topic 1 is the general topic, and a button that Telegram refuses is refused before it is queued", async () => {
	const room = await world.room();
	await room.set({ cooldown_seconds: 0 });
	const targets = [{ group_id: room.id, topic_id: 1 }];
	const general = await kit.post([room], { message: "general", targets });
	expect(await kit.postings(general)).toMatchObject([{ state: "sent", topic_id: null }]);
	const twice = await kit.faults([room], { targets: [...targets, { group_id: room.id }] });
	expect(twice["targets.1.group_id"]).toContain("named twice");
	// One of before.
	const old = await kit.queue([room], { message: "of before" });
	await env.DB.prepare("UPDATE postings SET topic_id = 1 WHERE post_no = ?").bind(old).run();
	await kit.after(4);
	expect(await kit.states(old)).toEqual(["sent"]);
	// What the bot writes itself is the group's newest message too.
	const [posted] = await kit.postings(old);
	const synced = await call("POST", `/api/groups/${room.id}/sync`);
	expect(synced.body.group.last_message_id).toBe(posted?.message_id);

	const buttons = [[{ text: "Site", url: "http://localhost" }]];
	expect((await kit.faults([room], { message: "plain", buttons })).message).toContain("Wrong HTTP URL");
	const change = await call("PUT", `/api/posts/${general}/content`, { message: "plain", buttons });
	expect(change.status).not.toBe(200);
	const campaign = await call("POST", "/api/group-campaigns", {
		name: "Local",
		posts: [{ message: "plain", buttons, targets }],
	});
	expect([campaign.status, times(room, "plain")]).toEqual([400, 0]);
});
