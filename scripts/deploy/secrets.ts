import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseEnv } from "node:util";
import { z } from "zod";

export type Secrets = Record<string, string>;

/** Secrets that no Worker gets: tokens of bots go through its API, which keeps them encrypted. */
const notTheWorkers = ["BOT_TOKENS"];

/** Reads JSON or `NAME=value` lines; what is empty is not given. @throws Error that names the file if it is neither */
export function readSecrets(file: string): Secrets {
	if (!existsSync(file)) return {};
	const text = readFileSync(file, "utf8");
	const values: unknown = text.trimStart().startsWith("{") ? fromJson(file, text) : parseEnv(text);
	const secrets = z.record(z.string(), z.string()).safeParse(values);
	if (!secrets.success)
		throw new Error(`${file} must hold names with texts: ${z.prettifyError(secrets.error)}`);
	if (botTokens(secrets.data).some((token) => !/^\d+:[\w-]+$/.test(token)))
		throw new Error(
			`BOT_TOKENS in ${file} must be tokens of @BotFather, e.g. 123456:AA..., with commas between.`,
		);
	return Object.fromEntries(Object.entries(secrets.data).filter(([, value]) => value !== ""));
}

/** What JSON says of a mistake may quote the text, which is secret. */
function fromJson(file: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Error(`${file} is not JSON, though it begins with a brace.`);
	}
}

export function writeSecrets(file: string, secrets: Secrets): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify(secrets, null, "\t")}\n`, { mode: 0o600 });
}

export const forWorker = (secrets: Secrets): Secrets =>
	Object.fromEntries(Object.entries(secrets).filter(([name]) => !notTheWorkers.includes(name)));

export const botTokens = ({ BOT_TOKENS }: Secrets): string[] =>
	(BOT_TOKENS ?? "").split(/[\s,]+/).filter(Boolean);

/** What a Worker can't be without, and what anybody can make; each is made once. */
export const makeKey: Record<"OWNER_KEY" | "ENCRYPTION_KEY", () => string> = {
	OWNER_KEY: () => randomBytes(24).toString("base64url"),
	ENCRYPTION_KEY: () => randomBytes(32).toString("base64"),
};

/**
 * The key goes over to a new one: the old one opens what it has sealed until all is sealed anew, and stays the key of
 * hashes, as what they were made of is not kept. A change that is under way already is gone on with.
 */
export function withNewKey(secrets: Secrets, newKey: string): Secrets {
	const { ENCRYPTION_KEY: old, HASH_KEY, ENCRYPTION_KEY_PREVIOUS } = secrets;
	if (!old) throw new Error("ENCRYPTION_KEY of today is not known here: put it into the secrets file.");
	if (ENCRYPTION_KEY_PREVIOUS) return secrets;
	return { ...secrets, ENCRYPTION_KEY: newKey, ENCRYPTION_KEY_PREVIOUS: old, HASH_KEY: HASH_KEY ?? old };
}

export function withoutPreviousKey(secrets: Secrets): Secrets {
	const { ENCRYPTION_KEY_PREVIOUS: _, ...rest } = secrets;
	return rest;
}
