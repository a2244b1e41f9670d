/**
 * `npm run bench:lists [-- --size 1]`: how long every reading route of the API takes over a large database, and whether
 * that grows with it. Real workerd and D1 by `wrangler dev`, one request at a time; ends with 1 if a limit is exceeded.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, spawnGroup, stopGroup, untilHealthy, wranglerArgs } from "../scripts/processes.ts";
import { secretsOf, writeWorkerVars } from "../scripts/start-env.ts";
import { databaseOf } from "../scripts/state.ts";
import { fill, personId } from "./crowd.ts";

const sizeAt = process.argv.indexOf("--size");
const full = sizeAt === -1 ? 1 : Number(process.argv[sizeAt + 1]);
const port = Number(process.env.PORT ?? 8795);
const limitMs = 50;
/** A tenth of the size first: what takes longer by more than this factor grows with the table. */
const growth = 2;
const [warmUps, rounds] = [3, 40];
const ownerKey = "owner-key-of-the-benchmark";
const now = Date.now();

/** What stands in a path. */
const parameters: Record<string, string> = {
	"/api/users/{id}": String(personId),
	"/api/campaigns/{id}": "25",
	"/api/groups/{id}": "-1000000000005",
	"/api/groups/bans/{userId}": "100005",
	"/api/posts/{no}": "5",
	"/api/clearings/{no}": "5",
	"/api/group-campaigns/{no}": "5",
	"/api/staff/{id}": "staff5",
	"/api/reports/{id}": `report_${"500".padStart(26, "0")}`,
};
/** What can't be answered without Telegram, or has to be filled in by hand. */
const apart =
	/\/(session|session\/list|info|permissions|doctor|monitoring|docs|openapi\.json|names)$|\.csv$|\/auth\//;
/** Lists with what they are asked for beside their first page. */
const asked: Record<string, string[]> = {
	"/api/users": ["?language=pt", "?banned=true", "?q=1000"],
	"/api/reports": ["?status=open"],
	"/api/audit": ["?actor=staff:3", "?action=thing.5", "?subject=subject77"],
	"/api/requests": ["?state=closed", "?kind=refund"],
	"/api/referrals": ["?state=held"],
	"/api/payments": [`?user=${personId}`],
	"/api/campaigns/{id}/deliveries": ["?state=sent", "?state=failed"],
	"/api/posts/calendar": [
		`?from=${new Date(now - 7 * 86_400_000).toISOString()}&to=${new Date(now + 7 * 86_400_000).toISOString()}`,
	],
	"/api/analytics": [`?by=hour&from=${new Date(now - 7 * 86_400_000).toISOString()}`],
};

interface Timing {
	path: string;
	status: number;
	p50: number;
	p95: number;
}

async function measure(size: number): Promise<Timing[]> {
	const state = mkdtempSync(join(tmpdir(), "rialto-lists-"));
	try {
		const persist = join(state, "worker");
		const migrate = ["d1", "migrations", "apply", "DB", "--local", "--persist-to", persist];
		await run(process.execPath, wranglerArgs(...migrate));
		const rows = fill(databaseOf(persist), size, now);
		console.log(
			`\n${Object.entries(rows)
				.map(([table, n]) => `${n.toLocaleString("en")} ${table}`)
				.join(", ")}`,
		);
		const varsFile = writeWorkerVars(state, {
			...secretsOf(state, ownerKey),
			PUBLIC_URL: `http://localhost:${port}`,
			TELEGRAM_API_ROOT: "http://127.0.0.1:9",
			LOG_LEVEL: "error",
			SETTINGS: JSON.stringify(
				Object.fromEntries(
					["requests", "users", "stats", "config"].map((name) => [`api.${name}_per_minute`, 10_000]),
				),
			),
		});
		const worker = spawnGroup(
			process.execPath,
			wranglerArgs(
				...["dev", "--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0"],
				...["--persist-to", persist, "--env-file", varsFile, "--show-interactive-dev-session=false"],
				...["--log-level", "error"],
			),
		);
		try {
			await untilHealthy(`http://127.0.0.1:${port}/health`, worker);
			return await timeAll();
		} finally {
			await stopGroup(worker);
		}
	} finally {
		rmSync(state, { recursive: true, force: true });
	}
}

const get = (path: string) =>
	fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization: `Bearer ${ownerKey}` } });

/** Every GET route of the document, with its filters. */
async function paths(): Promise<string[]> {
	const document = (await (await get("/api/openapi.json")).json()) as {
		paths: Record<string, { get?: unknown }>;
	};
	return Object.entries(document.paths).flatMap(([path, methods]) => {
		if (!methods.get || apart.test(path)) return [];
		const filled = path.replace(/^\/api\/[\w-]+(?:\/bans)?\/\{\w+\}/, (start) =>
			parameters[start] === undefined ? start : start.replace(/\{\w+\}/, parameters[start]),
		);
		const first = /analytics|calendar/.test(path) ? [] : [filled];
		return [...first, ...(asked[path] ?? []).map((query) => `${filled}${query}`)];
	});
}

async function timeAll(): Promise<Timing[]> {
	const timings: Timing[] = [];
	for (const path of await paths()) {
		if (path.includes("{")) {
			console.log(`  ${path}: no id is known for it`);
			continue;
		}
		const times: number[] = [];
		let status = 0;
		for (let i = 0; i < warmUps + rounds; i++) {
			const from = performance.now();
			const response = await get(path);
			await response.arrayBuffer();
			status = response.status;
			if (i >= warmUps) times.push(performance.now() - from);
		}
		times.sort((a, b) => a - b);
		const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
		timings.push({ path, status, p50: at(0.5), p95: at(0.95) });
	}
	return timings;
}

const idle = (timings: Timing[]) => timings.find(({ path }) => path === "/api/plans")?.p50 ?? 1;

const small = await measure(full / 10);
const large = await measure(full);
let exceeded = 0;
console.log(
	`\n  ${"route".padEnd(58)} ${"p50".padStart(7)} ${"p95".padStart(7)} ${"p50 of a tenth".padStart(15)}`,
);
for (const { path, status, p50, p95 } of large) {
	const before = small.find((timing) => timing.path === path)?.p50 ?? p50;
	// Against a route that reads nothing, measured in the same run: the machine may be slower in one of the two.
	const times = p50 / idle(large) / (before / idle(small));
	// Below some milliseconds a factor says nothing.
	const grows = p50 > 5 && times > growth;
	const wrong =
		status !== 200 ? `answers ${status}` : p95 > limitMs ? `over ${limitMs} ms` : grows ? "grows" : "";
	if (wrong) exceeded++;
	console.log(
		`  ${path.slice(0, 58).padEnd(58)} ${p50.toFixed(1).padStart(7)} ${p95.toFixed(1).padStart(7)} ${before.toFixed(1).padStart(15)}  ${wrong}`,
	);
}
console.log(`\n${large.length} routes, ${exceeded === 0 ? "within all limits" : `${exceeded} exceeded`}`);
process.exit(exceeded === 0 ? 0 : 1);
