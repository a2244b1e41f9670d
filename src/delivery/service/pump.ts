import type { Db } from "../../platform/db.ts";
import { type Log, reason } from "../../platform/log.ts";
import type { Settings } from "../../platform/settings.ts";
import type { DeliveryOwner } from "../owner.ts";
import { campaignOf, chunksOf, type Result, sendingStates, tooManyErrors } from "../rules/campaigns.ts";
import type { Content } from "../rules/content.ts";
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
import { type Campaign, conclude, countBlocks, findCampaign, move } from "../store/campaigns.ts";
import type { Transmit } from "../transmit.ts";
import { sendChunk } from "./chunk.ts";
import { type Pacer, Slots } from "./slots.ts";

interface Needs {
	db: Db;
	log: Log;
	settings: Settings;
	transmit: Transmit;
	pacer: Pacer;
	ownerOf: (name: string) => DeliveryOwner;
	now: () => number;
	sleep: (ms: number) => Promise<void>;
	newToken: () => string;
	alert: (text: string) => Promise<void>;
}

/** One invocation sends for so long, and so many blocks, then hands on: it has 1,000 queries of the database. */
const pumpMs = 5 * 60_000;
const pumpBlocks = 35;
/** No call of a chunk begins later than this after its start. */
const chunkMs = 80_000;
/** A block is anybody's again so long after its sender died; who lives and takes longer renews it. */
const leaseMs = 20_000;
const renewMs = 8_000;
const writeTries = 4;

/** What a pump that ended wants: nothing, or another one after so many seconds. */
export type PumpEnd = { again: false } | { again: true; delaySeconds: number };

/** Sends the blocks of a bot, one after the other. */
export function createPump(needs: Needs) {
	const { db, log, settings, ownerOf, now, sleep, newToken } = needs;

	/** A write has no effect twice, so it is repeated: a lost answer must not make what was sent unknown. */
	async function write(
		block: Block,
		results: readonly Result[],
		change: Change,
		claimedAt: number | null = null,
	): Promise<Block | null> {
		for (let tries = 1; ; tries++) {
			try {
				const written = await writeBlock(db, block, results, change, claimedAt);
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

	/** Takes a block: whom its last owner may have sent to is unknown from now on. */
	async function claim(block: Block, campaign: Campaign, token: string) {
		const audience = ownerOf(campaign.owner).audience(campaign.audience, now());
		const queued = await queuedOf(db, block, audience);
		const lost = queued.filter(({ id }) => id <= block.watermark);
		const rest = queued.filter(({ id }) => id > block.watermark);
		const unknown = lost.map(({ id }) =>
			resultOf(id, "unknown", "the sender stopped before it knew whether it was sent", true),
		);
		const chunks = campaign.state === "cancelling" ? [] : chunksOf(rest);
		const cancelled =
			campaign.state === "cancelling" ? rest.map(({ id }) => resultOf(id, "cancelled", null, false)) : [];
		const done = chunks.length === 0;
		const first = chunks[0];
		const change = {
			token,
			leaseUntil: done ? 0 : now() + leaseMs,
			watermark: first ? endOf(first) : block.watermark,
			done,
		};
		const held = await write(block, [...unknown, ...cancelled], change, now());
		return held && { block: held, chunks };
	}

	/** @returns false if this pump must stop: time is up, or Telegram wants more silence than it has time for */
	async function sendBlock(block: Block, campaign: Campaign, token: string, slots: Slots, end: number) {
		const claimed = await claim(block, campaign, token);
		if (!claimed) return true;
		const owner = ownerOf(campaign.owner);
		const content = campaign.content as Content;
		let held = claimed.block;
		for (const [i, chunk] of claimed.chunks.entries()) {
			const until = Math.min(now() + chunkMs, end);
			const work = { owner, content, botId: block.botId, until };
			const sending = sendChunk({ ...needs, slots }, work, chunk);
			held = await keep(held, sending);
			const { results, gone, failure } = await sending;
			const next = claimed.chunks[i + 1];
			const all = results.length === chunk.length;
			const goOn = next !== undefined && all && now() < end && (await isSending(campaign.no));
			const written = await write(held, results, {
				token,
				leaseUntil: goOn ? now() + leaseMs : 0,
				// Who was not sent to lies above it again.
				watermark: goOn && next ? endOf(next) : all ? endOf(chunk) : beforeFirstOpen(chunk, results),
				done: all && next === undefined,
			});
			if (failure !== null) throw failure;
			if (gone.length > 0) await aside(owner.gone(gone, block.botId));
			if (results.length > 0 && written) await aside(owner.settled?.(campaign.no, results));
			if (results.some(({ error }) => error)) await aside(pauseIfTooMany(campaign));
			if (!written) return true;
			if (!goOn) return all && now() < end;
			held = written;
		}
		return true;
	}

	/** Renews the block's lease until this is done. If that fails, others may take the block, but never send to this chunk. */
	async function keep(block: Block, work: Promise<unknown>): Promise<Block> {
		let held = block;
		let over = false;
		const end = work.then(() => {
			over = true;
		});
		const renew = async () => {
			for (;;) {
				await Promise.race([sleep(renewMs), end]);
				if (over) return;
				const { token, watermark, done } = held;
				const change = { token, watermark, done, leaseUntil: now() + leaseMs };
				held = (await write(held, [], change)) ?? held;
			}
		};
		await renew().catch((error: unknown) => {
			log.warn("delivery", "a lease was not renewed", { block: block.id, reason: reason(error) });
		});
		return held;
	}

	/** If it can't be said, it isn't: what was just sent must be written whatever happens. */
	const isSending = (no: number) =>
		findCampaign(db, no).then(
			(campaign) => sendingStates.includes(campaign?.state ?? ""),
			() => false,
		);

	/** What follows from a chunk must not stop the next one, which counts as begun. */
	const aside = async (work: Promise<void> | undefined) => {
		await work?.catch((error: unknown) => {
			log.warn("delivery", "a step beside the sending failed", { reason: reason(error) });
		});
	};

	async function pauseIfTooMany({ no, triedBefore, errorsBefore }: Campaign): Promise<void> {
		const { counts } = await countBlocks(db, no, now());
		const errors = counts.errors - errorsBefore;
		const tried = counts.sent + counts.failed + counts.unknown - triedBefore;
		if (!tooManyErrors(errors, tried, settings.get(pauseAtErrorPercent))) return;
		const pauseReason = `${errors} of ${tried} went wrong`;
		const moved = await move(db, no, "pause", now(), { pauseReason });
		if (moved.length > 0) await needs.alert(`Campaign ${no} has paused: ${pauseReason}.`);
	}

	return async function pump(botId: number): Promise<PumpEnd> {
		const token = newToken();
		const end = now() + pumpMs;
		const slots = new Slots({ ...needs, botId });
		const touched = new Set<number>();
		try {
			for (let blocks = 0; blocks < pumpBlocks && now() < end; blocks++) {
				const block = await nextBlock(db, botId, now());
				if (!block) return { again: false };
				const campaign = await findCampaign(db, campaignOf(block.id));
				if (!campaign) return { again: false };
				touched.add(campaign.no);
				if (!(await sendBlock(block, campaign, token, slots, end))) break;
			}
			const delaySeconds = Math.max(0, Math.ceil((slots.heldUntil - now()) / 1000));
			return { again: true, delaySeconds };
		} finally {
			for (const no of touched) await conclude(db, no, now());
		}
	};
}

const resultOf = (id: number, state: Result["state"], note: string | null, error: boolean): Result => ({
	...{ id, state, note, error },
	messageId: null,
});

const endOf = (chunk: readonly Queued[]) => chunk.at(-1)?.id ?? 0;

/** The place below whoever has no result yet. */
function beforeFirstOpen(chunk: readonly Queued[], results: readonly Result[]): number {
	const settled = new Set(results.map(({ id }) => id));
	const open = chunk.find(({ id }) => !settled.has(id));
	return (open?.id ?? 1) - 1;
}
