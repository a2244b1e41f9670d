import { z } from "zod";
import { keepDaysSetting } from "../platform/keep-days.ts";
import { defineSetting } from "../platform/settings.ts";
import { chatIdSchema } from "../platform/staff-settings.ts";

export const minimumAge = defineSetting({
	key: "people.minimum_age",
	schema: z.number().int().min(18).max(99),
	default: 18,
	label: "Minimum age",
	help: "Who declares less is refused, and their profile is deleted; who is here already keeps theirs and can't search. Can't go below 18: strangers meet here.",
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

export const requiredChannels = defineSetting<string[]>({
	key: "people.required_channels",
	env: "REQUIRED_CHANNEL_n",
	schema: z
		.array(
			z.coerce
				.string()
				.trim()
				.regex(/^(@[A-Za-z]\w{3,31}|-\d{5,20})$/, "must be a channel's @name or id, e.g. -1001234567890"),
		)
		.max(8),
	default: [],
	label: "Required channels",
	help: "Who wants to chat must be a member of all of them. Each bot must be an administrator there; a channel that it can't see is skipped, and staff are alerted.",
});

export const supportChat = defineSetting({
	key: "people.support_chat_id",
	schema: chatIdSchema,
	default: 0,
	label: "Support chat",
	help: "A group that every bot is in: what people write to /support goes there as well, and a reply to it goes back. Say /here in it to choose it. None (0): it is read and answered in the dashboard only.",
});

export const keepSupport = keepDaysSetting(
	"people.keep_support_days",
	30,
	"Keep what people and staff wrote to each other, days",
	"Questions, appeals and answers are read in the dashboard until then, and a reply in the support chat finds its way back.",
);

export const keepNames = defineSetting({
	key: "people.keep_names",
	schema: z.boolean(),
	default: true,
	label: "Keep names",
	help: "Telegram's name and @username of people, for staff alone: shown beside their id, and found by search. /privacy says so. Off: no longer shown, and deleted in the night.",
});

export const peopleSettings = [
	...[minimumAge, termsVersion, supportContact, requiredChannels, supportChat, keepSupport, keepNames],
];
