import type { Identity } from "./access.ts";
import { AppError } from "./errors.ts";

/** Whose rows are meant: of these accounts, or of the whole deployment. */
export type Accounts = "all" | readonly number[];

/** Creators' teams inside the deployment, as routes of rooms ask for them. */
export interface AccountBook {
	/** Those that are no longer used left out. */
	ids(): Promise<number[]>;
}

/** A request, as far as this asks. */
interface Asked {
	req: { header(name: string): string | undefined };
	var: { identity: Identity | null };
}
type AskedWithBook = Asked & { var: { deps: { accounts: AccountBook } } };

const named = (c: Asked): number | null => {
	const header = c.req.header("x-account");
	if (header === undefined) return null;
	if (!/^\d{1,15}$/.test(header))
		throw new AppError(400, "invalid", "X-Account is the number of an account.", {
			"X-Account": "must be a number",
		});
	return Number(header);
};

/** What a list may show: the accounts of who calls, or the one that `X-Account` names. What is another's is not there. */
export function accountsOf(c: Asked): Accounts {
	const own = c.var.identity?.accounts ?? [];
	const one = named(c);
	if (one === null) return own;
	return own === "all" || own.includes(one) ? [one] : [];
}

/**
 * The one account that is meant.
 * @throws AppError 404 for another's, 400 where there are several and none is named
 */
export async function accountOf(c: AskedWithBook): Promise<number> {
	const accounts = accountsOf(c);
	const there = await c.var.deps.accounts.ids();
	const [id, ...more] = there.filter((one) => accounts === "all" || accounts.includes(one));
	if (id === undefined) throw new AppError(404, "no_account", "There is no such account.");
	if (more.length > 0)
		throw new AppError(400, "account_required", "Name the account in the header X-Account.", {
			"X-Account": "is needed, as there are several accounts",
		});
	return id;
}

/** Whose library: the operator's own (null), unless an account is meant or one has no other. */
export const libraryOf = async (c: AskedWithBook): Promise<number | null> =>
	accountsOf(c) === "all" ? null : accountOf(c);
