import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Which Telegram the bots talk to. Each world keeps its state apart, so a token never meets the other one. */
export type World =
	| { name: "simulator"; apiRoot: null; notes: string[] }
	| { name: "live"; apiRoot: string; notes: string[] };

export interface StartEnv {
	port: number;
	simulatorPort: number;
	stateDir: string;
	world: World;
	botTokens: string[];
	ownerKey: string | undefined;
	/** What the Worker gets as it stands. */
	workerVars: Record<string, string>;
}

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);

const schema = z.object({
	PORT: port(8787),
	SIMULATOR_PORT: port(8788),
	STATE_DIR: z.string().min(1).default(".rialto"),
	TELEGRAM_API_ROOT: z
		.url("must be the address of a Bot API server, e.g. https://api.telegram.org")
		.optional(),
	BOT_TOKENS: z
		.string()
		.default("")
		.transform((text) =>
			text
				.split(",")
				.map((token) => token.trim())
				.filter(Boolean),
		),
	OWNER_KEY: z.string().min(16, "must have at least 16 characters").optional(),
	PUBLIC_URL: z.url("must be an address, e.g. https://rialto.example.com").optional(),
});

/** The Worker reads these itself, and says what is wrong with them. */
export const handedOn = (name: string) =>
	[
		...["ADMIN_TELEGRAM_IDS", "SETTINGS", "LOG_LEVEL", "ADMIN_CONTROL_CHAT_ID", "ADMIN_MEDIA_CHANNEL_ID"],
		"MEDIA_S3_URL",
	].includes(name) || /^(ENABLE|REQUIRED_CHANNEL|MAIL|SMTP)_/.test(name);

/** @throws Error naming each variable at fault */
export function readStartEnv(variables: NodeJS.ProcessEnv): StartEnv {
	// An empty variable is one that is not there: `PORT= npm start`.
	const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
	const result = schema.safeParse(given);
	if (!result.success) {
		throw new Error(
			result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"),
		);
	}
	const env = result.data;
	if (!env.TELEGRAM_API_ROOT && env.PORT === env.SIMULATOR_PORT) {
		throw new Error(
			`PORT and SIMULATOR_PORT are both ${env.PORT}: the Worker and the simulator each need one of their own, e.g. PORT=8787 SIMULATOR_PORT=8788 npm start`,
		);
	}
	const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
	const workerVars: Record<string, string> = { PUBLIC_URL: publicUrl, ...localBucket(publicUrl) };
	for (const [name, value] of Object.entries(given)) if (handedOn(name) && value) workerVars[name] = value;
	return {
		port: env.PORT,
		simulatorPort: env.SIMULATOR_PORT,
		stateDir: env.STATE_DIR,
		world: worldOf(env.TELEGRAM_API_ROOT, env.BOT_TOKENS.length),
		botTokens: env.BOT_TOKENS,
		ownerKey: env.OWNER_KEY,
		workerVars,
	};
}

/** The bucket's S3 address under `wrangler dev`. Behind a tunnel it would not know its own name: there the Worker stands between. */
function localBucket(publicUrl: string): { MEDIA_S3_URL?: string } {
	const { origin, hostname } = new URL(publicUrl);
	if (!/^(localhost|127\.0\.0\.1)$/.test(hostname)) return {};
	return { MEDIA_S3_URL: `${origin}/cdn-cgi/local/r2/s3/rialto-media` };
}

function worldOf(apiRoot: string | undefined, tokens: number): World {
	if (apiRoot) {
		const notes = [
			`World: the Bot API server at ${apiRoot}.`,
			"Without TELEGRAM_API_ROOT the simulator starts instead, with a bot of its own.",
		];
		return { name: "live", apiRoot, notes };
	}
	const notes = [
		"World: the simulator. For real bots set TELEGRAM_API_ROOT=https://api.telegram.org,",
		"BOT_TOKENS=... and PUBLIC_URL=https://... (an address Telegram reaches this Worker at).",
		...(tokens > 0 ? ["BOT_TOKENS is set but not used: tokens are never sent to the simulator."] : []),
	];
	return { name: "simulator", apiRoot: null, notes };
}

const secretNames = ["OWNER_KEY", "ENCRYPTION_KEY", "MEDIA_S3_KEY_ID", "MEDIA_S3_SECRET"] as const;

/** Keys are made once and kept beside the data they open. */
export function secretsOf(
	stateDir: string,
	ownerKey: string | undefined,
): Record<(typeof secretNames)[number], string> {
	const file = join(stateDir, "secrets.json");
	const kept: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
	const known = z.partialRecord(z.enum(secretNames), z.string()).parse(kept);
	const secrets = {
		OWNER_KEY: ownerKey ?? known.OWNER_KEY ?? randomBytes(24).toString("base64url"),
		ENCRYPTION_KEY: known.ENCRYPTION_KEY ?? randomBytes(32).toString("base64"),
		MEDIA_S3_KEY_ID: known.MEDIA_S3_KEY_ID ?? randomBytes(16).toString("hex"),
		MEDIA_S3_SECRET: known.MEDIA_S3_SECRET ?? randomBytes(32).toString("hex"),
	};
	writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
	return secrets;
}

/** Given, or made by `npm start` in its world; the simulator's unless TELEGRAM_API_ROOT is set, as there. */
export function ownerKeyHere(variables: NodeJS.ProcessEnv): string {
	const { ownerKey: given, stateDir, world } = readStartEnv(variables);
	if (given) return given;
	const file = join(stateDir, world.name, "secrets.json");
	if (!existsSync(file)) throw new Error(`Set OWNER_KEY, or STATE_DIR: ${file} is not there.`);
	return z.object({ OWNER_KEY: z.string() }).parse(JSON.parse(readFileSync(file, "utf8"))).OWNER_KEY;
}

/** Not on the command line, where everybody on the machine could read them. */
export function writeWorkerVars(stateDir: string, variables: Record<string, string>): string {
	const file = join(stateDir, "worker.env");
	const quote = (value: string) => (value.includes("'") ? `\`${value}\`` : `'${value}'`);
	const lines = Object.entries(variables).map(([name, value]) => `${name}=${quote(value)}`);
	writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
	return file;
}
