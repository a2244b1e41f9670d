import { expect, test } from "vitest";
import { recentAlbums } from "../src/groups/service/cache.ts";
import { call, type GroupRoom, groupWorld } from "./group-world.ts";

const world = groupWorld();

const sent = (room: GroupRoom, status: number) =>
	room.simulator
		.calls({ method: "sendMessage" })
		.filter((one) => one.status === status && one.parameters.chat_id === room.id);

/** How often updates came again. */
const repeats = (room: GroupRoom, after: number) =>
	room.simulator.deliveries({ after }).filter(({ attempt }) => attempt > 1).length;
const newest = (room: GroupRoom) => room.simulator.deliveries().at(-1)?.seq ?? 0;

/** An update of a message that stands in the group, with what the simulator's people can't send. */
async function become(room: GroupRoom, messageId: number, by: number, more: object) {
	const { simulator, bot } = room.telegram;
	simulator.sendUpdate(bot, {
		update_id: 600_000 + messageId + Math.abs(room.id % 1000) * 100,
		edited_message: {
			...{ message_id: messageId, date: 1, edit_date: 2, text: "look" },
			chat: { id: room.id, type: "supergroup", title: "Chess" },
			from: { id: by, is_bot: false, first_name: "Bob" },
			...more,
		},
	});
	await simulator.settle();
}

test("in a raid every link goes at once, every warning counts, and few of them are said", async () => {
	const { simulator } = world.telegram;
	const room = await world.room();
	await room.set({ link_filter: true, warn_limit: 20, welcome: "Be kind." });
	simulator.setLimits({ enabled: true });
	try {
		const raiders: number[] = [];
		for (let i = 0; i < 20; i++) {
			const { id } = simulator.createUser({ first_name: `Raider ${i}` });
			simulator.join(id, { chat: room.id });
			raiders.push(id);
		}
		const since = newest(room);
		await simulator.settle();
		// Some are welcomed; nothing waits for the others.
		expect(room.heard.filter((text) => text.includes("Be kind.")).length).toBeLessThanOrEqual(8);
		const links = [];
		for (const id of [...raiders, ...raiders])
			links.push(await simulator.send(id, { chat: room.id, text: "https://spam.example" }));
		await simulator.settle();
		expect(links.filter(({ message_id }) => room.has(message_id))).toEqual([]);
		expect([sent(room, 429).length, repeats(room, since)]).toEqual([0, 0]);
		const warnings = (await room.history()).filter(({ action }) => action === "warn");
		expect(warnings).toHaveLength(40);
		expect(room.heard.filter((text) => text.includes("warning")).length).toBeLessThanOrEqual(8);
		expect(room.heard.length).toBeGreaterThan(5);
	} finally {
		simulator.setLimits({ enabled: false });
	}
});

test("a warning or welcome that Telegram will not take now is dropped, and holds nothing up", async () => {
	const { simulator } = world.telegram;
	const room = await world.room();
	await room.set({ link_filter: true, welcome: "Be kind." });
	const since = newest(room);
	simulator.addFault({ method: "sendMessage", chat_id: room.id, status: 429, retry_after: 40 });
	const bob = await room.joined("Bob");
	const heard = room.heard.length;
	for (let i = 0; i < 2; i++) {
		const link = await room.say(bob, "https://spam.example");
		expect(room.has(link.message_id)).toBe(false);
	}
	expect([room.heard.length, repeats(room, since)]).toEqual([heard, 0]);
	await world.later(1);
	await room.say(bob, "https://spam.example");
	expect(room.last).toContain("warning 3 of 3");
	// What somebody asked for is answered all the same.
	simulator.addFault({ method: "sendMessage", chat_id: room.id, status: 429, retry_after: 1 });
	await room.set({ rules: "Be kind." });
	const eve = simulator.createUser({ first_name: "Eve" }).id;
	simulator.join(eve, { chat: room.id });
	await room.simulator.settle();
	await room.say(eve, "/rules");
	expect(room.last).toBe("Be kind.");
});

test("an album is one offence, and goes as a whole wherever its link stands", async () => {
	const { simulator } = world.telegram;
	const room = await world.room();
	await room.set({ link_filter: true, forward_filter: true, warn_limit: 20 });
	const bob = await room.joined("Bob");
	const album = async (linked: number) => {
		const items = Array.from({ length: 4 }, (_, i) => ({
			photo: true as const,
			...(i === linked ? { caption: "https://spam.example" } : {}),
		}));
		const messages = await simulator.sendAll(bob, { chat: room.id, media_group: items });
		await simulator.settle();
		return messages.map(({ message_id }) => message_id);
	};
	const warned = async () => (await room.history()).filter(({ action }) => action === "warn").length;
	const plain = await album(-1);
	expect([plain.filter((id) => room.has(id)).length, await warned()]).toEqual([4, 0]);
	for (const [count, linked] of [0, 3].entries()) {
		const ids = await album(linked);
		expect([ids.filter((id) => room.has(id)), await warned()]).toEqual([[], count + 1]);
	}
	// An isolate that saw nothing of it so far knows from the history.
	const item = { photo: true as const };
	const split = await simulator.sendAll(bob, {
		chat: room.id,
		media_group: [{ ...item, caption: "https://spam.example" }, item],
	});
	await simulator.settle();
	const albumId = split[0]?.media_group_id ?? "";
	recentAlbums.delete(`${room.id}:${albumId}`);
	const rest = await room.say(bob, "the rest");
	await become(room, rest.message_id, bob, { media_group_id: albumId });
	expect([room.has(rest.message_id), await warned()]).toEqual([false, 3]);
	// Each item is a forward of its own.
	const id = String(9_000_000_001);
	const forwarded = await album(-1);
	for (const message_id of forwarded)
		await become(room, message_id, bob, { media_group_id: id, forward_origin: { type: "hidden_user" } });
	expect([forwarded.filter((one) => room.has(one)), await warned()]).toEqual([[], 4]);
	expect(room.heard.filter((text) => text.includes("warning"))).toHaveLength(4);
});

test("filters look at replies from elsewhere, their quotes, stories and buttons", async () => {
	const { simulator } = world.telegram;
	const room = await world.room();
	await room.set({ link_filter: true, warn_limit: 20 });
	const bob = await room.joined("Bob");
	const ads = simulator.createGroup(bob, { title: "Ads", type: "channel" });
	const ad = await simulator.send(bob, { chat: ads.id, text: "All at spam.shop today" });
	const replied = async (quote?: string) => {
		const message = await simulator.send(bob, {
			...{ chat: room.id, text: "well", ...(quote ? { quote } : {}) },
			reply_from: { chat: ads.id, message_id: ad.message_id },
		});
		await simulator.settle();
		return room.has(message.message_id);
	};
	expect([await replied("All at"), await replied("spam.shop")]).toEqual([true, false]);
	await room.set({ forward_filter: true });
	expect(await replied()).toBe(false);
	expect(room.last).toContain("No forwarded messages here");
	const own = await room.say(bob, "mine");
	const answer = await room.say(bob, "and again", { reply_to: own.message_id });
	expect(room.has(answer.message_id)).toBe(true);
	const story = { story: { chat: { id: ads.id, type: "channel", title: "Ads" }, id: 1 } };
	const reply_markup = { inline_keyboard: [[{ text: "Go", url: "https://spam.example" }]] };
	for (const more of [story, { reply_markup }]) {
		const { message_id } = await room.say(bob, "innocent");
		await become(room, message_id, bob, more);
		expect(room.has(message_id)).toBe(false);
	}
});

test("the linked channel is an administrator, others that write can be banned", async () => {
	const { simulator } = world.telegram;
	const room = await world.room();
	await room.set({ link_filter: true, forward_filter: true, moderation: true });
	const mod = await room.admin("Mod");
	const bob = await room.joined("Bob");
	const news = simulator.createGroup(room.owner, { title: "News", type: "channel" });
	const ads = simulator.createGroup(bob, { title: "Ads", type: "channel" });
	const as = async (by: number, channel: number, text: string, reply_to?: number) => {
		const more = reply_to === undefined ? {} : { reply_to };
		const message = await simulator.send(by, { chat: room.id, text, as: channel, ...more });
		await simulator.settle();
		return message.message_id;
	};
	// Not linked yet, it is a channel like any other.
	expect(room.has(await as(room.owner, news.id, "https://news.example"))).toBe(false);
	simulator.link(room.owner, { chat: room.id, channel: news.id });
	await world.later(2);
	expect(room.has(await as(room.owner, news.id, "https://news.example"))).toBe(true);
	const post = await simulator.send(room.owner, { chat: news.id, text: "https://news.example/1" });
	await simulator.settle();
	expect(post.text).toBe(simulator.messages(room.owner, room.id).at(-1)?.text);

	expect(room.has(await as(bob, ads.id, "https://spam.example"))).toBe(false);
	const rude = await as(bob, ads.id, "buy this");
	const about = { reply_to: rude };
	for (const order of ["/warn", "/mute", "/ban 1d"]) {
		await room.say(mod, order, about);
		expect(room.last).toContain("A channel can only be banned for good");
	}
	await room.say(mod, "/ban spam", about);
	expect(room.last).toBe("🚫 Ads is banned.\nReason: spam");
	await expect(as(bob, ads.id, "more")).rejects.toThrow("banned");
	await room.say(mod, `/unban ${ads.id}`);
	expect(room.last).toContain("may come back");
	await as(bob, ads.id, "hello again");
	await room.say(mod, `/ban ${ads.id}`);
	expect((await room.history()).slice(-3)).toMatchObject([
		{ action: "ban", person: String(ads.id), reason: "spam" },
		{ action: "unban", person: String(ads.id) },
		{ action: "ban", person: String(ads.id) },
	]);
	// The linked one is nobody to ban, and may do what administrators may.
	const theirs = await as(room.owner, news.id, "our view");
	await room.say(mod, "/ban", { reply_to: theirs });
	expect(room.last).toBe("I can't do that to an administrator.");
	const spam = await room.say(bob, "buy this");
	await as(room.owner, news.id, "/ban", spam.message_id);
	expect(room.status(bob)).toBe("kicked");
	expect((await room.history()).at(-1)).toMatchObject({ action: "ban", actor: "admins" });
});

test("a time that is not written as one is refused with how to write it, and is not for ever", async () => {
	const room = await world.room();
	await room.set({ moderation: true });
	const mod = await room.admin("Mod");
	const bob = await room.joined("Bob");
	const { message_id } = await room.say(bob, "rude");
	for (const order of ["/mute 30min", "/mute 30", "/ban 1 day", "/ban 2 years spam", "/mute spam 30m"]) {
		await room.say(mod, order, { reply_to: message_id });
		expect([order, room.last]).toEqual([order, expect.stringContaining("30m, 12h, 1d or 2w")]);
	}
	expect(room.status(bob)).toBe("member");
	await room.say(mod, "/mute 30m", { reply_to: message_id });
	expect(room.last).toContain("for 30m");
});

test("in a basic group a ban for a time says that it can't", async () => {
	const room = await world.room({ type: "group" });
	await room.set({ moderation: true, warn_limit: 1, warn_action: "ban" });
	const bob = await room.joined("Bob");
	const { message_id } = await room.say(bob, "rude");
	for (const order of ["/ban 1d", "/warn"]) {
		await room.say(room.owner, order, { reply_to: message_id });
		expect(room.last).toContain("In a basic group a ban has no end");
		expect(room.status(bob)).toBe("member");
	}
	await room.say(room.owner, "/ban", { reply_to: message_id });
	expect(room.status(bob)).toBe("left");
});

test("what was done is undone whatever is switched off by now", async () => {
	const room = await world.room();
	const mod = await room.admin("Mod");
	const bob = await room.joined("Bob");
	const { message_id } = await room.say(bob, "rude");
	const order = (text: string) => room.say(mod, text, { reply_to: message_id });
	await room.set({ moderation: true });
	for (const text of ["/warn", "/mute"]) await order(text);
	await room.set({ moderation: false });
	await order("/warn");
	expect(room.last).toContain("switched off here");
	await order("/unwarn");
	expect(room.last).toContain("0 left");
	await order("/unmute");
	expect(room.status(bob)).toBe("member");
	await room.set({ moderation: true });
	await order("/ban");
	// Who became an administrator meanwhile has their warning taken back too.
	const ann = await room.joined("Ann");
	const hers = await room.say(ann, "rude");
	await room.say(mod, "/warn", { reply_to: hers.message_id });
	await room.set({ moderation: false });
	await order("/unban");
	expect(room.status(bob)).toBe("left");
	room.simulator.setMember(room.owner, { chat: room.id, user: ann, status: "administrator" });
	await room.simulator.settle();
	await room.say(mod, "/unwarn", { reply_to: hers.message_id });
	expect(room.last).toContain("0 left");
	// Who may not undo hears nothing of it.
	const eve = await room.joined("Eve");
	const heard = room.heard.length;
	await room.say(eve, "/unban", { reply_to: hers.message_id });
	expect(room.heard).toHaveLength(heard);
	expect((await call("GET", `/api/groups/${room.id}`)).body.group.settings.moderation).toBe(false);
});
