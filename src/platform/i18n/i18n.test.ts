import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { expect, test } from "vitest";
import { labelsOf, languageFor, languages, translator } from "./index.ts";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../..");
const filesOf = (language: string) =>
	readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(`/${language}.ftl`))
		.sort();
const source = (file: string) => readFileSync(join(root, "src", file), "utf8");
/** All texts of a language, wherever they stand. */
const sources = (language: string) => filesOf(language).map(source);

/** The keys that two of these have, or one has twice. */
const doubles = (texts: readonly string[]) => {
	const bundle = new FluentBundle("en");
	return texts.flatMap((text) => bundle.addResource(new FluentResource(text)).map(({ message }) => message));
};

/** Keys with the variables each text takes, also by the texts it is made of. */
function variablesByKey(language: string): Map<string, string[]> {
	const messages = sources(language).flatMap((text) => new FluentResource(text).body);
	const values = new Map(messages.map(({ id, value }) => [id, JSON.stringify(value)]));
	const named = (text: string, type: "var" | "mesg") =>
		[...text.matchAll(new RegExp(`"type":"${type}","name":"([\\w-]+)"`, "g"))].map((match) => match[1] ?? "");
	const variablesOf = (id: string): string[] => {
		const text = values.get(id) ?? "";
		return [...named(text, "var"), ...named(text, "mesg").flatMap(variablesOf)];
	};
	return new Map([...values.keys()].map((id) => [id, [...new Set(variablesOf(id))].sort()]));
}

test.each(languages)("%s has every text with its variables, and each can be shown", (language) => {
	const english = variablesByKey("en");
	const texts = variablesByKey(language);
	expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
	const bundle = new FluentBundle(language, { useIsolating: false });
	for (const text of sources(language)) expect(bundle.addResource(new FluentResource(text))).toEqual([]);
	for (const [key, variables] of texts) {
		expect([key, variables]).toEqual([key, english.get(key)]);
		const errors: Error[] = [];
		const values = Object.fromEntries(variables.map((name) => [name, 7]));
		const text = bundle.formatPattern(bundle.getMessage(key)?.value ?? "", values, errors);
		expect([key, errors]).toEqual([key, []]);
		// A line that slipped into a neighbour would take its text along.
		if (key === "privacy") expect(text).toContain("/mydata");
		if (key.startsWith("review-notice")) expect(text).not.toContain("\n");
		expect(text.length).toBeLessThanOrEqual(limitOf(key));
	}
});

test("a room's texts are in the list, under keys that are its own", () => {
	const rooms = (language: string) =>
		filesOf(language).map((file) => file.replace(/\/(texts\/)?\w+\.ftl$/, ""));
	const list = readFileSync(join(root, "src/texts.ts"), "utf8");
	const listed = [...list.matchAll(/"\.\/([\w/-]+)\/texts\.ts"/g)].map(([, room]) => room);
	for (const language of languages) expect(rooms(language)).toEqual(["platform/i18n", ...listed].sort());
	expect(doubles(["hello = Hello", "bye = Bye"])).toEqual([]);
	expect(doubles(["hello = Hello", "bye = Bye\nhello = Hi"])).toEqual([expect.stringContaining("hello")]);
});

/** Telegram's own, less what longer numbers take. */
function limitOf(key: string): number {
	if (key.startsWith("command-")) return 256;
	// An invoice's title and description.
	if (key.startsWith("order-")) return key.endsWith("-about") ? 245 : 32 - 5;
	// Shown where a payment is refused.
	if (key.startsWith("checkout-")) return 200;
	return 4096;
}

test("every key that the code names exists", () => {
	const files = ["src", "durable-objects"].flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
			.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
			.map((name) => readFileSync(join(root, folder, name), "utf8")),
	);
	const named = files.flatMap((text) => [...text.matchAll(/\bt\("([a-z0-9_-]+)"/g)].map((match) => match[1]));
	expect(named.length).toBeGreaterThan(50);
	const english = variablesByKey("en");
	expect(named.filter((key) => key && !english.has(key))).toEqual([]);
});

test("a menu label means one thing in all languages together", () => {
	const keys = [
		"find",
		"next",
		"stop",
		"block",
		"profile",
		"help",
		"report",
		"invite",
		"lock",
		"premium",
	].map((name) => `button-${name}`);
	const labels = keys.flatMap((key) => [...labelsOf(key)].map((label) => [label, key] as const));
	for (const [label, key] of labels)
		expect(labels.filter(([other]) => other === label).every(([, k]) => k === key)).toBe(true);
	// The words that people know these buttons by.
	const en = translator("en");
	expect(keys.slice(0, 3).map((key) => en(key))).toEqual(["🔍 Find Partner", "⏭ Next", "⏹ Stop"]);
	expect(["male", "female", "other"].map((gender) => en(`gender-${gender}`))).toEqual([
		"Male",
		"Female",
		"Other",
	]);
});

test("one is one and not many, in every language", () => {
	/** A number with what stands behind it. */
	const many =
		/\$(days|hours|minutes|credits|stars|minimum|spendable|amount|owed) \} (days|hours|minutes|credits|Stars|dias|horas|minutos|créditos|jours|heures|crédits|дней|часов|минут|кредитов)/;
	for (const language of languages) {
		// Where a number has its noun, there is a choice between its forms.
		for (const line of sources(language).join("\n").split("\n"))
			if (!/^( +\*?\[|n-)/.test(line)) expect([language, line]).toEqual([language, line.replace(many, "")]);
	}
	const one = (language: (typeof languages)[number], key: string, n: number) =>
		translator(language)(key, { days: n, stars: n, credits: n, title: "VIP" });
	expect([1, 30].map((n) => one("en", "button-plan", n))).toEqual(["1 day · ⭐ 1", "30 days · ⭐ 30"]);
	expect([1, 2].map((n) => one("en", "refunded-asked", n))).toEqual([
		"↩️ 1 Star is back: VIP.",
		"↩️ 2 Stars are back: VIP.",
	]);
	expect([1, 2, 5, 21].map((n) => one("ru", "order-vip", n))).toEqual([
		"VIP на 1 день",
		"VIP на 2 дня",
		"VIP на 5 дней",
		"VIP на 21 день",
	]);
	expect([one("pt", "order-pack", 1), one("fr", "order-pack", 1)]).toEqual([
		"1 crédito de IA",
		"1 crédit d'IA",
	]);
});

test("a client's language is one of ours or English", () => {
	expect(["pt-BR", "ru", "fr-CA", "de", "", undefined].map(languageFor)).toEqual([
		"pt",
		"ru",
		"fr",
		"en",
		"en",
		"en",
	]);
	expect(() => translator("en")("no-such-text")).toThrow("no-such-text");
});
