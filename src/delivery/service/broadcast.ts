import type { AudienceSpec, People } from "../../people/service.ts";
import type { Config } from "../../platform/env.ts";
import { AppError, TooMany } from "../../platform/errors.ts";
import type { Registry } from "../../platform/registry.ts";
import type { DeliveryOwner } from "../owner.ts";
import { paidBroadcast } from "../rules/campaigns.ts";
import { type Content, isTelegramsToJudge } from "../rules/content.ts";
import type { Delivery } from "../service.ts";
import { broadcastsAnHour, messagesPerSecond } from "../settings.ts";
import { broadcastKeyboard } from "../views.ts";

export type Broadcast = ReturnType<typeof createBroadcast>;

/** Campaigns to people of the bots. */
export const broadcastOwner = (people: People): DeliveryOwner => ({
	// Written by `createBroadcast` alone.
	audience: (spec, at) => people.audience(spec as AudienceSpec, at),
	optional: true,
	keyboard: broadcastKeyboard,
	gone: (userIds, botId) => people.lostTouch(userIds, botId),
});

interface BroadcastInput {
	content: Content;
	audience: "all" | "vip" | "free";
	language?: string | undefined;
	/** Only who did nothing for more than so many days. */
	inactiveDays?: number | undefined;
	/** Only through this bot. */
	botId?: number | undefined;
}

interface Needs {
	config: Config;
	registry: Registry;
	people: People;
	delivery: Delivery;
	/** Counts one more in this hour. @returns seconds to wait, 0 if it may happen */
	admit: (anHour: number) => Promise<number>;
	now: () => number;
}

/** What staff send to everybody, or to some. */
export function createBroadcast({ config, registry, people, delivery, admit, now }: Needs) {
	function specOf({ audience, language, inactiveDays, botId, content }: BroadcastInput): AudienceSpec {
		if (botId !== undefined && !registry.bots.has(botId))
			throw new AppError(400, "invalid", "Some fields are not right.", { bot_id: "is not one of the bots" });
		const bots = botId === undefined ? [...registry.bots.keys()] : [botId];
		const isFile = content.media && !/^https?:\/\//.test(content.media.file);
		if (isFile && bots.length > 1)
			throw new AppError(400, "invalid", "Some fields are not right.", {
				bot_id: "name the bot whose file it is: file ids belong to one bot",
			});
		return { audience, language, inactiveDays, bots };
	}

	const messageOf = (content: Content) => ({ content, keyboard: broadcastKeyboard(content, null) });

	/** Has Telegram look at markup and media, in the chat of an administrator or, if none can be written to, of a reader: nobody sees it. */
	async function check(content: Content, spec: AudienceSpec): Promise<void> {
		if (!isTelegramsToJudge(content)) return;
		for (const admin of config.ADMIN_TELEGRAM_IDS) {
			const reach = await people.botsOf(admin);
			const botId = spec.bots.find((id) => reach.includes(id));
			if (botId !== undefined) return delivery.check(botId, admin, messageOf(content));
		}
		const reader = await delivery.campaigns.anybody(people.audience(spec, now()));
		if (reader) await delivery.check(reader.botId, reader.chatId, messageOf(content));
	}

	return {
		/** @returns the campaign's number @throws AppError 400 if Telegram would refuse it, 429 if it was too often */
		async start(input: BroadcastInput, key: string | null, actor: string): Promise<number> {
			const known = key === null ? null : await delivery.campaigns.known(key);
			if (known !== null) return known;
			const spec = specOf(input);
			await check(input.content, spec);
			const seconds = await admit(registry.settings.get(broadcastsAnHour));
			if (seconds > 0) throw new TooMany(seconds, "So many broadcasts in an hour are too many.");
			return delivery.campaigns.start({
				...{ owner: "broadcast", content: input.content, audience: spec, key, actor },
			});
		},

		/** Sends it to one person, as they would read it. @throws AppError 400 with Telegram's words */
		async test(to: number, content: Content, botId: number | undefined): Promise<number> {
			const through = botId ?? (await people.botsOf(to))[0];
			if (through === undefined || !registry.bots.has(through))
				throw new AppError(400, "unreachable", "No bot can write to this person.", {
					to: "has to start a bot",
				});
			return delivery.sendTest(through, to, messageOf(content));
		},

		/** What a broadcast would come to. */
		async preview(input: BroadcastInput) {
			const spec = specOf(input);
			await check(input.content, spec);
			const byBot = await delivery.campaigns.count(people.audience(spec, now()), true);
			const total = byBot.reduce((sum, bot) => sum + bot.people, 0);
			const longest = Math.max(0, ...byBot.map((bot) => bot.people));
			const seconds = Math.ceil(longest / registry.settings.get(messagesPerSecond));
			return { recipients: total, seconds, byBot, paid: paidBroadcast(total) };
		},
	};
}
