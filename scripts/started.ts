import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A browser on this machine; undefined if there is none. */
export const browser = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));

/** The flags keep Chromium from looking for the network. */
export const browserFlags = [
	...["--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run"],
	...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	await new Promise((done) => server.close(done));
	if (address === null || typeof address === "string") throw new Error("no port");
	return address.port;
}

const running = new Set<Started>();

/** `npm start`, as somebody on this machine runs it. */
export class Started {
	readonly #child: ChildProcess;
	/** All it printed. */
	output = "";

	private constructor(env: Record<string, string>) {
		this.#child = spawn("npm", ["start"], { env: { ...process.env, ...env }, detached: true });
		this.#child.once("exit", () => running.delete(this));
		this.#child.stdout?.on("data", (chunk) => (this.output += chunk));
		this.#child.stderr?.on("data", (chunk) => (this.output += chunk));
		running.add(this);
	}

	/** Resolves when it is up. @throws Error with what it printed, if it does not come up within ten minutes */
	static async run(env: Record<string, string>): Promise<Started> {
		const started = new Started(env);
		for (let i = 0; i < 3_000 && !started.output.includes("Rialto is up."); i++) {
			if (started.#child.exitCode !== null) break;
			await sleep(200);
		}
		if (!started.output.includes("Rialto is up."))
			throw new Error(`npm start did not come up:\n${started.output.slice(-4_000)}`);
		return started;
	}

	/** @returns whether it ended as it should: npm passes the signal on and ends by it as well */
	async stop(signal: "SIGINT" | "SIGKILL"): Promise<boolean> {
		if (this.#child.exitCode !== null) return this.#child.exitCode === 0;
		const ended = new Promise<boolean>((done) =>
			this.#child.once("exit", (code, by) => done(code === 0 || by === signal)),
		);
		// As a terminal does it: to the whole group.
		if (this.#child.pid !== undefined) process.kill(-this.#child.pid, signal);
		return Promise.race([ended, sleep(60_000, false)]);
	}

	static async stopAll(): Promise<void> {
		for (const one of running) await one.stop("SIGKILL");
	}
}
