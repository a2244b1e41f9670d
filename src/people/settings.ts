import { z } from "zod";
import { defineSetting } from "../platform/settings.ts";

export const minimumAge = defineSetting({
	key: "people.minimum_age",
	schema: z.number().int().min(18).max(99),
	default: 18,
	label: "Minimum age",
	help: "Who declares less is refused, and nothing but the refusal is kept. Can't go below 18: strangers meet here.",
});

export const termsVersion = defineSetting({
	key: "people.terms_version",
	// Stands in a button's data, which takes 64 bytes.
	schema: z.string().regex(/^[\w.-]{1,40}$/, "letters, digits, dot, dash and underscore; at most 40"),
	default: "1",
	label: "Version of the terms",
	help: "Change it when your terms change: everybody is asked to accept them before the next search.",
});

export const supportContact = defineSetting({
	key: "people.support_contact",
	schema: z.string().max(200),
	default: "",
	label: "Contact for questions and appeals",
	help: "A @username or an e-mail address. Shown in the terms, in /privacy and to whoever is refused for their age.",
});

export const peopleSettings = [minimumAge, termsVersion, supportContact];
