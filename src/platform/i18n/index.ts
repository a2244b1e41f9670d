import { FluentBundle, FluentResource } from "@fluent/bundle";
import * as rooms from "../../texts.ts";
import en from "./en.ftl";
import fr from "./fr.ftl";
import pt from "./pt.ftl";
import ru from "./ru.ftl";

export const languages = ["en", "pt", "ru", "fr"] as const;
export type Language = (typeof languages)[number];
export const languageNames: Record<Language, string> = {
	en: "🇬🇧 English",
	pt: "🇧🇷 Português",
	ru: "🇷🇺 Русский",
	fr: "🇫🇷 Français",
};

export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);

/** The bots' language for a client's `language_code` (IETF tag), English if we have none for it. */
export const languageFor = (code: string | undefined): Language => {
	const primary = (code ?? "").split("-")[0] ?? "";
	return isLanguage(primary) ? primary : "en";
};

/** A text by its key. A missing key is a programming error and throws. */
export type Translate = (key: string, variables?: Record<string, string | number>) => string;

type Texts = Record<Language, string>;
/** What the rooms say, and here what is of no room: numbers with their nouns. */
const sources: readonly Texts[] = [{ en, pt, ru, fr }, ...Object.values<Texts>(rooms)];
const bundles = new Map<Language, FluentBundle>();

function bundleOf(language: Language): FluentBundle {
	let bundle = bundles.get(language);
	if (!bundle) {
		// Isolation marks would turn up in button labels, which come back to us as text.
		bundle = new FluentBundle(language, { useIsolating: false });
		for (const source of sources) bundle.addResource(new FluentResource(source[language]));
		bundles.set(language, bundle);
	}
	return bundle;
}

export function translator(language: Language): Translate {
	return (key, variables) => {
		for (const candidate of [language, "en"] as const) {
			const pattern = bundleOf(candidate).getMessage(key)?.value;
			if (pattern) return bundleOf(candidate).formatPattern(pattern, variables ?? {});
		}
		throw new Error(`no text ${key}`);
	};
}

const labels = new Map<string, ReadonlySet<string>>();

/** A reply-keyboard label in every language: people change their language while an old keyboard stands. */
export function labelsOf(key: string): ReadonlySet<string> {
	let set = labels.get(key);
	if (!set) {
		set = new Set(languages.map((language) => translator(language)(key)));
		labels.set(key, set);
	}
	return set;
}

/** Texts one below the other; empty ones are left out. */
export const paragraphs = (...texts: string[]) => texts.filter((text) => text !== "").join("\n\n");
