import { callFailure } from "../../platform/telegram.ts";
import type { DeliveryOwner } from "../owner.ts";
import type { Result } from "../rules/campaigns.ts";
import type { Content } from "../rules/content.ts";
import { afterFailure } from "../rules/outcomes.ts";
import type { Queued } from "../store/blocks.ts";
import type { Transmit } from "../transmit.ts";
import type { Slots } from "./slots.ts";

interface Needs {
	transmit: Transmit;
	slots: Slots;
	sleep: (ms: number) => Promise<void>;
	now: () => number;
}

interface Work {
	owner: DeliveryOwner;
	content: Content;
	botId: number;
	/** No call begins later. */
	until: number;
}

/** The platform allows six outgoing connections per invocation. */
const sideBySide = 6;

export interface ChunkEnd {
	/** Who is not in here was certainly not sent to. */
	results: Result[];
	/** Chats that this bot can't write to any more. */
	gone: number[];
	/** What stopped it, if it was not Telegram. */
	failure: unknown;
}

/** Sends to these. It ends when nothing is under way any more, whatever happens: nobody may go on behind it. */
export async function sendChunk(needs: Needs, work: Work, recipients: readonly Queued[]): Promise<ChunkEnd> {
	const waiting = [...recipients];
	const end: ChunkEnd = { results: [], gone: [], failure: null };
	const worker = async () => {
		for (let one = waiting.shift(); one && end.failure === null; one = waiting.shift()) {
			const outcome = skipped(one, work.owner) ?? (await sendOne(needs, work, one, () => waiting.length + 1));
			if (outcome === null) continue;
			end.results.push(outcome.result);
			if (outcome.gone && one.chatId !== null) end.gone.push(one.chatId);
		}
	};
	const guarded = () =>
		worker().catch((error: unknown) => {
			end.failure ??= error;
		});
	await Promise.all(Array.from({ length: Math.min(sideBySide, recipients.length) }, guarded));
	return end;
}

interface Outcome {
	result: Result;
	gone: boolean;
}

function skipped({ id, chatId, optedOut, reach }: Queued, owner: DeliveryOwner): Outcome | null {
	const because = (note: string): Outcome => ({
		result: { id, state: "skipped", messageId: null, note, error: false },
		gone: false,
	});
	if (chatId === null) return because("no longer known");
	if (optedOut && owner.optional) return because("wants fewer messages");
	if (reach === null) return because("no longer in the audience");
	return null;
}

/** @returns null if it was not sent, and may be later */
async function sendOne(
	{ transmit, slots, sleep, now }: Needs,
	{ owner, content, botId, until }: Work,
	{ id, chatId, language }: Queued,
	left: () => number,
): Promise<Outcome | null> {
	if (chatId === null) return null;
	for (let tries = 1; ; tries++) {
		if (!(await slots.wait(left(), until))) return null;
		try {
			const keyboard = owner.keyboard(content, language);
			const messageId = await transmit(botId, chatId, { content, keyboard });
			return { result: { id, state: "sent", messageId, note: null, error: false }, gone: false };
		} catch (error) {
			const next = afterFailure(callFailure(error), tries);
			if (next.kind === "hold") {
				await slots.hold(next.seconds);
				tries--;
			} else if (next.kind === "again") {
				if (now() + next.afterMs > until) return null;
				await sleep(next.afterMs);
			} else {
				const { state, note, error } = next;
				return { result: { id, state, messageId: null, note, error }, gone: next.gone };
			}
		}
	}
}
