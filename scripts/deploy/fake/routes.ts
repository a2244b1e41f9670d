import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { dump, type FakeAccount, Refusal } from "./account.ts";
import type { Answer, Route } from "./call.ts";
import { queueRoutes } from "./queues.ts";
import { scriptRoutes } from "./scripts.ts";

const done: Answer = { result: null };

/** All of one account's Cloudflare that Rialto and wrangler ask for. */
export const routes: Route[] = [
	["GET", /^\/accounts$/, (_, { id, lists }) => ({ result: lists ? [{ id, name: "Acme" }] : [] })],
	[
		"GET",
		/^\/zones$/,
		({ query }, { zones }) => ({
			result: zones
				.filter((name) => name === query.get("name"))
				.map((name) => ({ id: `zone-${name}`, name })),
		}),
	],
	[
		"GET",
		/^\/subscriptions$/,
		(_, { paid }) => ({ result: paid ? [{ rate_plan: { id: "workers_paid" } }] : [] }),
	],
	[
		"POST",
		/^\/analytics_engine\/sql$/,
		(_, { lacks }) => {
			if (lacks.has("analytics")) throw new Refusal(403, 10089, "You need to enable Analytics Engine.");
			return done;
		},
	],

	[
		"GET",
		/^\/d1\/database$/,
		(_, { databases }) => ({ result: [...databases.values()].map(({ id, name }) => ({ uuid: id, name })) }),
	],
	[
		"POST",
		/^\/d1\/database$/,
		({ json }, account) => {
			const made = account.createDatabase(String(json().name));
			return { result: { uuid: made.id, name: made.name } };
		},
	],
	[
		"GET",
		/^\/d1\/database\/([^/]+)$/,
		({ ids: [id = ""] }, account) => {
			const { name } = account.database(id);
			return { result: { uuid: id, name, version: "production" } };
		},
	],
	[
		"DELETE",
		/^\/d1\/database\/([^/]+)$/,
		({ ids: [id = ""] }, account) => {
			account.database(id);
			account.databases.delete(id);
			return done;
		},
	],
	[
		"POST",
		/^\/d1\/database\/([^/]+)\/query$/,
		({ ids: [id = ""], json }, account) => {
			const { db } = account.database(id);
			return { result: [{ results: execute(db, String(json().sql)), success: true, meta: { duration: 1 } }] };
		},
	],
	[
		"GET",
		/^\/d1\/database\/([^/]+)\/time_travel\/bookmark$/,
		({ ids: [id = ""], query }, account) => {
			const { db, bookmarks } = account.database(id);
			const at = query.get("timestamp");
			const bookmark = at ? `at-${at}` : `mark-${bookmarks.size}`;
			if (!bookmarks.has(bookmark)) bookmarks.set(bookmark, dump(db));
			return { result: { bookmark } };
		},
	],
	[
		"POST",
		/^\/d1\/database\/([^/]+)\/time_travel\/restore$/,
		({ ids: [id = ""], query }, account) => {
			const database = account.database(id);
			const then = database.bookmarks.get(query.get("bookmark") ?? "");
			if (!then) throw new Refusal(400, 7500, "no such bookmark");
			const before = `mark-${database.bookmarks.size}`;
			database.bookmarks.set(before, dump(database.db));
			database.db = new DatabaseSync(":memory:");
			database.db.exec(then.join("\n"));
			return { result: { bookmark: query.get("bookmark"), previous_bookmark: before } };
		},
	],
	[
		"POST",
		/^\/d1\/database\/([^/]+)\/export$/,
		({ ids: [id = ""], json }, account) => {
			account.database(id);
			// First it is begun, then it is asked for.
			if (!json().current_bookmark)
				return { result: { success: true, status: "active", at_bookmark: "export-1", type: "export" } };
			const signed_url = `https://export.test/${id}`;
			return {
				result: {
					success: true,
					status: "complete",
					at_bookmark: "export-1",
					result: { filename: `${id}.sql`, signed_url },
				},
			};
		},
	],
	[
		"POST",
		/^\/d1\/database\/([^/]+)\/import$/,
		({ ids: [id = ""], json }, account) => {
			const database = account.database(id);
			const { action, etag } = json();
			if (action === "init")
				return {
					result: { success: true, upload_url: `https://import.test/${id}`, filename: `${etag}.sql` },
				};
			if (action === "ingest")
				return { result: { success: true, status: "active", at_bookmark: "import-1" } };
			const sql = account.imports.get(id);
			if (sql === undefined) throw new Refusal(400, 7500, "nothing was brought");
			if (!account.imported.has(id)) database.db.exec(sql);
			account.imported.add(id);
			return { result: { success: true, status: "complete", result: { num_queries: 1 } } };
		},
	],

	[
		"GET",
		/^\/r2\/buckets$/,
		(_, account) => {
			needsR2(account);
			return { result: { buckets: [...account.buckets.keys()].map((name) => ({ name })) } };
		},
	],
	[
		"POST",
		/^\/r2\/buckets$/,
		({ json }, account) => {
			needsR2(account);
			account.buckets.set(String(json().name), { cors: null, objects: new Map() });
			return { result: json() };
		},
	],
	[
		"GET",
		/^\/r2\/buckets\/([^/]+)$/,
		({ ids: [name = ""] }, account) => {
			bucket(account, name);
			return { result: { name } };
		},
	],
	[
		"DELETE",
		/^\/r2\/buckets\/([^/]+)$/,
		({ ids: [name = ""] }, account) => {
			if (bucket(account, name).objects.size > 0)
				throw new Refusal(409, 10008, "The bucket you tried to delete is not empty.");
			account.buckets.delete(name);
			return done;
		},
	],
	[
		"GET",
		/^\/r2\/buckets\/([^/]+)\/cors$/,
		({ ids: [name = ""] }, account) => {
			const { cors } = bucket(account, name);
			if (!cors) throw new Refusal(404, 10059, "The CORS configuration does not exist.");
			return { result: cors };
		},
	],
	[
		"PUT",
		/^\/r2\/buckets\/([^/]+)\/cors$/,
		({ ids: [name = ""], json }, account) => {
			bucket(account, name).cors = json();
			return done;
		},
	],
	[
		"GET",
		/^\/r2\/buckets\/([^/]+)\/objects$/,
		({ ids: [name = ""], query }, account) => {
			const all = [...bucket(account, name).objects].sort(([a], [b]) => (a < b ? -1 : 1));
			const from = Number(query.get("cursor") ?? 0);
			// Small pages, so that a second one is asked for.
			const page = all.slice(from, from + 2);
			const cursor = from + 2 < all.length ? String(from + 2) : undefined;
			const result = page.map(([key, text]) => ({
				key,
				size: text.length,
				etag: createHash("md5").update(text).digest("hex"),
			}));
			return { result, info: { cursor } };
		},
	],
	[
		"DELETE",
		/^\/r2\/buckets\/([^/]+)\/objects\/(.+)$/,
		({ ids: [name = "", key = ""] }, account) => {
			bucket(account, name).objects.delete(decodeURIComponent(key));
			return done;
		},
	],

	...queueRoutes,
	...scriptRoutes,
];

/** D1 takes several statements at once, and answers with the rows of the last. */
function execute(db: DatabaseSync, sql: string): unknown[] {
	try {
		// Node reads one statement; what is behind it would be passed over.
		const several = sql.trim().replace(/;$/, "").includes(";");
		if (several) db.exec(sql);
		return several ? [] : db.prepare(sql).all();
	} catch (error) {
		throw new Refusal(400, 7500, String(error));
	}
}

function needsR2({ lacks }: FakeAccount): void {
	if (lacks.has("r2")) throw new Refusal(403, 10042, "Please enable R2 through the Cloudflare Dashboard.");
}

function bucket(account: FakeAccount, name: string) {
	needsR2(account);
	const found = account.buckets.get(name);
	if (!found) throw new Refusal(404, 10006, "The specified bucket does not exist.");
	return found;
}
