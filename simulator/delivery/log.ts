/** A numbered log that keeps its newest entries. */
export class Log<T extends object> {
	#entries: (T & { seq: number; at: number })[] = [];
	#seq = 0;
	readonly #size: number;
	readonly #now: () => number;

	constructor(size: number, now: () => number) {
		this.#size = size;
		this.#now = now;
	}

	add(entry: T): T & { seq: number; at: number } {
		this.#seq += 1;
		const logged = { seq: this.#seq, at: this.#now(), ...entry };
		this.#entries.push(logged);
		// Cut seldom, as cutting copies.
		if (this.#entries.length > this.#size * 1.2) this.#entries = this.#entries.slice(-this.#size);
		return logged;
	}

	after(seq: number): (T & { seq: number; at: number })[] {
		return this.#entries.slice(-this.#size).filter((entry) => entry.seq > seq);
	}
}
