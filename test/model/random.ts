/** Numbers from a seed (mulberry32): the same seed gives the same run. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 up to 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number from 0 up to `limit`. */
	below(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	between(from: number, to: number): number {
		return from + this.next() * (to - from);
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(items: readonly [T, ...T[]]): T;
	pick<T>(items: readonly T[]): T | undefined;
	pick<T>(items: readonly T[]): T | undefined {
		return items[this.below(items.length)];
	}

	/** One of the keys, each as likely as its weight says. */
	weighted<Key extends string>(weights: Record<Key, number>): Key {
		const entries = Object.entries<number>(weights) as [Key, number][];
		let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [key, weight] of entries) {
			left -= weight;
			if (left < 0) return key;
		}
		throw new Error("no weights");
	}
}
