import { existsSync } from "node:fs";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { z } from "zod";
import { environments } from "./choices.ts";

const commands = ["deploy", "destroy", "rollback", "backup", "restore", "rotate-key"] as const;

const options = {
	env: { type: "string", default: "production" },
	"dry-run": { type: "boolean", default: false },
	"secrets-file": { type: "string" },
	confirm: { type: "string", multiple: true, default: [] },
	to: { type: "string" },
	from: { type: "string" },
	files: { type: "boolean", default: false },
} satisfies ParseArgsOptionsConfig;

/**
 * `npm run deploy --dry-run` gives the option to npm and not to the script, which would then deploy.
 * @throws Error that says how to write it
 */
export function refuseLost(names: readonly string[], shell: Record<string, string | undefined>): void {
	const lost = names.filter((name) => shell[`npm_config_${name.replaceAll("-", "_")}`] !== undefined);
	if (lost.length === 0) return;
	const script = shell.npm_lifecycle_event ?? "deploy";
	throw new Error(
		`npm took ${lost.map((name) => `--${name}`).join(", ")} for its own: write \`npm run ${script} -- --${lost[0]} ...\`, with \`--\` before the options.`,
	);
}

/** @throws Error naming what is not understood: nothing here may be done on a guess */
export function readArguments(args: string[], shell: Record<string, string | undefined>) {
	refuseLost(Object.keys(options), shell);
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
	const [name, ...more] = positionals;
	const command = z.enum(commands).safeParse(name);
	if (!command.success) throw new Error(`One of ${commands.join(", ")} is needed.`);
	if (more.length > 0) throw new Error(`Not understood: ${more.join(" ")}`);
	const environment = z.enum(environments).safeParse(values.env);
	if (!environment.success) throw new Error(`--env must be ${environments.join(" or ")}.`);
	const secretsFile = values["secrets-file"];
	if (secretsFile !== undefined && !existsSync(secretsFile)) throw new Error(`There is no ${secretsFile}.`);
	return { ...values, command: command.data, environment: environment.data, secretsFile };
}
