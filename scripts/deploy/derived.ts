import { join, resolve } from "node:path";
import { experimental_readRawConfig } from "wrangler";
import { z } from "zod";
import type { Choices, EnvironmentName } from "./choices.ts";

/** What is read of wrangler.toml; everything else in it goes along as it stands. */
const wranglerShape = z.looseObject({
	name: z.string(),
	main: z.string(),
	vars: z.record(z.string(), z.unknown()).default({}),
	assets: z.looseObject({ directory: z.string() }).optional(),
	d1_databases: z.array(z.looseObject({ database_name: z.string(), migrations_dir: z.string() })).min(1),
	r2_buckets: z.array(z.looseObject({ binding: z.string(), bucket_name: z.string() })).optional(),
	queues: z.object({
		producers: z.array(z.looseObject({ queue: z.string() })).default([]),
		consumers: z
			.array(
				z.looseObject({
					queue: z.string(),
					dead_letter_queue: z.string().optional(),
					max_batch_size: z.number().optional(),
					max_batch_timeout: z.number().optional(),
					max_retries: z.number().optional(),
				}),
			)
			.default([]),
	}),
	analytics_engine_datasets: z.array(z.looseObject({ dataset: z.string() })).optional(),
	send_email: z.array(z.unknown()).optional(),
	ai: z.looseObject({ binding: z.string() }).optional(),
	triggers: z.looseObject({ crons: z.array(z.string()).default([]) }).default({ crons: [] }),
});
export type WranglerConfig = z.infer<typeof wranglerShape>;

/** @throws ZodError naming what is not there */
export const readWranglerToml = (root: string): WranglerConfig =>
	wranglerShape.parse(experimental_readRawConfig({ config: join(root, "wrangler.toml") }).rawConfig);

/** Parts an account may lack; without one the Worker runs, and the doctor says what is missing. */
export type OptionalPart = "files" | "analytics" | "mail" | "ai";

export interface Target {
	environment: EnvironmentName;
	choices: Choices;
	accountId: string;
	publicUrl: string;
	/** Undefined until it is made. */
	databaseId: string | undefined;
	without: ReadonlySet<OptionalPart>;
	/** Whether links to files can be signed. */
	signsLinks: boolean;
}

/** `rialto`, `rialto-staging`. */
export const workerName = (toml: WranglerConfig, environment: EnvironmentName): string =>
	environment === "production" ? toml.name : `${toml.name}-${environment}`;

/** Names are an account's: each environment has its own, and none is so common that somebody else's has it. */
export function nameOf(toml: WranglerConfig, environment: EnvironmentName, name: string): string {
	const base = toml.name;
	const own = name === base ? "" : name.startsWith(`${base}-`) ? name.slice(base.length) : `-${name}`;
	return `${workerName(toml, environment)}${own}`;
}

/** All queues by their deployed name; those that collect dead jobs first, as a consumer can't be made before them. */
export function queuesOf(config: WranglerConfig): string[] {
	const { producers, consumers } = config.queues;
	const dead = consumers.flatMap(({ dead_letter_queue }) => dead_letter_queue ?? []);
	return [
		...new Set([...dead, ...consumers.map(({ queue }) => queue), ...producers.map(({ queue }) => queue)]),
	];
}

/**
 * wrangler.toml as it is deployed: whatever is bound there, under this environment's names, with its address and
 * variables. Nothing of one capability's own stands here, so a new queue, actor or bucket needs no change.
 */
export function deployedConfig(root: string, toml: WranglerConfig, target: Target): WranglerConfig {
	const { environment, choices, accountId, publicUrl, databaseId, without, signsLinks } = target;
	const named = (name: string) => nameOf(toml, environment, name);
	const path = (part: string) => resolve(root, part);
	const { producers, consumers } = toml.queues;
	const buckets = (toml.r2_buckets ?? []).map(({ local_dev: _, ...bucket }) => ({
		...bucket,
		bucket_name: named(bucket.bucket_name),
	}));
	const [bucket] = buckets;
	const { $schema: _schema, ai, ...rest } = toml;
	return {
		...rest,
		name: workerName(toml, environment),
		account_id: accountId,
		main: path(toml.main),
		workers_dev: !choices.domain,
		preview_urls: false,
		routes: choices.domain ? [{ pattern: choices.domain, custom_domain: true }] : undefined,
		assets: toml.assets && { ...toml.assets, directory: path(toml.assets.directory) },
		vars: {
			...toml.vars,
			...(signsLinks && bucket && !without.has("files")
				? { MEDIA_S3_URL: `https://${accountId}.r2.cloudflarestorage.com/${bucket.bucket_name}` }
				: {}),
			...choices.vars,
			PUBLIC_URL: publicUrl,
			DEPLOYMENT: workerName(toml, environment),
			...(databaseId ? { DATABASE: `${accountId}/${databaseId}` } : {}),
		},
		d1_databases: toml.d1_databases.map(({ preview_database_id: _id, ...database }) => ({
			...database,
			database_name: databaseName(toml, target),
			database_id: databaseId ?? "not-made-yet",
			migrations_dir: path(database.migrations_dir),
		})),
		r2_buckets: without.has("files") ? undefined : buckets,
		queues: {
			producers: producers.map((producer) => ({ ...producer, queue: named(producer.queue) })),
			consumers: consumers.map(({ dead_letter_queue, ...consumer }) => ({
				...consumer,
				queue: named(consumer.queue),
				...(dead_letter_queue ? { dead_letter_queue: named(dead_letter_queue) } : {}),
			})),
		},
		analytics_engine_datasets: without.has("analytics")
			? undefined
			: toml.analytics_engine_datasets?.map(({ dataset, ...rest }) => ({
					...rest,
					dataset: named(dataset).replaceAll("-", "_"),
				})),
		send_email: without.has("mail") ? undefined : toml.send_email,
		// Not in wrangler.toml, as there `wrangler dev` would ask for an account.
		ai: without.has("ai") ? undefined : (ai ?? { binding: "AI" }),
	};
}

export const databaseName = (
	toml: WranglerConfig,
	{ environment, choices }: Pick<Target, "environment" | "choices">,
): string => choices.database ?? nameOf(toml, environment, toml.d1_databases[0]?.database_name ?? toml.name);
