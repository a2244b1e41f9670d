/**
 * `npm start`: everything on this machine, no account and no token.
 * Builds the web apps, applies migrations, starts the simulator and the Worker, registers the bots.
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { startSimulator } from "../simulator/main.ts";
import { demoPeople } from "../simulator/people/demo.ts";
import { buildPages, dashboard, simulatorPage } from "./build-pages.ts";
import { startFront } from "./front.ts";
import { settingsProblems } from "./known-settings.ts";
import { portOfWorker, writeLocalConfig } from "./local-config.ts";
import { ancestors, portFree, run, spawnGroup, stopGroup, untilHealthy, wranglerArgs } from "./processes.ts";
import { apiAt } from "./seed/api.ts";
import { seedDemo, wholeDemo } from "./seed/demo.ts";
import { readStartEnv, secretsOf, type World, writeWorkerVars } from "./start-env.ts";
import { workerOutput } from "./worker-output.ts";

const started: { stop(): Promise<void> }[] = [];

async function main(): Promise<void> {
	const env = readStartEnv(process.env);
	const problems = settingsProblems(env.workerVars);
	if (problems.length > 0) throw new Error(problems.join("\n"));
	const stateDir = resolve(env.stateDir, env.world.name);
	mkdirSync(stateDir, { recursive: true });
	await Promise.all([
		portFree(env.port),
		...(env.world.name === "simulator" ? [portFree(env.simulatorPort)] : []),
	]);

	let simulator: Awaited<ReturnType<typeof startSimulator>> | undefined;
	await buildPages([dashboard, ...(env.world.name === "simulator" ? [simulatorPage] : [])], say);
	if (env.world.name === "simulator") {
		simulator = await startSimulator({
			port: env.simulatorPort,
			stateFile: join(stateDir, "simulator.json"),
			demo: true,
		});
		started.push({ stop: simulator.close });
	}
	const apiRoot = env.world.apiRoot ?? simulator?.url ?? "";

	say("Applying migrations");
	const secrets = secretsOf(stateDir, env.ownerKey);
	const varsFile = writeWorkerVars(stateDir, {
		...secrets,
		// Somebody has to be able to sign in by Telegram.
		...(simulator ? { ADMIN_TELEGRAM_IDS: String(demoPeople[0].id), SIMULATOR_URL: simulator.url } : {}),
		...env.workerVars,
		TELEGRAM_API_ROOT: apiRoot,
	});
	const persistTo = join(stateDir, "worker");
	const config = writeLocalConfig(stateDir, { id: secrets.MEDIA_S3_KEY_ID, secret: secrets.MEDIA_S3_SECRET });
	const workerPort = await portOfWorker(stateDir, [env.port, env.simulatorPort]);
	const migrate = ["d1", "migrations", "apply", "DB", "--local", "--persist-to", persistTo];
	await run(process.execPath, wranglerArgs(...migrate, "--config", config));

	const logFile = join(stateDir, "worker.log");
	const output = workerOutput(logFile);
	say(`Starting the Worker; all that wrangler says is in ${logFile}`);
	const local = `http://127.0.0.1:${env.port}`;
	const behind = `http://127.0.0.1:${workerPort}`;
	const worker = spawnGroup(
		process.execPath,
		wranglerArgs(
			...["dev", "--config", config, "--ip", "127.0.0.1", "--port", String(workerPort)],
			...["--inspector-port", "0"],
			...["--persist-to", persistTo, "--env-file", varsFile, "--show-interactive-dev-session=false"],
		),
		output.write,
	);
	started.unshift({ stop: () => stopGroup(worker) });
	await untilHealthy(`${behind}/health`, worker).catch((error: Error) => {
		throw new Error(`${error.message}\n${output.tail()}`);
	});
	const front = await startFront(env.port, workerPort);
	started.unshift({ stop: async () => void front.close() });

	const tokens = simulator ? [demoBot(simulator.simulator)] : env.botTokens;
	const bots = await registerBots(local, secrets.OWNER_KEY, tokens);
	if (simulator) await demoCreator(local, secrets.OWNER_KEY);
	startClock(behind);
	if (simulator)
		simulator.simulator.platform = platformAt(local, env.workerVars.PUBLIC_URL ?? local, secrets.OWNER_KEY);
	stopWithParent();
	worker.process.on("exit", (code) => void shutDown(code ?? 1, "The Worker has stopped."));
	const publicUrl = env.workerVars.PUBLIC_URL ?? local;
	const owner = env.workerVars.ADMIN_TELEGRAM_IDS
		? "by Telegram or "
		: simulator
			? "as the simulator's first person, or "
			: "";
	const simulatorUrl = simulator?.url;
	report(env.world, { local, publicUrl, simulatorUrl, owner, ownerKey: secrets.OWNER_KEY, bots });
}

/** What the simulator's page leads to, and how time passes there. */
const platformAt = (local: string, publicUrl: string, ownerKey: string) => ({
	dashboard: `${publicUrl}/admin`,
	passTime: (advanceSeconds: number) => asOwner(local, ownerKey, "/dev/clock", { advanceSeconds }),
});

/** The bot a newcomer meets; the simulator gives the same one again. */
function demoBot(simulator: Awaited<ReturnType<typeof startSimulator>>["simulator"]): string {
	return simulator.createBot({ first_name: "Rialto", username: "rialto_bot" }).token;
}

/** Somebody to buy of. A second start finds her, as she is by then. */
async function demoCreator(local: string, ownerKey: string): Promise<void> {
	const api = apiAt(local, ownerKey);
	try {
		if (await wholeDemo(api)) return;
		say("Adding a creator to buy of");
		await seedDemo(api);
	} catch (error) {
		complain(`No creator was added: ${error instanceof Error ? error.message : error}`);
	}
}

async function asOwner(
	local: string,
	ownerKey: string,
	path: string,
	body: unknown = {},
): Promise<Record<string, unknown>> {
	const headers = { authorization: `Bearer ${ownerKey}`, "content-type": "application/json" };
	const response = await fetch(`${local}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
	const answer: unknown = await response.json();
	if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
	return answer as Record<string, unknown>;
}

/** Adds what is new, then registers every webhook: the address may have changed, and a simulator may have forgotten. */
async function registerBots(local: string, ownerKey: string, tokens: string[]): Promise<string[]> {
	const call = (path: string, body?: unknown) => asOwner(local, ownerKey, path, body);
	for (const [i, token] of tokens.entries()) {
		// A wrong token must not keep the other bots from their work.
		await call("/api/bots", { token }).catch((error: Error) =>
			complain(`Bot ${i + 1} of ${tokens.length}: ${error.message}`),
		);
	}
	const { webhooks } = await call("/api/bots/webhooks");
	const list = webhooks as { username: string; ok: boolean; error?: string }[];
	for (const bot of list) if (!bot.ok) complain(`@${bot.username}: its webhook was refused: ${bot.error}`);
	return list.filter((bot) => bot.ok).map((bot) => `@${bot.username}`);
}

/** `wrangler dev` fires no cron by itself: the schedules of wrangler.toml, by the minute they name. */
function startClock(worker: string): void {
	const due = (now: Date) => [
		"* * * * *",
		...(now.getUTCMinutes() === 7 ? ["7 * * * *"] : []),
		...(now.getUTCMinutes() === 17 && now.getUTCHours() === 3 ? ["17 3 * * *"] : []),
	];
	const timer = setInterval(() => {
		for (const cron of due(new Date()))
			fetch(`${worker}/cdn-cgi/handler/scheduled?cron=${encodeURIComponent(cron)}`).catch(() => undefined);
	}, 60_000);
	started.unshift({ stop: async () => clearInterval(timer) });
}

/** `npm` that is killed outright can't pass it on; whoever it started notices that it has been adopted. */
function stopWithParent(): void {
	if (process.env.npm_lifecycle_event !== "start") return;
	const family = ancestors();
	setInterval(() => {
		if (ancestors() !== family) void shutDown(1, "npm is gone.");
	}, 500).unref();
}

function report(
	world: World,
	at: {
		local: string;
		publicUrl: string;
		simulatorUrl: string | undefined;
		/** Who may log in by Telegram. */
		owner: string;
		ownerKey: string;
		bots: string[];
	},
) {
	const lines = [
		"",
		"  Rialto is up.",
		"",
		...(at.simulatorUrl ? [`  Simulator   ${at.simulatorUrl}   be several people at once`] : []),
		`  Dashboard   ${at.publicUrl}/admin   log in ${at.owner}with the owner key below`,
		`  Worker      ${at.local}   GET /health`,
		`  Bots        ${at.bots.join(", ") || "none yet: POST /api/bots"}`,
		`  Owner key   ${at.ownerKey}   (Authorization: Bearer ...)`,
		"",
		...world.notes.map((note) => `  ${note}`),
		"  Ctrl+C stops it; what has happened is kept.",
		"",
	];
	console.log(lines.join("\n"));
}

let stopping = false;
async function shutDown(code: number, why?: string): Promise<void> {
	if (stopping) return;
	stopping = true;
	if (why) complain(why);
	for (const part of started) await part.stop().catch(() => undefined);
	process.exit(code);
}

const say = (text: string) => console.log(`· ${text}`);
const complain = (text: string) => console.error(`! ${text}`);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void shutDown(0));
main().catch((error: Error) => shutDown(1, error.message));
