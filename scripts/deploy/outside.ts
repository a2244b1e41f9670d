import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { buildPages, dashboard } from "../build-pages.ts";
import { createCloudflare } from "./cloudflare.ts";
import type { Outside } from "./site.ts";

const apiRoot = "https://api.cloudflare.com/client/v4";

/**
 * Wrangler as a process of its own. It never asks and reports nothing.
 * @returns what it printed @throws Error with that if it fails
 */
export function wranglerAt(root: string, shell: Record<string, string | undefined>, token?: string) {
	return (...args: string[]): Promise<string> => {
		const command = [resolve(root, "node_modules/wrangler/bin/wrangler.js"), ...args];
		const env = {
			...shell,
			...(token ? { CLOUDFLARE_API_TOKEN: token } : {}),
			...{ WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true", NO_UPDATE_NOTIFIER: "1" },
			...{ CI: "true", FORCE_COLOR: "0", CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV: "false" },
		};
		const child = spawn(process.execPath, command, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
		let output = "";
		child.stdout.on("data", (chunk) => (output += chunk));
		child.stderr.on("data", (chunk) => (output += chunk));
		return new Promise((done, failed) => {
			child.on("error", failed);
			child.on("exit", (code) =>
				code === 0
					? done(output)
					: failed(new Error(`wrangler ${args.slice(0, 3).join(" ")} failed:\n${output}`)),
			);
		});
	};
}

/** The token of the shell, else the one of `wrangler login`. @throws Error that says how to log in */
async function findToken(root: string, shell: NodeJS.ProcessEnv): Promise<string> {
	if (shell.CLOUDFLARE_API_TOKEN) return shell.CLOUDFLARE_API_TOKEN;
	const login = z.object({ token: z.string() });
	try {
		// It renews what has expired.
		const text = await wranglerAt(root, shell)("auth", "token", "--json");
		return login.parse(JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1))).token;
	} catch {
		throw new Error(
			"Not logged in: run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN (docs/deploying.md).",
		);
	}
}

async function ask(question: string): Promise<string | null> {
	if (!process.stdin.isTTY) return null;
	const lines = createInterface({ input: process.stdin, output: process.stdout });
	try {
		return (await lines.question(question)).trim();
	} finally {
		lines.close();
	}
}

export async function realOutside(root: string): Promise<Outside> {
	const shell = process.env;
	const token = await findToken(root, shell);
	const say = (line: string) => console.log(line);
	return {
		api: createCloudflare({ root: shell.CLOUDFLARE_API_BASE_URL ?? apiRoot, token, fetch }),
		wrangler: wranglerAt(root, shell, token),
		build: () => buildPages([dashboard], (text) => say(`  ${text}`)),
		...{ fetch, say, ask, shell, now: () => new Date() },
		sleep: async (ms) => void (await sleep(ms)),
	};
}
