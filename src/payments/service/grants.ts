import type { BatchItem } from "drizzle-orm/batch";
import type { People } from "../../people/service.ts";
import type { Db } from "../../platform/db.ts";
import { decideAgain } from "../../platform/decide-again.ts";
import type { Violation } from "../../platform/errors.ts";
import { type Entitlement, foldGrants, type GrantChange, grantedUntil } from "../rules.ts";
import { insertGrant, selectGrants } from "../store/grants.ts";

export type Grants = ReturnType<typeof createGrants>;

interface Needs {
	db: Db;
	people: People;
	now: () => number;
}

interface Gift {
	what: Entitlement;
	days: number;
	/** Unique: a second gift of the same source is none. */
	source: string;
	notBefore?: number | null;
	at?: number;
}

/** Whether a batch was refused because its source had given before. */
export const hasGiven = (violation: Violation): boolean =>
	violation.kind === "unique" && violation.columns === "grants.source";

/** What people have for a time. */
export function createGrants({ db, people, now }: Needs) {
	/** One more change of the log. What it makes of the card is written in the same batch. */
	async function append(userId: number, what: Entitlement, change: Omit<GrantChange, "what" | "no">) {
		const log = await selectGrants(db, userId, what);
		const next: GrantChange = { ...change, what, no: (log.at(-1)?.no ?? 0) + 1 };
		const whole = [...log, next];
		const statements: BatchItem<"sqlite">[] = [insertGrant(db, userId, next)];
		if (what === "vip") statements.push(people.vipUntil(userId, grantedUntil(whole)));
		const spans = foldGrants(whole);
		return {
			statements,
			span: spans.find(({ source }) => source === change.source),
			/** When all of it ends, ms; null: nothing stands. */
			until: spans.at(-1)?.until ?? null,
		};
	}

	const give = (userId: number, { what, days, source, notBefore = null, at = now() }: Gift) =>
		append(userId, what, { change: "given", source, days, notBefore, at });

	const undo = (userId: number, what: Entitlement, source: string, change: "revoked" | "restored") =>
		append(userId, what, { change, source, days: 0, notBefore: null, at: now() });

	return {
		/** Statements that give, and the time it covers. Their batch fails if another change came first: decide again. */
		giving: give,
		/** Statements that take back what a source gave, or give it back. */
		undoing: undo,

		/** Gives by itself. @returns `already` if this source has given before */
		give: (userId: number, gift: Gift): Promise<"given" | "already"> =>
			decideAgain<"given" | "already">(
				async () => {
					const { statements } = await give(userId, gift);
					await people.change(userId, statements);
					return "given";
				},
				{ what: "a grant", refused: (violation) => (hasGiven(violation) ? "already" : undefined) },
			),

		/** The time each standing grant covers, in the order in which they follow each other. */
		spans: async (userId: number, what: Entitlement) => foldGrants(await selectGrants(db, userId, what)),
	};
}
