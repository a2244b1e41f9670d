import { env } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { api, Phone, startTelegram } from "./telegram.ts";

const { simulator, bot } = await startTelegram();
const owner = simulator.createUser({ first_name: "Olga" });
const control = simulator.createGroup(owner.id, { title: "Control", type: "supergroup" });
simulator.setMember(owner.id, { chat: control.id, user: bot, status: "member" });

const statusOf = (phone: Phone) => env.PERSON.getByName(String(phone.id)).status();

/** What stands under the newest question: labels with their addresses. */
const buttonsOf = (phone: Phone) => {
	const message = phone.messages().findLast((candidate) => candidate.reply_markup);
	return (message?.reply_markup?.inline_keyboard ?? [])
		.flat()
		.map((button) => [button.text, "url" in button ? button.url : null]);
};

const alerts = () =>
	simulator.messages(owner.id, control.id).flatMap(({ text }) => (text?.includes("⚠️") ? [text] : []));

let names = 0;
/** A channel that the bot may or may not see. */
function channel({ hidden = false, isPublic = true } = {}) {
	names += 1;
	const username = `rialto_news_${names}`;
	const chat = simulator.createGroup(owner.id, {
		title: `News ${names}`,
		type: "channel",
		...(isPublic ? { username } : {}),
	});
	if (!hidden) simulator.setMember(owner.id, { chat: chat.id, user: bot, status: "administrator" });
	return { id: chat.id, name: isPublic ? `@${username}` : String(chat.id), username };
}

const configure = async (...channels: string[]) => {
	const response = await api("/api/config/bulk", {
		"people.required_channels": channels,
		"staff.control_chat_id": control.id,
	});
	expect(response.status).toBe(200);
};

/** As if the minutes had passed for which a member is believed to have stayed one. */
async function forgetMembership(phone: Phone) {
	const person = env.PERSON.getByName(String(phone.id));
	const begun = await person.begin({ update: `test:${crypto.randomUUID()}`, botId: bot, claim: "always" });
	if (begun.state !== "fresh" || begun.token === null) throw new Error("not claimed");
	const { joined: _, ...session } = begun.person.session;
	await person.finish(begun.token, session);
}

const looksUp = () => simulator.calls({ bot, method: "getChatMember" }).length;

afterEach(() => configure());

/** The way in up to where the channels come. */
async function comeIn(name: string) {
	const phone = new Phone(simulator, bot, name);
	await phone.start();
	await phone.press("🇬🇧 English");
	return phone;
}

async function profile(phone: Phone) {
	expect(phone.last.text).toContain("What is your gender?");
	await phone.press("Female");
	expect(phone.last.text).toContain("How old are you?");
	await phone.send("27");
}

test("who comes in says a language, joins, and sets up a profile; the link they came by acts then", async () => {
	const open = channel();
	const closed = channel({ isPublic: false });
	await configure(open.name, closed.name);
	const ana = new Phone(simulator, bot, "Ana");
	await ana.start("find");
	expect(ana.last.text).toContain("Which language");
	await ana.press("🇬🇧 English");
	expect(ana.last.text).toContain("please join first");
	expect(ana.heard.join()).not.toContain("gender");
	const invite = buttonsOf(ana)[1]?.[1] ?? "";
	expect(buttonsOf(ana)).toEqual([
		[`Join ${open.name}`, `https://t.me/${open.username}`],
		[`Join News ${names}`, expect.stringContaining("https://t.me/+")],
		["✅ I have joined", null],
	]);
	expect((await statusOf(ana)).search).toBeNull();

	// Saying so is not enough, and one of two isn't either; the one that is done is asked for no more.
	await ana.press("✅ I have joined");
	expect(buttonsOf(ana)).toHaveLength(3);
	simulator.join(ana.id, { chat: open.id });
	await ana.press("✅ I have joined");
	expect(buttonsOf(ana).map(([label]) => label)).toEqual([`Join News ${names}`, "✅ I have joined"]);
	for (const text of ["/find", "27", "/start", "hello"]) {
		await ana.send(text);
		expect(ana.last.text).toContain("please join first");
	}
	expect((await statusOf(ana)).search).toBeNull();

	simulator.join(ana.id, { invite_link: invite });
	await ana.press("✅ I have joined");
	// Who leaves before the profile is complete joins once more, and the link still waits.
	expect(ana.last.text).toContain("What is your gender?");
	await ana.press("Female");
	simulator.leave(ana.id, { chat: open.id });
	await forgetMembership(ana);
	await ana.send("27");
	expect(buttonsOf(ana).map(([label]) => label)).toEqual([`Join ${open.name}`, "✅ I have joined"]);
	simulator.join(ana.id, { chat: open.id });
	await ana.press("✅ I have joined");
	expect(ana.last.text).toContain("How old are you?");
	await ana.send("27");
	expect(ana.heard.at(-2)).toContain("You're all set");
	expect(ana.last.text).toContain("Looking for somebody");
	await ana.press("Cancel search");

	// The invite link was made once for all.
	const bo = await comeIn("Bo");
	expect(buttonsOf(bo)[1]?.[1]).toBe(invite);
	expect(simulator.calls({ bot, method: "createChatInviteLink" })).toHaveLength(1);
	expect(alerts()).toEqual([]);
});

test("who leaves the channel is asked again at a search, but not at every one", async () => {
	const news = channel();
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	expect(ana.last.text).toContain("You're all set");
	await configure(news.name);
	await ana.press("🔍 Find Partner");
	expect(ana.last.text).toContain("please join first");
	expect((await statusOf(ana)).search).toBeNull();
	simulator.join(ana.id, { chat: news.id });
	await ana.press("✅ I have joined");
	expect(ana.last.text).toContain("Looking for somebody");

	// Believed for some minutes: no call of Telegram for a search.
	const before = looksUp();
	await ana.press("Cancel search");
	await ana.press("🔍 Find Partner");
	expect(ana.last.text).toContain("Looking for somebody");
	await ana.press("Cancel search");
	expect(looksUp()).toBe(before);

	simulator.leave(ana.id, { chat: news.id });
	await forgetMembership(ana);
	for (const press of [
		() => ana.press("🔍 Find Partner"),
		() => ana.start("find"),
		() => ana.send("/next"),
	]) {
		await press();
		expect(ana.last.text).toContain("please join first");
		expect((await statusOf(ana)).search).toBeNull();
	}
	expect(looksUp()).toBeGreaterThan(before);

	// Another channel is another question, however lately the first was answered.
	simulator.join(ana.id, { chat: news.id });
	await ana.press("✅ I have joined");
	await ana.press("Cancel search");
	const more = channel();
	await configure(news.name, more.name);
	await ana.press("🔍 Find Partner");
	expect(buttonsOf(ana).map(([label]) => label)).toEqual([`Join ${more.name}`, "✅ I have joined"]);
});

test("a channel that the bot can't see is open, and staff are told once what to do", async () => {
	const hidden = channel({ hidden: true });
	await configure(hidden.name, "@rialto_no_such_channel");
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	expect(ana.last.text).toContain("You're all set");
	await ana.press("🔍 Find Partner");
	expect(ana.last.text).toContain("Looking for somebody");
	await ana.press("Cancel search");
	const bo = await new Phone(simulator, bot, "Bo").settleIn();
	expect(bo.last.text).toContain("You're all set");
	expect(alerts().sort()).toEqual([
		expect.stringContaining(`make @rialto_bot an administrator of ${hidden.name}`),
		expect.stringContaining("make @rialto_bot an administrator of @rialto_no_such_channel"),
	]);

	// Mended, it holds for the next one.
	simulator.setMember(owner.id, { chat: hidden.id, user: bot, status: "administrator" });
	await configure(hidden.name);
	const cy = await comeIn("Cy");
	expect(cy.last.text).toContain("please join first");
});

test("where Telegram fails nobody is kept out, and staff aren't bothered", async () => {
	const news = channel();
	await configure(news.name);
	const before = alerts().length;
	simulator.addFault({ bot, method: "getChatMember", status: 502, description: "Bad Gateway" });
	const ana = await comeIn("Ana");
	expect(alerts()).toHaveLength(before);
	expect(ana.last.text).toContain("What is your gender?");
	// The answer that failed is not remembered as a good one.
	await ana.press("Female");
	expect(ana.last.text).toContain("please join first");
	simulator.join(ana.id, { chat: news.id });
	await ana.press("✅ I have joined");
	await profile(ana);
	expect(ana.last.text).toContain("You're all set");
});

test("a channel's name or id is checked where staff set it", async () => {
	for (const wrong of ["rialto", "https://t.me/rialto", "@a", 12]) {
		const response = await api("/api/config/bulk", { "people.required_channels": [wrong] });
		expect(response.status, String(wrong)).toBe(400);
	}
});
