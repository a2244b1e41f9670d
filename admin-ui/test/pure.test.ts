import { expect, test } from "vitest";
import { formatsFor } from "../src/i18n/format.ts";
import { languageOf } from "../src/i18n/languages.ts";
import { parseHtml, parseMarkdown } from "../src/pages/campaigns/markup.ts";
import { banEnd } from "../src/pages/people/ban-end.ts";
import { kindOf } from "../src/pages/settings/kinds.ts";
import { digits, oneOf, parseSearch, safeNext, stringifySearch } from "../src/search.ts";

test("an address keeps what a list shows, readable, and takes nothing strange", () => {
	expect(stringifySearch({ q: "123", banned: undefined, language: "" })).toBe("?q=123");
	expect(stringifySearch({})).toBe("");
	expect(parseSearch("?q=123&state=sent")).toEqual({ q: "123", state: "sent" });
	expect(parseSearch(stringifySearch({ next: "/people?q=1&x=é" }))).toEqual({ next: "/people?q=1&x=é" });
	expect(["100", "0100", "1e3", "", undefined, "-5", "9999999999999999"].map(digits)).toEqual([
		"100",
		...Array.from({ length: 6 }, () => undefined),
	]);
	expect(oneOf("sent", ["sent", "failed"])).toBe("sent");
	expect(oneOf("constructor", ["sent", "failed"])).toBeUndefined();
});

test("a login goes on inside this app only", () => {
	const given = [
		"/people/5?tab=money",
		"//evil.test",
		"/\\evil.test",
		"https://evil.test",
		"/\t/evil.test",
		"/..//evil.test",
		"/people/..\\..\\\\evil.test",
		"/login?next=/",
		5,
	];
	const none = Array.from({ length: given.length - 1 }, () => undefined);
	expect(given.map(safeNext)).toEqual(["/people/5?tab=money", ...none]);
	expect(safeNext("/people/@evil.test?q=1#top")).toBe("/people/@evil.test?q=1#top");
});

test("times and lengths read as each language writes them", () => {
	const now = Date.parse("2026-11-21T16:00:00Z");
	const [en, ru] = [formatsFor("en", "UTC"), formatsFor("ru", "UTC")];
	expect(en.ago("2026-11-21T15:55:00Z", now)).toBe("5 min. ago");
	expect(en.ago("2026-11-24T16:30:00Z", now)).toBe("in 3 days");
	expect(en.ago("2026-11-21T15:59:59.900Z", now)).toBe("now");
	expect(en.duration(7500)).toBe("2 hours, 5 minutes");
	expect(en.duration(3605)).toBe("1 hour");
	expect(en.duration(0)).toBe("0 seconds");
	expect(ru.duration(180)).toBe("3 минуты");
	expect(en.dateTime("2026-11-21T16:00:00Z")).toContain("Nov 21, 2026");
	expect(formatsFor("en", "UTC", ["pt-BR", "en-GB"]).date("2026-11-21T16:00:00Z")).toBe("21 Nov 2026");
	expect(languageOf(null, "de-DE", "pt-BR", "fr")).toBe("pt");
	expect(languageOf("xx")).toBe("en");
});

test("the preview knows Telegram's markup and shows anything else as it is written", () => {
	expect(parseHtml('a <b>bold <i>both</i></b> <a href="https://x.test/?a=1&amp;b">link</a> &lt;3')).toEqual([
		"a ",
		{ mark: "bold", inside: ["bold ", { mark: "italic", inside: ["both"] }] },
		" ",
		{ mark: "link", href: "https://x.test/?a=1&b", inside: ["link"] },
		" <3",
	]);
	expect(parseHtml("<script>x</script> </b> 1 < 2")).toEqual(["<script>x</script> </b> 1 < 2"]);
	expect(parseMarkdown("*bold _both_* __under__ \\*as is\\* [link](https://x.test) `a*b*`")).toEqual([
		{ mark: "bold", inside: ["bold ", { mark: "italic", inside: ["both"] }] },
		" ",
		{ mark: "underline", inside: ["under"] },
		" *as is* ",
		{ mark: "link", href: "https://x.test", inside: ["link"] },
		" ",
		{ mark: "code", inside: ["a*b*"] },
	]);
	expect(parseMarkdown(">quoted\n>more\nplain, 2 * 3")).toEqual([
		{ mark: "quote", inside: ["quoted\nmore"] },
		"plain, 2 * 3",
	]);
});

test("a ban ends when it was said to", () => {
	const now = Date.parse("2026-11-21T16:00:00Z");
	expect(banEnd("7", "", now)).toBe("2026-11-28T16:00:00.000Z");
	expect(banEnd("ever", "", now)).toBeNull();
	expect(banEnd("date", "2027-01-05T10:00:00Z", now)).toBe("2027-01-05T10:00:00.000Z");
});

test("a setting is changed with what suits its default", () => {
	const plan = { id: "week", days: 7, renews: false };
	expect(kindOf("a.b", true, false)).toEqual({ is: "switch" });
	expect(kindOf("a.b", 3, 5)).toEqual({ is: "number" });
	expect(kindOf("a.b", "x", "y")).toEqual({ is: "text" });
	expect(kindOf("chat.media_review", "on_report", "all")).toMatchObject({
		is: "choice",
		words: expect.arrayContaining(["off"]),
	});
	expect(kindOf("a.b", [], ["@one"])).toEqual({ is: "words" });
	expect(kindOf("a.b", [plan], [])).toEqual({ is: "rows", pattern: { id: "", days: 1, renews: false } });
	expect(kindOf("a.b", { credits: 1 }, { credits: 2 })).toEqual({ is: "record" });
	expect(kindOf("a.b", { deep: { er: 1 } }, {})).toEqual({ is: "json" });
});
