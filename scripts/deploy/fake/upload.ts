import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Binding, type FakeAccount, Refusal, type Script } from "./account.ts";
import type { Answer, Call } from "./call.ts";

const metadataShape = z.object({
	bindings: z.array(z.looseObject({ name: z.string(), type: z.string() })),
	migrations: z.object({ old_tag: z.string().optional(), new_tag: z.string() }).optional(),
	annotations: z.record(z.string(), z.string()).optional(),
	keep_bindings: z.array(z.string()).optional(),
});

/** What a binding names has to be there before the code that has it. */
function mustExist(account: FakeAccount, binding: Binding): void {
	const missing = (what: string) => new Refusal(400, 10021, `${binding.name}: ${what} does not exist.`);
	if (binding.type === "d1" && !account.databases.has(String(binding.id))) throw missing("the database");
	if (binding.type === "r2_bucket" && !account.buckets.has(String(binding.bucket_name)))
		throw missing("the bucket");
	if (binding.type === "queue" && !account.queueNamed(String(binding.queue_name))) throw missing("the queue");
	if (binding.type === "analytics_engine" && account.lacks.has("analytics"))
		throw new Refusal(403, 10089, "You need to enable Analytics Engine.");
}

/** Takes a version of a Worker, if all that it binds is there. */
export async function upload({ ids: [name = ""], form }: Call, account: FakeAccount): Promise<Answer> {
	const metadata = metadataShape.parse(JSON.parse(String((await form()).get("metadata"))));
	for (const binding of metadata.bindings) mustExist(account, binding);
	const script: Script = account.scripts.get(name) ?? {
		...{ versions: [], deployed: [], secrets: new Map(), migrationTag: null, crons: [], subdomain: false },
	};
	const { migrations } = metadata;
	if (migrations && (migrations.old_tag ?? null) !== script.migrationTag)
		throw new Refusal(412, 10079, `The migration tag is ${script.migrationTag}, not ${migrations.old_tag}.`);
	if (migrations) script.migrationTag = migrations.new_tag;
	for (const { type, name: secret, text } of metadata.bindings)
		if (type === "secret_text") script.secrets.set(secret, String(text));
	const id = randomUUID();
	const at = new Date().toISOString();
	script.versions.push({ id, at, bindings: metadata.bindings, annotations: metadata.annotations ?? {} });
	account.scripts.set(name, script);
	return {
		result: {
			id,
			startup_time_ms: 20,
			deployment_id: id,
			entry_point: "index.js",
			metadata: { has_preview: false },
			resources: { script: { etag: id }, script_runtime: {} },
		},
	};
}

/** Has a version run. @returns the deployment's id */
export function deploy(script: Script, version: string): string {
	const id = randomUUID();
	script.deployed.unshift({ id, at: new Date().toISOString(), version });
	return id;
}
