import type { Db } from "../../platform/db.ts";
import { type Log, reason } from "../../platform/log.ts";
import type { Settings } from "../../platform/settings.ts";
import { earliest } from "../../platform/time.ts";
import type { DeliveryOwner } from "../owner.ts";
import { campaignOf, chunksOf, type Result, sendingStates, tooManyErrors } from "../rules/campaigns.ts";
import { pauseAtErrorPercent } from "../settings.ts";
import {
	type Block,
	type Change,
	nextBlock,
	type Queued,
	queuedOf,
	readBlock,
	writeBlock,
} from "../store/blocks.ts";
import { type Campaign, countBlocks, findCampaign, looksBackTo, move } from "../store/campaigns.ts";

/** A block that a pump has, and how far it is with it. */
export interface Held {
	row: Block;
	campaign: Campaign;
	owner: DeliveryOwner;
	/** Not released yet. */
	chunks: Queued[][];
	/** So many are released, and their end is not known. */
	outstanding: number;
	/** Ends that are not written yet. */
	results: Result[];
	/** Chats that this bot can't write to any more. */
	gone: number[];
	/** Released, and certainly not sent to. */
	unsent: number[];
	/** Some of those because Telegram wants their chats left alone until then; 0: none. */
	restsUntil: number;
	/** Nothing more of it is released: its campaign rests, or somebody else has taken it. */
	ended: boolean;
	/** Its writes, one after the other. */
	turn: Promise<unknown>;
}

export interface Needs {
	db: Db;
	log: Log;
	settings: Settings;
	ownerOf: (name: string) => DeliveryOwner;
	now: () => number;
	sleep: (ms: number) => Promise<void>;
	/** Tells staff of a campaign. */
	alert: (no: number, text: string) => Promise<void>;
}

/** A block is anybody's again so long after its sender died; who lives and takes longer renews it. */
const leaseMs = 20_000;
export const renewMs = 8_000;
const writeTries = 4;

/** How a pump takes blocks, writes what came of them, and lets them go. */
export function createHeldBlocks({ db, log, settings, ownerOf, now, sleep, alert }: Needs) {
	/** A write has no effect twice, so it is repeated: a lost answer must not make what was sent unknown. */
	async function write(
		block: Block,
		results: readonly Result[],
		change: Change,
		claimedAt: number | null = null,
	): Promise<Block | null> {
		const sentAt = results.some(({ state }) => state === "sent") ? { lastSentAt: now() } : {};
		for (let tries = 1; ; tries++) {
			try {
				const written = await writeBlock(db, block, results, { ...change, ...sentAt }, claimedAt);
				if (written || tries === 1) return written;
				const stands = await readBlock(db, block.id);
				return stands?.token === change.token && stands?.step === block.step + 1 ? stands : null;
			} catch (error) {
				if (tries >= writeTries) throw error;
				log.warn("delivery", "results wait for the database", { block: block.id, reason: reason(error) });
				await sleep(500 * tries);
			}
		}
	}

	/** Writes to a block that is held. If it is lost, what came of it is for whoever has it to find out. */
	function update(held: Held, change: Partial<Change>, results: () => Result[] = () => []): Promise<boolean> {
		const run = async () => {
			const { token, leaseUntil, watermark, done } = held.row;
			const row = await write(held.row, results(), { token, leaseUntil, watermark, done, ...change });
			if (row) held.row = row;
			else held.ended = true;
			return row !== null;
		};
		const turn = held.turn.then(run, run);
		held.turn = turn;
		return turn;
	}

	/** What is known so far goes with it, and is followed up later. */
	const flush = (held: Held, change: Partial<Change>) => {
		let taken: Result[] = [];
		return update(held, change, () => {
			taken = held.results.splice(0);
			return taken;
		}).then((written) => (written ? taken : null));
	};

	/** If it can't be said, it isn't: what was just sent must be written whatever happens. */
	const isSending = (no: number) =>
		findCampaign(db, no).then(
			(campaign) => sendingStates.includes(campaign?.state ?? ""),
			() => false,
		);

	/** What follows from results must not stop the sending. */
	const aside = async (work: Promise<void> | undefined) => {
		await work?.catch((error: unknown) => {
			log.warn("delivery", "a step beside the sending failed", { reason: reason(error) });
		});
	};

	async function pauseIfTooMany(no: number): Promise<void> {
		// As it stands now: a person may have let it go on since the block was claimed.
		const campaign = await findCampaign(db, no);
		if (!campaign) return;
		const { triedBefore, errorsBefore } = campaign;
		const { counts } = await countBlocks(db, no, now());
		const errors = counts.errors - errorsBefore;
		const tried = counts.sent + counts.failed + counts.unknown - triedBefore;
		if (!tooManyErrors(errors, tried, settings.get(pauseAtErrorPercent))) return;
		const pauseReason = `${errors} of ${tried} went wrong`;
		const where = looksBackTo(campaign);
		const moved = await move(db, no, "pause", now(), { pauseReason, where });
		if (moved.length > 0) await alert(no, `Campaign ${no} has paused: ${pauseReason}.`);
	}

	async function followUp({ owner, campaign, row, gone }: Held, results: readonly Result[]): Promise<void> {
		const lost = gone.splice(0);
		if (lost.length > 0) await aside(owner.gone(lost, row.botId));
		if (results.length > 0) await aside(owner.settled?.(campaign.no, results));
		if (results.some(({ error }) => error)) await aside(pauseIfTooMany(campaign.no));
	}

	return {
		/**
		 * Takes this bot's next block: whom its last owner may have sent to is unknown from now on.
		 * @returns null if there is none; `held` is null if nothing of it is to be sent, or somebody was faster
		 */
		async claim(botId: number, token: string): Promise<{ campaignNo: number; held: Held | null } | null> {
			const block = await nextBlock(db, botId, token, now());
			const campaign = block && (await findCampaign(db, campaignOf(block.id)));
			if (!block || !campaign) return null;
			const owner = ownerOf(campaign.owner);
			const queued = await queuedOf(db, block, owner.audience(campaign.audience, now()));
			const lost = queued.filter(({ id }) => id <= block.watermark);
			const rest = queued.filter(({ id }) => id > block.watermark);
			const unknown = lost.map(({ id }) =>
				resultOf(id, "unknown", "the sender stopped before it knew whether it was sent", true),
			);
			const cancelled = campaign.state === "cancelling";
			const chunks = cancelled ? [] : chunksOf(rest);
			const ended = cancelled ? rest.map(({ id }) => resultOf(id, "cancelled", null, false)) : [];
			const first = chunks[0];
			const change = {
				token,
				leaseUntil: first ? now() + leaseMs : 0,
				watermark: first ? endOf(first) : block.watermark,
				done: !first,
			};
			const row = await write(block, [...unknown, ...ended], change, now());
			const none = {
				outstanding: 0,
				results: [],
				gone: [],
				unsent: [],
				restsUntil: 0,
				ended: false,
				turn: Promise.resolve(),
			};
			return {
				campaignNo: campaign.no,
				held: row && first ? { row, campaign, owner, chunks, ...none } : null,
			};
		},

		/** Writes what came of it so far, and with that releases the next chunk. @param release is called at once, before what follows */
		async advance(held: Held, release: (chunk: Queued[]) => void): Promise<void> {
			const [chunk] = held.chunks;
			if (!chunk || !(await isSending(held.campaign.no))) {
				held.ended = true;
				return;
			}
			const results = await flush(held, { leaseUntil: now() + leaseMs, watermark: endOf(chunk) });
			if (!results) return;
			held.chunks.shift();
			release(chunk);
			await followUp(held, results);
		},

		/** Writes what came of it so far. */
		async save(held: Held): Promise<void> {
			if (held.results.length === 0) return;
			const results = await flush(held, {});
			if (results) await followUp(held, results);
		},

		/** Writes the rest, and lets it go. Who was not sent to lies above the watermark again. */
		async finish(held: Held): Promise<void> {
			const { unsent, chunks, row } = held;
			const done = unsent.length === 0 && chunks.length === 0;
			const watermark = unsent.length > 0 ? earliest(unsent) - 1 : row.watermark;
			// Once only resting chats are left of it, nobody has it, and nobody takes it before they are free.
			const rests = !done && chunks.length === 0 && held.restsUntil > 0;
			const owner = rests ? { token: null, leaseUntil: held.restsUntil } : { leaseUntil: 0 };
			const results = await flush(held, { ...owner, watermark, done });
			if (results) await followUp(held, results);
		},

		/** If this fails others may take the block, but never send to whom it has released. */
		async renew(held: Held): Promise<void> {
			if (held.row.leaseUntil > now() + leaseMs - renewMs) return;
			await update(held, { leaseUntil: now() + leaseMs }).catch((error: unknown) => {
				log.warn("delivery", "a lease was not renewed", { block: held.row.id, reason: reason(error) });
			});
		},
	};
}

const resultOf = (id: number, state: Result["state"], note: string | null, error: boolean): Result => ({
	...{ id, state, note, error },
	messageId: null,
});

const endOf = (chunk: readonly Queued[]) => chunk.at(-1)?.id ?? 0;
