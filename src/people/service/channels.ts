import { and, eq, sql } from "drizzle-orm";
import type { Alerts } from "../../platform/alerts.ts";
import type { Db } from "../../platform/db.ts";
import { type Log, reason } from "../../platform/log.ts";
import type { Settings } from "../../platform/settings.ts";
import { botApi, callFailure } from "../../platform/telegram.ts";
import type { Session } from "../rules.ts";
import { requiredChannelStates as states } from "../schema.ts";
import { requiredChannels } from "../settings.ts";

export type Channels = ReturnType<typeof createChannels>;

/** A channel somebody still has to join. */
export interface Entry {
	title: string;
	url: string;
}

interface Needs {
	env: Env;
	db: Db;
	settings: Settings;
	alerts: Alerts;
	log: Log;
	now: () => number;
}

const hour = 3_600_000;
/** For so long a member is believed to have stayed one: searching costs no call of Telegram then. */
const believedMs = 5 * 60_000;

/** Spares D1 the question in an isolate that has just alerted; D1 decides between isolates. */
const alertedHere = new Map<string, number>();

/** Who must be where before they may chat. What can't be looked up is open: people don't pay for our mistakes. */
export function createChannels({ env, db, settings, alerts, log, now }: Needs) {
	async function alertOnce(botId: number, channel: string, text: string): Promise<void> {
		const key = `${botId}:${channel}`;
		const at = now();
		if ((alertedHere.get(key) ?? 0) > at - hour) return;
		alertedHere.set(key, at);
		const told = await db
			.insert(states)
			.values({ botId, channel, alertedAt: at })
			.onConflictDoUpdate({
				target: [states.channel, states.botId],
				set: { alertedAt: at },
				setWhere: sql`coalesce(${states.alertedAt}, 0) <= ${at - hour}`,
			})
			.returning({ channel: states.channel });
		if (told.length > 0) await alerts.send(text);
	}

	/** A call about a channel that failed: logged, and staff are told if it is theirs to mend. */
	async function failed(botId: number, channel: string, error: unknown, fix: string): Promise<void> {
		const failure = callFailure(error);
		log.warn("people", "required channel not seen", { bot: botId, channel, reason: reason(error) });
		if (failure.kind !== "gone" && failure.kind !== "refused") return;
		const why = failure.description.replace(/^(Bad Request|Forbidden): /, "");
		await alertOnce(botId, channel, `Required channel ${channel} is skipped (${why}): ${fix}.`);
	}

	/** @returns null where it can't be said */
	async function isMember(botId: number, username: string, channel: string, userId: number) {
		try {
			const api = await botApi(env, botId);
			const member = await api.getChatMember(channel, userId);
			if (member.status === "restricted") return member.is_member;
			return member.status !== "left" && member.status !== "kicked";
		} catch (error) {
			// Somebody this channel has never seen is no failure of ours.
			if (/user not found|PARTICIPANT_ID_INVALID/i.test(callFailureText(error))) return false;
			await failed(botId, channel, error, `make @${username} an administrator of ${channel}`);
			return null;
		}
	}

	/** How to get in; null if nobody can be let in there. */
	async function entryOf(botId: number, username: string, channel: string): Promise<Entry | null> {
		if (channel.startsWith("@")) return { title: channel, url: `https://t.me/${channel.slice(1)}` };
		const here = and(eq(states.channel, channel), eq(states.botId, botId));
		const [known] = await db.select().from(states).where(here);
		if (known?.inviteLink) return { title: known.title ?? "", url: known.inviteLink };
		try {
			const api = await botApi(env, botId);
			const chat = await api.getChat(channel);
			const title = chat.title ?? "";
			const url = chat.username
				? `https://t.me/${chat.username}`
				: (await api.createChatInviteLink(channel, { name: "Rialto" })).invite_link;
			await db
				.insert(states)
				.values({ channel, botId, title, inviteLink: url })
				.onConflictDoUpdate({ target: [states.channel, states.botId], set: { title, inviteLink: url } });
			return { title, url };
		} catch (error) {
			await failed(botId, channel, error, `let @${username} invite users to ${channel}`);
			return null;
		}
	}

	return {
		/**
		 * The channels that this person is not in, empty if they may go on.
		 * @param session remembers for some minutes that they may
		 */
		async missing(bot: { id: number; username: string }, userId: number, session: Session): Promise<Entry[]> {
			const required = settings.get(requiredChannels);
			if (required.length === 0) return [];
			const channels = required.join();
			if (session.joined?.channels === channels && session.joined.until > now()) return [];
			delete session.joined;
			const memberships = await Promise.all(
				required.map((channel) => isMember(bot.id, bot.username, channel, userId)),
			);
			// Only what was seen is remembered, not what was let pass.
			if (memberships.every((is) => is === true)) session.joined = { channels, until: now() + believedMs };
			const outside = required.filter((_, i) => memberships[i] === false);
			const entries = await Promise.all(outside.map((channel) => entryOf(bot.id, bot.username, channel)));
			return entries.filter((entry) => entry !== null);
		},
	};
}

function callFailureText(error: unknown): string {
	const failure = callFailure(error);
	return failure.kind === "wait" ? "" : failure.description;
}
