import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { captchaSigns } from "../src/groups/rules.ts";
import { call, groupWorld } from "./group-world.ts";
import { configure, deliverEvents } from "./staff-room.ts";

const world = groupWorld();

test("warnings add up, can be taken back, and lead to what the group has set", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	const mod = await room.admin("Mod");
	const bob = await room.joined("Bob");
	const rude = await room.say(bob, "rude");
	const about = { reply_to: rude.message_id };
	await room.say(mod, "/warn rude", about);
	expect(room.last).toContain("switched off here");
	await room.set({ moderation: true, warn_limit: 2, warn_minutes: 60 });

	const first = await room.say(mod, "/warn being rude", about);
	expect(room.last).toBe("⚠️ Bob: warning 1 of 2.\nReason: being rude");
	// Telegram repeats an update that was not answered: it stays one warning.
	const delivered = simulator.deliveries({ bot }).findLast(({ kind }) => kind === "message");
	simulator.redeliver(bot, delivered?.update_id ?? 0);
	await simulator.settle();
	expect(room.last).toContain("warning 1 of 2");
	expect(first.text).toBe("/warn being rude");

	await room.say(mod, "/unwarn", about);
	expect(room.last).toContain("one warning less, 0 left");
	await room.say(mod, "/warn", about);
	await room.say(mod, "/warn again", about);
	expect(room.last).toContain("Bob: warning 2 of 2.");
	expect(room.last).toContain("can't write here for 1h");
	expect(room.status(bob)).toBe("restricted");
	await expect(room.say(bob, "hello?")).rejects.toThrow();
	// What led to something counts no more.
	await room.say(mod, "/unmute", about);
	expect(room.status(bob)).toBe("member");
	await room.say(mod, "/warn", about);
	expect(room.last).toContain("warning 1 of 2");
	expect((await room.history()).slice(2).map(({ action, person }) => [action, person])).toEqual([
		["warn", String(bob)],
		["unwarn", String(bob)],
		["warn", String(bob)],
		["warn", String(bob)],
		["mute", String(bob)],
		["unmute", String(bob)],
		["warn", String(bob)],
	]);
	const page = await call("GET", `/api/groups/${room.id}/history?limit=2`);
	expect(page.body.history.map(({ action }: { action: string }) => action)).toEqual(["warn", "unmute"]);
	const next = await call("GET", `/api/groups/${room.id}/history?limit=1&cursor=${page.body.next}`);
	expect(next.body.history).toMatchObject([{ action: "mute", actor: "system", reason: "warnings" }]);

	await room.set({ warn_limit: 1, warn_action: "ban" });
	await room.say(mod, "/warn", about);
	expect(room.last).toContain("is banned for 1h");
	expect(room.status(bob)).toBe("kicked");
});

test("mute and ban take a time and a reason, from administrators only", async () => {
	const room = await world.room();
	await room.set({ moderation: true });
	const mod = await room.admin("Mod");
	const helper = await room.admin("Helper", { can_restrict_members: false });
	const bob = await room.joined("Bob");
	const eve = await room.joined("Eve");
	const spam = await room.say(bob, "buy this");
	const about = { reply_to: spam.message_id };
	for (const nobody of [eve, helper]) {
		await room.say(nobody, "/ban", about);
		expect(room.last).toBe("Only administrators of this group can do that.");
	}
	expect(room.status(bob)).toBe("member");
	await room.say(mod, "/mute 30m spam", about);
	expect(room.last).toBe("🔇 Bob can't write here for 30m.\nReason: spam");
	expect(room.telegram.simulator.world.group(room.id).members.get(bob)?.until_date).toBe(
		Math.floor(Date.now() / 1000) + 1800,
	);
	await room.say(mod, `/ban ${bob} 2w more spam`);
	expect(room.last).toContain("is banned for 2w");
	expect(room.status(bob)).toBe("kicked");
	await room.say(mod, `/unban ${bob}`);
	expect(room.last).toContain("may come back");
	await room.say(mod, "/ban");
	expect(room.last).toContain("I don't know whom you mean");
	const mine = await room.say(mod, "an administrator's");
	await room.say(mod, "/warn", { reply_to: mine.message_id });
	expect(room.last).toBe("I can't do that to an administrator.");
	await room.say(mod, "/ban", { reply_to: mine.message_id });
	expect(room.last).toBe("I can't do that to an administrator.");

	// What the bot may not do it says, with what to switch on; in the group's language.
	await room.addBot({ denied: ["can_restrict_members"] });
	await room.set({ language: "pt" });
	const rude = await room.say(eve, "rude");
	await room.say(mod, "/ban", { reply_to: rude.message_id });
	expect(room.last).toContain("Banir usuários");
	expect(room.status(eve)).toBe("member");
	const { history } = (await call("GET", `/api/groups/${room.id}/history`)).body;
	expect(history.filter(({ person }: { person: string }) => person === String(eve))).toEqual([]);
});

test("filters delete and warn, administrators write what they like", async () => {
	const { simulator } = world.telegram;
	const room = await world.room();
	const mod = await room.admin("Mod");
	const bob = await room.joined("Bob");
	const before = await room.say(bob, "https://example.com");
	expect(room.has(before.message_id)).toBe(true);
	await room.set({ link_filter: true, forward_filter: true });
	const link = await room.say(bob, "look: https://example.com");
	expect(room.has(link.message_id)).toBe(false);
	expect(room.last).toBe("⚠️ Bob: warning 1 of 3.\nReason: No links here");
	const own = await room.say(bob, "mine");
	const forward = await simulator.send(bob, {
		chat: room.id,
		forward_from: { chat: room.id, message_id: own.message_id },
	});
	await simulator.settle();
	expect(room.has(forward.message_id)).toBe(false);
	expect(room.last).toContain("No forwarded messages here");
	// A link that is written into an older message.
	const innocent = await room.say(bob, "innocent");
	await simulator.edit(bob, { chat: room.id, message_id: innocent.message_id, text: "https://example.com" });
	await simulator.settle();
	expect(room.has(innocent.message_id)).toBe(false);
	expect(room.status(bob)).toBe("restricted");
	const allowed = await room.say(mod, "https://example.com");
	expect(room.has(allowed.message_id)).toBe(true);
	const eve = await room.joined("Eve");
	await room.addBot({ denied: ["can_delete_messages"] });
	const heard = room.heard.length;
	const stays = await room.say(eve, "https://example.com");
	expect(room.has(stays.message_id)).toBe(true);
	expect(room.heard).toHaveLength(heard);
});

test("newcomers are welcomed, rules are shown, and what is about one reader goes by itself", async () => {
	const room = await world.room();
	const mod = await room.admin("Mod");
	const eve = await room.joined("Eve");
	await room.say(mod, "/setwelcome Be kind.");
	await room.say(mod, "/setrules 1. No spam");
	expect(room.last).toBe("✅ Saved.");
	await room.say(eve, "/setrules none");
	expect(room.last).toContain("Only administrators");
	const refusal = room.simulator.messages(room.owner, room.id).at(-1)?.message_id ?? 0;
	await room.joined("Bob");
	expect(room.last).toBe("👋 Bob\n\nBe kind.");
	// A name is cut, and never through an emoji: Telegram would refuse the whole welcome.
	const long = await room.joined(`${"B".repeat(63)}🌸`);
	expect(room.last).toBe(`👋 ${"B".repeat(63)}\n\nBe kind.`);
	await room.set({ moderation: true });
	await room.say(mod, `/warn ${long} ${"r".repeat(299)}🌸`);
	expect(room.last).toContain("r".repeat(299));
	await room.say(eve, "/rules");
	expect(room.last).toBe("1. No spam");
	expect(room.has(refusal)).toBe(true);
	await world.later(3);
	expect(room.has(refusal)).toBe(false);
	expect(room.last).toBe("1. No spam");
	const { results } = await env.DB.prepare("SELECT * FROM group_cleanups").all();
	expect(results).toEqual([]);
	await room.say(mod, "/setrules");
	expect(room.last).toContain("Removed");
	const heard = room.heard.length;
	await room.say(eve, "/rules");
	expect(room.heard).toHaveLength(heard);
});

test("a person's commands are answered so often a minute; who keeps order always may", async () => {
	const room = await world.room();
	await room.set({ moderation: true });
	const mod = await room.admin("Mod");
	const [eve, bob] = [await room.joined("Eve"), await room.joined("Bob")];
	const rude = await room.say(bob, "rude");
	const answers = async (by: number, texts: string[], more = {}) => {
		const before = room.heard.length;
		for (const text of texts) await room.say(by, text, more);
		return room.heard.length - before;
	};
	const often = (text: string) => Array.from({ length: 24 }, () => text);
	expect(await answers(eve, often("/settings"))).toBe(6);
	expect(await answers(eve, ["/ban", "/report", "/setrules x"], { reply_to: rude.message_id })).toBe(0);
	expect(await answers(bob, ["/settings"])).toBe(1);
	expect(await answers(mod, ["/warn", ...often("/unwarn").slice(0, 9)], { reply_to: rude.message_id })).toBe(
		10,
	);
	await world.later(2);
	expect(await answers(eve, ["/settings"])).toBe(1);
});

test("what nobody asked for is dropped when the group is limited, and holds up nothing", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	const mod = await room.admin("Mod");
	await room.say(mod, "/setwelcome Be kind.");
	await room.set({ link_filter: true });
	const limited = () =>
		simulator.addFault({ method: "sendMessage", chat_id: room.id, status: 429, retry_after: 50 });
	limited();
	const eve = await room.joined("Eve");
	limited();
	const link = await room.say(eve, "https://spam.example");
	expect(room.has(link.message_id)).toBe(false);
	expect(room.heard.join()).not.toMatch(/Eve/);
	const answers = simulator.deliveries({ bot }).slice(-2);
	expect(answers.map(({ status }) => status)).toEqual([200, 200]);
	// Nor does it hold what goes elsewhere.
	expect((await env.PACER.getByName(`bot:${bot}`).lease("bulk", 1)).count).toBe(1);
	expect((await env.PACER.getByName(`group:${room.id}`).lease("bulk", 1)).count).toBe(0);
	// What somebody asks for comes as soon as it can.
	limited();
	await room.say(mod, "/setrules");
	expect(room.last).toContain("Removed");
});

test("what is for one reader only they see where Telegram can do that, else it goes after a while", async () => {
	const room = await world.room();
	const eve = await room.joined("Eve");
	const kept = async () =>
		(await env.DB.prepare("SELECT * FROM group_cleanups WHERE group_id = ?").bind(room.id).all()).results;
	const passed = vi.mocked(globalThis.fetch).getMockImplementation();
	const asked: unknown[] = [];
	const answering = (answer: (body: { chat_id: number }) => object) =>
		vi.mocked(globalThis.fetch).mockImplementation(async (...args) => {
			const request = new Request(...args);
			const body = request.url.endsWith("/sendMessage") ? await request.clone().json() : {};
			const { ephemeral_message_parameters: parameters } = body as Record<string, unknown>;
			if (parameters === undefined) return (await passed?.(request)) ?? Response.error();
			asked.push(parameters);
			return Response.json(answer(body as { chat_id: number }));
		});
	try {
		const chat = { id: room.id, type: "supergroup", title: "Chess" };
		answering(() => ({
			ok: true,
			result: { message_id: 0, ephemeral_message_id: 5, date: 1, chat, text: "" },
		}));
		await room.say(eve, "/settings");
		expect(asked).toEqual([{ receiver_user_id: eve }]);
		expect(room.last).not.toContain("Only administrators");
		expect(await kept()).toEqual([]);
		answering(() => ({ ok: false, error_code: 400, description: "Bad Request: RECEIVER_INVALID" }));
		await room.say(eve, "/settings");
		expect(room.last).toContain("Only administrators");
		expect(await kept()).toHaveLength(1);
	} finally {
		if (passed) vi.mocked(globalThis.fetch).mockImplementation(passed);
	}
});

test("whoever asks to join presses the right sign; a wrong one and no answer are turned away", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	simulator.world.group(room.id).join_by_request = true;
	const ask = async (name: string) => {
		const { id } = simulator.createUser({ first_name: name, language_code: "fr" });
		expect(simulator.join(id, { chat: room.id })).toBe("requested");
		await simulator.settle();
		return id;
	};
	const waits = (id: number) => simulator.world.group(room.id).join_requests.has(id);
	// Off: the administrators decide.
	const early = await ask("Early");
	expect(world.privately(early)).toEqual([]);
	expect(waits(early)).toBe(true);
	await room.set({ captcha: true, captcha_minutes: 3 });
	const question = (id: number) => world.privately(id).at(-1)?.text ?? "";
	const asked = (id: number) => captchaSigns.find((sign) => question(id).includes(sign)) ?? captchaSigns[0];
	const press = async (id: number, text: string) => {
		await simulator.press(id, { chat: bot, text });
		await simulator.settle();
	};
	const ana = await ask("Ana");
	expect(question(ana)).toContain("Pour entrer dans Chess");
	const sign = asked(ana);
	await press(ana, sign);
	expect(room.status(ana)).toBe("member");
	expect(question(ana)).toContain("Bienvenue");

	const bo = await ask("Bo");
	await press(bo, captchaSigns.find((one) => one !== asked(bo)) ?? "");
	expect(room.status(bo)).toBe("left");
	expect(waits(bo)).toBe(false);
	expect(question(bo)).toContain("redemander");
	// Asking again is answered anew.
	simulator.join(bo, { chat: room.id });
	await simulator.settle();
	await press(bo, asked(bo));
	expect(room.status(bo)).toBe("member");

	const cy = await ask("Cy");
	const late = asked(cy);
	await world.later(2);
	expect(waits(cy)).toBe(true);
	await world.later(2);
	expect(waits(cy)).toBe(false);
	await press(cy, late);
	expect(question(cy)).toContain("Trop tard");
	expect(room.status(cy)).toBe("left");
	expect((await room.history()).slice(2).map(({ action, reason }) => [action, reason])).toEqual([
		["let_in", "right answer"],
		["turned_away", "wrong answer"],
		["let_in", "right answer"],
		["turned_away", "no answer in time"],
	]);
	// The clock may be late as well.
	const fay = await ask("Fay");
	vi.setSystemTime(Date.now() + 3 * 60_000);
	await press(fay, asked(fay));
	expect(question(fay)).toContain("Trop tard");
	expect(room.status(fay)).toBe("left");
	expect(waits(fay)).toBe(false);
	// Nobody else's question can be answered.
	const eve = simulator.createUser({ first_name: "Eve" }).id;
	const dee = await ask("Dee");
	await simulator.start(eve, { bot });
	simulator.sendUpdate(bot, {
		update_id: 88_000,
		callback_query: {
			id: "1",
			from: { id: eve, is_bot: false, first_name: "Eve" },
			chat_instance: "1",
			data: `grp:captcha:${room.id}:${captchaSigns.indexOf(asked(dee))}`,
		},
	});
	await simulator.settle();
	expect(room.status(eve)).toBe("left");
	expect(waits(dee)).toBe(true);
});

test("the operator's list keeps people out of the groups that use it, until it is over", async () => {
	const { simulator } = world.telegram;
	await configure({ "people.support_contact": "@rialto_help" });
	const strict = await world.room();
	const open = await world.room();
	await strict.set({ shared_bans: true });
	const { id: bad } = simulator.createUser({ first_name: "Bad" });
	const until = new Date(Date.now() + 3_600_000).toISOString();
	const put = await call("POST", "/api/groups/bans", {
		user_id: bad,
		reason: "Scams",
		evidence: "case 7",
		until,
	});
	expect(put.body.ban).toMatchObject({ person: String(bad), reason: "Scams", evidence: "case 7", until });
	simulator.join(bad, { chat: open.id });
	simulator.join(bad, { chat: strict.id });
	await simulator.settle();
	expect(open.status(bad)).toBe("member");
	expect(strict.status(bad)).toBe("kicked");
	expect((await strict.history()).at(-1)).toMatchObject({
		action: "shared_ban",
		person: String(bad),
		reason: "Scams",
	});
	// Who is in a group already is turned out when they are put on the list.
	const { id: worse } = simulator.createUser({ first_name: "Worse" });
	for (const room of [open, strict]) simulator.join(worse, { chat: room.id });
	await simulator.settle();
	expect(strict.status(worse)).toBe("member");
	await call("POST", "/api/groups/bans", { user_id: worse, reason: "Threats" });
	await deliverEvents();
	expect([strict.status(worse), open.status(worse)]).toEqual(["kicked", "member"]);
	expect((await strict.history()).at(-1)).toMatchObject({ action: "shared_ban", person: String(worse) });
	await call("DELETE", `/api/groups/bans/${worse}`);
	// Asking is declined with a word, and whom to write to.
	const door = await world.room();
	await door.set({ shared_bans: true, captcha: true });
	simulator.world.group(door.id).join_by_request = true;
	simulator.join(bad, { chat: door.id });
	await simulator.settle();
	expect(world.privately(bad).at(-1)?.text).toContain("Scams");
	expect(world.privately(bad).at(-1)?.text).toContain("@rialto_help");
	expect(simulator.world.group(door.id).join_requests.has(bad)).toBe(false);

	expect((await call("GET", "/api/groups/bans")).body.bans).toHaveLength(1);
	await world.later(61);
	expect((await call("GET", "/api/groups/bans")).body.bans).toEqual([]);
	const third = await world.room();
	await third.set({ shared_bans: true });
	simulator.join(bad, { chat: third.id });
	await simulator.settle();
	expect(third.status(bad)).toBe("member");

	await call("POST", "/api/groups/bans", { user_id: bad, reason: "Scams again" });
	expect((await call("DELETE", `/api/groups/bans/${bad}`)).body.ban.lifted_at).not.toBeNull();
	expect((await call("GET", `/api/groups/bans/${bad}`)).body.ban.lifted_at).not.toBeNull();
	expect((await call("GET", "/api/groups/bans/999999999")).status).toBe(404);
	expect((await call("POST", "/api/groups/bans", { user_id: bad, reason: " " })).status).toBe(400);
});
