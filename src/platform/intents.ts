import type { Message } from "grammy/types";
import { commandOf } from "./commands.ts";
import { labelsOf } from "./i18n/index.ts";

interface Said {
	/** Of a reply keyboard's button that says the same: it comes as text. */
	label?: string;
	/** It only shows something: a repeat shows it again, and that is cheaper than remembering. */
	shows?: true;
}

/** What people can say by a command or a button under their input, in the order of the bot's menu. */
const intents = {
	start: {},
	find: { label: "button-find" },
	next: { label: "button-next" },
	stop: { label: "button-stop" },
	block: { label: "button-block" },
	report: { label: "button-report" },
	lock: { label: "button-lock" },
	del: {},
	profile: { label: "button-profile", shows: true },
	premium: { label: "button-premium", shows: true },
	credits: { shows: true },
	preferences: {},
	invite: { label: "button-invite", shows: true },
	language: { shows: true },
	help: { label: "button-help", shows: true },
	terms: { shows: true },
	privacy: { shows: true },
	support: {},
	paysupport: { shows: true },
	mydata: { shows: true },
	deletemydata: {},
} as const satisfies Record<string, Said>;

/** What somebody wants by a command or a menu button, however they said it and in whatever language. */
export type Intent = keyof typeof intents;

const table: Readonly<Record<Intent, Said>> = intents;
/** The commands of a private chat. */
export const commands = Object.keys(intents) as Intent[];

export const onlyShows = (intent: Intent): boolean => table[intent].shows === true;

/** What a message asks for. Only what its sender typed or pressed here counts, see `commandOf`. */
export function intentOf(
	message: Message | undefined,
	username: string,
): { intent: Intent | null; argument: string } {
	const none = { intent: null, argument: "" };
	const text = message?.text;
	if (!text || message.forward_origin || message.via_bot) return none;
	const command = commandOf(message, username);
	if (command) {
		const intent = commands.find((candidate) => candidate === command.name) ?? null;
		return { intent, argument: intent ? command.argument : "" };
	}
	const intent = commands.find((candidate) => {
		const { label } = table[candidate];
		return label !== undefined && labelsOf(label).has(text);
	});
	return { ...none, intent: intent ?? null };
}
