import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { keepChoices } from "../choices.ts";
import { databaseName } from "../derived.ts";
import type { Site } from "../site.ts";
import { confirmed, getToKnow } from "../steps/known.ts";
import { bookmarkOf, query } from "../steps/migrations.ts";
import { listFiles } from "./backup.ts";
import { deploy } from "./deploy.ts";

interface Options {
	dryRun?: boolean;
	/** A time (ISO) or a bookmark of D1. */
	to?: string | undefined;
	/** A folder that `npm run backup` wrote. */
	from?: string | undefined;
	confirm?: string[];
}

/** Brings the database back to a time, or to a backup. */
export async function restore(site: Site, options: Options): Promise<void> {
	await getToKnow(site);
	if (Boolean(options.to) === Boolean(options.from))
		throw new Error("Say --to TIME or BOOKMARK (7 days back, 30 on the paid plan), or --from BACKUP-FOLDER.");
	if (options.from) await fromBackup(site, options.from, options);
	else await toTime(site, options.to ?? "", options);
}

/** What actors were told since is newer than what the database says now: it must count as newer still. */
const outdate = (site: Site) => query(site, "UPDATE people SET version = version + 1000000");

async function toTime(site: Site, to: string, { dryRun = false, confirm = [] }: Options): Promise<void> {
	const { api, say } = site.outside;
	// A bookmark begins with digits too, and is taken for a date by whoever is not strict.
	const at = /^\d{4}-\d\d-\d\d(T|$)/.test(to) ? new Date(to).toISOString() : null;
	const bookmark = at ? await bookmarkOf(site, at) : to;
	say(`The database of ${site.name} goes back to ${at ?? bookmark}; what came after is lost.`);
	if (dryRun) return;
	if (!(await confirmed(site, site.name, "Everybody is cut off for some seconds.", confirm)))
		throw new Error("Nothing was changed.");
	const path = site.path(`/d1/database/${site.databaseId}/time_travel/restore?bookmark=${bookmark}`);
	const done = await api.call("POST", path, z.object({ previous_bookmark: z.string().nullish() }));
	await outdate(site);
	say(`Done. To undo it: npm run restore -- --to ${done.previous_bookmark}`);
}

const importing = z.object({
	upload_url: z.string().optional(),
	filename: z.string().optional(),
	at_bookmark: z.string().nullish(),
	status: z.string().optional(),
	error: z.string().nullish(),
});

/** Into a database of its own, which the Worker then uses: the one of before is left as it is. */
async function fromBackup(
	site: Site,
	folder: string,
	{ dryRun = false, confirm = [] }: Options,
): Promise<void> {
	const { say, now, api } = site.outside;
	const file = join(folder, "database.sql");
	if (!existsSync(file)) throw new Error(`${file} is not there.`);
	const { database: _, ...choices } = site.choices;
	const first = databaseName(site.toml, { environment: site.place.environment, choices });
	const name = `${first}-restored-${now().toISOString().replace(/\D/g, "").slice(0, 14)}`;
	say(`${file} goes into the new database ${name}, which ${site.name} then uses.`);
	for (const bucket of site.buckets) {
		const list = join(folder, `${bucket}.json`);
		if (!existsSync(list)) continue;
		const there = new Set((await listFiles(site, bucket)).map(({ key, etag }) => `${key} ${etag}`));
		const wanted = z
			.array(z.object({ key: z.string(), etag: z.string() }))
			.parse(JSON.parse(readFileSync(list, "utf8")));
		const gone = wanted.filter(({ key, etag }) => !there.has(`${key} ${etag}`));
		say(
			`${bucket}: ${gone.length} of ${wanted.length} files are gone or changed${gone.length > 0 ? `, the first ${gone[0]?.key}` : ""}.`,
		);
	}
	if (dryRun) return;
	if (!(await confirmed(site, site.name, "What came after the backup is then seen by nobody.", confirm)))
		throw new Error("Nothing was changed.");
	const made = await api.call("POST", site.path("/d1/database"), z.object({ uuid: z.string() }), {
		name,
		primary_location_hint: site.choices.location ?? "weur",
	});
	site.databaseId = made.uuid;
	await importFile(site, readFileSync(file));
	await outdate(site);
	site.choices = { ...site.choices, account: site.accountId, database: name };
	keepChoices(site.folder, site.choices);
	await deploy(site);
}

async function importFile(site: Site, sql: Buffer): Promise<void> {
	const { api, fetch, sleep } = site.outside;
	const path = site.path(`/d1/database/${site.databaseId}/import`);
	const etag = createHash("md5").update(sql).digest("hex");
	const begun = await api.call("POST", path, importing, { action: "init", etag });
	if (begun.upload_url) {
		const response = await fetch(begun.upload_url, { method: "PUT", body: new Uint8Array(sql) });
		if (!response.ok) throw new Error(`the backup could not be brought: ${response.status}`);
	}
	let answer = await api.call("POST", path, importing, { action: "ingest", etag, filename: begun.filename });
	for (let i = 0; answer.status !== "complete" && i < 600; i++) {
		if (answer.status === "error") throw new Error(`the import failed: ${answer.error}`);
		await sleep(1_000);
		answer = await api.call("POST", path, importing, {
			action: "poll",
			current_bookmark: answer.at_bookmark,
		});
	}
	if (answer.status !== "complete") throw new Error("the import did not end within ten minutes");
}
