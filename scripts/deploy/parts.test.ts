import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readChoices } from "./choices.ts";
import { deployInBuild } from "./commands/deploy.ts";
import { deployedConfig, nameOf, queuesOf, readWranglerToml, type Target } from "./derived.ts";
import { codeFingerprint, differences, secretsFingerprint, tagOf } from "./fingerprint.ts";
import { readSecrets, withNewKey, withoutPreviousKey } from "./secrets.ts";
import { runSteps, type Step } from "./step.ts";

const toml = readWranglerToml(".");
const target: Target = {
	environment: "staging",
	choices: { vars: {} },
	accountId: "acc",
	publicUrl: "https://try.example.com",
	databaseId: "db",
	without: new Set(),
	signsLinks: true,
};

function inFolder<T>(use: (folder: string) => T): T {
	const folder = mkdtempSync(join(tmpdir(), "rialto-parts-"));
	try {
		return use(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

test("names are an environment's own", () => {
	const names = ["rialto", "rialto-media", "events"];
	expect(names.map((name) => nameOf(toml, "production", name))).toEqual([
		"rialto",
		"rialto-media",
		"rialto-events",
	]);
	expect(names.map((name) => nameOf(toml, "staging", name))).toEqual([
		...["rialto-staging", "rialto-staging-media", "rialto-staging-events"],
	]);
});

test("the deployed configuration is wrangler.toml with ids, names and address, without what is for this machine", () => {
	const config = deployedConfig("/srv/rialto", toml, {
		...target,
		choices: { vars: {}, domain: "try.example.com" },
	});
	expect(config).toMatchObject({
		name: "rialto-staging",
		account_id: "acc",
		main: "/srv/rialto/src/index.ts",
		minify: true,
		workers_dev: false,
		routes: [{ pattern: "try.example.com", custom_domain: true }],
		d1_databases: [{ binding: "DB", database_name: "rialto-staging", database_id: "db" }],
		r2_buckets: [{ binding: "MEDIA", bucket_name: "rialto-staging-media" }],
		analytics_engine_datasets: [{ binding: "METRICS", dataset: "rialto_staging" }],
		ai: { binding: "AI" },
		vars: {
			TELEGRAM_API_ROOT: "https://api.telegram.org",
			MEDIA_S3_URL: "https://acc.r2.cloudflarestorage.com/rialto-staging-media",
			PUBLIC_URL: "https://try.example.com",
			DEPLOYMENT: "rialto-staging",
			DATABASE: "acc/db",
		},
	});
	expect(JSON.stringify(config)).not.toMatch(/local|preview_database_id/);
	expect(queuesOf(config)).toEqual(queuesOf(toml).map((name) => `rialto-staging-${name}`));
	expect(queuesOf(config)[0]).toMatch(/-dead$/);

	const poor = deployedConfig(".", toml, {
		...target,
		without: new Set(["files", "analytics", "mail", "ai"] as const),
	});
	for (const part of ["r2_buckets", "analytics_engine_datasets", "send_email", "ai"] as const)
		expect(poor[part], part).toBeUndefined();
	expect(poor.vars.MEDIA_S3_URL).toBeUndefined();
});

test("what the shell gives is kept over what was kept; mistakes are named", () => {
	inFolder((folder) => {
		const file = join(folder, "choices.json");
		writeFileSync(file, JSON.stringify({ domain: "a.example.com", vars: { MAIL_FROM: "a@example.com" } }));
		expect(readChoices(folder, { DOMAIN: "b.example.com", ADMIN_TELEGRAM_IDS: "1", HOME: "/root" })).toEqual({
			domain: "b.example.com",
			vars: { MAIL_FROM: "a@example.com", ADMIN_TELEGRAM_IDS: "1" },
		});
		// A password is a secret, and no variable that everybody in the account reads.
		expect(readChoices(folder, { SMTP_PASSWORD: "x" }).vars).not.toHaveProperty("SMTP_PASSWORD");
		expect(() => readChoices(folder, { DOMAIN: "https://b.example.com/" })).toThrow("must be a domain");
		writeFileSync(file, JSON.stringify({ doamin: "a.example.com" }));
		expect(() => readChoices(folder, {})).toThrow(/choices\.json[\s\S]*doamin/);
	});
});

test("secrets come as lines or as JSON; an empty one is not given", () => {
	inFolder((folder) => {
		const file = join(folder, "secrets");
		expect(readSecrets(file)).toEqual({});
		writeFileSync(file, "# mine\nOWNER_KEY='a$b'\nSMTP_PASSWORD=\n");
		expect(readSecrets(file)).toEqual({ OWNER_KEY: "a$b" });
		writeFileSync(file, JSON.stringify({ OWNER_KEY: "c" }));
		expect(readSecrets(file)).toEqual({ OWNER_KEY: "c" });
		for (const wrong of ['{ OWNER_KEY: "hush" }', '{ "OWNER_KEY": 5 }', "BOT_TOKENS=hush"]) {
			writeFileSync(file, wrong);
			expect(() => readSecrets(file)).toThrow(file);
			expect(() => readSecrets(file)).not.toThrow("hush");
		}
	});
});

test("a key goes over to another one once, and the hashes' key stays the first", () => {
	expect(() => withNewKey({}, "b")).toThrow("not known here");
	const both = withNewKey({ ENCRYPTION_KEY: "a" }, "b");
	expect(both).toEqual({ ENCRYPTION_KEY: "b", ENCRYPTION_KEY_PREVIOUS: "a", HASH_KEY: "a" });
	expect(withNewKey(both, "c")).toBe(both);
	expect(withNewKey(withoutPreviousKey(both), "c")).toEqual({
		...{ ENCRYPTION_KEY: "c", ENCRYPTION_KEY_PREVIOUS: "b", HASH_KEY: "a" },
	});
});

test("a fingerprint tells code, configuration and secrets from those of before, whatever machine they stand on", () => {
	inFolder((folder) => {
		const build = (name: string, code: string) => {
			mkdirSync(join(folder, name));
			writeFileSync(join(folder, name, "index.js"), code);
			writeFileSync(join(folder, name, "index.js.map"), name);
			return join(folder, name);
		};
		const at = (root: string) => deployedConfig(root, toml, target);
		const code = codeFingerprint(at("/a"), build("a", "1"), []);
		expect(code).toMatch(/^[0-9a-f]{12}$/);
		expect(codeFingerprint(at("/b"), build("b", "1"), [])).toBe(code);
		expect(codeFingerprint(at("/a"), build("c", "2"), [])).not.toBe(code);
		const elsewhere = deployedConfig("/a", toml, { ...target, publicUrl: "https://other.example.com" });
		expect(codeFingerprint(elsewhere, join(folder, "a"), [])).not.toBe(code);
		expect(codeFingerprint(at("/a"), join(folder, "a"), [join(folder, "b")])).not.toBe(code);

		const secrets = secretsFingerprint("rialto", { A: "1", B: "2" });
		expect(secretsFingerprint("rialto", { B: "2", A: "1" })).toBe(secrets);
		const tag = tagOf({ code, secrets }, null);
		expect(tag).toHaveLength(25);
		expect(differences({ code, secrets }, tag)).toEqual([]);
		expect(differences({ code, secrets: null }, tag)).toEqual([]);
		expect(tagOf({ code, secrets: null }, tag)).toBe(tag);
		expect(differences({ code: "other", secrets: "others" }, tag)).toEqual([
			"code or configuration",
			"secrets",
		]);
		expect(differences({ code, secrets }, null)).toEqual(["code or configuration", "secrets"]);
	});
});

test("steps change what differs, in their order, and stop at what fails or waits for a person", async () => {
	const done: string[] = [];
	const said: string[] = [];
	const step = (name: string, changes: string[], more: Partial<Step> & { blocked?: string } = {}): Step => ({
		name,
		check: async () => ({ is: "well", changes, ...(more.blocked ? { blocked: more.blocked } : {}) }),
		change: more.change ?? (async () => void done.push(name)),
	});
	const run = { dryRun: false, say: (line: string) => void said.push(line) };
	expect(await runSteps([step("A", []), step("B", ["make b"]), step("C", ["make c"])], run)).toEqual([
		...["B: make b", "C: make c"],
	]);
	expect(done).toEqual(["B", "C"]);
	expect(await runSteps([step("D", ["make d"])], { ...run, dryRun: true })).toEqual(["D: make d"]);
	expect(said).toEqual(["✓ A  well", "+ B  make b", "+ C  make c", "~ D  would make d"]);

	const failing = step("F", ["make f"], { change: () => Promise.reject(new Error("no")) });
	await expect(runSteps([step("E", ["make e"]), failing, step("G", ["make g"])], run)).rejects.toThrow(
		/F: no\nMend that/,
	);
	await expect(
		runSteps([step("H", [], { blocked: "press it" }), step("I", ["make i"])], run),
	).rejects.toThrow("press it");
	expect(done).toEqual(["B", "C", "E"]);
});

test("what stands under the button has no value that would become real", () => {
	const lines = readFileSync(".dev.vars.example", "utf8")
		.split("\n")
		.filter((line) => line && !line.startsWith("#"));
	const { cloudflare } = JSON.parse(readFileSync("package.json", "utf8"));
	expect(lines.map((line) => line.replace(/=$/, ""))).toEqual(Object.keys(cloudflare.bindings));
	// An id, even one of zeros, keeps Cloudflare from making the database.
	expect(JSON.stringify(toml.d1_databases)).not.toContain('"database_id"');
});

test("inside Workers Builds tables come before code, and a table that fails keeps the code of before", async () => {
	const done: string[] = [];
	const build = async () => void done.push("build");
	const say = () => undefined;
	const wrangler = async (...args: string[]) => {
		done.push(args.join(" "));
		if (args[0] === "d1" && done.length > 4) throw new Error("no");
		return "";
	};
	await deployInBuild({ build, wrangler, say });
	expect(done).toEqual(["build", "d1 migrations apply DB --remote", "deploy"]);
	await expect(deployInBuild({ build, wrangler, say })).rejects.toThrow("no");
	expect(done.filter((call) => call === "deploy")).toHaveLength(1);
});
