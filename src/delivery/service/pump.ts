import type { Content } from "../rules/content.ts";
import type { Queued } from "../store/blocks.ts";
import { conclude } from "../store/campaigns.ts";
import type { Transmit } from "../transmit.ts";
import { createHeldBlocks, type Held, type Needs as HeldNeeds, renewMs } from "./held-blocks.ts";
import { Senders, type Task } from "./senders.ts";
import { type Pacer, Slots } from "./slots.ts";

interface Needs extends HeldNeeds {
	transmit: Transmit;
	pacer: Pacer;
	newToken: () => string;
}

/** One invocation sends for so long, and so many blocks, then hands on: it has 1,000 queries of the database. */
const pumpMs = 5 * 60_000;
const pumpBlocks = 35;
/** A call begins no later than this after it was released: a pause must not wait for a slow pace. */
const callMs = 80_000;
/**
 * So few are outstanding when the next 25 are released: their slots pass while that is written, and none is lost. After
 * a crash the two together are unknown, 31 at most.
 */
const lowWater = 6;

/** What a pump that ended wants: nothing, or another one after so many seconds. */
type PumpEnd = { again: false } | { again: true; delaySeconds: number };

/** Sends the blocks of a bot, one after the other, without a pause between them. */
export function createPump(needs: Needs) {
	const { db, now, sleep, newToken } = needs;
	const blocks = createHeldBlocks(needs);

	return async function pump(botId: number): Promise<PumpEnd> {
		const token = newToken();
		const end = now() + pumpMs;
		const slots = new Slots({ ...needs, botId });
		const senders = new Senders({ ...needs, slots });
		const atHand: Held[] = [];
		const touched = new Set<number>();
		let claimed = 0;
		let nothingLeft = false;
		/** When chats that Telegram wants left alone are free again, the first of them. */
		let chatsRestUntil = Number.POSITIVE_INFINITY;
		/** Telegram wants more silence than there is time for. */
		let resting = false;
		let failure: unknown = null;
		const goesOn = () =>
			!resting && (failure ?? senders.failure) === null && now() < end && claimed <= pumpBlocks;

		function release(held: Held, chunk: readonly Queued[]): void {
			held.outstanding += chunk.length;
			const { owner, campaign, results, gone, unsent } = held;
			const common = {
				owner,
				botId,
				content: campaign.content as Content,
				until: Math.min(now() + callMs, end),
			};
			const tasks = chunk.map((to) => ({
				...common,
				to,
				settled(ending: Parameters<Task["settled"]>[0]) {
					held.outstanding--;
					if (ending.result === null) {
						unsent.push(to.id);
						if (ending.chatRestsUntil === null) resting = true;
						else held.restsUntil = Math.max(held.restsUntil, ending.chatRestsUntil);
						return;
					}
					results.push(ending.result);
					if (ending.gone && to.chatId !== null) gone.push(to.chatId);
				},
			}));
			senders.add(tasks);
		}

		/** The next 25: of the block at hand, else of another one. */
		async function releaseMore(): Promise<void> {
			const held = atHand.at(-1);
			if (held && !held.ended && held.chunks.length > 0)
				return blocks.advance(held, (chunk) => release(held, chunk));
			if (held) await blocks.save(held);
			const next = await blocks.claim(botId, token);
			claimed++;
			if (!next) {
				nothingLeft = true;
				return;
			}
			touched.add(next.campaignNo);
			const first = next.held?.chunks.shift();
			if (!next.held || !first) return;
			atHand.push(next.held);
			release(next.held, first);
		}

		async function letGo(held: Held): Promise<void> {
			atHand.splice(atHand.indexOf(held), 1);
			await blocks.finish(held);
			if (held.restsUntil > 0) chatsRestUntil = Math.min(chatsRestUntil, held.restsUntil);
			// Of a campaign that was cancelled, the rest is there to be claimed.
			if (held.chunks.length > 0) nothingLeft = false;
		}

		const ended = Promise.withResolvers<"ended">();
		const renew = async () => {
			while ((await Promise.race([sleep(renewMs), ended.promise])) !== "ended")
				for (const held of atHand) await blocks.renew(held);
		};
		const renewing = renew().catch(() => undefined);
		try {
			for (;;) {
				const drained = atHand.find(
					(held) => held.outstanding === 0 && (held.ended || held.chunks.length === 0 || !goesOn()),
				);
				if (drained) await letGo(drained);
				else if (!goesOn() && senders.outstanding > 0) await senders.stop();
				else if (goesOn() && !nothingLeft && senders.outstanding <= lowWater)
					// What is outstanding is still written.
					await releaseMore().catch((error: unknown) => {
						failure = error;
					});
				else if (senders.outstanding > 0) await senders.changed;
				else break;
			}
			failure ??= senders.failure;
			if (failure !== null) throw failure;
			const at = nothingLeft ? chatsRestUntil : slots.heldUntil;
			if (!Number.isFinite(at)) return { again: false };
			return { again: true, delaySeconds: Math.max(0, Math.ceil((at - now()) / 1000)) };
		} finally {
			// Nobody goes on behind its end, however it ends.
			await senders.stop();
			ended.resolve("ended");
			await renewing;
			for (const no of touched) await conclude(db, no, now());
		}
	};
}
