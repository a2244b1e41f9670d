import { expect, test } from "vitest";
import { botCommands } from "./bot-profile.ts";
import { botRooms, knownRooms, openRooms } from "./bot-rooms.ts";
import { languages, translator } from "./i18n/index.ts";
import { commandsOf, knows, menuRows } from "./intents.ts";

const ofChat = ["find", "next", "stop", "block", "report", "lock", "del"] as const;
const everywhere = () => true;

test("a bot knows the commands of its rooms and what every bot knows, in one order", () => {
	const all = commandsOf(botRooms);
	expect(all.slice(0, 8)).toEqual(["start", ...ofChat]);
	const creators = commandsOf(["inbox", "shop"]);
	expect(creators).toEqual(
		all.filter((one) => ![...ofChat, "premium", "credits"].some((other) => other === one)),
	);
	expect([knows(["studio"], "credits"), knows(["groups"], "credits")]).toEqual([true, false]);
	for (const language of languages) {
		const shown = botCommands(language, ["inbox"]).map(({ command }) => command);
		expect(shown).toEqual(commandsOf(["inbox"]));
		// Each that is open can be told of.
		for (const room of openRooms(botRooms)) expect(translator(language)(`has-${room}`)).toBeTruthy();
	}
});

test("the main menu has the buttons of a bot's rooms, in rows, without what is switched off", () => {
	expect(menuRows(botRooms, everywhere)).toEqual([
		["button-find"],
		["button-premium", "button-invite"],
		["button-profile", "button-help"],
	]);
	expect(menuRows(["inbox"], everywhere)).toEqual([["button-invite"], ["button-profile", "button-help"]]);
	expect(menuRows(["inbox"], (intent) => intent !== "invite")).toEqual([["button-profile", "button-help"]]);
});

test("rooms are kept in one order, and none that nobody knows", () => {
	expect(knownRooms(["inbox", "a newer one", "chat", "chat"])).toEqual(["chat", "inbox"]);
});
