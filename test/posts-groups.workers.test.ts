import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { runClock } from "./clock.ts";
import { call, groupWorld, staffId } from "./group-world.ts";
import { deps } from "./payment-world.ts";
import { postKit, throwOut, times } from "./posts-kit.ts";
import { configure, StaffRoom } from "./staff-room.ts";

const world = groupWorld();
const kit = postKit(world);
const iso = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
const put = (no: number, content: object) => call("PUT", `/api/posts/${no}/content`, content);
const texts = (room: { owner: number; id: number }) =>
	world.telegram.simulator
		.messages(room.owner, room.id)
		.filter((message) => message.from?.id === world.telegram.bot)
		.map((message) => message.text ?? message.caption ?? "");

test("administrators post by /post where the group is set so, under its cooldown; elsewhere only staff do", async () => {
	const { simulator } = world.telegram;
	const room = await world.room();
	const bob = await room.joined("Bob");
	const ann = await room.admin("Ann");
	await room.say(ann, "/post hello");
	expect([room.last, kit.jobs]).toEqual(["Only whoever runs me may have me post here.", []]);
	simulator.createUser({ first_name: "Staff", id: staffId });
	simulator.join(staffId, { chat: room.id });
	await room.set({ cooldown_seconds: 0, who_may_post: "admins", silent: true, language: "pt" });
	await room.say(bob, "/post me too");
	expect(room.last).toContain("administradores");
	expect(kit.jobs).toEqual([]);
	await room.say(ann, "/post");
	expect(room.last).toContain("/post");

	const command = await room.say(ann, "/post Look at https://example.com now");
	await kit.run();
	expect(room.last).toBe("Look at https://example.com now");
	expect(room.has(command.message_id)).toBe(false);
	const [sent] = kit.sends("Look at https://example.com now");
	expect(sent).toMatchObject({
		disable_notification: true,
		entities: [{ type: "url", offset: 8, length: 19 }],
	});
	const [row] = (await call("GET", `/api/groups/${room.id}/postings`)).body.postings;
	expect(await kit.view(row.post_id)).toMatchObject({ created_by: `telegram:${ann}`, silent: null });

	// What it replies to, with its markup; the answer says when the next one may be.
	await room.set({ cooldown_seconds: 600 });
	await kit.after(600);
	const photo = await simulator.send(bob, { chat: room.id, photo: true, caption: "our #board" });
	await simulator.settle();
	await room.say(ann, "/post", { reply_to: photo.message_id });
	await kit.run();
	const posted = simulator.messages(room.owner, room.id).at(-1);
	expect(posted).toMatchObject({ caption: "our #board", photo: expect.anything() });
	expect(room.has(photo.message_id)).toBe(true);
	await kit.after(30);
	await room.say(ann, "/post again");
	expect(room.last).toContain("10m");
	await kit.after(550);
	await room.say(ann, "/post again");
	expect(room.last).toContain("20s");
	await kit.after(30);
	expect(times(room, "again")).toBe(0);
	// An update that comes again posts nothing more, whatever the cooldown says by then.
	const last = await room.say(staffId, "/post by staff");
	await kit.run();
	const update = {
		update_id: 990_001,
		message: { message_id: last.message_id, date: 1, text: "/post by staff" },
	};
	const chat = { id: room.id, type: "supergroup", title: "Chess" };
	const from = { id: staffId, is_bot: false, first_name: "Staff" };
	simulator.sendUpdate(world.telegram.bot, { ...update, message: { ...update.message, chat, from } });
	await simulator.settle();
	await kit.run();
	expect(times(room, "by staff")).toBe(1);

	// In a forum it stays in its topic.
	await kit.after(700);
	const inTopic = { message_thread_id: 7, is_topic_message: true, message_id: 5_000, date: 1 };
	const topic = { ...inTopic, text: "/post in the topic", chat, from };
	simulator.sendUpdate(world.telegram.bot, { update_id: 990_002, message: topic });
	await simulator.settle();
	await kit.run();
	expect(kit.sends("in the topic")).toMatchObject([{ chat_id: room.id, message_thread_id: 7 }]);

	// An anonymous administrator is one, and has no name in our rows.
	await kit.after(700);
	simulator.setMember(room.owner, {
		chat: room.id,
		user: ann,
		status: "administrator",
		rights: { is_anonymous: true },
	});
	await simulator.settle();
	await room.say(ann, "/post nobody's");
	await kit.run();
	expect(times(room, "nobody's")).toBe(1);

	// The panel sets the cooldown as well.
	await simulator.start(room.owner, { bot: world.telegram.bot, payload: `grp_${room.id}` });
	await simulator.settle();
	await simulator.press(room.owner, { chat: world.telegram.bot, text: "Between posts: 10m" });
	await simulator.settle();
	expect((await call("GET", `/api/groups/${room.id}`)).body.group.settings.cooldown_seconds).toBe(0);
	const panel = world.privately(room.owner).at(-1);
	expect(JSON.stringify(panel?.reply_markup)).toContain("Between posts: 0s");
	expect(panel?.text).toContain("Write /post and the text behind it");

	// What somebody had posted is theirs to read, and nobody's when their data is gone.
	const mine = (await (await deps()).rights.export(ann)).posts;
	expect(mine).toMatchObject([{ content: { message: "Look at https://example.com now" } }, {}]);
	await (await deps()).rights.erase(ann);
	const { results } = await env.DB.prepare("SELECT DISTINCT created_by FROM posts").all();
	expect(JSON.stringify(results)).not.toContain(String(ann));
});

test("an edited post changes what stands and what is to come, each message once", async () => {
	const { simulator } = world.telegram;
	const room = await world.room();
	const other = await world.room();
	const gone = await world.room();
	for (const one of [room, other, gone]) await one.set({ cooldown_seconds: 0 });
	const no = await kit.post([room, other, gone], { message: "one", every_seconds: 600 });
	expect(await kit.states(no)).toEqual(["sent", "sent", "sent"]);
	const [deleted] = (await kit.postings(no)).filter(({ group_id }) => group_id === gone.id);
	simulator.delete(gone.owner, { chat: gone.id, message_id: deleted?.message_id ?? 0 });
	expect((await put(no, { message: "<b>two", parse_mode: "HTML" })).body.error.fields.message).toContain(
		"entities",
	);
	const buttons = [[{ text: "Site", url: "https://example.com" }]];
	expect((await put(no, { message: "<b>two</b>", parse_mode: "HTML", buttons })).status).toBe(200);
	// One group makes us wait; the job comes twice.
	simulator.addFault({ method: "editMessageText", chat_id: other.id, status: 429, retry_after: 30 });
	const [job] = kit.jobs;
	await kit.run();
	kit.jobs.push({ body: job?.body, delaySeconds: 0 });
	await kit.run();
	expect([texts(room).at(-1), texts(other).at(-1)]).toEqual(["two", "one"]);
	expect(await kit.view(no)).toMatchObject({ version: 2, editing: true, excerpt: "<b>two</b>" });
	// Its answer gets lost, so it is edited again: that it is not modified then is as good.
	simulator.addFault({ method: "editMessageText", chat_id: other.id, drop_answer: true });
	for (let i = 0; i < 3; i++) await kit.after(60);
	expect(texts(other).at(-1)).toBe("two");
	expect(simulator.messages(room.owner, room.id).at(-1)?.reply_markup?.inline_keyboard).toHaveLength(1);
	expect(await kit.view(no)).toMatchObject({ editing: false });
	const [note] = (await kit.postings(no)).filter(({ group_id }) => group_id === gone.id);
	expect(note).toMatchObject({ state: "sent", note: expect.stringContaining("not edited") });
	const [repeated] = (await kit.postings(no)).filter(({ group_id }) => group_id === other.id);
	expect(repeated).toMatchObject({ state: "sent", note: null });
	const edits = simulator.calls({ method: "editMessageText" }).filter(({ status }) => status === 200);
	expect(edits.filter(({ parameters }) => parameters.chat_id === room.id)).toHaveLength(1);
	await kit.after(600);
	expect(texts(room).slice(-2)).toEqual(["two", "two"]);
	await call("POST", `/api/posts/${no}/cancel`);
	expect((await put(no, { message: "three" })).status).toBe(409);

	// Media: a caption alone, then another file; without one it can't be.
	const bob = await room.joined("Bob");
	const files: string[] = [];
	for (const caption of ["a", "b"]) {
		const photo = await simulator.send(bob, { chat: room.id, photo: true, caption });
		await simulator.settle();
		await room.set({ who_may_post: "admins" });
		await kit.after(60);
		await room.say(room.owner, "/post", { reply_to: photo.message_id });
		await kit.run();
		const [{ post_id }] = (await call("GET", `/api/groups/${room.id}/postings`)).body.postings;
		files.push((await kit.view(post_id)).content.media.file);
	}
	const media = (index: number) => ({ media: { kind: "photo", file: files[index] } });
	await kit.after(60);
	const album = await kit.post([room], { message: "first", ...media(0) });
	await put(album, { message: "second", ...media(0) });
	await kit.run();
	expect([texts(room).at(-1), simulator.calls({ method: "editMessageMedia" })]).toEqual(["second", []]);
	await put(album, { message: "third", ...media(1) });
	await kit.run();
	expect(texts(room).at(-1)).toBe("third");
	expect(simulator.calls({ method: "editMessageMedia" })).toHaveLength(1);
	expect((await put(album, { message: "bare" })).body.error.fields).toHaveProperty("media");

	// Tried on one person first.
	const to = simulator.createUser({ first_name: "Rita" }).id;
	const tried = () => call("POST", "/api/posts/test", { to, message: "look", ...media(0) });
	expect((await tried()).body.error.code).toBe("unreachable");
	await simulator.start(to, { bot: world.telegram.bot });
	await simulator.settle();
	expect((await tried()).status).toBe(200);
	expect(world.privately(to).at(-1)).toMatchObject({ caption: "look" });
});

test("a group campaign is watched: complete when all is said, late once, and told of each group it can't post in", async () => {
	const { simulator, bot } = world.telegram;
	const control = new StaffRoom(simulator, bot);
	await configure({ "staff.control_chat_id": control.chat });
	const told = (text: string) => control.heard.filter((heard) => heard.includes(text));
	const rooms = [await world.room(), await world.room(), await world.room()];
	const [good, mute, out] = rooms as [(typeof rooms)[0], (typeof rooms)[0], (typeof rooms)[0]];
	for (const room of rooms) await room.set({ cooldown_seconds: 0 });
	const campaign = async (no: number) => (await call("GET", `/api/group-campaigns/${no}`)).body.campaign;
	const targets = rooms.map(({ id }) => ({ group_id: id }));
	const wrong = await call("POST", "/api/group-campaigns", {
		name: "Opening",
		posts: [
			{ message: "a", targets },
			{ message: "b", targets: [{ group_id: -5 }] },
		],
	});
	expect(wrong.body.error.fields).toEqual({ "posts.1.targets.0.group_id": expect.stringContaining("-5") });
	expect(
		await env.DB.prepare("SELECT count(*) AS n FROM posts WHERE campaign_no IS NOT NULL").first("n"),
	).toBe(0);

	const begun = await call("POST", "/api/group-campaigns", {
		name: "Opening",
		ends_at: iso(7200),
		posts: [
			{ message: "a", targets },
			{ message: "b", targets, at: iso(1800), every_seconds: 600, rounds: 2 },
		],
	});
	expect(begun.status).toBe(202);
	const no = begun.body.id;
	const rights = { description: "Bad Request: not enough rights to send text messages to the chat" };
	simulator.addFault({ method: "sendMessage", chat_id: mute.id, status: 400, times: 9, ...rights });
	await kit.run();
	throwOut(simulator, out);
	await kit.after(60);
	await kit.after(1800);
	await kit.after(60);
	expect(told("Chess: the bot may not write there")).toHaveLength(1);
	expect(told("Chess: the bot is not at work there")).toHaveLength(1);
	expect(await campaign(no)).toMatchObject({
		status: "active",
		posts: [
			{ excerpt: "b", round: 1 },
			{ excerpt: "a", status: "done" },
		],
		counts: { sent: 3, failed: 3 },
		problems: expect.arrayContaining([{ group_id: mute.id, problem: "rights", at: expect.any(String) }]),
	});
	await kit.after(600);
	await kit.after(60);
	expect(await campaign(no)).toMatchObject({ status: "complete", overdue_at: null, counts: { skipped: 1 } });
	expect([times(good, "a"), times(good, "b")]).toEqual([1, 2]);
	expect(told("can't post everywhere")).toHaveLength(2);
	// What is sent again opens it again.
	simulator.clearFaults();
	const [b] = (await call("GET", `/api/posts?campaign=${no}`)).body.posts;
	expect((await call("POST", `/api/posts/${b.id}/resend`, {})).body.queued).toBe(1);
	expect((await campaign(no)).status).toBe("active");
	await kit.run();
	await kit.after(60);
	expect([(await campaign(no)).status, times(mute, "b")]).toEqual(["complete", 1]);

	// Late: past its end, and waiting for a paused post; said once.
	const late = (
		await call("POST", "/api/group-campaigns", {
			name: "Late",
			ends_at: iso(600),
			posts: [
				{ message: "c", targets: [{ group_id: good.id }], at: iso(60) },
				{ message: "d", targets: [{ group_id: good.id }], every_seconds: 86_400 },
			],
		})
	).body.id;
	for (let i = 0; i < 3; i++) await kit.after(600);
	expect(told("The group campaign “Late” is late")).toHaveLength(1);
	expect((await call("POST", `/api/group-campaigns/${late}/cancel`)).status).toBe(200);
	expect((await call("POST", `/api/group-campaigns/${late}/cancel`)).status).toBe(409);
	await kit.after(90_000);
	expect([times(good, "c"), times(good, "d")]).toEqual([1, 1]);
	expect(await campaign(late)).toMatchObject({
		status: "cancelled",
		posts: [{ status: "cancelled" }, { status: "done" }],
	});

	// Stuck: due for over an hour, as no clock and no queue came by.
	await call("POST", "/api/group-campaigns", {
		name: "Stuck",
		posts: [{ message: "e", targets: [{ group_id: good.id }] }],
	});
	kit.jobs.length = 0;
	await kit.after(3700);
	expect(told("The group campaign “Stuck” is late")).toHaveLength(1);
	expect(times(good, "e")).toBe(1);
	const listed = (await call("GET", "/api/group-campaigns?limit=2")).body;
	expect(listed.campaigns.map(({ name }: { name: string }) => name)).toEqual(["Stuck", "Late"]);
	await configure({ "staff.control_chat_id": 0 });
});

test("what is long over is forgotten at night; what waits and plans of today are not", async () => {
	const room = await world.room();
	await configure({ "groups.keep_postings_days": 5 });
	const old = await kit.post([room], { message: "old" });
	const plan = await kit.post([room], { message: "plan", bypass_cooldown: true, every_seconds: 86_400 });
	for (let day = 0; day < 12; day++) {
		await kit.after(86_400);
		if (day % 3 === 2) await runClock("17 3 * * *");
	}
	expect((await call("GET", `/api/posts/${old}`)).status).toBe(404);
	const left = (await kit.postings(plan)).map(({ round }) => round);
	expect(left).toEqual(Array.from({ length: left.length }, (_, i) => 13 - i));
	expect(left.length).toBeGreaterThan(4);
	expect(left.length).toBeLessThan(8);
	const targets = await env.DB.prepare("SELECT DISTINCT post_no FROM post_targets WHERE group_id = ?")
		.bind(room.id)
		.all();
	expect(targets.results).toEqual([{ post_no: plan }]);
	await call("POST", `/api/posts/${plan}/cancel`);
});
