import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { createDeps } from "../src/deps.ts";
import { botRooms } from "../src/platform/bot-rooms.ts";
import { languages, translator } from "../src/platform/i18n/index.ts";
import { GroupRoom } from "./group-world.ts";
import { addBot, api, ownerKey, Phone, startTelegram, twoTalking } from "./telegram.ts";

type Telegram = Awaited<ReturnType<typeof startTelegram>>;
let telegram: Telegram;
let simulator: Telegram["simulator"];
let everything: number;
let creators: number;
let creatorsToken: string;

interface Bot {
	id: number;
	rooms: string[];
	account_id: number | null;
}

async function call<T = unknown>(method: string, path: string, body?: unknown) {
	const response = await exports.default.fetch(`https://rialto.test${path}`, {
		method,
		headers: { authorization: `Bearer ${ownerKey}`, "content-type": "application/json" },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const answer: T = await response.json();
	return { status: response.status, body: answer };
}
const botsNow = async () => (await call<{ bots: Bot[] }>("GET", "/api/bots")).body.bots;
const botNow = async (id: number) => (await botsNow()).find((bot) => bot.id === id);
const furnish = (id: number, body: unknown) => call<{ bot: Bot }>("PATCH", `/api/bots/${id}`, body);

beforeAll(async () => {
	telegram = await startTelegram();
	simulator = telegram.simulator;
	everything = telegram.bot;
	const other = simulator.createBot({ first_name: "Vera", username: "vera_bot" });
	creators = other.bot.id;
	creatorsToken = other.token;
	const added = await call<{ bot: Bot }>("POST", "/api/bots", {
		token: creatorsToken,
		rooms: ["inbox", "shop"],
		account_id: 7,
	});
	expect(added).toMatchObject({ status: 201, body: { bot: { rooms: ["shop", "inbox"], account_id: 7 } } });
});

const statusOf = (phone: Phone) => env.PERSON.getByName(String(phone.id)).status();
const keyboardOf = (phone: Phone) =>
	simulator
		.screen(phone.id, phone.bot)
		.reply_keyboard?.keyboard.flat()
		.map(({ text }) => text) ?? [];
/** The commands that Telegram shows at a bot, in a language. */
async function commandsAt(token: string, language_code = "") {
	const response = await fetch(`http://telegram.test/bot${token}/getMyCommands`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({
			scope: { type: "all_private_chats" },
			...(language_code ? { language_code } : {}),
		}),
	});
	const { result } = await response.json<{ result: { command: string; description: string }[] }>();
	return result.map(({ command }) => command);
}
/** The same person, at another bot. */
const elsewhere = (phone: Phone, bot: number) =>
	Object.assign(new Phone(simulator, bot, "Somebody"), { id: phone.id });

async function intoCreators(name = "Fan", language = "🇬🇧 English") {
	const fan = new Phone(simulator, creators, name);
	await fan.start();
	await fan.press(language);
	await fan.send("27");
	return fan;
}

test("a bot has every room unless it is told which; adding it again keeps them, and changes are checked", async () => {
	expect(await botNow(everything)).toMatchObject({ rooms: [...botRooms], account_id: null });
	await addBot(creatorsToken);
	expect(await botNow(creators)).toMatchObject({ rooms: ["shop", "inbox"], account_id: 7 });
	// One that was removed comes back as it was.
	await call("DELETE", `/api/bots/${creators}`);
	await addBot(creatorsToken);
	expect(await botNow(creators)).toMatchObject({ rooms: ["shop", "inbox"], account_id: 7 });
	for (const wrong of [{ rooms: [] }, { rooms: ["kitchen"] }, { account_id: 0 }, { room: ["chat"] }])
		expect((await furnish(creators, wrong)).status).toBe(400);
	expect((await furnish(everything + 999_999, { rooms: ["chat"] })).status).toBe(404);
	expect(await furnish(creators, { rooms: ["shop"], account_id: 7 })).toMatchObject({
		status: 400,
		body: { error: { fields: { account_id: expect.stringContaining("inbox") } } },
	});
	// Without an inbox it is nobody's.
	expect((await furnish(creators, { rooms: ["shop"] })).body.bot).toMatchObject({ account_id: null });
	expect((await furnish(creators, { rooms: ["inbox", "shop"], account_id: 7 })).body.bot).toMatchObject({
		rooms: ["shop", "inbox"],
		account_id: 7,
	});
	const { entries } = await (await api("/api/audit?action=bot.changed")).json<{
		entries: { subject: string; details: unknown }[];
	}>();
	expect(entries[0]).toMatchObject({
		subject: String(creators),
		details: { from: ["shop"], to: ["shop", "inbox"], account: 7 },
	});
});

test("in the simulator's world a bot is one press away; elsewhere BotFather makes them", async () => {
	expect((await call("GET", "/api/bots")).body).toMatchObject({ simulator: false });
	expect(await call("POST", "/api/bots/simulated", {})).toMatchObject({ status: 404 });
	const { bots } = await createDeps(Object.assign({ ...env }, { SIMULATOR_URL: "http://telegram.test" }));
	expect(bots.hasSimulator).toBe(true);
	const [one, two] = [await bots.simulate("owner"), await bots.simulate("owner")];
	expect(one.username).not.toBe(two.username);
	expect(await botNow(two.id)).toMatchObject({ rooms: [...botRooms] });
	const ana = await new Phone(simulator, two.id, "Ana").settleIn();
	expect(keyboardOf(ana)).toContain("🔍 Find Partner");
});

test("its menu of commands follows its rooms, in every language and at once", async () => {
	const { token } = simulator.createBot({ first_name: "Rialto", username: "rialto_bot" });
	for (const language of ["", ...languages.filter((one) => one !== "en")]) {
		expect(await commandsAt(token, language)).toContain("find");
		const commands = await commandsAt(creatorsToken, language);
		expect(commands).toContain("profile");
		expect(commands).toContain("preferences");
		for (const command of ["find", "next", "stop", "report", "lock", "premium", "credits"])
			expect(commands).not.toContain(command);
	}
	await furnish(creators, { rooms: ["studio"] });
	expect(await commandsAt(creatorsToken)).toContain("credits");
	await furnish(creators, { rooms: ["shop", "inbox"], account_id: 7 });
	expect(await commandsAt(creatorsToken)).not.toContain("credits");
});

test("a creator's bot asks language and age, never a gender, and offers no strangers", async () => {
	const fan = new Phone(simulator, creators, "Fan");
	await fan.start();
	await fan.press("🇬🇧 English");
	expect(fan.heard.at(-2)).toContain("You must be 18 or older");
	expect(fan.last.text).toContain("How old are you?");
	await fan.send("hello?");
	expect(fan.last.text).toContain("age as a number");
	await fan.send("27");
	expect(fan.last.text).toBe("You're all set. What would you like to do?");
	expect(keyboardOf(fan)).toEqual(["🎁 Invite friends", "👤 Profile", "❓ Help"]);
	expect((await statusOf(fan)).card).toMatchObject({ language: "en", age: 27, gender: null });
	expect((await statusOf(fan)).card?.termsVersion).toBeTruthy();

	// Whatever they press or write leads to no stranger.
	await fan.send("just so");
	expect(fan.last.text).toBe("What would you like to do?");
	await fan.send("/profile");
	expect(fan.last.text).toContain("Age: 27");
	expect(JSON.stringify(fan.last)).not.toMatch(/[Gg]ender|[Ss]tranger|Whom to meet/);
	await fan.send("/preferences");
	await fan.send("/help");
	expect(fan.last.text).toContain("/paysupport");
	for (const command of [
		"/find",
		"/next",
		"/stop",
		"/block",
		"/report",
		"/lock",
		"/del",
		"/premium",
		"/credits",
	]) {
		const heard = fan.heard.length;
		await fan.send(command);
		expect(fan.heard.length, command).toBe(heard + 1);
		expect(fan.last.text).toContain("That is not something this bot does");
		expect(fan.last.text).toContain("/profile – Your profile");
		expect(fan.last.text, command).not.toContain(`${command} –`);
		expect(keyboardOf(fan)).not.toContain("🔍 Find Partner");
	}
	await fan.send("🔍 Find Partner");
	expect(fan.last.text).toContain("That is not something this bot does");
	await fan.start("find");
	expect(fan.last.text).toContain("That is not something this bot does");
	expect(await statusOf(fan)).toMatchObject({ search: null, seat: null });
	expect(fan.heard.join("\n")).not.toMatch(/stranger|Find Partner|gender/i);
});

test.each(languages)("%s: nothing there speaks of strangers", async (language) => {
	const t = translator(language);
	const names = { en: "🇬🇧 English", pt: "🇧🇷 Português", ru: "🇷🇺 Русский", fr: "🇫🇷 Français" };
	const fan = await intoCreators("Fan", names[language]);
	expect(fan.last.text).toBe(t("menu-no-chat"));
	await fan.send("/find");
	expect(fan.last.text).toContain(t("not-here"));
	await fan.send("/help");
	for (const key of ["has-chat", "help-chat", "welcome-chat", "command-find", "button-find"])
		expect(fan.heard.join("\n"), key).not.toContain(t(key));
});

test("the gender is asked when somebody comes to a bot with strangers, and the person stays one", async () => {
	const fan = await intoCreators();
	const there = elsewhere(fan, everything);
	await there.start("find");
	expect(there.heard.at(-2)).toContain("strangers");
	expect(there.last.text).toContain("What is your gender?");
	// Nobody is met without.
	await there.send("/find");
	expect(there.last.text).toContain("What is your gender?");
	expect((await statusOf(fan)).search).toBeNull();
	await there.press("Female");
	// What was known is not asked again, and the link does what it says.
	expect(there.heard.join("\n")).not.toContain("How old are you?");
	expect((await statusOf(fan)).search).not.toBeNull();
	expect((await statusOf(fan)).card).toMatchObject({ gender: "female", age: 27, language: "en" });
	const { results } = await env.DB.prepare("SELECT bot_id FROM person_bots WHERE user_id = ? ORDER BY bot_id")
		.bind(fan.id)
		.all<{ bot_id: number }>();
	expect(results.map(({ bot_id }) => bot_id)).toEqual([everything, creators].sort((a, b) => a - b));
	await there.press("Cancel search");
	// The creator's bot still shows no more than it needs.
	await fan.send("/profile");
	expect(fan.last.text).not.toContain("Gender");
});

test("who is too young is refused there too, everywhere at once", async () => {
	const kid = new Phone(simulator, creators, "Kid");
	await kid.start();
	await kid.press("🇬🇧 English");
	await kid.send("15");
	expect(kid.last.text).toContain("18 or older");
	expect(kid.last.text).not.toContain("strangers");
	await kid.send("/profile");
	expect(kid.last.text).not.toContain("Age:");
	const there = elsewhere(kid, everything);
	await there.start();
	expect(there.last.text).toContain("I can't let you in");
	expect((await statusOf(kid)).card?.refused).toBe(true);
	// A minimum that is raised keeps out of searches whoever came in by a creator's bot.
	const fan = await intoCreators();
	await api("/api/config", { key: "people.minimum_age", value: 40 });
	const fanThere = elsewhere(fan, everything);
	await fanThere.start();
	await fanThere.press("Male");
	await fanThere.press("🔍 Find Partner");
	expect(fanThere.last.text).toContain("have to be 40 or older");
	expect((await statusOf(fan)).search).toBeNull();
	await api("/api/config", { key: "people.minimum_age", value: 18 });
});

test("a chat at one bot doesn't close the other", async () => {
	const { ana, bo } = await twoTalking(simulator, everything);
	const fan = elsewhere(ana, creators);
	await fan.start();
	expect(fan.last.text).toBe("What would you like to do?");
	await fan.send("for the creator");
	expect(bo.heard).not.toContain("for the creator");
	await ana.send("for you");
	expect(bo.last.text).toBe("for you");
	await ana.press("⏹ Stop");
});

test("a bot that loses its strangers lets go who searches or chats there; the rest of it goes on", async () => {
	const third = simulator.createBot({ first_name: "Third", username: "third_bot" });
	await addBot(third.token);
	const { ana, bo } = await twoTalking(simulator, third.bot.id);
	const cy = await new Phone(simulator, third.bot.id, "Cy").settleIn("Other");
	await cy.press("🔍 Find Partner");
	await furnish(third.bot.id, { rooms: ["shop"] });
	const { outbox } = await createDeps(env);
	await outbox["bot.room_closed"]({ botId: third.bot.id, room: "chat", after: 0 });
	for (const phone of [ana, bo, cy]) {
		expect(await statusOf(phone)).toMatchObject({ seat: null, search: null });
		// One of two who chat is let go, and the other one's partner has left.
		const told = phone === bo ? "Your partner has left" : "no longer meet at this bot";
		expect(phone.heard.filter((text) => text.includes(told))).toHaveLength(1);
		expect(JSON.stringify(phone.last.reply_markup ?? "")).not.toContain("Find Partner");
		expect(keyboardOf(phone)).not.toContain("🔍 Find Partner");
		expect(keyboardOf(phone)).toContain("👤 Profile");
	}
	// A button of then.
	simulator.sendUpdate(third.bot.id, {
		update_id: 998_001,
		callback_query: {
			...{ id: "1", chat_instance: "1", data: "find" },
			from: { id: cy.id, is_bot: false, first_name: "Cy" },
			message: { message_id: 1, date: 1, chat: { id: cy.id, type: "private", first_name: "Cy" }, text: "" },
		},
	});
	await simulator.settle();
	expect(cy.last.text).toContain("That is not something this bot does");
	expect((await statusOf(cy)).search).toBeNull();
	// And back.
	await furnish(third.bot.id, { rooms: ["chat", "shop"] });
	await cy.send("/find");
	expect((await statusOf(cy)).search).not.toBeNull();
	await cy.press("Cancel search");
});

test("a bot without groups does nothing in one; one that loses them leaves its groups to others", async () => {
	const stateOf = ({ id }: GroupRoom) =>
		env.DB.prepare("SELECT state, bot_id FROM groups WHERE id = ?").bind(id).first();
	const quiet = await new GroupRoom(telegram).addBot({ bot: creators });
	await quiet.say(quiet.owner, "/ban");
	expect(await stateOf(quiet)).toBeNull();
	expect(simulator.messages(quiet.owner, quiet.id).filter(({ out }) => !out)).toEqual([]);
	const room = await new GroupRoom(telegram).addBot();
	expect(await stateOf(room)).toMatchObject({ bot_id: everything, state: "waiting" });
	await furnish(everything, { rooms: ["chat"] });
	const { outbox } = await createDeps(env);
	await outbox["bot.room_closed"]({ botId: everything, room: "groups", after: 0 });
	expect(await stateOf(room)).toMatchObject({ state: "inactive" });
	await furnish(everything, { rooms: [...botRooms] });
});
