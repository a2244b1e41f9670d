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

/** One message to one recipient. */
export interface Task {
	to: Queued;
	owner: DeliveryOwner;
	content: Content;
	botId: number;
	/** Its call begins no later. */
	until: number;
	/** What came of it. */
	settled(ending: Outcome | Unsent): void;
}

export interface Outcome {
	result: Result;
	/** This bot can't write there any more. */
	gone: boolean;
}

/** It was certainly not sent, and may be later: not before `chatRestsUntil`, where it is the chat that wants silence. */
export interface Unsent {
	result: null;
	chatRestsUntil: number | null;
}

const later: Unsent = { result: null, chatRestsUntil: null };
/** So long a chat's own 429 is waited for on the spot. */
const nearMs = 5_000;

/** The platform allows six outgoing connections per invocation. */
const sideBySide = 6;

/** Carries out what it is given, in order, six at once; more can be added while it is at work. */
export class Senders {
	readonly #needs: Needs;
	#waiting: Task[] = [];
	#underWay = 0;
	#changed = Promise.withResolvers<void>();
	/** What stopped it, if it was not Telegram. */
	failure: unknown = null;

	constructor(needs: Needs) {
		this.#needs = needs;
	}

	/** Tasks whose end is not known yet. */
	get outstanding(): number {
		return this.#waiting.length + this.#underWay;
	}

	/** Resolves with the next task that ends. */
	get changed(): Promise<void> {
		return this.#changed.promise;
	}

	add(tasks: readonly Task[]): void {
		for (const task of tasks) this.#waiting.push(task);
		this.#begin();
	}

	/** Begins nothing any more, and ends when nothing is under way: nobody may go on behind it. */
	async stop(): Promise<void> {
		for (const task of this.#waiting.splice(0)) task.settled(later);
		while (this.#underWay > 0) await this.changed;
	}

	#begin(): void {
		while (this.#underWay < sideBySide && this.#waiting.length > 0) {
			const task = this.#waiting.shift();
			if (!task) return;
			this.#underWay++;
			void this.#carryOut(task);
		}
	}

	async #carryOut(task: Task): Promise<void> {
		let ending: Outcome | Unsent = later;
		try {
			ending = skipped(task) ?? (await this.#send(task));
		} catch (error) {
			this.failure ??= error;
		}
		this.#underWay--;
		task.settled(ending);
		this.#begin();
		this.#changed.resolve();
		this.#changed = Promise.withResolvers();
	}

	async #send({
		to: { id, chatId, language },
		owner,
		content,
		botId,
		until,
	}: Task): Promise<Outcome | Unsent> {
		const { transmit, slots, sleep, now } = this.#needs;
		if (chatId === null) return later;
		for (let tries = 1; ; tries++) {
			if (!(await slots.wait(this.#waiting.length + 1, until))) return later;
			try {
				const keyboard = owner.keyboard(content, language);
				const messageId = await transmit(botId, chatId, { content, keyboard });
				return { result: { id, state: "sent", messageId, note: null, error: false }, gone: false };
			} catch (error) {
				const next = afterFailure(callFailure(error), tries);
				if (next.kind === "hold") {
					tries--;
					if (await slots.held()) continue;
					const free = now() + next.seconds * 1000;
					if (free > Math.min(until, now() + nearMs)) return { result: null, chatRestsUntil: free };
					await sleep(free - now());
				} else if (next.kind === "again") {
					if (now() + next.afterMs > until) return later;
					await sleep(next.afterMs);
				} else {
					const { state, note, error, gone } = next;
					return { result: { id, state, messageId: null, note, error }, gone };
				}
			}
		}
	}
}

function skipped({ to: { id, chatId, optedOut, reach }, owner }: Task): Outcome | null {
	const because = (note: string): Outcome => ({
		result: { id, state: "skipped", messageId: null, note, error: false },
		gone: false,
	});
	if (chatId === null) return because("no longer known");
	if (optedOut && owner.optional) return because("wants fewer messages");
	if (reach === null) return because("no longer in the audience");
	return null;
}
