import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Refusal } from "./account.ts";
import type { Route } from "./call.ts";
import { deploy, upload } from "./upload.ts";

export const scriptRoutes: Route[] = [
	[
		"GET",
		/^\/workers\/subdomain$/,
		(_, { subdomain }) => {
			if (!subdomain) throw new Refusal(404, 10007, "You do not have a workers.dev subdomain.");
			return { result: { subdomain } };
		},
	],
	[
		"GET",
		/^\/workers\/services\/([^/]+)$/,
		({ ids: [name = ""] }, account) => {
			const { migrationTag } = account.script(name);
			return {
				result: {
					id: name,
					default_environment: {
						environment: "production",
						script: { id: name, tag: name, migration_tag: migrationTag, last_deployed_from: "wrangler" },
					},
				},
			};
		},
	],
	[
		"POST",
		/^\/workers\/scripts\/([^/]+)\/assets-upload-session$/,
		({ json }, { assets }) => {
			const manifest = z.record(z.string(), z.object({ hash: z.string() })).parse(json().manifest);
			const hashes = Object.values(manifest)
				.map(({ hash }) => hash)
				.filter((hash) => !assets.has(hash));
			return {
				result: {
					jwt: hashes.length > 0 ? "session" : "all-there",
					buckets: hashes.length > 0 ? [hashes] : [],
				},
			};
		},
	],
	[
		"POST",
		/^\/workers\/assets\/upload$/,
		async ({ form }, { assets }) => {
			for (const hash of (await form()).keys()) assets.add(hash);
			return { result: { jwt: "all-there" }, status: 201 };
		},
	],
	// A first upload is deployed at once, a later one is a version that a deployment names.
	[
		"PUT",
		/^\/workers\/scripts\/([^/]+)$/,
		async (call, account) => {
			const answer = await upload(call, account);
			const script = account.script(call.ids[0] ?? "");
			deploy(script, script.versions.at(-1)?.id ?? "");
			return answer;
		},
	],
	[
		"POST",
		/^\/workers\/scripts\/([^/]+)\/versions$/,
		(call, account) => {
			account.script(call.ids[0] ?? "");
			return upload(call, account);
		},
	],
	[
		"GET",
		/^\/workers\/scripts\/([^/]+)\/versions\/([^/]+)$/,
		({ ids: [name = "", id] }, account) => {
			const version = account.script(name).versions.find((found) => found.id === id);
			if (!version) throw new Refusal(404, 10007, "no such version");
			return {
				result: {
					id,
					annotations: version.annotations,
					metadata: {},
					resources: { bindings: version.bindings, script: {}, script_runtime: {} },
				},
			};
		},
	],
	[
		"GET",
		/^\/workers\/scripts\/([^/]+)\/deployments$/,
		({ ids: [name = ""] }, account) => ({
			result: {
				deployments: account.script(name).deployed.map(({ id, at, version }) => ({
					...{ id, created_on: at, source: "wrangler", strategy: "percentage", author_email: "a@acme.test" },
					versions: [{ version_id: version, percentage: 100 }],
				})),
			},
		}),
	],
	[
		"POST",
		/^\/workers\/scripts\/([^/]+)\/deployments$/,
		({ ids: [name = ""], json }, account) => {
			const [wanted] = z.array(z.object({ version_id: z.string() })).parse(json().versions);
			const script = account.script(name);
			if (!script.versions.some(({ id }) => id === wanted?.version_id))
				throw new Refusal(404, 10007, "no such version");
			return { result: { id: deploy(script, wanted?.version_id ?? "") } };
		},
	],
	[
		"GET",
		/^\/workers\/scripts\/([^/]+)\/settings$/,
		({ ids: [name = ""] }, account) => ({
			result: { bindings: account.script(name).versions.at(-1)?.bindings ?? [], annotations: {} },
		}),
	],
	["PATCH", /^\/workers\/scripts\/([^/]+)\/(?:settings|script-settings)$/, () => ({ result: {} })],
	[
		"GET",
		/^\/workers\/scripts\/([^/]+)\/script-settings$/,
		() => ({ result: { tags: [], logpush: false, observability: { enabled: true } } }),
	],
	[
		"GET",
		/^\/workers\/scripts\/([^/]+)\/secrets$/,
		({ ids: [name = ""] }, account) => ({
			result: [...account.script(name).secrets.keys()].map((secret) => ({
				name: secret,
				type: "secret_text",
			})),
		}),
	],
	[
		"DELETE",
		/^\/workers\/scripts\/([^/]+)\/secrets\/([^/]+)$/,
		({ ids: [name = "", secret = ""] }, account) => {
			const script = account.script(name);
			script.secrets.delete(secret);
			// As any change of a secret: a version without a name, that runs.
			const last = script.versions.at(-1);
			const id = randomUUID();
			script.versions.push({
				id,
				at: new Date().toISOString(),
				bindings: last?.bindings ?? [],
				annotations: {},
			});
			deploy(script, id);
			return { result: null };
		},
	],
	[
		"GET",
		/^\/workers\/workers\/([^/]+)$/,
		({ ids: [name = ""] }, account) => ({
			result: {
				id: name,
				name,
				subdomain: { enabled: account.script(name).subdomain, previews_enabled: false },
			},
		}),
	],
	[
		"PATCH",
		/^\/workers\/workers\/([^/]+)$/,
		({ ids: [name = ""], json }, account) => {
			const shape = z.object({ subdomain: z.object({ enabled: z.boolean() }).optional() });
			const { subdomain } = shape.parse(json());
			if (subdomain) account.script(name).subdomain = subdomain.enabled;
			return {
				result: {
					id: name,
					name,
					subdomain: { enabled: account.script(name).subdomain, previews_enabled: false },
				},
			};
		},
	],
	[
		"GET",
		/^\/workers\/scripts\/([^/]+)\/subdomain$/,
		({ ids: [name = ""] }, account) => ({
			result: { enabled: account.script(name).subdomain, previews_enabled: false },
		}),
	],
	[
		"POST",
		/^\/workers\/scripts\/([^/]+)\/subdomain$/,
		({ ids: [name = ""], json }, account) => {
			account.script(name).subdomain = json().enabled === true;
			return { result: json() };
		},
	],
	[
		"GET",
		/^\/workers\/scripts\/([^/]+)\/schedules$/,
		({ ids: [name = ""] }, account) => ({
			result: { schedules: account.script(name).crons.map((cron) => ({ cron })) },
		}),
	],
	[
		"PUT",
		/^\/workers\/scripts\/([^/]+)\/schedules$/,
		({ ids: [name = ""], json }, account) => {
			const crons = z.array(z.object({ cron: z.string() })).parse(json());
			account.script(name).crons = crons.map(({ cron }) => cron);
			return { result: { schedules: crons } };
		},
	],
	[
		"POST",
		/^\/workers\/scripts\/([^/]+)\/domains\/changeset$/,
		({ json }) => ({ result: { added: json(), removed: [], updated: [], conflicting: [] } }),
	],
	[
		"PUT",
		/^\/workers\/scripts\/([^/]+)\/domains\/records$/,
		({ ids: [service = ""], json }, account) => {
			const { origins } = z.object({ origins: z.array(z.object({ hostname: z.string() })) }).parse(json());
			for (const { hostname } of origins)
				account.domains.set(hostname, { id: `domain-${hostname}`, hostname, service });
			return { result: [] };
		},
	],
	[
		"GET",
		/^\/workers\/domains$/,
		({ query }, account) => ({
			result: [...account.domains.values()].filter(({ service }) => service === query.get("service")),
		}),
	],
	[
		"DELETE",
		/^\/workers\/domains\/([^/]+)$/,
		({ ids: [id] }, account) => {
			for (const { id: found, hostname } of account.domains.values())
				if (found === id) account.domains.delete(hostname);
			return { result: null };
		},
	],
	[
		"DELETE",
		/^\/workers\/scripts\/([^/]+)$/,
		({ ids: [name = ""] }, account) => {
			account.script(name);
			if (
				[...account.queues.values()].some(({ consumers }) => consumers.some(({ script }) => script === name))
			)
				throw new Refusal(400, 10064, "This Worker consumes a queue.");
			account.scripts.delete(name);
			return { result: null };
		},
	],
];
