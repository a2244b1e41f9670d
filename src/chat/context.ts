import { languageOf, type PersonContext } from "../people/context.ts";
import { translator } from "../platform/i18n/index.ts";
import type { ChatId } from "../platform/ids.ts";
import type { Log } from "../platform/log.ts";
import type { Registry } from "../platform/registry.ts";
import type { Search, Seat, Snapshot } from "./rules/seating.ts";

/** A person's update, with what they are doing. */
export type ChatContext = PersonContext & {
	/** Their seat in a chat of this bot. */
	seat: Seat | null;
	/** The chat they are in with another bot, and that bot's username. */
	elsewhere: { chatId: ChatId; bot: string } | null;
	search: Search | null;
};

/** What is known of an update before it is handled. */
export type Facts = Pick<
	PersonContext,
	"userId" | "updateKey" | "claim" | "rooms" | "intent" | "argument"
> & {
	languageCode: string | undefined;
};

interface Needs {
	log: Log;
	registry: Registry;
}

/** A bot's username. */
export const nameOf = ({ bots }: Registry, botId: number): string => bots.get(botId)?.username ?? "?";

/** Gives the handlers of an update what they go by. */
export function furnish(ctx: ChatContext, person: Snapshot, facts: Facts, { log, registry }: Needs): void {
	const { card, search, chats, seat } = person;
	const { languageCode, ...said } = facts;
	const seated = seat?.botId === ctx.me.id;
	Object.assign(ctx, { ...said, card, search, chats, seated, log, chatting: seat !== null });
	ctx.t = translator(languageOf(card, languageCode));
	ctx.session = { ...person.session };
	// Whoever does something else has given up what they were asked.
	if (ctx.intent !== null) delete ctx.session.waiting;
	ctx.seat = seated ? seat : null;
	ctx.elsewhere = seat && !seated ? { chatId: seat.chatId, bot: nameOf(registry, seat.botId) } : null;
}
