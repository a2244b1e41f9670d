import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "../../platform/db.ts";
import type { Violation } from "../../platform/errors.ts";
import { type Account, owedOf, type Spendable } from "../rules.ts";
import { balances, ledgerEntries } from "../schema.ts";

/** There is less than was to be spent. */
export class InsufficientFunds extends Error {}

/** Whether a batch was refused because a balance would have gone below zero. */
export const lacksFunds = (violation: Violation | null): boolean =>
	violation?.kind === "check" && violation.name === "balance_not_negative";

/** One movement. `cause` is unique for its account: what is written again fails, and its batch with it. */
export interface Movement<A extends Account = Account> {
	userId: number;
	account: A;
	/** A whole number above 0. */
	amount: number;
	cause: string;
	at: number;
}

/** The statement that adds to an account. For what can be spent use `credit`: it settles what is owed first. */
export const add = (db: Db, { userId, account, amount, cause, at }: Movement) =>
	db.insert(ledgerEntries).values({ userId, account, amount, cause, at });

/** The statement that takes from an account; where that is less than `amount`, its batch fails with InsufficientFunds. */
export const spend = (db: Db, { amount, ...movement }: Movement) => add(db, { ...movement, amount: -amount });

/** What moved an account, newest first, along `ledger_entries_user`. @param before an id */
export const selectEntries = (
	db: Db,
	{
		userId,
		account,
		before,
		limit,
	}: { userId: number; account: Account; before: number | null; limit: number },
) =>
	db
		.select()
		.from(ledgerEntries)
		.where(
			and(
				eq(ledgerEntries.userId, userId),
				eq(ledgerEntries.account, account),
				before === null ? undefined : lt(ledgerEntries.id, before),
			),
		)
		.orderBy(desc(ledgerEntries.id))
		.limit(limit);

const balanceSql = (userId: number, account: Account) =>
	sql`coalesce((SELECT balance FROM balances WHERE user_id = ${userId} AND account = ${account}), 0)`;

// Columns in the order of the table; the id is the database's.
const row = (userId: number, account: Account, amount: ReturnType<typeof sql>, cause: string, at: number) =>
	sql`SELECT NULL, ${userId}, ${account}, ${amount}, ${cause}, ${at}`;

/** Statements: adds, after settling what is owed. Both see the other's effect only through the ledger, so order matters. */
export const credit = (db: Db, { userId, account, amount, cause, at }: Movement<Spendable>) => {
	const owed = owedOf(account);
	const settled = sql`(SELECT amount FROM ledger_entries WHERE cause = ${cause} AND account = ${owed})`;
	return [
		db
			.insert(ledgerEntries)
			.select(row(userId, owed, sql`-min(${amount}, ${balanceSql(userId, owed)})`, cause, at)),
		db.insert(ledgerEntries).select(row(userId, account, sql`${amount} + ${settled}`, cause, at)),
	] as const;
};

/** Statements: takes back what was credited; what is spent already is owed from now on. */
export const takeBack = (db: Db, { userId, account, amount, cause, at }: Movement<Spendable>) => {
	const taken = sql`(SELECT amount FROM ledger_entries WHERE cause = ${cause} AND account = ${account})`;
	return [
		db
			.insert(ledgerEntries)
			.select(row(userId, account, sql`-min(${amount}, ${balanceSql(userId, account)})`, cause, at)),
		db.insert(ledgerEntries).select(row(userId, owedOf(account), sql`${amount} + ${taken}`, cause, at)),
	] as const;
};

/** The statement that moves all there is out of an account, e.g. at a month's end. Nothing there: nothing is written. */
export const empty = (db: Db, { userId, account, cause, at }: Omit<Movement, "amount">) =>
	db
		.insert(ledgerEntries)
		.select(
			sql`SELECT NULL, user_id, account, -balance, ${cause}, ${at} FROM balances WHERE user_id = ${userId} AND account = ${account} AND balance > 0`,
		);

/** What this person holds; an account without a row is 0. */
export async function readBalances<A extends Account>(
	db: Db,
	userId: number,
	accounts: readonly A[],
): Promise<Record<A, number>> {
	const rows = await db
		.select({ account: balances.account, balance: balances.balance })
		.from(balances)
		.where(and(eq(balances.userId, userId), inArray(balances.account, [...accounts])));
	const held = new Map<string, number>(rows.map(({ account, balance }) => [account, balance]));
	return Object.fromEntries(accounts.map((account) => [account, held.get(account) ?? 0])) as Record<
		A,
		number
	>;
}

export async function readAllBalances(db: Db, userId: number): Promise<Record<string, number>> {
	const rows = await db.select().from(balances).where(eq(balances.userId, userId));
	return Object.fromEntries(rows.map(({ account, balance }) => [account, balance]));
}
