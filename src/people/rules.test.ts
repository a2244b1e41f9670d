import { expect, test } from "vitest";
import { botRooms } from "../platform/bot-rooms.ts";
import {
	ageBand,
	ageVerdict,
	type Card,
	isReady,
	isVip,
	mayChat,
	mayTakePart,
	parseAge,
	stageOf,
} from "./rules.ts";

test("an age is a whole number from 13 to 120 in digits", () => {
	expect(["13", " 27 ", "120"].map(parseAge)).toEqual([13, 27, 120]);
	const wrong = ["12", "121", "0", "-20", "20.5", "2e1", "0x20", "twenty", "", "20 years", "٢٠"];
	expect(wrong.map(parseAge)).toEqual(wrong.map(() => null));
});

test("who declares less than the limit is refused, and nobody grows up by editing", () => {
	expect(ageVerdict(18, null, 18)).toBe("accepted");
	expect(ageVerdict(17, null, 18)).toBe("refused");
	expect(ageVerdict(17, 30, 18)).toBe("refused");
	expect(ageVerdict(18, 17, 18)).toBe("locked");
	expect(ageVerdict(40, 30, 18)).toBe("accepted");
	expect(ageVerdict(20, null, 21)).toBe("refused");
	expect(ageVerdict(20, 30, 21)).toBe("refused");
	expect(ageVerdict(20, 19, 21)).toBe("accepted");
	expect(ageVerdict(17, 19, 21)).toBe("refused");
});

test("strangers see a range, never the age", () => {
	const ages = [13, 17, 18, 24, 25, 34, 35, 44, 45, 54, 55, 120];
	expect(ages.map(ageBand)).toEqual([
		...["13-17", "13-17", "18-24", "18-24", "25-34", "25-34"],
		...["35-44", "35-44", "45-54", "45-54", "55+", "55+"],
	]);
});

test("every state on the way in, in its order", () => {
	const card: Card = {
		version: 1,
		refused: false,
		ban: null,
		language: null,
		gender: null,
		age: null,
		wish: "any",
		vipUntil: null,
		termsVersion: null,
	};
	const all = botRooms;
	expect(stageOf(null, all)).toBe("new");
	expect(stageOf(card, all)).toBe("language");
	expect(stageOf({ ...card, language: "en" }, all)).toBe("gender");
	expect(stageOf({ ...card, language: "en", gender: "other" }, all)).toBe("age");
	const ready: Card = { ...card, language: "en", gender: "other", age: 30 };
	expect(stageOf(ready, all)).toBe("ready");
	expect(stageOf({ ...ready, refused: true }, all)).toBe("refused");
	// Where nobody is met, nobody is asked for a gender; where somebody is, it is asked when they come there.
	const fan: Card = { ...card, language: "en" };
	expect([stageOf(fan, ["inbox"]), stageOf({ ...fan, age: 30 }, ["inbox", "shop"])]).toEqual([
		"age",
		"ready",
	]);
	expect(stageOf({ ...fan, age: 30 }, all)).toBe("gender");
	expect([mayTakePart(fan, 1), mayTakePart({ ...fan, age: 30 }, 1)]).toEqual([false, true]);
	expect([isReady({ ...fan, age: 30 }), mayChat({ ...fan, age: 30 }, 1)]).toEqual([false, false]);
	const banned: Card = { ...ready, ban: { reason: "spam", until: 100 } };
	expect([mayChat(ready, 99), mayChat(banned, 99), mayChat(banned, 100)]).toEqual([true, false, true]);
	expect(mayChat({ ...ready, ban: { reason: "spam", until: null } }, 1e15)).toBe(false);
	expect([isVip(ready, 5), isVip({ ...ready, vipUntil: 5 }, 5), isVip({ ...ready, vipUntil: 6 }, 5)]).toEqual(
		[false, false, true],
	);
});
