import { and, asc, count, desc, eq, isNull, or, sql } from "drizzle-orm";
import { audit, auditWhere } from "./audit.ts";
import type { Db } from "./db.ts";
import { AppError } from "./errors.ts";
import { newId } from "./ids.ts";
import { type RequestKind, requests } from "./schema.ts";

export type StaffRequest = typeof requests.$inferSelect;

interface About {
	kind: RequestKind;
	/** What it is about, as its capability names it. */
	ref: string | number;
}

/**
 * The statement that puts a request before staff; goes in the batch of what it is about.
 * @param again also what was closed before is open again
 */
export const openRequest = (
	db: Db,
	now: number,
	{ kind, ref, userId, again = false }: About & { userId: number; again?: boolean },
) => {
	const insert = db
		.insert(requests)
		.values({ id: newId("req"), kind, ref: String(ref), userId, state: "open", createdAt: now });
	if (!again) return insert.onConflictDoNothing();
	const opened = {
		createdAt: now,
		takenBy: null,
		takenAt: null,
		closedAt: null,
		closedBy: null,
		outcome: null,
	};
	return insert.onConflictDoUpdate({
		target: [requests.kind, requests.ref],
		set: { state: "open", ...opened, lastInAt: null },
		setWhere: eq(requests.state, "closed"),
	});
};

/** The statement that closes it, if it is open. @param outcome in a word */
export const closeRequest = (
	db: Db,
	now: number,
	{ kind, ref, by, outcome }: About & { by: string; outcome: string },
) =>
	db
		.update(requests)
		.set({ state: "closed", closedAt: now, closedBy: by, outcome })
		.where(and(eq(requests.kind, kind), eq(requests.ref, String(ref)), eq(requests.state, "open")));

export type Requests = ReturnType<typeof createRequests>;

/** Nobody of staff has looked since its person said something last. */
const unseen = sql`coalesce(${requests.lastInAt}, ${requests.createdAt}) > coalesce(${requests.readAt}, 0)`;
export const isUnseen = ({ lastInAt, createdAt, readAt }: StaffRequest): boolean =>
	(lastInAt ?? createdAt) > (readAt ?? 0);

/** Who looks after what people ask of staff. */
export function createRequests({ db, now }: { db: Db; now: () => number }) {
	async function get(id: string): Promise<StaffRequest> {
		const [row] = await db.select().from(requests).where(eq(requests.id, id));
		if (!row) throw new AppError(404, "no_request", "There is no such request.");
		return row;
	}

	return {
		get,

		/** Open ones oldest first, as who waits longest is answered first; closed ones newest first. Along `requests_state`. */
		list(
			{
				state,
				kind,
				userId,
				taken,
			}: {
				state: StaffRequest["state"];
				kind: RequestKind | null;
				userId: number | null;
				/** By whom; `none`: by nobody; null: whoever has it. */
				taken: string | null;
			},
			after: { at: number; id: string } | null,
			limit: number,
		): Promise<StaffRequest[]> {
			const order = state === "open" ? asc : desc;
			const beyond = sql.raw(state === "open" ? ">" : "<");
			return db
				.select()
				.from(requests)
				.where(
					and(
						eq(requests.state, state),
						kind === null ? undefined : eq(requests.kind, kind),
						userId === null ? undefined : eq(requests.userId, userId),
						taken === null
							? undefined
							: taken === "none"
								? isNull(requests.takenBy)
								: eq(requests.takenBy, taken),
						after
							? sql`(${requests.createdAt}, ${requests.id}) ${beyond} (${after.at}, ${after.id})`
							: undefined,
					),
				)
				.orderBy(order(requests.createdAt), order(requests.id))
				.limit(limit);
		},

		/** @throws AppError 404, 409 if it is closed or somebody else has it */
		async take(id: string, actor: string): Promise<StaffRequest> {
			const before = await get(id);
			const free = and(
				eq(requests.id, id),
				eq(requests.state, "open"),
				or(isNull(requests.takenBy), eq(requests.takenBy, actor)),
			);
			const entry = { actor, action: "request.taken", subject: id, details: { kind: before.kind } };
			const [, taken] = await db.batch([
				auditWhere(db, now(), entry, sql`EXISTS (SELECT 1 FROM ${requests} WHERE ${free})`),
				db.update(requests).set({ takenBy: actor, takenAt: now() }).where(free).returning(),
			]);
			if (taken[0]) return taken[0];
			const { state, takenBy } = await get(id);
			const why = state === "closed" ? "It is closed already." : `${takenBy} has taken it.`;
			throw new AppError(409, "taken", why);
		},

		/** How many open ones have something nobody of staff has seen, and how many of those this one looks after. One query. */
		async unread(actor: string): Promise<{ all: number; mine: number }> {
			const [row] = await db
				.select({
					all: count(),
					mine: sql<number>`coalesce(sum(${requests.takenBy} = ${actor}), 0)`,
				})
				.from(requests)
				.where(and(eq(requests.state, "open"), unseen));
			return row ?? { all: 0, mine: 0 };
		},

		/** Gives it to somebody of the team, whoever has it now. @param to as the audit names them @throws AppError 404, 409 if it is closed */
		async assign(id: string, to: string, actor: string): Promise<StaffRequest> {
			const open = and(eq(requests.id, id), eq(requests.state, "open"));
			const entry = { actor, action: "request.assigned", subject: id, details: { to } };
			const [, given] = await db.batch([
				auditWhere(db, now(), entry, sql`EXISTS (SELECT 1 FROM ${requests} WHERE ${open})`),
				db.update(requests).set({ takenBy: to, takenAt: now() }).where(open).returning(),
			]);
			if (given[0]) return given[0];
			await get(id);
			throw new AppError(409, "taken", "It is closed already.");
		},

		/** Anybody's: who took it may be away. @throws AppError 404 */
		async release(id: string, actor: string): Promise<StaffRequest> {
			const before = await get(id);
			await db.batch([
				db
					.update(requests)
					.set({ takenBy: null, takenAt: null })
					.where(and(eq(requests.id, id), eq(requests.state, "open"))),
				audit(db, now(), {
					actor,
					action: "request.released",
					subject: id,
					details: { from: before.takenBy },
				}),
			]);
			return get(id);
		},

		/** For what is done by hand: the others are closed by what decides them. @throws AppError 404, 409 */
		async close(id: string, actor: string): Promise<StaffRequest> {
			const { kind, ref, state } = await get(id);
			if (kind !== "support") throw new AppError(409, "decide", `A ${kind} is closed by deciding it.`);
			if (state === "closed") throw new AppError(409, "closed", "It is closed already.");
			await db.batch([
				closeRequest(db, now(), { kind, ref, by: actor, outcome: "closed" }),
				audit(db, now(), { actor, action: "request.closed", subject: id }),
			]);
			return get(id);
		},

		data: {
			export: (userId: number) =>
				db
					.select({ kind: requests.kind, state: requests.state, at: requests.createdAt })
					.from(requests)
					.where(eq(requests.userId, userId)),
			erase: async (userId: number) => void (await db.delete(requests).where(eq(requests.userId, userId))),
		},
	};
}
