import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { handedOn } from "../start-env.ts";

export const environments = ["production", "staging"] as const;
export type EnvironmentName = (typeof environments)[number];

/** What the operator decides for one environment, in `deploy/{environment}/choices.json`; no secrets. */
const choicesSchema = z.strictObject({
	/** The account, where a token opens several. */
	account: z.string().optional(),
	/** A domain or subdomain of a zone in the account; without it Cloudflare's own address is used. */
	domain: z
		.string()
		.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be a domain, e.g. rialto.example.com")
		.optional(),
	/** Where the database is kept: wnam, enam, weur, eeur, apac or oc. Near Telegram (weur) by default. */
	location: z.enum(["wnam", "enam", "weur", "eeur", "apac", "oc"]).optional(),
	/** The database in use, where a backup was restored into a new one. */
	database: z.string().optional(),
	/** Variables of the Worker, as in README. */
	vars: z.record(z.string(), z.string()).default({}),
});
export type Choices = z.infer<typeof choicesSchema>;

/** What the Worker gets of the shell, here as by `npm start`. Passwords are secrets: everybody in the account reads these. */
const isVariable = (name: string) => handedOn(name) && !name.endsWith("_PASSWORD");

/**
 * What is kept, and over it what the shell gives; the latter is kept from now on.
 * @throws Error naming what is wrong in the file
 */
export function readChoices(folder: string, shell: Record<string, string | undefined>): Choices {
	const file = choicesFile(folder);
	const kept = choicesSchema.safeParse(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});
	if (!kept.success) throw new Error(`${file}: ${z.prettifyError(kept.error)}`);
	const { vars, ...rest } = kept.data;
	const given = Object.fromEntries(
		Object.entries(shell).flatMap(([name, value]) => (isVariable(name) && value ? [[name, value]] : [])),
	);
	const named = {
		...(shell.CLOUDFLARE_ACCOUNT_ID ? { account: shell.CLOUDFLARE_ACCOUNT_ID } : {}),
		...(shell.DOMAIN ? { domain: shell.DOMAIN } : {}),
		...(shell.LOCATION ? { location: shell.LOCATION } : {}),
	};
	const merged = choicesSchema.safeParse({ ...rest, ...named, vars: { ...vars, ...given } });
	if (!merged.success) throw new Error(z.prettifyError(merged.error));
	return merged.data;
}

export const choicesFile = (folder: string) => join(folder, "choices.json");

const textOf = (choices: Choices) => `${JSON.stringify(choicesSchema.parse(choices), null, "\t")}\n`;

export const areKept = (folder: string, choices: Choices): boolean =>
	existsSync(choicesFile(folder)) && readFileSync(choicesFile(folder), "utf8") === textOf(choices);

export function keepChoices(folder: string, choices: Choices): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(choicesFile(folder), textOf(choices));
}
