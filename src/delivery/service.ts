import type { PersonData } from "../people/personal-data.ts";
import type { Db } from "../platform/db.ts";
import { AppError } from "../platform/errors.ts";
import { type Log, reason } from "../platform/log.ts";
import type { Settings } from "../platform/settings.ts";
import { callFailure } from "../platform/telegram.ts";
import { dayMs, isoOrNull } from "../platform/time.ts";
import type { DeliveryOwner, DeliveryOwnerMakers } from "./owner.ts";
import { createCampaigns } from "./service/campaigns.ts";
import { createPump } from "./service/pump.ts";
import type { Pacer } from "./service/slots.ts";
import { keepDays } from "./settings.ts";
import { idleBots } from "./store/blocks.ts";
import { activeCampaigns, conclude, countBlocks, expand, findCampaign } from "./store/campaigns.ts";
import { closeBooks, purgeDeliveries, staleCampaigns } from "./store/deliveries.ts";
import { countSentTo, deleteRecipient, findRecipient, setOptOut } from "./store/recipients.ts";
import { type Outgoing, probePassed, type Transmit } from "./transmit.ts";

export type Delivery = ReturnType<typeof createDelivery>;

/** What the queue `send` carries. */
export type SendJob = { kind: "campaign.expand"; no: number } | { kind: "pump"; botId: number };

interface Needs {
	db: Db;
	log: Log;
	settings: Settings;
	transmit: Transmit;
	pacer: Pacer;
	owners: () => DeliveryOwnerMakers;
	enqueue: (job: SendJob, delaySeconds?: number) => Promise<void>;
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
const purgeBatches = 100;

/** Sends one message to many, at Telegram's pace: each once, or it says that it can't know. */
export function createDelivery(needs: Needs) {
	const { db, log, settings, owners, enqueue, transmit, now } = needs;

	function ownerOf(name: string): DeliveryOwner {
		const owner = owners()[name]?.();
		if (!owner) throw new Error(`no owner of campaigns is called ${name}`);
		return owner;
	}

	const pump = createPump({ ...needs, ownerOf });

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

	return {
		data,
		campaigns: createCampaigns({ db, now, wake }),

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

		/** Starts again what stopped; every minute. */
		async watch(): Promise<void> {
			for (const { no, state, changedAt } of await activeCampaigns(db)) {
				if (state === "expanding" && changedAt < now() - stalledMs)
					await enqueue({ kind: "campaign.expand", no });
				await conclude(db, no, now());
			}
			await pumpIdle();
		},

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

		/** Sends this to one, now. @throws AppError 400 with Telegram's words */
		async sendTest(botId: number, chatId: number, message: Outgoing): Promise<number> {
			try {
				return await transmit(botId, chatId, message);
			} catch (error) {
				throw refusal(error);
			}
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
