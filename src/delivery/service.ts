import { wayOf } from "../media/rules/telegram.ts";
import type { Media } from "../media/service.ts";
import type { PersonData } from "../people/personal-data.ts";
import { auditWhere } from "../platform/audit.ts";
import type { Db } from "../platform/db.ts";
import { AppError } from "../platform/errors.ts";
import { type Log, reason } from "../platform/log.ts";
import type { Settings } from "../platform/settings.ts";
import { callFailure } from "../platform/telegram.ts";
import { dayMs, isoOrNull } from "../platform/time.ts";
import type { DeliveryOwner, DeliveryOwnerMakers } from "./owner.ts";
import { type Content, isFileId } from "./rules/content.ts";
import { createCampaigns } from "./service/campaigns.ts";
import { createPump } from "./service/pump.ts";
import type { Pacer } from "./service/slots.ts";
import { createTakeBacks, type TakeBackJob } from "./service/take-back.ts";
import { keepDays } from "./settings.ts";
import { idleBots } from "./store/blocks.ts";
import {
	activeCampaigns,
	type Campaign,
	canMove,
	conclude,
	countBlocks,
	expand,
	findCampaign,
	move,
	stillAs,
} from "./store/campaigns.ts";
import { closeBooks, purgeDeliveries, staleCampaigns } from "./store/deliveries.ts";
import { countSentTo, deleteRecipient, findRecipient, setOptOut } from "./store/recipients.ts";
import { type Outgoing, probePassed, type Remove, type Transmit } from "./transmit.ts";

export type Delivery = ReturnType<typeof createDelivery>;

/** What the queue `send` carries. */
export type SendJob = { kind: "campaign.expand"; no: number } | { kind: "pump"; botId: number };
export type { TakeBackJob } from "./service/take-back.ts";

interface Needs {
	db: Db;
	log: Log;
	settings: Settings;
	transmit: Transmit;
	remove: Remove;
	media: Pick<Media, "get">;
	/** Those that are ours now. */
	bots: () => readonly number[];
	pacer: Pacer;
	owners: () => DeliveryOwnerMakers;
	enqueue: (job: SendJob | TakeBackJob, delaySeconds?: number) => Promise<void>;
	now: () => number;
	sleep: (ms: number) => Promise<void>;
	newToken: () => string;
	alert: (no: number, text: string) => Promise<void>;
}

/** So many steps of 5,000 in one invocation, then the job is sent on. */
const stepsAtOnce = 20;
/** An expansion that stood still for so long is begun again. */
const stalledMs = 90_000;
const purgeBatch = 1_000;
/** A test is tried by so many bots. */
const testBots = 5;
const purgeBatches = 100;

/** Sends one message to many, at Telegram's pace: each once, or it says that it can't know. */
export function createDelivery(needs: Needs) {
	const { db, log, settings, owners, enqueue, transmit, now, alert } = needs;

	function ownerOf(name: string): DeliveryOwner {
		const owner = owners()[name]?.();
		if (!owner) throw new Error(`no owner of campaigns is called ${name}`);
		return owner;
	}

	const pump = createPump({ ...needs, ownerOf });
	const takeBacks = createTakeBacks({ ...needs, knowsBot: (botId) => needs.bots().includes(botId) });

	async function pumpIdle(): Promise<void> {
		for (const botId of await idleBots(db, now())) await enqueue({ kind: "pump", botId });
	}

	/** A message that is lost here is made up for by the clock. */
	async function wake(no: number): Promise<void> {
		try {
			await conclude(db, no, now());
			const campaign = await findCampaign(db, no);
			if (campaign?.state === "expanding") await enqueue({ kind: "campaign.expand", no });
			else await pumpIdle();
		} catch (error) {
			log.warn("delivery", "campaign waits for the clock", { campaign: no, reason: reason(error) });
		}
	}

	/** Begins a campaign whose time has come: whoever does it too, one of them does. */
	async function beginDue(campaign: Campaign): Promise<void> {
		const { no, owner } = campaign;
		const entry = { actor: "system", action: "campaign.start", subject: String(no) };
		const where = stillAs(campaign);
		try {
			const audience = ownerOf(owner).begin?.(campaign.audience) ?? campaign.audience;
			const [, begun] = await db.batch([
				auditWhere(db, now(), entry, canMove(no, "due", where)),
				move(db, no, "due", now(), { audience, where }),
			]);
			if (begun.length > 0) await enqueue({ kind: "campaign.expand", no });
		} catch (error) {
			if (!(error instanceof AppError)) throw error;
			const pauseReason = Object.values(error.fields ?? {})[0] ?? error.message;
			const moved = await move(db, no, "unschedule", now(), { pauseReason, startsAt: null, where });
			if (moved.length > 0) await alert(no, `Campaign ${no} could not begin: ${pauseReason}.`);
		}
	}

	const data: PersonData = {
		async export(userId) {
			const recipient = await findRecipient(db, userId);
			if (!recipient) return null;
			const sent = await countSentTo(db, recipient.no);
			return {
				fewer_messages_since: isoOrNull(recipient.optedOutAt),
				campaigns: Object.fromEntries(sent.map(({ state, messages }) => [state, messages])),
			};
		},
		erase: async (userId) => void (await deleteRecipient(db, userId)),
	};

	const campaignsOf = createCampaigns({ db, now, wake });

	return {
		data,
		campaigns: campaignsOf,

		/** Adds a campaign's recipients, and has the bots begin as soon as the first are there. */
		async expand(no: number): Promise<void> {
			for (let step = 0; step < stepsAtOnce; step++) {
				const campaign = await findCampaign(db, no);
				if (campaign?.state !== "expanding" || campaign.expanded) break;
				await expand(db, no, ownerOf(campaign.owner).audience(campaign.audience, now()), now());
				// Those of the first step begin while the others are looked for.
				if (step === 1) await pumpIdle();
			}
			await conclude(db, no, now());
			if ((await findCampaign(db, no))?.state === "expanding") await enqueue({ kind: "campaign.expand", no });
			await pumpIdle();
		},

		/** Sends what waits for this bot, for some minutes. */
		async pump(botId: number): Promise<void> {
			const end = await pump(botId);
			// After a long silence the clock begins anew.
			if (end.again && end.delaySeconds <= 60) await enqueue({ kind: "pump", botId }, end.delaySeconds);
		},

		/** Begins what is due, and again what stopped; every minute. */
		async watch(): Promise<void> {
			const active = await activeCampaigns(db, now());
			for (const campaign of active) {
				const { no, state, changedAt } = campaign;
				if (state === "scheduled") await beginDue(campaign);
				if (state === "expanding" && changedAt < now() - stalledMs)
					await enqueue({ kind: "campaign.expand", no });
				await conclude(db, no, now());
			}
			if (active.some(({ takeBack }) => takeBack === "running")) await takeBacks.wake();
			await pumpIdle();
		},

		/** How much of it was, or could be, taken back. */
		takenBack: takeBacks.view,

		/** Ends it, and deletes it wherever Telegram still deletes it. @throws AppError 404, 409 */
		async takeBack(no: number, actor: string): Promise<void> {
			const { campaign } = await campaignsOf.find(no);
			if (!(await takeBacks.begin(no, actor)))
				throw new AppError(
					409,
					"wrong_state",
					campaign.takeBack === null
						? `This campaign is ${campaign.state}: there is nothing of it to take back.`
						: "This campaign was taken back already.",
				);
			await wake(no);
			await takeBacks.wake();
		},

		/** Deletes what this bot has sent of campaigns that are taken back, for a minute at most. */
		runTakeBack: takeBacks.run,

		/** Forgets who got what, long after; in small batches, every night. */
		async purge(): Promise<void> {
			let batches = purgeBatches;
			for (const { no } of await staleCampaigns(db, now() - settings.get(keepDays) * dayMs)) {
				const { counts } = await countBlocks(db, no, now());
				let gone = purgeBatch;
				while (gone === purgeBatch && batches-- > 0) gone = await purgeDeliveries(db, no, purgeBatch);
				if (gone < purgeBatch) await closeBooks(db, no, counts, now());
			}
		},

		/** Campaigns pass them by from now on, or no longer; answers and service messages still come. */
		setOptOut: async (userId: number, out: boolean) => void (await setOptOut(db, userId, out ? now() : null)),
		optedOut: async (userId: number) => ((await findRecipient(db, userId))?.optedOutAt ?? null) !== null,

		/** @throws AppError 400 if its file is none that a bot can send */
		async expectMedia({ media }: Content): Promise<void> {
			if (media?.media_id === undefined) return;
			const invalid = (wrong: string) =>
				new AppError(400, "invalid", "Some fields are not right.", { media: wrong });
			const row = await needs.media.get(null, media.media_id).catch((error: unknown) => {
				if (!(error instanceof AppError)) throw error;
				throw invalid("is no file that was uploaded");
			});
			if (wayOf(row) === "link") throw invalid("is too big: a bot sends 50 MB at most");
		},

		/**
		 * Sends this to one, now, by the first of the bots that can: whoever has only signed in by one is known to it
		 * alone, so the others are tried too. @throws AppError 400 with Telegram's words
		 */
		async sendTest(first: readonly number[], chatId: number, message: Outgoing): Promise<number> {
			const others = isFileId(message.content.media) ? [] : needs.bots();
			for (const botId of [...new Set([...first, ...others])].slice(0, testBots)) {
				try {
					return await transmit(botId, chatId, message);
				} catch (error) {
					if (callFailure(error).kind !== "gone") throw refusal(error);
				}
			}
			throw new AppError(400, "unreachable", "No bot can write to this person.", {
				to: "has to start a bot",
			});
		},

		/** Asks Telegram whether it would take this, without anybody seeing it. @throws AppError 400 with its words */
		async check(botId: number, chatId: number, message: Outgoing): Promise<void> {
			try {
				await transmit(botId, chatId, { ...message, probe: true });
			} catch (error) {
				const failure = callFailure(error);
				// Only what is wrong with the message: a busy server, or a reader who is gone, says nothing of it.
				if (failure.kind === "refused" && !probePassed.test(failure.description)) throw refusal(error);
			}
		},
	};
}

function refusal(error: unknown): AppError {
	const failure = callFailure(error);
	const words = failure.kind === "wait" ? "too many requests, try again" : failure.description;
	return new AppError(400, "telegram_refused", "Telegram refuses this message.", { message: words });
}
