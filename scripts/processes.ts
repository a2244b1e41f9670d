import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A process with a group of its own, and a guard that ends the group should we be killed outright. */
export interface Child {
	process: ChildProcess;
	guard: ChildProcess;
}

const offline = {
	// Nothing is fetched and nothing is reported while it runs.
	WRANGLER_SEND_METRICS: "false",
	WRANGLER_HIDE_BANNER: "true",
	CLOUDFLARE_CF_FETCH_ENABLED: "false",
	// A page that reads and writes the whole database, for whoever reaches the port.
	X_LOCAL_EXPLORER: "false",
	NO_UPDATE_NOTIFIER: "1",
	CI: "true",
};

export const wranglerArgs = (...args: string[]) => ["node_modules/wrangler/bin/wrangler.js", ...args];

/** Runs to the end. @throws Error with what it printed, if it fails */
export async function run(command: string, args: string[]): Promise<void> {
	const child = spawn(command, args, {
		stdio: ["ignore", "pipe", "pipe"],
		env: { ...process.env, ...offline },
	});
	let output = "";
	child.stdout.on("data", (chunk) => (output += chunk));
	child.stderr.on("data", (chunk) => (output += chunk));
	const code = await new Promise((done) => child.on("exit", done));
	if (code !== 0) throw new Error(`${args.slice(0, 4).join(" ")} failed:\n${output}`);
}

/** @param write takes what it prints; without it that is printed here */
export function spawnGroup(command: string, args: string[], write?: (chunk: Buffer) => void): Child {
	const output = write ? "pipe" : "inherit";
	const child = spawn(command, args, {
		stdio: ["ignore", output, output],
		env: { ...process.env, ...offline },
		detached: true,
	});
	if (write) for (const stream of [child.stdout, child.stderr]) stream?.on("data", write);
	// Its standard input closes when this process ends, however it ends.
	const guard = spawn(process.execPath, ["scripts/guard.ts", String(child.pid)], {
		stdio: ["pipe", "ignore", "ignore"],
		detached: true,
	});
	return { process: child, guard };
}

export async function stopGroup({ process: child, guard }: Child): Promise<void> {
	if (child.exitCode === null && child.pid !== undefined) {
		process.kill(-child.pid, "SIGTERM");
		await Promise.race([new Promise((done) => child.once("exit", done)), sleep(5_000)]);
	}
	// The guard ends whatever of the group is left, then itself.
	guard.stdin?.end();
	await Promise.race([new Promise((done) => guard.once("exit", done)), sleep(2_000)]);
}

export async function untilHealthy(url: string, worker: Child): Promise<void> {
	for (let i = 0; i < 1_500; i++) {
		if (worker.process.exitCode !== null) throw new Error("The Worker did not start; its log says why.");
		const status = await fetch(url).then(
			(response) => response.status,
			() => 0,
		);
		if (status === 200) return;
		if (status >= 500) {
			// Its log comes a moment after its answer.
			await sleep(1_500);
			throw new Error(`The Worker answers ${status}; its log says why.`);
		}
		await sleep(200);
	}
	throw new Error(`${url} did not answer within five minutes.`);
}

/** Waits a little: what was killed a moment ago may still hold the port. @throws Error if it stays taken */
export async function portFree(port: number): Promise<void> {
	for (let i = 0; i < 25; i++) {
		if (await canListen(port)) return;
		await sleep(200);
	}
	throw new Error(`Port ${port} is taken. Choose others: PORT=... SIMULATOR_PORT=... npm start`);
}

const canListen = (port: number) =>
	new Promise<boolean>((done) => {
		const server = createServer();
		server.once("error", () => done(false));
		server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
	});

/** The processes above: npm starts a shell, and the shell starts us. Where there is no /proc, only the shell. */
export function ancestors(): string {
	try {
		const [, shell] = /\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, "utf8")) ?? [];
		return `${process.ppid} ${shell}`;
	} catch {
		return String(process.ppid);
	}
}
