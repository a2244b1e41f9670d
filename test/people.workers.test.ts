import { env } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { translator } from "../src/platform/i18n/index.ts";
import { api, Phone, startTelegram, twoTalking } from "./telegram.ts";

const { simulator, bot } = await startTelegram();

/** What D1 keeps under this person's id. */
async function rowsOf(table: "people" | "person_bots" | "age_refusals", userId: number) {
	const key = table === "people" ? "id" : "user_id";
	const query = env.DB.prepare(`SELECT * FROM ${table} WHERE ${key} = ?`).bind(userId);
	return (await query.all<Record<string, unknown>>()).results;
}

const statusOf = (phone: Phone) => env.PERSON.getByName(String(phone.id)).status();

/** The labels under this person's input. */
const keyboardOf = (phone: Phone) =>
	simulator
		.screen(phone.id, bot)
		.reply_keyboard?.keyboard.flat()
		.map((button) => button.text) ?? [];

const block = async (phone: Phone, blocked: boolean) => {
	if (blocked) simulator.block(phone.id, { bot });
	else simulator.unblock(phone.id, { bot });
	await simulator.settle();
};

/** Two strangers in a chat. */
const talking = () => twoTalking(simulator, bot);

describe("the way in", () => {
	test("a link's payload survives every wrong turn and then acts", async () => {
		const ana = new Phone(simulator, bot, "Ana");
		await ana.start("find");
		expect(ana.last.text).toContain("Which language");
		// At each step whatever is no answer gets the question again.
		await ana.send("hello?");
		expect(ana.last.text).toContain("Which language");
		await ana.send({ sticker: true });
		expect(ana.last.text).toContain("Which language");
		await ana.press("🇬🇧 English");
		expect(ana.heard.at(-2)).toContain("You must be 18 or older");
		expect(ana.last.text).toContain("What is your gender?");
		for (const wrong of ["27", "/find", { photo: true as const }]) {
			await ana.send(wrong);
			expect(ana.last.text).toContain("What is your gender?");
		}
		await ana.start();
		expect(ana.last.text).toContain("What is your gender?");
		await ana.press("Other");
		expect(ana.last.text).toContain("How old are you?");
		for (const wrong of ["12", "121", "abc", "25.5", "-30", "0x1e", "30 years"]) {
			await ana.send(wrong);
			expect(ana.last.text).toContain("a number from 13 to 120");
		}
		for (const wrong of ["/find", { voice: true as const }]) {
			await ana.send(wrong);
			expect(ana.last.text).toContain("How old are you?");
		}
		expect((await statusOf(ana)).search).toBeNull();
		await ana.send(" 25 ");
		expect(ana.heard.at(-2)).toContain("You're all set");
		expect(ana.last.text).toContain("Looking for somebody");
		expect(keyboardOf(ana)).toContain("🔍 Find Partner");
		expect((await statusOf(ana)).search).toBeTruthy();
		await ana.press("Cancel search");
		// Whoever is in already needs no questions, and the payload has been used up.
		await ana.start("find");
		expect(ana.last.text).toContain("Looking for somebody");
		await ana.press("Cancel search");
		await ana.start();
		expect(ana.last.text).toContain("What would you like to do?");
		expect((await statusOf(ana)).search).toBeNull();
		expect(await rowsOf("people", ana.id)).toMatchObject([
			{ language: "en", gender: "other", age: 25, terms_version: "1", terms_accepted_at: expect.any(Number) },
		]);
	});

	test("a payload nobody knows gives the menu and one line", async () => {
		const ana = new Phone(simulator, bot, "Ana");
		await ana.start("summer_sale");
		await ana.press("🇬🇧 English");
		await ana.press("Female");
		const before = ana.heard.length;
		await ana.send("27");
		await ana.start("summer_sale");
		const line = "That link isn't one I know, so here is the menu.";
		expect(ana.heard.slice(before)).toEqual([line, line]);
		expect(keyboardOf(ana)).toEqual([
			"🔍 Find Partner",
			"⭐ Buy Premium",
			"🎁 Invite friends",
			"👤 Profile",
			"❓ Help",
		]);
		await ana.start();
		expect(ana.last.text).toContain("What would you like to do?");
	});

	test("whoever writes without a chat is told what to do, once", async () => {
		const ana = await new Phone(simulator, bot, "Ana").settleIn();
		const before = ana.heard.length;
		await ana.send("hi");
		await ana.send({ photo: true });
		await ana.send("anybody?");
		expect(ana.heard.slice(before)).toEqual([expect.stringContaining("not in a chat")]);
		await ana.press("🔍 Find Partner");
		const searching = ana.heard.length;
		await ana.send("hi");
		await ana.send("quick");
		expect(ana.heard.slice(searching)).toEqual([expect.stringContaining("already searching")]);
		await ana.press("Cancel search");
		await ana.send("hi again");
		expect(ana.last.text).toContain("not in a chat");
	});
});

describe("profile and pages", () => {
	test("the profile shows and edits who one is, and counts chats", async () => {
		const { ana, bo } = await talking();
		await bo.press("⏹ Stop");
		await ana.press("👤 Profile");
		for (const line of ["Gender: Female", "Age: 27", "Language: 🇬🇧 English", "Chats so far: 1"]) {
			expect(ana.last.text).toContain(line);
		}
		await ana.press("Edit gender");
		await ana.press("Other");
		expect(ana.last.text).toBe("Saved.");
		await ana.send("/profile");
		await ana.press("Edit age");
		await ana.send("old");
		expect(ana.last.text).toContain("a number from 13 to 120");
		await ana.send("44");
		expect(ana.last.text).toBe("Saved.");
		await ana.send("/profile");
		expect(ana.last.text).toContain("Gender: Other");
		expect(ana.last.text).toContain("Age: 44");
		expect(await rowsOf("people", ana.id)).toMatchObject([{ gender: "other", age: 44 }]);
		// The next stranger sees it so.
		const cy = await new Phone(simulator, bot, "Cy").settleIn();
		await ana.press("🔍 Find Partner");
		await cy.press("🔍 Find Partner");
		expect(cy.last.text).toMatch(/Gender: Other\nAge: 35-44/);
		await ana.send("/profile");
		expect(ana.last.text).toContain("Chats so far: 2");
	});

	test("in a chat nobody is asked for their age: what they write is for the partner", async () => {
		const { ana, bo } = await talking();
		const before = bo.messages().length;
		await ana.send("/profile");
		await ana.press("Edit age");
		expect(ana.last.text).toContain("can be done when it is over");
		expect(bo.messages()).toHaveLength(before);
		await ana.send("28");
		expect(bo.last.text).toBe("28");
		expect(await rowsOf("people", ana.id)).toMatchObject([{ age: 27 }]);
		await ana.send({ sticker: true });
		expect(bo.last.sticker).toBeTruthy();
		expect(ana.heard.join()).not.toContain("not in a chat");
	});

	test("every page speaks all four languages, before and after the way in", async () => {
		await api("/api/config/bulk", { "people.support_contact": "@rialto_help" });
		const shown = new Map<string, Set<string>>();
		const languages = { en: "🇬🇧 English", pt: "🇧🇷 Português", ru: "🇷🇺 Русский", fr: "🇫🇷 Français" };
		for (const [code, name] of Object.entries(languages)) {
			const t = translator(code as keyof typeof languages);
			const ana = new Phone(simulator, bot, "Ana", `${code}-XX`);
			const see = async (command: string) => {
				const before = ana.heard.length;
				await ana.send(command);
				const heard = ana.heard.slice(before);
				expect(heard, `${command} ${code}`).toHaveLength(1);
				expect(heard[0]).not.toMatch(/\{|\}|undefined/);
				return heard[0] ?? "";
			};
			// The client's own language until one is chosen.
			await simulator.start(ana.id, { bot });
			await simulator.settle();
			expect(ana.last.text).toBe(t("choose-language"));
			expect(await see("/terms")).toContain(t("terms-not-accepted"));
			await ana.settleIn(t("gender-female"), "27", name);
			for (const command of ["/help", "/terms", "/privacy", "/language"]) {
				const text = await see(command);
				expect(text.length).toBeGreaterThan(20);
				shown.set(command, (shown.get(command) ?? new Set()).add(text));
				if (command === "/help" || command === "/privacy") expect(text).toContain("@rialto_help");
			}
			expect(await see("/terms")).toContain(t("terms-accepted"));
		}
		// Four languages, four texts.
		expect([...shown].map(([command, texts]) => [command, texts.size])).toEqual(
			["/help", "/terms", "/privacy", "/language"].map((command) => [command, 4]),
		);
	});

	test("another language switches the buttons, and the old ones still work", async () => {
		const { ana, bo } = await talking();
		await ana.send("/language");
		await ana.press("🇧🇷 Português");
		expect(ana.last.text).toBe(translator("pt")("language-set"));
		// In the chat: the keyboard of before ends it, and what follows is Portuguese.
		await ana.send("⏹ Stop");
		expect(ana.last.text).toBe(translator("pt")("you-left"));
		expect(bo.heard.join()).toContain("Your partner has left");
		expect(keyboardOf(ana)).toEqual([
			"🔍 Procurar alguém",
			"⭐ Comprar Premium",
			"🎁 Convidar amigos",
			"👤 Perfil",
			"❓ Ajuda",
		]);
		await ana.send("/language");
		await ana.press("🇷🇺 Русский");
		expect(keyboardOf(ana)).toEqual([
			"🔍 Начать поиск",
			"⭐ Купить Премиум",
			"🎁 Пригласить друзей",
			"👤 Профиль",
			"❓ Помощь",
		]);
		for (const old of ["👤 Profile", "👤 Perfil", "👤 Профиль"]) {
			await ana.send(old);
			expect(ana.last.text).toContain("Твой профиль");
		}
		await ana.send("🔍 Procurar alguém");
		expect(ana.last.text).toBe(translator("ru")("search-0"));
		await ana.send("⏹ Stop");
		expect(ana.last.text).toBe(translator("ru")("search-cancelled"));
	});

	test("new terms are asked for before the next search, and kept with version and date", async () => {
		const ana = await new Phone(simulator, bot, "Ana").settleIn();
		const [before] = await rowsOf("people", ana.id);
		await api("/api/config/bulk", { "people.terms_version": "2026-12" });
		await ana.press("🔍 Find Partner");
		expect(ana.heard.at(-2)).toContain("Our terms have changed");
		expect(ana.last.text).toContain("version 2026-12");
		expect((await statusOf(ana)).search).toBeNull();
		expect(await rowsOf("people", ana.id)).toMatchObject([{ terms_version: before?.terms_version }]);

		const asked = Date.now();
		await ana.press("I accept");
		expect(ana.last.text).toContain("Thank you");
		const [after] = await rowsOf("people", ana.id);
		expect(after?.terms_version).toBe("2026-12");
		expect(Number(after?.terms_accepted_at)).toBeGreaterThanOrEqual(asked);
		await ana.press("🔍 Find Partner");
		expect(ana.last.text).toContain("Looking for somebody");
		await ana.press("Cancel search");

		// Nobody accepts what they were not shown.
		await api("/api/config/bulk", { "people.terms_version": "2027-01" });
		await ana.press("🔍 Find Partner");
		await api("/api/config/bulk", { "people.terms_version": "2027-02" });
		await ana.press("I accept");
		await ana.press("🔍 Find Partner");
		expect(ana.last.text).toContain("version 2027-02");
		expect(await rowsOf("people", ana.id)).not.toMatchObject([{ terms_version: "2027-02" }]);
	});
});

describe("blocking the bot", () => {
	test("leaves queue and chat, tells the partner, and /start opens everything again", async () => {
		const ana = await new Phone(simulator, bot, "Ana").settleIn();
		const bo = await new Phone(simulator, bot, "Bo").settleIn();
		await ana.press("🔍 Find Partner");
		await block(ana, true);
		expect(await statusOf(ana)).toMatchObject({ search: null, seat: null });
		expect(await rowsOf("person_bots", ana.id)).toMatchObject([{ blocked_at: expect.any(Number) }]);
		await bo.press("🔍 Find Partner");
		expect(bo.last.text).toContain("Looking for somebody");

		await block(ana, false);
		await ana.start();
		expect(await rowsOf("person_bots", ana.id)).toMatchObject([{ bot_id: bot, blocked_at: null }]);
		await ana.press("🔍 Find Partner");
		for (const phone of [ana, bo]) expect(phone.last.text).toContain("Somebody is here");

		await block(ana, true);
		expect(bo.heard.at(-2)).toContain("Your partner has left");
		expect(keyboardOf(bo)).toContain("🔍 Find Partner");
		for (const phone of [ana, bo]) expect(await statusOf(phone)).toMatchObject({ search: null, seat: null });

		await block(ana, false);
		await ana.start();
		const cy = await new Phone(simulator, bot, "Cy").settleIn();
		await cy.press("🔍 Find Partner");
		await ana.press("🔍 Find Partner");
		await ana.send("I am back");
		expect(cy.last.text).toBe("I am back");
	});
});
