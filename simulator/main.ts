import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { DroppedAnswer } from "./bot-api/bot-api.ts";
import { demoPeople } from "./people/demo.ts";
import { Simulator } from "./simulator.ts";

interface SimulatorServerOptions {
	port: number;
	/** where everything is kept between runs */
	stateFile?: string | undefined;
	/** Nobody should meet an empty page: two people live there from the start. */
	demo?: boolean;
	/** the built page */
	pageDir?: string | undefined;
}

interface SimulatorServer {
	url: string;
	simulator: Simulator;
	close(): Promise<void>;
}

const here = dirname(fileURLToPath(import.meta.url));

/** Serves the simulator to this machine only. */
export async function startSimulator(options: SimulatorServerOptions): Promise<SimulatorServer> {
	const { stateFile, pageDir = join(here, "page", "dist") } = options;
	const keeper = stateFile ? new StateFile(stateFile) : null;
	const simulator = new Simulator({ onChange: () => keeper?.changed() });
	keeper?.open(simulator);
	if (options.demo && simulator.state().users.length === 0)
		for (const person of demoPeople) simulator.createUser(person);
	const server = serve({
		port: options.port,
		hostname: "127.0.0.1",
		fetch: async (request: Request, { outgoing }: { outgoing: { destroy?: () => void } }) => {
			const { pathname } = new URL(request.url);
			if (!/^\/(bot[^/]+\/|file\/|control\/)/.test(pathname)) return page(pageDir, pathname);
			try {
				return await simulator.fetch(request);
			} catch (error) {
				if (!(error instanceof DroppedAnswer)) throw error;
				outgoing.destroy?.();
				return new Response(null, { status: 502 });
			}
		},
	});
	await new Promise<void>((ready, failed) => {
		server.once("listening", ready);
		server.once("error", failed);
	});
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : options.port;
	return {
		url: `http://127.0.0.1:${port}`,
		simulator,
		async close() {
			simulator.close();
			if ("closeAllConnections" in server) server.closeAllConnections();
			await new Promise((done) => server.close(done));
			keeper?.close();
		},
	};
}

const DEBOUNCE = 150;

/** Writes the state soon after a change; a file is complete or not there. */
class StateFile {
	readonly #path: string;
	#simulator: Simulator | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#wait = DEBOUNCE;

	constructor(path: string) {
		this.#path = path;
	}

	open(simulator: Simulator): void {
		if (existsSync(this.#path)) simulator.restore(JSON.parse(readFileSync(this.#path, "utf8")));
		this.#simulator = simulator;
	}

	changed(): void {
		if (this.#simulator) this.#timer ??= setTimeout(() => this.#write(), this.#wait);
	}

	close(): void {
		this.#write();
		this.#simulator = null;
	}

	#write(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const startedAt = performance.now();
		mkdirSync(dirname(resolve(this.#path)), { recursive: true });
		writeFileSync(`${this.#path}.new`, JSON.stringify(this.#simulator?.snapshot()));
		renameSync(`${this.#path}.new`, this.#path);
		// A big state is written less often, so that writing stays a tenth of the time.
		this.#wait = Math.max(DEBOUNCE, 10 * (performance.now() - startedAt));
	}
}

const TYPES: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".css": "text/css",
	".svg": "image/svg+xml",
	".png": "image/png",
	".ico": "image/x-icon",
	".json": "application/json",
	".woff2": "font/woff2",
};

async function page(dir: string, pathname: string): Promise<Response> {
	const root = resolve(dir);
	const path = resolve(root, `.${decodeURIComponent(pathname)}`);
	if (path !== root && !path.startsWith(root + sep)) return new Response("Not found\n", { status: 404 });
	const file = extname(path) === "" ? join(root, "index.html") : path;
	try {
		const type = TYPES[extname(file)] ?? "application/octet-stream";
		return new Response(new Uint8Array(await readFile(file)), { headers: { "Content-Type": type } });
	} catch {
		if (extname(path) !== "") return new Response("Not found\n", { status: 404 });
		return new Response(
			"The simulator runs; its page is not built. Build it with: npx vite build simulator/page\n",
		);
	}
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
	const { url, close } = await startSimulator({
		port: Number(process.env.SIMULATOR_PORT ?? 8788),
		stateFile: process.env.SIMULATOR_STATE,
		demo: true,
	});
	console.log(`Telegram in a box: ${url}`);
	for (const signal of ["SIGINT", "SIGTERM"] as const) {
		process.once(signal, () => void close().then(() => process.exit(0)));
	}
}
