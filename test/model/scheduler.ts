import { AsyncLocalStorage } from "node:async_hooks";

/** Whoever runs code: an actor's instance or a request. Once it is dead, nothing it awaits ever resolves. */
export interface Life {
	alive: boolean;
	readonly name: string;
	/** The update a request handles. */
	readonly update?: string;
}

interface Task {
	at: number;
	seq: number;
	/** @returns false if there was nothing to do */
	run: () => boolean | undefined;
}

const life = new AsyncLocalStorage<Life>();

/** Who runs the code that asks. */
export const currentLife = (): Life | undefined => life.getStore();
export const runAs = <T>(who: Life, code: () => T): T => life.run(who, code);
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

const nextTurn = setImmediate;
const settle = () => new Promise<void>((resolve) => nextTurn(resolve));

/** Virtual time. Everything that is not plain computing is a task here, one at a time, in an order the seed decides. */
export class Scheduler {
	/** ms */
	now: number;
	readonly #tasks: Task[] = [];
	#seq = 0;
	/** Called between any two tasks. @returns whether to stop */
	between: () => boolean = () => false;

	constructor(now: number) {
		this.now = now;
	}

	after(ms: number, run: Task["run"]): void {
		this.#push({ at: this.now + Math.max(0, ms), seq: this.#seq++, run });
	}

	/** Does what is due until the virtual moment `until`, then stands there. */
	async run(until: number): Promise<void> {
		for (;;) {
			const [next] = this.#tasks;
			if (!next || next.at > until) break;
			this.#pop();
			const before = this.now;
			this.now = Math.max(this.now, next.at);
			if (next.run() === false) {
				this.now = before;
				continue;
			}
			await settle();
			if (this.between()) return;
		}
		this.now = Math.max(this.now, until);
	}

	/** Puts virtual time and `fetch` in the place of the real ones. @returns how to undo that */
	install(fetch: typeof globalThis.fetch): () => void {
		const real = {
			fetch: globalThis.fetch,
			setTimeout: globalThis.setTimeout,
			clearTimeout: globalThis.clearTimeout,
		};
		const realNow = Date.now;
		Date.now = () => Math.floor(this.now);
		const start = (code: () => void, ms = 0) => {
			const timer = { cleared: false };
			const who = currentLife();
			this.after(ms, () => {
				if (timer.cleared || who?.alive === false) return false;
				if (who) runAs(who, code);
				else code();
				return true;
			});
			return timer;
		};
		const clear = (timer: { cleared: boolean } | null | undefined) => {
			if (timer) timer.cleared = true;
		};
		Object.assign(globalThis, { fetch, setTimeout: start, clearTimeout: clear });
		return () => {
			Object.assign(globalThis, real);
			Date.now = realNow;
		};
	}

	#push(task: Task): void {
		const heap = this.#tasks;
		let at = heap.push(task) - 1;
		while (at > 0) {
			const parent = (at - 1) >> 1;
			const other = heap[parent];
			if (!other || !before(task, other)) break;
			heap[at] = other;
			at = parent;
		}
		heap[at] = task;
	}

	#pop(): void {
		const heap = this.#tasks;
		const last = heap.pop();
		if (!last || heap.length === 0) return;
		let at = 0;
		for (;;) {
			const left = heap[2 * at + 1];
			if (!left) break;
			const right = heap[2 * at + 2];
			const child = right && before(right, left) ? right : left;
			if (!before(child, last)) break;
			heap[at] = child;
			at = 2 * at + (child === left ? 1 : 2);
		}
		heap[at] = last;
	}
}

const before = (a: Task, b: Task) => a.at < b.at || (a.at === b.at && a.seq < b.seq);
