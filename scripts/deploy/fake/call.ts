import type { FakeAccount } from "./account.ts";

export interface Call {
	method: string;
	/** Without the account's part. */
	path: string;
	query: URLSearchParams;
	/** What the path's pattern caught. */
	ids: string[];
	json: () => Record<string, unknown>;
	form: () => Promise<FormData>;
}

export interface Answer {
	result: unknown;
	status?: number;
	info?: Record<string, unknown>;
}

export type Route = [
	method: string,
	pattern: RegExp,
	handler: (call: Call, account: FakeAccount) => Answer | Promise<Answer>,
];
