import { type Language, languages } from "../../i18n/languages.ts";
import { digits, oneOf, words } from "../../search.ts";

export const states = ["vip", "banned", "refused"] as const;
export const profiles = ["complete", "incomplete"] as const;
/** Beside the newest first. */
export const otherSorts = ["oldest", "seen"] as const;

export interface PeopleSearch {
	q?: string;
	banned?: "true";
	refused?: "true";
	vip?: "true";
	language?: Language;
	bot?: string;
	profile?: (typeof profiles)[number];
	sort?: (typeof otherSorts)[number];
}

/** Without what is not chosen. */
export const chosen = (search: { [Name in keyof PeopleSearch]: PeopleSearch[Name] | undefined }) =>
	Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as PeopleSearch;

/** Whom an address asks for. */
export const peopleSearch = (search: Record<string, unknown>): PeopleSearch =>
	chosen({
		q: words(search.q),
		banned: oneOf(search.banned, ["true"]),
		refused: oneOf(search.refused, ["true"]),
		vip: oneOf(search.vip, ["true"]),
		language: oneOf(search.language, languages),
		bot: digits(search.bot),
		profile: oneOf(search.profile, profiles),
		sort: oneOf(search.sort, otherSorts),
	});
