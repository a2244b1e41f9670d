import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { createDeps } from "../src/deps.ts";
import { call, groupWorld } from "./group-world.ts";
import { configure, deliverEvents, StaffRoom } from "./staff-room.ts";
import { addBot, keptOf, Phone } from "./telegram.ts";

const world = groupWorld();

/** What somebody sees of the panel in their private chat. */
const panelOf = (userId: number) => world.privately(userId).at(-1);
const labelsOf = (userId: number) =>
	panelOf(userId)
		?.reply_markup?.inline_keyboard.flat()
		.map(({ text }) => text) ?? [];

async function open(userId: number, groupId: number) {
	await world.telegram.simulator.start(userId, { bot: world.telegram.bot, payload: `grp_${groupId}` });
	await world.telegram.simulator.settle();
}

async function press(userId: number, text: string) {
	const { simulator, bot } = world.telegram;
	const pressed = await simulator.press(userId, { chat: bot, text });
	await simulator.settle();
	return pressed.kind === "callback" ? simulator.callbackAnswer(pressed.query_id) : null;
}

test("/settings leads to a private panel, also for who has no profile; rights are looked at with every press", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	const mod = await room.admin("Mod");
	const eve = await room.joined("Eve");
	await room.say(mod, "/settings");
	const button = simulator.messages(room.owner, room.id).at(-1)?.reply_markup?.inline_keyboard[0]?.[0];
	expect(button?.url).toBe(`https://t.me/rialto_bot?start=grp_${room.id}`);
	await open(mod, room.id);
	expect(panelOf(mod)?.text).toContain("Chess");
	expect(labelsOf(mod)).toContain("⬜️ No links");
	// It is nobody's way into the chats of strangers.
	const { results } = await env.DB.prepare("SELECT * FROM people WHERE id = ?").bind(mod).all();
	expect(results).toEqual([]);

	await press(mod, "⬜️ No links");
	expect(labelsOf(mod)).toContain("✅ No links");
	await press(mod, "Warnings: 3");
	await press(mod, "Language: 🇬🇧 English");
	expect((await call("GET", `/api/groups/${room.id}`)).body.group.settings).toMatchObject({
		link_filter: true,
		warn_limit: 5,
		language: "pt",
	});
	const delivered = simulator.deliveries({ bot }).findLast(({ kind }) => kind === "callback_query");
	simulator.redeliver(bot, delivered?.update_id ?? 0);
	await simulator.settle();
	expect((await call("GET", `/api/groups/${room.id}`)).body.group.settings.language).toBe("pt");
	const { body } = await call("GET", "/api/audit");
	expect(body.entries).toContainEqual(
		expect.objectContaining({
			action: "group.settings_changed",
			actor: `telegram:${mod}`,
			subject: String(room.id),
			details: { link_filter: true },
		}),
	);

	await open(eve, room.id);
	expect(panelOf(eve)?.text).toContain("no administrator");
	await room.addBot({ denied: ["can_delete_messages"] });
	await open(mod, room.id);
	expect(panelOf(mod)?.text).toContain("Switch on for me: Delete messages");
	// Telegram may be slow to tell of it: the press asks by itself.
	const { members } = simulator.world.group(room.id);
	members.set(mod, { status: "member", rights: {}, until_date: 0, is_member: true });
	expect((await press(mod, "✅ No links"))?.text).toContain("no administrator");
	expect((await call("GET", `/api/groups/${room.id}`)).body.group.settings.link_filter).toBe(true);
	// Who may not change the group's info looks, and changes nothing.
	const helper = await room.admin("Helper", { can_change_info: false });
	await open(helper, room.id);
	expect((await press(helper, "✅ No links"))?.text).toContain("no administrator");
});

test("somebody in the middle of the way in, or in a chat, gets the panel and stays where they are", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	const ana = await new Phone(simulator, bot, "Ana").settleIn();
	simulator.join(ana.id, { chat: room.id });
	simulator.setMember(room.owner, { chat: room.id, user: ana.id, status: "administrator" });
	await simulator.settle();
	await ana.press("🔍 Find Partner");
	const before = await env.PERSON.getByName(String(ana.id)).status();
	expect(before.search).not.toBeNull();
	await open(ana.id, room.id);
	expect(ana.last.text).toContain("Chess");
	expect((await env.PERSON.getByName(String(ana.id)).status()).search).toEqual(before.search);
	await ana.send("/stop");
});

test("an anonymous administrator commands as the group, and opens the panel by a button that checks who it is", async () => {
	const { simulator } = world.telegram;
	const room = await world.room();
	await room.set({ moderation: true });
	const ghost = await room.admin("Ghost", { is_anonymous: true });
	const bob = await room.joined("Bob");
	const rude = await room.say(bob, "rude");
	await room.say(ghost, "/warn rude", { reply_to: rude.message_id });
	expect(room.last).toContain("Bob: warning 1 of 3");
	expect((await room.history()).at(-1)).toMatchObject({ action: "warn", actor: "admins" });
	await room.say(ghost, "/settings");
	expect(room.last).toContain("so that I know who you are");
	const pressIn = async (by: number) => {
		const pressed = await simulator.press(by, { chat: room.id, text: "⚙️ Settings" });
		await simulator.settle();
		return pressed.kind === "callback" ? simulator.callbackAnswer(pressed.query_id) : null;
	};
	expect(await pressIn(bob)).toMatchObject({ text: expect.stringContaining("Only administrators") });
	expect((await pressIn(ghost))?.url).toBe(`https://t.me/rialto_bot?start=grp_${room.id}`);
	await open(ghost, room.id);
	expect(labelsOf(ghost)).toContain("✅ Tell me of reports");
});

test("a report reaches who opened the panel, and staff where nobody did", async () => {
	const { simulator, bot } = world.telegram;
	const control = new StaffRoom(simulator, bot);
	await configure({ "staff.control_chat_id": control.chat });
	const room = await world.room();
	const mod = await room.admin("Mod");
	const bob = await room.joined("Bob");
	const eve = await room.joined("Eve");
	const rude = await room.say(bob, "secret words");
	const about = { reply_to: rude.message_id };
	await room.say(eve, "/report", about);
	expect(room.heard.at(-1)).not.toContain("told");
	await room.set({ report: true });
	await room.say(eve, "/report");
	expect(room.last).toContain("Reply to the message");
	await room.say(eve, "/report", about);
	expect(room.last).toContain("administrators were told");
	expect(control.heard.at(-1)).toContain(`/${rude.message_id}`);

	await open(mod, room.id);
	const alerts = control.heard.length;
	const second = await room.say(bob, "more");
	for (const by of [eve, eve]) await room.say(by, "/report", { reply_to: second.message_id });
	const told = world.privately(mod).filter(({ text }) => text?.includes("reported a message"));
	expect(told).toHaveLength(1);
	expect(told[0]?.text).toContain(`https://t.me/c/${String(room.id).slice(4)}/${second.message_id}`);
	for (const text of [told[0]?.text, ...control.heard]) expect(text).not.toContain("secret");
	expect(control.heard).toHaveLength(alerts);

	await open(mod, room.id);
	await press(mod, "✅ Tell me of reports");
	const third = await room.say(bob, "and more");
	await room.say(eve, "/report", { reply_to: third.message_id });
	expect(control.heard.length).toBe(alerts + 1);
	await configure({ "staff.control_chat_id": 0 });
});

test("a second bot in the same group keeps quiet, and takes over when the first one is gone", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	await room.set({ moderation: true });
	const second = simulator.createBot({ first_name: "Rialto 2", username: "rialto2_bot" });
	await addBot(second.token);
	await room.addBot({ bot: second.bot.id });
	const bob = await room.joined("Bob");
	const rude = await room.say(bob, "rude");
	await room.say(room.owner, "/warn", { reply_to: rude.message_id });
	expect(room.heard.filter((text) => text.includes("warning 1"))).toHaveLength(1);
	expect(simulator.calls({ bot: second.bot.id, method: "sendMessage" })).toEqual([]);
	expect((await room.history()).filter(({ action }) => action === "warn")).toHaveLength(1);
	simulator.setMember(room.owner, { chat: room.id, user: bot, status: "left" });
	await simulator.settle();
	simulator.setMember(room.owner, { chat: room.id, user: second.bot.id, status: "left" });
	await room.addBot({ bot: second.bot.id });
	expect(await room.row()).toMatchObject({ state: "active", bot_id: second.bot.id });
	// One that is taken out of service leaves its groups to others.
	expect((await call("DELETE", `/api/bots/${second.bot.id}`)).status).toBe(200);
	await deliverEvents();
	expect(await room.row()).toMatchObject({ state: "inactive", inactive_reason: "removed" });
});

test("who has their data deleted leaves a hash that still counts, and no name", async () => {
	const { simulator, bot } = world.telegram;
	const room = await world.room();
	await room.set({ moderation: true, shared_bans: true });
	const bob = await new Phone(simulator, bot, "Bob").settleIn();
	simulator.join(bob.id, { chat: room.id });
	simulator.setMember(room.owner, { chat: room.id, user: bob.id, status: "administrator" });
	await simulator.settle();
	await open(bob.id, room.id);
	const target = await room.joined("Target");
	const rude = await room.say(target, "rude");
	await room.say(bob.id, "/warn", { reply_to: rude.message_id });
	simulator.setMember(room.owner, { chat: room.id, user: bob.id, status: "member" });
	await simulator.settle();
	const own = await room.say(bob.id, "rude too");
	await room.say(room.owner, "/warn being rude", { reply_to: own.message_id });
	await call("POST", "/api/groups/bans", { user_id: bob.id, reason: "Scams", evidence: "case 7" });
	const { rights } = await createDeps(env);
	const exported = (await rights.export(bob.id)).groups;
	expect(exported).toMatchObject({
		warnings: [{ group: room.id, reason: "being rude", counts: true }],
		told_of_reports_in: [room.id],
		banned_from_all_groups: { reason: "Scams" },
	});
	expect(JSON.stringify(exported)).not.toContain("case 7");
	expect(JSON.stringify(exported)).not.toContain(String(target));

	await rights.erase(bob.id);
	expect(await keptOf(bob.id)).toEqual({});
	await rights.erase(bob.id);
	// Coming back changes nothing: the second warning is the second, and the list holds.
	const again = await room.say(bob.id, "rude again");
	await room.say(room.owner, "/warn", { reply_to: again.message_id });
	expect(room.last).toContain("warning 2 of 3");
	expect((await call("GET", `/api/groups/bans/${bob.id}`)).body.ban).toMatchObject({
		person: expect.stringMatching(/^erased:/),
		lifted_at: null,
	});
	simulator.leave(bob.id, { chat: room.id });
	simulator.join(bob.id, { chat: room.id });
	await simulator.settle();
	expect(room.status(bob.id)).toBe("kicked");
});
