import { RetryLater, type Violation, violationOf } from "./errors.ts";

interface Overtaken<T> {
	/** For the log of whoever must wait, e.g. `a refund`. */
	what: string;
	/** What a refusal means where another try is of no use; undefined: decide again. */
	refused?: (violation: Violation) => T | undefined;
	tries?: number;
}

/**
 * Reads, decides and writes. Where a constraint refuses the write, another change came first: all of it again.
 * @throws RetryLater if others come first again and again
 */
export async function decideAgain<T>(
	attempt: () => Promise<T>,
	{ what, refused, tries = 8 }: Overtaken<T>,
): Promise<T> {
	for (let left = tries; left > 0; left--) {
		try {
			return await attempt();
		} catch (error) {
			const violation = violationOf(error);
			if (!violation) throw error;
			const answer = refused?.(violation);
			if (answer !== undefined) return answer;
		}
	}
	throw new RetryLater(1, `${what} was overtaken again and again`);
}
