import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { Language } from "./languages.ts";

type Texts = { default: Record<string, string> };

/** One chunk a language: nobody reads four. */
const chunks: Record<Language, () => Promise<Texts>> = {
	en: () => import("../locales/en/index.ts"),
	pt: () => import("../locales/pt/index.ts"),
	ru: () => import("../locales/ru/index.ts"),
	fr: () => import("../locales/fr/index.ts"),
};

export async function loadBundle(language: Language): Promise<FluentBundle> {
	const files = (await chunks[language]()).default;
	const bundle = new FluentBundle(language, { useIsolating: false });
	for (const source of Object.values(files)) bundle.addResource(new FluentResource(source));
	return bundle;
}
