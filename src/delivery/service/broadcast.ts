import type { AudienceSpec, People } from "../../people/service.ts";
import type { Config } from "../../platform/env.ts";
import { AppError, TooMany } from "../../platform/errors.ts";
import type { Registry } from "../../platform/registry.ts";
import { dayMs } from "../../platform/time.ts";
import type { DeliveryOwner } from "../owner.ts";
import { paidBroadcast } from "../rules/campaigns.ts";
import { type Content, contentFaults, isFileId, isTelegramsToJudge } from "../rules/content.ts";
import { type Who, whoOf } from "../rules/who.ts";
import type { Delivery } from "../service.ts";
import { broadcastsAnHour, messagesPerSecond } from "../settings.ts";
import type { Campaign } from "../store/campaigns.ts";
import { broadcastKeyboard } from "../views.ts";

export type Broadcast = ReturnType<typeof createBroadcast>;

const invalid = (fields: Record<string, string>) =>
	new AppError(400, "invalid", "Some fields are not right.", fields);

/** Whom a broadcast goes to by the bots there are now. What was asked for stays in it. @throws AppError 400 */
function specOf({ bots }: Registry, { botId, ...who }: Who): AudienceSpec & { botId: number | null } {
	if (botId !== undefined && !bots.has(botId)) throw invalid({ bot_id: "is not one of the bots" });
	return { ...who, bots: botId === undefined ? [...bots.keys()] : [botId], botId: botId ?? null };
}

/** Campaigns to people of the bots. */
export const broadcastOwner = (people: People, registry: Registry): DeliveryOwner => ({
	// Written by `createBroadcast` alone.
	audience: (spec, at) => people.audience(spec as AudienceSpec, at),
	begin: (spec) => specOf(registry, whoOf(spec)),
	optional: true,
	keyboard: broadcastKeyboard,
	gone: (userIds, botId) => people.lostTouch(userIds, botId),
});

export interface BroadcastInput extends Who {
	name?: string | undefined;
	content: Content;
	/** ms; without it now. */
	startsAt?: number | undefined;
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

/** So far ahead a broadcast can be planned. */
const aheadMs = 366 * dayMs;

/** What staff send to everybody, or to some. */
export function createBroadcast({ config, registry, people, delivery, admit, now }: Needs) {
	const { campaigns } = delivery;

	function audienceOf({ content, ...input }: BroadcastInput): AudienceSpec {
		const spec = specOf(registry, whoOf(input));
		if (isFileId(content.media) && spec.bots.length > 1)
			throw invalid({ bot_id: "name the bot whose file it is: file ids belong to one bot" });
		return spec;
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
		const reader = await campaigns.anybody(people.audience(spec, now()));
		if (reader) await delivery.check(reader.botId, reader.chatId, messageOf(content));
	}

	/** @throws AppError 400 if it is not complete, or Telegram would refuse it */
	async function complete(input: BroadcastInput): Promise<AudienceSpec> {
		const faults = contentFaults(input.content);
		if (Object.keys(faults).length > 0) throw invalid(faults);
		const spec = audienceOf(input);
		await delivery.expectMedia(input.content);
		await check(input.content, spec);
		return spec;
	}

	function expectFuture(startsAt: number): void {
		if (startsAt <= now()) throw invalid({ starts_at: "is in the past" });
		if (startsAt > now() + aheadMs) throw invalid({ starts_at: "is more than a year ahead" });
	}

	async function admitted(): Promise<void> {
		const seconds = await admit(registry.settings.get(broadcastsAnHour));
		if (seconds > 0) throw new TooMany(seconds, "So many broadcasts in an hour are too many.");
	}

	/** Of ours: what other rooms send is not staff's to write. @throws AppError 404 */
	async function get(no: number): Promise<Campaign> {
		const { campaign } = await campaigns.find(no);
		if (campaign.owner !== "broadcast")
			throw new AppError(404, "no_broadcast", "This campaign is no broadcast.");
		return campaign;
	}

	// Written by this service alone.
	const inputOf = ({ content, audience }: Campaign): BroadcastInput => ({
		...whoOf(audience),
		content: content as Content,
	});

	const keep = ({ name, content, ...who }: BroadcastInput, actor: string, key: string | null) =>
		campaigns.start({
			...{ owner: "broadcast", name: name ?? null, content, audience: whoOf(who), key, actor },
			startsAt: null,
		});

	return {
		/**
		 * Begins now, or is planned.
		 * @returns the campaign's number @throws AppError 400 if Telegram would refuse it, 429 if it was too often
		 */
		async start(input: BroadcastInput, key: string | null, actor: string): Promise<number> {
			const known = key === null ? null : await campaigns.known(key);
			if (known !== null) return known;
			const { name, content, startsAt } = input;
			if (startsAt !== undefined) expectFuture(startsAt);
			const audience = await complete(input);
			await admitted();
			return campaigns.start({
				...{ owner: "broadcast", name: name ?? null, content, audience, key, actor },
				...(startsAt === undefined ? {} : { startsAt }),
			});
		},

		/** Keeps what is being written, complete or not. @returns its number */
		async draft(input: BroadcastInput, key: string | null, actor: string): Promise<number> {
			const known = key === null ? null : await campaigns.known(key);
			return known ?? keep(input, actor, key);
		},

		/** Changes what nobody has yet; what is planned stays complete. @throws AppError 400, 404, 409 */
		async edit(no: number, input: BroadcastInput, actor: string): Promise<void> {
			const campaign = await get(no);
			if (campaign.state === "scheduled") await complete(input);
			const { name = null, content, ...who } = input;
			await campaigns.edit(campaign, { name, content, audience: whoOf(who) }, actor);
		},

		/** @throws AppError 400, 404, 409, 429 */
		async schedule(no: number, startsAt: number, actor: string): Promise<void> {
			const campaign = await get(no);
			expectFuture(startsAt);
			campaigns.expect(campaign, "schedule");
			await complete(inputOf(campaign));
			if (campaign.state === "draft") await admitted();
			await campaigns.schedule(campaign, startsAt, actor);
		},

		/** It is a draft again. @throws AppError 404, 409 */
		unschedule: async (no: number, actor: string) => campaigns.unschedule(await get(no), actor),

		/** Begins what was a draft or planned. @throws AppError 400, 404, 409, 429 */
		async begin(no: number, actor: string): Promise<void> {
			const campaign = await get(no);
			campaigns.expect(campaign, "start");
			const audience = await complete(inputOf(campaign));
			await admitted();
			await campaigns.begin(campaign, audience, actor);
		},

		/** The same once more, as a draft. @returns its number @throws AppError 404 */
		async duplicate(no: number, key: string | null, actor: string): Promise<number> {
			const campaign = await get(no);
			const { name } = campaign;
			return keep({ ...inputOf(campaign), ...(name === null ? {} : { name }) }, actor, key);
		},

		/** @throws AppError 404, 409 */
		discard: (no: number, actor: string) => campaigns.discard(no, actor),

		/** Sends it to one person, as they would read it. @throws AppError 400 with Telegram's words */
		async test(to: number, content: Content, botId: number | undefined): Promise<number> {
			const through = botId === undefined ? await people.botsOf(to) : [botId];
			return delivery.sendTest(through, to, messageOf(content));
		},

		/** What a broadcast would come to. */
		async preview(input: BroadcastInput) {
			const spec = await complete(input);
			const byBot = await campaigns.count(people.audience(spec, now()), true);
			const total = byBot.reduce((sum, bot) => sum + bot.people, 0);
			const longest = Math.max(0, ...byBot.map((bot) => bot.people));
			const seconds = Math.ceil(longest / registry.settings.get(messagesPerSecond));
			return { recipients: total, seconds, byBot, paid: paidBroadcast(total) };
		},
	};
}
