import { z } from "zod";
import { databaseName } from "../derived.ts";
import type { Site } from "../site.ts";
import type { Step } from "../step.ts";

const queueShape = z.object({
	queue_id: z.string(),
	queue_name: z.string(),
	consumers: z
		.array(
			z.object({
				consumer_id: z.string().optional(),
				script: z.string().optional(),
				script_name: z.string().optional(),
				dead_letter_queue: z.string().nullish(),
				settings: z
					.object({
						batch_size: z.number().nullish(),
						max_retries: z.number().nullish(),
						max_wait_time_ms: z.number().nullish(),
					})
					.nullish(),
			}),
		)
		.nullish(),
});

export type Consumer = NonNullable<z.infer<typeof queueShape>["consumers"]>[number];

export const listQueues = (site: Site) => site.outside.api.list(site.path("/queues"), queueShape);

export const queuesStep = (site: Site): Step => {
	const missing = async () => {
		const there = new Set((await listQueues(site)).map(({ queue_name }) => queue_name));
		return site.queues.filter((name) => !there.has(name));
	};
	return {
		name: "Queues",
		async check() {
			const changes = (await missing()).map((name) => `make the queue ${name}`);
			return { is: site.queues.join(", "), changes };
		},
		async change() {
			for (const queue_name of await missing())
				await site.outside.api.tell("POST", site.path("/queues"), { queue_name });
		},
	};
};

const databaseShape = z.object({ uuid: z.string(), name: z.string() });

/** All databases of this environment: the one in use, and those that backups were restored into. */
export async function listDatabases(site: Site) {
	const all = await site.outside.api.list(site.path("/d1/database"), databaseShape);
	const { choices, ...rest } = { choices: { vars: {} }, environment: site.place.environment };
	const first = databaseName(site.toml, { ...rest, choices });
	const ours = (name: string) => name === first || name.startsWith(`${first}-restored-`);
	return all.filter(({ name }) => ours(name) || name === site.choices.database);
}

export const databaseStep = (site: Site): Step => {
	const name = databaseName(site.toml, { environment: site.place.environment, choices: site.choices });
	return {
		name: "Database",
		async check() {
			site.databaseId = (await listDatabases(site)).find((found) => found.name === name)?.uuid;
			return {
				is: `${name} (${site.databaseId})`,
				changes: site.databaseId ? [] : [`make the database ${name}`],
			};
		},
		async change() {
			const location = site.choices.location ?? "weur";
			const body = { name, primary_location_hint: location };
			const made = await site.outside.api.call("POST", site.path("/d1/database"), databaseShape, body);
			site.databaseId = made.uuid;
		},
	};
};

const corsShape = z.object({
	rules: z
		.array(
			z.object({
				allowed: z.object({
					origins: z.array(z.string()),
					methods: z.array(z.string()),
					headers: z.array(z.string()).optional(),
				}),
			}),
		)
		.nullish(),
});

/** Browsers bring files by signed links, from the Worker's own pages alone. */
const corsRules = (publicUrl: string) => [
	{
		id: "rialto",
		allowed: {
			origins: [publicUrl],
			methods: ["GET", "HEAD", "PUT"],
			headers: ["content-type", "if-none-match"],
		},
		exposeHeaders: ["etag"],
		maxAgeSeconds: 3600,
	},
];

export const filesStep = (site: Site): Step => {
	const { api } = site.outside;
	const bucketPath = (name: string) => site.path(`/r2/buckets/${name}`);

	async function missing(): Promise<{ name: string; lacks: "bucket" | "cors" }[]> {
		const wanted = JSON.stringify(corsRules(site.publicUrl).map(({ allowed }) => allowed));
		const lacking: { name: string; lacks: "bucket" | "cors" }[] = [];
		for (const name of site.buckets) {
			if (!(await api.find(bucketPath(name), z.unknown()))) {
				lacking.push({ name, lacks: "bucket" }, { name, lacks: "cors" });
				continue;
			}
			const cors = await api.find(`${bucketPath(name)}/cors`, corsShape);
			const is = (cors?.rules ?? []).map(({ allowed: { origins, methods, headers = [] } }) => ({
				origins,
				methods,
				headers,
			}));
			if (JSON.stringify(is) !== wanted) lacking.push({ name, lacks: "cors" });
		}
		return lacking;
	}

	return {
		name: "Files",
		async check() {
			const lacking = await missing();
			const changes = lacking.map(({ name, lacks }) =>
				lacks === "bucket" ? `make the bucket ${name}` : `let ${site.publicUrl} use ${name} (CORS)`,
			);
			return { is: site.buckets.join(", ") || "left out", changes };
		},
		async change() {
			for (const { name, lacks } of await missing()) {
				if (lacks === "bucket") await api.tell("POST", site.path("/r2/buckets"), { name });
				else await api.tell("PUT", `${bucketPath(name)}/cors`, { rules: corsRules(site.publicUrl) });
			}
		},
	};
};
