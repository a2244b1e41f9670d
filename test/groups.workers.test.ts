import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { newestMessages } from "../src/groups/service/cache.ts";
import { call, GroupRoom, groupWorld, staffId } from "./group-world.ts";
import { configure, StaffRoom } from "./staff-room.ts";

const world = groupWorld();

test("a group of staff begins at once; another one waits, says so once, and is approved or rejected", async () => {
	const { simulator, bot } = world.telegram;
	const control = new StaffRoom(simulator, bot);
	await configure({ "staff.control_chat_id": control.chat });
	simulator.createUser({ first_name: "Staff", id: staffId });
	const ours = await new GroupRoom(world.telegram, { owner: staffId }).addBot();
	expect(await ours.row()).toMatchObject({ state: "active", added_by: staffId, bot_id: bot, title: "Chess" });
	expect(ours.heard).toEqual([expect.stringContaining("I'm at work here")]);

	const theirs = await new GroupRoom(world.telegram).addBot();
	expect(await theirs.row()).toMatchObject({ state: "waiting", added_by: theirs.owner });
	expect(theirs.heard).toEqual([expect.stringContaining("waits for the approval")]);
	expect(control.heard.filter((text) => text.includes(String(theirs.id)))).toHaveLength(1);
	await theirs.say(theirs.owner, "/settings");
	await theirs.say(theirs.owner, "hello?");
	expect(theirs.heard).toHaveLength(1);

	expect((await call("GET", "/api/groups?state=waiting")).body.groups).toMatchObject([
		{ id: theirs.id, state: "waiting", settings: { link_filter: false, language: "en" } },
	]);
	const approved = await call("POST", `/api/groups/${theirs.id}/approve`);
	expect(approved.body.group).toMatchObject({ state: "active" });
	expect((await call("POST", `/api/groups/${theirs.id}/approve`)).status).toBe(409);
	await theirs.say(theirs.owner, "/settings");
	expect(theirs.last).toContain("settings of this group");
	expect((await theirs.history()).map(({ action }) => action)).toEqual(["approved"]);

	// Staff press under the alert; nobody else may, and only the first one decides.
	const pressed = await new GroupRoom(world.telegram).addBot();
	const { id: guest } = simulator.createUser({ first_name: "Guest" });
	simulator.join(guest, { chat: control.chat });
	expect((await control.press("✅ Approve", guest))?.text).toBe("Only staff can do that.");
	expect(await pressed.row()).toMatchObject({ state: "waiting" });
	expect((await control.press("✅ Approve"))?.text).toContain("is approved");
	expect(await pressed.row()).toMatchObject({ state: "active" });
	expect(control.heard.at(-1)).toContain("It is approved by Staff");
	await expect(control.press("🚫 Reject", control.owner)).rejects.toThrow("no button");
	expect((await pressed.history())[0]?.actor).toBe(`telegram:${control.owner}`);

	const others = await new GroupRoom(world.telegram).addBot();
	expect((await call("POST", `/api/groups/${others.id}/reject`)).body.group).toMatchObject({
		state: "inactive",
		inactive_reason: "rejected",
	});
	// The card says so too, wherever it was decided.
	expect(control.heard.at(-1)).toContain("It is rejected in the dashboard");
	await simulator.settle();
	expect(others.status(bot)).toBe("left");
	// Added again it is left again, by every bot, and nothing is said there.
	await others.addBot();
	expect(await others.row()).toMatchObject({ state: "inactive", inactive_reason: "rejected" });
	expect(others.status(bot)).toBe("left");
	expect(others.heard.filter(Boolean)).toHaveLength(1);
	// Also where leaving it did not work then.
	const member = { status: "administrator", rights: {}, until_date: 0, is_member: true } as const;
	simulator.world.group(others.id).members.set(bot, member);
	await others.say(others.owner, "still here?");
	expect(others.status(bot)).toBe("left");
	simulator.createUser({ first_name: "Staff", id: staffId });
	simulator.setMember(others.owner, { chat: others.id, user: staffId, status: "administrator" });
	await others.addBot({ by: staffId });
	expect(await others.row()).toMatchObject({ state: "active", inactive_reason: null });

	await configure({ "groups.require_approval": false, "staff.control_chat_id": 0 });
	const free = await new GroupRoom(world.telegram).addBot();
	expect(await free.row()).toMatchObject({ state: "active" });
	await configure({ "groups.require_approval": true });
	// The rooms of staff and channels are no groups of this kind.
	expect((await call("GET", `/api/groups/${control.chat}`)).status).toBe(404);
	expect((await call("GET", "/api/groups/12")).status).toBe(400);
});

test("a bot that is removed leaves an inactive group, and comes back to what was approved", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	await room.set({ link_filter: true });
	simulator.setMember(room.owner, { chat: room.id, user: bot, status: "kicked" });
	await simulator.settle();
	expect(await room.row()).toMatchObject({ state: "inactive", inactive_reason: "removed" });
	expect((await call("POST", `/api/groups/${room.id}/activate`)).body.error.code).toBe("not_there");
	await room.addBot();
	expect(await room.row()).toMatchObject({ state: "active", inactive_reason: null });
	expect((await call("GET", `/api/groups/${room.id}`)).body.group.settings.link_filter).toBe(true);

	// A removal nobody told us of is found by the next sync, and by no other group's.
	const other = await world.room();
	simulator.world.group(room.id).members.set(bot, {
		status: "left",
		rights: {},
		until_date: 0,
		is_member: false,
	});
	let cursor: number | null = null;
	const synced: { id: number; result: string }[] = [];
	do {
		const page: Awaited<ReturnType<typeof call>> = await call("POST", "/api/groups/sync", {
			limit: 1,
			...(cursor === null ? {} : { cursor }),
		});
		synced.push(...page.body.groups);
		cursor = page.body.next;
	} while (cursor !== null);
	expect(synced).toContainEqual({ id: room.id, result: "deactivated" });
	expect(synced).toContainEqual({ id: other.id, result: "synced" });
	expect(new Set(synced.map(({ id }) => id)).size).toBe(synced.length);
	expect(await room.row()).toMatchObject({ state: "inactive", inactive_reason: "gone" });
	const again = await call("POST", "/api/groups/sync", {});
	expect(again.body.groups.map(({ id }: { id: number }) => id)).not.toContain(room.id);
});

test("a sync asks about six groups at once at most, and one that has to wait holds up no other", async () => {
	const { simulator } = world.telegram;
	const rooms = [];
	for (let i = 0; i < 8; i++) rooms.push(await world.room());
	const [slow] = rooms;
	simulator.addFault({ method: "getChatMemberCount", chat_id: slow?.id, status: 429, retry_after: 7 });
	const passed = vi.mocked(globalThis.fetch).getMockImplementation();
	let under = 0;
	let most = 0;
	const six = Promise.withResolvers<void>();
	vi.mocked(globalThis.fetch).mockImplementation(async (...args) => {
		most = Math.max(most, ++under);
		// The first wait for each other, and then for a seventh that must not come.
		if (under === 6) setTimeout(six.resolve, 20);
		await six.promise;
		return (passed?.(...args) ?? Promise.reject()).finally(() => under--);
	});
	try {
		const { body } = await call("POST", "/api/groups/sync", { limit: 100 });
		expect(most).toBe(6);
		expect(body.groups).toContainEqual({ id: slow?.id, result: "later" });
		for (const { id } of rooms.slice(1)) expect(body.groups).toContainEqual({ id, result: "synced" });
	} finally {
		if (passed) vi.mocked(globalThis.fetch).mockImplementation(passed);
		simulator.clearFaults();
	}
	expect((await call("POST", `/api/groups/${slow?.id}/sync`)).body.result).toBe("synced");

	const listed: number[] = [];
	let next = "";
	do {
		const page = (await call("GET", `/api/groups?state=active&limit=3${next}`)).body;
		expect(page.groups.length).toBeLessThanOrEqual(3);
		listed.push(...page.groups.map(({ id }: { id: number }) => id));
		next = page.next === null ? "" : `&cursor=${page.next}`;
	} while (next !== "");
	expect(new Set(listed).size).toBe(listed.length);
	for (const { id } of rooms) expect(listed).toContain(id);
});

test("an unknown group registers on its first update, of any kind", async () => {
	const { simulator, bot } = world.telegram;
	const room = new GroupRoom(world.telegram);
	// The bot was there before the deployment was: nobody has told it.
	simulator.world.group(room.id).members.set(bot, {
		status: "administrator",
		rights: {},
		until_date: 0,
		is_member: true,
	});
	await room.say(room.owner, "good morning");
	expect(await room.row()).toMatchObject({ state: "waiting", added_by: null, title: "Chess" });
	await room.say(room.owner, "anybody?");
	expect(room.heard).toEqual([expect.stringContaining("waits for the approval")]);
	await call("POST", `/api/groups/${room.id}/approve`);
	await call("POST", `/api/groups/${room.id}/deactivate`);
	expect(await room.row()).toMatchObject({ state: "inactive", inactive_reason: "staff" });
	expect((await call("POST", `/api/groups/${room.id}/activate`)).body.group.state).toBe("active");
	await room.set({ active: false });
	expect(await room.row()).toMatchObject({ state: "inactive" });
	await room.set({ active: true, cooldown_seconds: 5 });
	expect((await call("GET", `/api/groups/${room.id}`)).body.group).toMatchObject({
		state: "active",
		settings: { cooldown_seconds: 5, silent: false },
	});
	expect((await call("PUT", `/api/groups/${room.id}/settings`, { colour: "red" })).status).toBe(400);
	expect((await call("PUT", `/api/groups/${room.id}/settings`, { warn_limit: 0 })).status).toBe(400);
});

test("what Telegram says of a group: sync, info and permissions in words", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	const bob = await room.joined("Bob");
	const newest = await room.say(bob, "hi");
	simulator.world.group(room.id).chat.title = "Chess club";
	const synced = await call("POST", `/api/groups/${room.id}/sync`);
	expect(synced.body).toMatchObject({
		result: "synced",
		group: { title: "Chess club", member_count: 3, last_message_id: newest.message_id },
	});
	expect(synced.body.group.rights).toContain("can_restrict_members");
	expect((await call("GET", `/api/groups/${room.id}/info`)).body.info).toMatchObject({
		title: "Chess club",
		member_count: 3,
		administrators: 2,
		type: "supergroup",
	});
	await room.set({ link_filter: true, captcha: true });
	const all = await call("GET", `/api/groups/${room.id}/permissions`);
	expect(all.body.permissions).toMatchObject({ status: "administrator", missing: [] });
	await room.addBot({ denied: ["can_delete_messages"] });
	const some = await call("GET", `/api/groups/${room.id}/permissions`);
	expect(some.body.permissions.missing).toEqual([
		{ right: "can_delete_messages", switch_on: expect.stringContaining("Delete messages") },
	]);
	simulator.setMember(room.owner, { chat: room.id, user: bot, status: "left" });
	expect((await call("GET", `/api/groups/${room.id}/info`)).status).toBe(409);
	expect((await call("GET", "/api/groups/-12345/info")).status).toBe(404);
});

test("a migration moves everything, in whatever order and however often it is told", async () => {
	const { simulator, bot } = world.telegram;
	const orders = {
		"old first": [0, 1],
		"new first": [1, 0],
		"twice, mixed": [1, 0, 0, 1],
	};
	for (const [name, order] of Object.entries(orders)) {
		const room = await world.room({ type: "group" });
		const bob = await room.joined("Bob");
		await room.set({ moderation: true, language: "pt" });
		const rude = await room.say(bob, "rude");
		await room.say(room.owner, "/warn rude", { reply_to: rude.message_id });
		const old = room.id;
		// Held back, so that the test says what comes when.
		simulator.world.group(old).members.delete(bot);
		const { id } = simulator.migrate(room.owner, { chat: old });
		simulator.world.group(id).members.set(bot, {
			status: "administrator",
			rights: { can_restrict_members: true },
			until_date: 0,
			is_member: true,
		});
		const chat = { title: "Chess" };
		const told = [
			{ chat: { id: old, type: "group", ...chat }, migrate_to_chat_id: id },
			{ chat: { id, type: "supergroup", ...chat }, migrate_from_chat_id: old },
		];
		// Somebody writes in the new one before either is heard of.
		room.id = id;
		await room.say(bob, "first");
		let update = 50_000 + Math.abs(id % 1000) * 10;
		for (const index of order) {
			const from = { id: room.owner, is_bot: false, first_name: "Olga" };
			const message = { message_id: 90, date: 1, from, ...told[index] };
			simulator.sendUpdate(bot, { update_id: update++, message });
			await simulator.settle();
		}
		// A late message of the old one registers nothing.
		const late = { message_id: 91, date: 1, text: "late", chat: told[0]?.chat };
		simulator.sendUpdate(bot, { update_id: update++, message: late });
		await simulator.settle();
		// The old id is a name of the new one, wherever one is given.
		expect([name, (await call("GET", `/api/groups/${old}`)).body.group.id]).toEqual([name, id]);
		expect((await call("GET", `/api/groups/${old}/history`)).body.history).toHaveLength(3);
		expect((await call("GET", `/api/groups/${old}/info`)).body.info.id).toBe(id);
		expect((await call("GET", `/api/groups/${old}/permissions`)).status).toBe(200);
		expect((await call("GET", `/api/groups/${old}/clearings`)).body.clearings).toEqual([]);
		const set = await call("PUT", `/api/groups/${old}/settings`, { cooldown_seconds: 7 });
		expect(set.body.group).toMatchObject({ id, settings: { cooldown_seconds: 7 } });
		const targets = [{ group_id: old }];
		const twice = { message: "x", targets: [...targets, { group_id: id }] };
		expect((await call("POST", "/api/posts", twice)).status).toBe(400);
		const at = new Date(Date.now() + 3_600_000).toISOString();
		const post = await call("POST", "/api/posts", { message: "x", targets, at });
		for (const one of [old, id]) {
			const { posts } = (await call("GET", `/api/posts?group_id=${one}`)).body;
			expect(posts).toMatchObject([{ id: post.body.id }]);
		}
		expect([name, (await call("GET", `/api/groups/${id}`)).body.group]).toMatchObject([
			name,
			{ state: "active", type: "supergroup", settings: { moderation: true, language: "pt" } },
		]);
		expect((await room.history()).map(({ action }) => action)).toEqual([
			"approved",
			"settings",
			"warn",
			"settings",
		]);
		const again = await room.say(bob, "rude again");
		await room.say(room.owner, "/warn", { reply_to: again.message_id });
		expect(room.last).toContain("2 de 3");
	}

	// A call that fails for it moves it as well.
	const room = await world.room({ type: "group" });
	await room.set({ silent: true });
	const old = room.id;
	const { id } = simulator.migrate(room.owner, { chat: old });
	const synced = await call("POST", `/api/groups/${old}/sync`);
	expect(synced.body).toMatchObject({ result: "synced", group: { id, settings: { silent: true } } });
	await simulator.settle();
	expect((await call("GET", `/api/groups/${id}`)).body.group.settings.silent).toBe(true);
});

test("a second bot takes over when the first is removed, in whatever order that is told", async () => {
	const { simulator, bot } = world.telegram;
	const { bot: second, token } = simulator.createBot({ first_name: "Second", username: "second_bot" });
	expect((await call("POST", "/api/bots", { token })).status).toBe(201);
	const out = (room: GroupRoom) =>
		simulator.setMember(room.owner, { chat: room.id, user: bot, status: "kicked" });
	const room = await world.room();
	await room.set({ rules: "Be kind." });
	await room.addBot({ bot: second.id });
	const rules = async (of: GroupRoom) => {
		await of.say(of.owner, "/rules");
		const { from, text } = simulator.messages(of.owner, of.id).at(-1) ?? {};
		return [from?.id, text];
	};
	// Two bots are there, one answers.
	expect(await rules(room)).toEqual([bot, "Be kind."]);
	out(room);
	await simulator.settle();
	expect(await room.row()).toMatchObject({ state: "active", bot_id: second.id, added_by: room.owner });
	expect((await call("GET", `/api/groups/${room.id}`)).body.group.rights).toContain("can_delete_messages");
	expect(await rules(room)).toEqual([second.id, "Be kind."]);
	// The first one comes back to a group that has one.
	await room.addBot();
	expect(await room.row()).toMatchObject({ bot_id: second.id });

	// What never was approved still waits.
	const waiting = await new GroupRoom(world.telegram).addBot();
	await waiting.addBot({ bot: second.id });
	out(waiting);
	await simulator.settle();
	expect(await waiting.row()).toMatchObject({ state: "waiting", bot_id: second.id });

	// One that is out as well takes nothing over; what staff decided stays decided.
	const both = await world.room();
	await both.addBot({ bot: second.id });
	const gone = { status: "left", rights: {}, until_date: 0, is_member: false } as const;
	simulator.world.group(both.id).members.set(second.id, gone);
	out(both);
	const chat = { id: both.id, type: "supergroup", title: "Chess" };
	const late = { message_id: 900, date: 1, chat, text: "late" };
	const from = { id: both.owner, is_bot: false, first_name: "Olga" };
	await simulator.settle();
	simulator.sendUpdate(second.id, { update_id: 920_000, message: { ...late, from } });
	await simulator.settle();
	expect(await both.row()).toMatchObject({ state: "inactive", inactive_reason: "removed", bot_id: bot });
	const quiet = await world.room();
	await quiet.addBot({ bot: second.id });
	await quiet.set({ active: false });
	out(quiet);
	await simulator.settle();
	expect(await quiet.row()).toMatchObject({ state: "inactive", inactive_reason: "staff", bot_id: bot });
	// A bot that is taken out of service is no different.
	const closed = await world.room();
	await closed.addBot({ bot: second.id });
	await env.DB.prepare("UPDATE groups SET state = 'inactive', inactive_reason = 'removed' WHERE id = ?")
		.bind(closed.id)
		.run();
	await world.later(1);
	await closed.say(closed.owner, "anybody?");
	expect(await closed.row()).toMatchObject({ state: "active", bot_id: second.id });
});

test("the newest message of a group is kept, now and then, and does not go back", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	const bob = await room.joined("Bob");
	await world.later(11);
	const kept = async () => (await call("GET", `/api/groups/${room.id}`)).body.group.last_message_id;
	const first = await room.say(bob, "one");
	expect(await kept()).toBe(first.message_id);
	// What an isolate forgets, the row knows.
	newestMessages.delete(String(room.id));
	await room.say(bob, "two");
	const newest = await room.say(bob, "three");
	expect(await kept()).toBe(first.message_id);
	await world.later(11);
	const chat = { id: room.id, type: "supergroup", title: "Chess" };
	const from = { id: bob, is_bot: false, first_name: "Bob" };
	const late = { message_id: 2, date: 1, chat, from, text: "late" };
	simulator.sendUpdate(bot, { update_id: 930_000, message: late });
	await simulator.settle();
	expect(await kept()).toBe(newest.message_id);
	newestMessages.delete(String(room.id));
	simulator.sendUpdate(bot, { update_id: 930_001, message: { ...late, message_id: 3 } });
	await simulator.settle();
	await call("POST", `/api/groups/${room.id}/sync`);
	expect(await kept()).toBe(newest.message_id);
});

test("topics of a forum are remembered as they are seen", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	const chat = { id: room.id, type: "supergroup", title: "Chess", is_forum: true };
	const from = { id: room.owner, is_bot: false, first_name: "Olga" };
	const base = { date: 1, chat, from, message_thread_id: 7, is_topic_message: true };
	const begun = { name: "Openings", icon_color: 1 };
	const send = async (update_id: number, message: object) => {
		simulator.sendUpdate(bot, { update_id, message: { message_id: update_id, ...base, ...message } });
		await simulator.settle();
	};
	await send(71_000, {
		text: "e4",
		reply_to_message: { message_id: 7, ...base, forum_topic_created: begun },
	});
	const topics = async () => (await call("GET", `/api/groups/${room.id}`)).body.topics;
	expect(await topics()).toEqual([{ id: 7, name: "Openings" }]);
	await send(71_001, { forum_topic_edited: { name: "Endgames" } });
	// What replies to its beginning still carries the first name.
	await send(71_002, {
		text: "e5",
		reply_to_message: { message_id: 7, ...base, forum_topic_created: begun },
	});
	expect(await topics()).toEqual([{ id: 7, name: "Endgames" }]);
});

test("a busy group costs no row, no query and no actor", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	const bob = await room.joined("Bob");
	await room.say(bob, "warm");
	const prepared = vi.spyOn(Object.getPrototypeOf(env.DB) as D1Database, "prepare");
	const batched = vi.spyOn(Object.getPrototypeOf(env.DB) as D1Database, "batch");
	const woken = vi.spyOn(Object.getPrototypeOf(env.PERSON) as typeof env.PERSON, "getByName");
	const calls = simulator.calls({ bot }).length;
	try {
		for (let i = 0; i < 20; i++) await room.say(bob, `message ${i} https://example.com`);
		expect(prepared).not.toHaveBeenCalled();
		expect(batched).not.toHaveBeenCalled();
		expect(woken).not.toHaveBeenCalled();
		expect(simulator.calls({ bot }).length).toBe(calls);
		// The counters count: what was read is believed for some seconds only.
		vi.setSystemTime(Date.now() + 11_000);
		await room.say(bob, "later");
		expect(batched).toHaveBeenCalledTimes(1);
	} finally {
		vi.restoreAllMocks();
	}
});
