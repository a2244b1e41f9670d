import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { EnvironmentName } from "../choices.ts";
import { createCloudflare } from "../cloudflare.ts";
import { wranglerAt } from "../outside.ts";
import { Site } from "../site.ts";
import { dump, FakeAccount } from "./account.ts";
import { type FakeCloudflare, startFakeCloudflare } from "./server.ts";
import { FakeWorker } from "./worker.ts";

const project = resolve(import.meta.dirname, "../../..");

/**
 * An account at the fake Cloudflare, and a copy of this project that is deployed there by the real wrangler. Its
 * wrangler.toml and migrations are the real ones; its code is small, so that it is bundled in no time.
 */
export class World {
	readonly account = new FakeAccount();
	readonly worker = new FakeWorker(this.account);
	readonly said: string[] = [];
	/** What is typed, in order. */
	answers: string[] = [];
	shell: Record<string, string> = { ADMIN_TELEGRAM_IDS: "4242" };
	readonly root = mkdtempSync(join(tmpdir(), "rialto-deploy-"));
	readonly cloudflare: FakeCloudflare;

	private constructor(cloudflare: FakeCloudflare, account: FakeAccount) {
		this.cloudflare = cloudflare;
		this.account = account;
		this.worker = new FakeWorker(account);
		for (const name of ["wrangler.toml", "package.json", "migrations"])
			cpSync(join(project, name), join(this.root, name), { recursive: true });
		symlinkSync(join(project, "node_modules"), join(this.root, "node_modules"));
		mkdirSync(join(this.root, "admin-ui/dist/admin"), { recursive: true });
		writeFileSync(join(this.root, "admin-ui/dist/admin/index.html"), "<title>Rialto</title>");
		mkdirSync(join(this.root, "src"));
		this.writeCode("1");
	}

	static async start(): Promise<World> {
		const account = new FakeAccount();
		return new World(await startFakeCloudflare(account), account);
	}

	/** Code with all the actors that wrangler.toml names. */
	writeCode(version: string): void {
		const actors = [...this.toml.matchAll(/class_name = "(\w+)"/g)].map(([, name]) => name);
		const classes = actors.map((name) => `export class ${name} extends DurableObject {}`);
		const code = ['import { DurableObject } from "cloudflare:workers";', ...classes];
		const handlers = `{ fetch: () => new Response("${version}"), queue() {}, scheduled() {} }`;
		writeFileSync(join(this.root, "src/index.ts"), `${code.join("\n")}\nexport default ${handlers};\n`);
	}

	get toml(): string {
		return readFileSync(join(this.root, "wrangler.toml"), "utf8");
	}

	set toml(text: string) {
		writeFileSync(join(this.root, "wrangler.toml"), text);
	}

	/** A new process: it knows what is kept in files, and asks for the rest. */
	site(environment: EnvironmentName = "production", secretsFile?: string): Site {
		this.said.length = 0;
		this.cloudflare.changes.length = 0;
		const { url } = this.cloudflare;
		const { token } = this.account;
		const shell = { PATH: process.env.PATH ?? "", HOME: this.root, CLOUDFLARE_API_BASE_URL: url };
		return new Site(
			{ root: this.root, environment, keepIn: join(this.root, "deploy"), secretsFile },
			{
				api: createCloudflare({ root: url, token, fetch }),
				wrangler: wranglerAt(this.root, shell, token),
				build: async () => undefined,
				fetch: (input, init) => this.#fetch(new Request(input, init)),
				sleep: async () => undefined,
				now: () => new Date(),
				say: (line) => this.said.push(line),
				ask: async () => this.answers.shift() ?? null,
				shell: this.shell,
			},
		);
	}

	/** Links to exports and imports, and the Worker once it is there. */
	async #fetch(request: Request): Promise<Response> {
		const { hostname, pathname } = new URL(request.url);
		const id = pathname.slice(1);
		if (hostname === "export.test") return new Response(dump(this.account.database(id).db).join("\n"));
		if (hostname === "import.test") {
			this.account.imports.set(id, await request.text());
			return new Response();
		}
		return this.worker.answer(request);
	}

	async stop(): Promise<void> {
		await this.cloudflare.close();
		rmSync(this.root, { recursive: true });
	}
}
