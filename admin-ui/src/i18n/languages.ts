export const languages = ["en", "pt", "ru", "fr"] as const;
export type Language = (typeof languages)[number];

export const languageNames: Record<Language, string> = {
	en: "English",
	pt: "Português",
	ru: "Русский",
	fr: "Français",
};

/** The first of these tags that is one of ours, else English. */
export function languageOf(...tags: (string | null | undefined)[]): Language {
	for (const tag of tags) {
		const found = languages.find((language) => language === tag?.split("-")[0]?.toLowerCase());
		if (found) return found;
	}
	return "en";
}

const name = "language";
/** What was chosen in this browser. */
export const chosenLanguage = {
	get: () => localStorage.getItem(name),
	set: (language: Language) => localStorage.setItem(name, language),
};
