import { join } from "node:path";
import { type Choices, type EnvironmentName, readChoices } from "./choices.ts";
import type { Cloudflare } from "./cloudflare.ts";
import {
	deployedConfig,
	type OptionalPart,
	queuesOf,
	readWranglerToml,
	type WranglerConfig,
	workerName,
} from "./derived.ts";
import { readSecrets, type Secrets } from "./secrets.ts";

/** What the outside gives; a test gives its own. */
export interface Outside {
	api: Cloudflare;
	/** Runs wrangler with these arguments. @returns what it printed @throws Error with that if it fails */
	wrangler: (...args: string[]) => Promise<string>;
	/** Builds the web apps that have changed. */
	build: () => Promise<void>;
	/** For what is not Cloudflare's API: the deployed Worker, and links to files. */
	fetch: typeof fetch;
	sleep: (ms: number) => Promise<void>;
	now: () => Date;
	say: (line: string) => void;
	/** @returns what was typed; null where nobody sits in front of it */
	ask: (question: string) => Promise<string | null>;
	/** The variables of the shell. */
	shell: Record<string, string | undefined>;
}

export interface Place {
	/** Where wrangler.toml stands. */
	root: string;
	environment: EnvironmentName;
	/** Where choices, secrets and backups of the environments are kept. */
	keepIn: string;
	/** Read beside what is kept. */
	secretsFile?: string | undefined;
}

/** One environment of Rialto on Cloudflare, as far as it is known: steps find out the rest. */
export class Site {
	readonly outside: Outside;
	readonly place: Place;
	readonly folder: string;
	readonly toml: WranglerConfig;
	readonly secretsPath: string;
	choices: Choices;
	/** Kept ones, and over them those of the file that was named. */
	secrets: Secrets;
	readonly without = new Set<OptionalPart>();
	databaseId: string | undefined;
	/** Cloudflare's own subdomain of the account. */
	subdomain: string | undefined;
	#accountId: string | undefined;

	constructor(place: Place, outside: Outside) {
		this.place = place;
		this.outside = outside;
		this.folder = join(place.keepIn, place.environment);
		this.toml = readWranglerToml(place.root);
		this.choices = readChoices(this.folder, outside.shell);
		this.secretsPath = join(this.folder, "secrets.json");
		this.secrets = {
			...readSecrets(this.secretsPath),
			...(place.secretsFile ? readSecrets(place.secretsFile) : {}),
		};
		if (!this.choices.vars.MAIL_FROM) this.without.add("mail");
	}

	get name(): string {
		return workerName(this.toml, this.place.environment);
	}

	get accountId(): string {
		if (!this.#accountId) throw new Error("the account is not known yet");
		return this.#accountId;
	}

	set accountId(id: string) {
		this.#accountId = id;
	}

	/** A path of the account's part of the API. */
	path(rest: string): string {
		return `/accounts/${this.accountId}${rest}`;
	}

	/** A path of the Worker's part of the API. */
	script(rest = ""): string {
		return this.path(`/workers/scripts/${this.name}${rest}`);
	}

	get publicUrl(): string {
		return `https://${this.choices.domain ?? `${this.name}.${this.subdomain ?? "unknown"}.workers.dev`}`;
	}

	get config(): WranglerConfig {
		return deployedConfig(this.place.root, this.toml, {
			environment: this.place.environment,
			choices: this.choices,
			accountId: this.accountId,
			publicUrl: this.publicUrl,
			databaseId: this.databaseId,
			without: this.without,
			signsLinks: Boolean(this.secrets.MEDIA_S3_KEY_ID && this.secrets.MEDIA_S3_SECRET),
		});
	}

	get queues(): string[] {
		return queuesOf(this.config);
	}

	get buckets(): string[] {
		return (this.config.r2_buckets ?? []).map(({ bucket_name }) => bucket_name);
	}

	/** The deployed Worker's API, as its owner. @throws Error with what it answered */
	async worker(method: string, path: string, body?: unknown): Promise<unknown> {
		const response = await this.outside.fetch(`${this.publicUrl}${path}`, {
			method,
			headers: {
				authorization: `Bearer ${this.secrets.OWNER_KEY ?? ""}`,
				"content-type": "application/json",
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			signal: AbortSignal.timeout(60_000),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path} of the Worker answered ${response.status}: ${text}`);
		return JSON.parse(text);
	}
}
