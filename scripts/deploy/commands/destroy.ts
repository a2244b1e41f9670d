import { rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Site } from "../site.ts";
import { runSteps, type Step } from "../step.ts";
import { confirmed, getToKnow } from "../steps/known.ts";
import { listDatabases, listQueues } from "../steps/stores.ts";
import { deployedVersions } from "../steps/worker.ts";

const removal = (
	name: string,
	find: () => Promise<{ what: string; remove: () => Promise<unknown> }[]>,
): Step => ({
	name,
	check: async () => ({ is: "gone", changes: (await find()).map(({ what }) => `delete ${what}`) }),
	async change() {
		for (const { remove } of await find()) await remove();
	},
});

/** What leads to the Worker before the Worker, and what it stands on after it. */
function destroySteps(site: Site): Step[] {
	const { api } = site.outside;
	const isThere = async () => (await deployedVersions(site, 1)).length > 0;
	const ourQueues = async () => {
		const names = new Set(site.queues);
		return (await listQueues(site)).filter(({ queue_name }) => names.has(queue_name));
	};
	return [
		removal("Webhooks", async () => {
			if (!site.secrets.OWNER_KEY || !(await isThere())) return [];
			// Whoever can't be asked any more has no webhook that would work.
			const answer = await site.worker("GET", "/api/bots").catch(() => ({ bots: [] }));
			const bots = z
				.object({ bots: z.array(z.object({ id: z.number(), username: z.string() })) })
				.parse(answer);
			return bots.bots.map(({ id, username }) => ({
				what: `the webhook of @${username}`,
				remove: () => site.worker("DELETE", `/api/bots/${id}`),
			}));
		}),
		removal("Domain", async () => {
			if (!site.choices.domain) return [];
			const shape = z.object({ id: z.string(), hostname: z.string() });
			const domains = await api.list(site.path(`/workers/domains?service=${site.name}`), shape);
			return domains.map(({ id, hostname }) => ({
				what: `the address ${hostname}`,
				remove: () => api.tell("DELETE", site.path(`/workers/domains/${id}`)),
			}));
		}),
		removal("Consumers", async () => {
			const shape = z.array(z.object({ consumer_id: z.string() }));
			const all = await Promise.all(
				(await ourQueues()).map(async ({ queue_id, queue_name }) => {
					const path = site.path(`/queues/${queue_id}/consumers`);
					return (await api.call("GET", path, shape)).map(({ consumer_id }) => ({
						what: `the consumer of ${queue_name}`,
						remove: () => api.tell("DELETE", `${path}/${consumer_id}`),
					}));
				}),
			);
			return all.flat();
		}),
		removal("Worker", async () =>
			(await isThere())
				? [
						{
							what: `${site.name} with all its actors`,
							remove: () => api.tell("DELETE", site.script("?force=true")),
						},
					]
				: [],
		),
		removal("Queues", async () =>
			(await ourQueues()).map(({ queue_id, queue_name }) => ({
				what: `the queue ${queue_name}`,
				remove: () => api.tell("DELETE", site.path(`/queues/${queue_id}`)),
			})),
		),
		removal("Database", async () =>
			(await listDatabases(site)).map(({ uuid, name }) => ({
				what: `the database ${name}`,
				remove: () => api.tell("DELETE", site.path(`/d1/database/${uuid}`)),
			})),
		),
		removal("Files", async () => {
			const there: string[] = [];
			for (const name of site.buckets)
				if (await api.find(site.path(`/r2/buckets/${name}`), z.unknown())) there.push(name);
			return there.map((name) => ({
				what: `the bucket ${name} with all its files`,
				remove: () => empty(site, name),
			}));
		}),
	];
}

/** Only an empty bucket can be deleted. */
async function empty(site: Site, name: string): Promise<void> {
	const { api } = site.outside;
	const path = site.path(`/r2/buckets/${name}`);
	for (const { key } of await api.list(`${path}/objects`, z.object({ key: z.string() })))
		await api.tell("DELETE", `${path}/objects/${encodeURIComponent(key)}`);
	await api.tell("DELETE", path);
}

/** Deletes all of an environment, after asking twice. @returns what was deleted */
export async function destroy(
	site: Site,
	{ dryRun = false, confirm = [] as string[] } = {},
): Promise<string[]> {
	const { say } = site.outside;
	await getToKnow(site);
	if (!dryRun) {
		const what = `This deletes ${site.name} in account ${site.accountId}: the Worker, everybody's chats, the database and all files.`;
		const sure =
			(await confirmed(site, site.name, what, confirm)) &&
			(await confirmed(
				site,
				"delete-everything",
				"Nothing of it can be brought back; npm run backup keeps a copy.",
				confirm,
			));
		if (!sure) throw new Error("Nothing was deleted.");
	}
	const deleted = await runSteps(destroySteps(site), { dryRun, say });
	// The key of before opens nothing any more. Backups stay.
	if (!dryRun)
		for (const file of ["secrets.json", "wrangler.json"]) rmSync(join(site.folder, file), { force: true });
	return deleted;
}
