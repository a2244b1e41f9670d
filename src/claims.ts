import { BotError } from "grammy";
import type { Update } from "grammy/types";
import type { BeginAnswer, BeginRequest, Snapshot } from "./chat/rules/seating.ts";
import type { Chat } from "./chat/service.ts";
import { type Called, markOf } from "./people/rules/names.ts";
import { expectsAnswer, type Session } from "./people/rules.ts";
import type { People } from "./people/service.ts";
import type { Db } from "./platform/db.ts";
import { type Intent, onlyShows } from "./platform/intents.ts";
import type { Log } from "./platform/log.ts";
import { isUnreachable } from "./platform/telegram.ts";
import { failed, HandlerTimeout, later, ok, within } from "./platform/update-answers.ts";

type Claim = BeginRequest["claim"];

/** Whether an update of a person may have its effect only once. */
export function claimFor(update: Update, intent: Intent | null): Claim {
	if (update.edited_message || update.message_reaction) return "never";
	if (!update.message) return "always";
	if (intent === null) return "unless_seated";
	return onlyShows(intent) ? "never" : "always";
}

interface Needs {
	env: Env;
	people: People;
	chat: Chat;
	db: Db;
	log: Log;
	now: () => number;
}

interface Claimed {
	update: Update;
	updateKey: string;
	botId: number;
	userId: number;
	claim: Claim;
	/** null: not to be kept. */
	called: Called | null;
}

/**
 * Has an update of a person handled under its claim, so that a repeat of it has no second effect.
 * @param handle is given the update's token, 0 if it needs none @returns the session to keep
 */
export async function claimed(
	needs: Needs,
	{ update, updateKey, botId, userId, claim, called }: Claimed,
	handle: (person: Snapshot, token: number) => Promise<Session>,
): Promise<Response> {
	const person = needs.env.PERSON.getByName(String(userId));
	let begun: BeginAnswer | undefined;
	try {
		begun = await person.begin({
			...{ update: updateKey, botId, claim },
			...(called ? { mark: markOf(called) } : {}),
		});
		if (begun.state === "done") return ok();
		if (begun.state === "running") return later(1);
		const { token, activeDay } = begun;
		const before = JSON.stringify(begun.person.session);
		const handled = handle(begun.person, token ?? 0);
		const noted = activeDay === undefined ? null : needs.people.noteActive(userId, activeDay, called);
		// What comes after its time must not write the session any more.
		const [session] = await Promise.all([within(handled), noted]);
		if (token !== null) await person.finish(token, JSON.stringify(session) === before ? null : session);
		else if (expectsAnswer(begun.person.session, botId) && !expectsAnswer(session, botId))
			await person.forgetQuestion();
		return ok();
	} catch (thrown) {
		const error = thrown instanceof BotError ? thrown.error : thrown;
		const token = begun?.state === "fresh" ? begun.token : null;
		if (error instanceof HandlerTimeout) return later(5);
		if (isUnreachable(error, userId)) {
			// They blocked the bot while we answered. Its own update may have come earlier than what this one began.
			await needs.chat.expel(userId, "unreachable", botId);
			if (token !== null) await person.finish(token, null);
			return ok();
		}
		const { gaveUp, response } = await failed(needs, updateKey, update, error);
		// A given-up update is done: a call of it that is still under way must begin nothing.
		if (token !== null)
			await (gaveUp ? person.finish(token, null) : person.release(token)).catch(() => undefined);
		if (gaveUp) await needs.chat.abandonSearch(userId, updateKey).catch(() => undefined);
		return response;
	}
}
