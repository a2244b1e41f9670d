import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { AccountBook, Accounts } from "../platform/accounts.ts";
import { audit } from "../platform/audit.ts";
import { among, type Db } from "../platform/db.ts";
import { AppError } from "../platform/errors.ts";
import { accountHolders, accounts } from "./schema.ts";

export type AccountRow = typeof accounts.$inferSelect;
export type AccountService = ReturnType<typeof createAccounts>;

const noAccount = () => new AppError(404, "no_account", "There is no such account.");

/** Statements: a member, an invitation or a key is for these accounts, and for no others, where `condition` holds. */
export const assign = (db: Db, holder: string, ids: readonly number[], condition = sql`true`) => [
	db.delete(accountHolders).where(and(eq(accountHolders.holder, holder), condition)),
	db
		.insert(accountHolders)
		.select(sql`SELECT DISTINCT ${holder}, value FROM json_each(${JSON.stringify(ids)}) WHERE ${condition}`),
];

/** Statement: who comes by an invitation is for its accounts. */
export const inherit = (db: Db, from: string, to: string) =>
	db
		.insert(accountHolders)
		.select(sql`SELECT ${to}, account_id FROM account_holders WHERE holder = ${from}`)
		.onConflictDoNothing();

export async function accountsHeld(db: Db, holder: string): Promise<number[]> {
	const rows = await db
		.select({ id: accountHolders.accountId })
		.from(accountHolders)
		.where(eq(accountHolders.holder, holder))
		.orderBy(asc(accountHolders.accountId));
	return rows.map(({ id }) => id);
}

/** Creators' teams. */
export function createAccounts({ db, now }: { db: Db; now: () => number }) {
	const list = (which: Accounts): Promise<AccountRow[]> =>
		db
			.select()
			.from(accounts)
			.where(and(isNull(accounts.archivedAt), which === "all" ? undefined : among(accounts.id, which)))
			.orderBy(asc(accounts.id));

	return {
		list,
		ids: async () => (await list("all")).map(({ id }) => id),

		/** Who is for which accounts, of these. */
		async held(holders: readonly string[]): Promise<Map<string, number[]>> {
			const rows = await db.select().from(accountHolders).where(among(accountHolders.holder, holders));
			const held = new Map<string, number[]>();
			for (const { holder, accountId } of rows) held.set(holder, [...(held.get(holder) ?? []), accountId]);
			return held;
		},

		/** @throws AppError 400 naming those that are not there, or not of whoever asks */
		async mustBe(ids: readonly number[], own: Accounts): Promise<void> {
			const there = new Set((await list(ids)).map(({ id }) => id));
			const missing = ids.filter((id) => !there.has(id) || (own !== "all" && !own.includes(id)));
			if (missing.length > 0)
				throw new AppError(400, "invalid", "Some fields are not right.", {
					accounts: `there is no account ${missing.join(", ")}`,
				});
		},

		async add(name: string, actor: string): Promise<AccountRow> {
			const [row] = await db
				.insert(accounts)
				.values({ name, createdAt: now(), createdBy: actor })
				.returning();
			if (!row) throw new Error("an account was not written");
			await audit(db, now(), { actor, action: "account.added", subject: String(row.id), details: { name } });
			return row;
		},

		/** @throws AppError 404 */
		async rename(id: number, name: string, actor: string): Promise<AccountRow> {
			const [row] = await db.update(accounts).set({ name }).where(eq(accounts.id, id)).returning();
			if (!row) throw noAccount();
			await audit(db, now(), { actor, action: "account.renamed", subject: String(id), details: { name } });
			return row;
		},
	} satisfies AccountBook & Record<string, unknown>;
}
