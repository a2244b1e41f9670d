import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { expect, test } from "vitest";
import { knownSettings } from "../../scripts/known-settings.ts";
import { languages } from "../src/i18n/languages.ts";

const source = join(import.meta.dirname, "../src");
const folder = (language: string) => join(source, "locales", language);
/** In English these are the API's own words. */
const translated = "labels.ftl";
const files = (language: string) =>
	readdirSync(folder(language)).filter((name) => name.endsWith(".ftl") && name !== translated);
const read = (language: string, file: string) => readFileSync(join(folder(language), file), "utf8");

/** Keys of a file with the variables each text takes. */
function variablesByKey(language: string, file: string): Map<string, string[]> {
	const { body } = new FluentResource(read(language, file));
	return new Map(
		body.map(({ id, value }) => {
			const names = [...JSON.stringify(value).matchAll(/"type":"var","name":"(\w+)"/g)].map(
				([, name]) => name ?? "",
			);
			return [id, [...new Set(names)].sort()];
		}),
	);
}

test.each(languages)(
	"%s has every text of every file with its variables, and each can be shown",
	(language) => {
		expect(files(language)).toEqual(files("en"));
		const bundle = new FluentBundle(language, { useIsolating: false });
		for (const file of files(language)) {
			// A key that two files have would be taken from one of them.
			expect([file, bundle.addResource(new FluentResource(read(language, file)))]).toEqual([file, []]);
			const english = variablesByKey("en", file);
			const texts = variablesByKey(language, file);
			expect([...texts.keys()]).toEqual([...english.keys()]);
			for (const [key, variables] of texts) {
				expect([key, variables]).toEqual([key, english.get(key)]);
				for (const number of [0, 1, 2, 5]) {
					const errors: Error[] = [];
					const values = Object.fromEntries(variables.map((name) => [name, number]));
					bundle.formatPattern(bundle.getMessage(key)?.value ?? "", values, errors);
					expect([key, errors]).toEqual([key, []]);
				}
			}
		}
	},
);

test("every text that the code names by its whole key exists", () => {
	const code = readdirSync(source, { recursive: true, encoding: "utf8" })
		.filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".test.ts"))
		.map((name) => readFileSync(join(source, name), "utf8"));
	const named = code.flatMap((text) => [...text.matchAll(/\bt\(\s*"([\w-]+)"/g)].map(([, key]) => key ?? ""));
	expect(named.length).toBeGreaterThan(100);
	const english = new Set(files("en").flatMap((file) => [...variablesByKey("en", file).keys()]));
	expect(named.filter((key) => !english.has(key))).toEqual([]);
});

test("what the API names in English has a name and a help in every other language", () => {
	const [first = [], ...others] = languages
		.filter((language) => language !== "en")
		.map((language) => [...variablesByKey(language, translated).keys()]);
	expect(first.length).toBeGreaterThan(50);
	for (const keys of others) expect(keys).toEqual(first);
	const named = first.filter((key) => key.startsWith("label-")).map((key) => key.slice("label-".length));
	expect(first).toEqual(named.flatMap((name) => [`label-${name}`, `help-${name}`]));
});

test("every setting of every room has its name, its help and its heading in every language", () => {
	const wanted = knownSettings.flatMap(({ key }) => {
		const name = key.replace(".", "-");
		return [`label-${name}`, `help-${name}`];
	});
	const headings = [...new Set(knownSettings.map(({ key }) => `settings-group-${key.split(".")[0]}`))];
	for (const language of languages) {
		const inWords = variablesByKey(language, "settings.ftl");
		expect([language, headings.filter((key) => !inWords.has(key))]).toEqual([language, []]);
		if (language === "en") continue;
		const named = variablesByKey(language, translated);
		expect([language, wanted.filter((key) => !named.has(key))]).toEqual([language, []]);
		expect([language, [...named.keys()].filter((key) => !wanted.includes(key))]).toEqual([language, []]);
	}
});
