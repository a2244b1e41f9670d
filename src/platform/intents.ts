import type { Message } from "grammy/types";
import type { BotRooms } from "./bot-rooms.ts";
import { commandOf } from "./commands.ts";
import { labelsOf } from "./i18n/index.ts";

interface Said {
	/** Of a reply keyboard's button that says the same: it comes as text. */
	label?: string;
	/** The row of the main menu with that button; without one it stands in a keyboard of its own. */
	row?: number;
	/** What a bot has one of to know this; every bot does if there are none. */
	rooms?: BotRooms;
	/** It only shows something: a repeat shows it again, and that is cheaper than remembering. */
	shows?: true;
}

/** What people can say by a command or a button under their input, in the order of the bot's menu. */
const intents = {
	start: {},
	find: { label: "button-find", row: 0, rooms: ["chat"] },
	next: { label: "button-next", rooms: ["chat"] },
	stop: { label: "button-stop", rooms: ["chat"] },
	block: { label: "button-block", rooms: ["chat"] },
	report: { label: "button-report", rooms: ["chat"] },
	lock: { label: "button-lock", rooms: ["chat"] },
	del: { rooms: ["chat"] },
	profile: { label: "button-profile", row: 2, shows: true },
	premium: { label: "button-premium", row: 1, rooms: ["chat"], shows: true },
	credits: { rooms: ["chat", "studio"], shows: true },
	models: { rooms: ["shop"], shows: true },
	purchases: { rooms: ["shop"], shows: true },
	subscriptions: { rooms: ["shop"], shows: true },
	preferences: {},
	invite: { label: "button-invite", row: 1, shows: true },
	language: { shows: true },
	help: { label: "button-help", row: 2, shows: true },
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
const commands = Object.keys(intents) as Intent[];

/** Whether a bot with these rooms knows this. */
export const knows = (rooms: BotRooms, intent: Intent): boolean =>
	table[intent].rooms?.some((room) => rooms.includes(room)) ?? true;

/** The commands of a private chat with a bot of these rooms. */
export const commandsOf = (rooms: BotRooms): Intent[] => commands.filter((intent) => knows(rooms, intent));

/** The labels of such a bot's main menu, by rows. */
export function menuRows(rooms: BotRooms, isOffered: (intent: Intent) => boolean): string[][] {
	const shown = commandsOf(rooms).filter(isOffered);
	const inRow = (row: number) => shown.flatMap((intent) => (table[intent].row === row ? [intent] : []));
	const rows = [...new Set(shown.flatMap((intent) => table[intent].row ?? []))].sort((a, b) => a - b);
	return rows.map((row) => inRow(row).flatMap((intent) => table[intent].label ?? []));
}

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
