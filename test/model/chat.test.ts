import { expect, test, vi } from "vitest";
import { sample } from "../sampling.ts";

vi.mock("typeid-js", () => import("./ids.ts"));

const { runs, seed: base } = sample("MODEL", { all: 2_000, some: 250 });
const traceLines = Number(process.env.MODEL_LINES ?? 300);
/** After so many failing runs the picture is clear. */
const failuresShown = 20;

test("chats hold whatever crashes between any two steps", { timeout: 3_600_000 }, async () => {
	const { run } = await import("./run.ts");
	const total: Record<string, number> = {};
	const failures = new Map<string, { seeds: number[]; first: string }>();
	const started = performance.now();
	let failing = 0;
	for (let seed = base; seed < base + runs && failing < failuresShown; seed++) {
		const { violations, counts } = await run(seed);
		for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
		for (const violation of violations.slice(0, 1)) {
			failing += 1;
			const invariant = violation.split(":")[0] ?? "";
			const known = failures.get(invariant);
			if (known) known.seeds.push(seed);
			else failures.set(invariant, { seeds: [seed], first: violation });
		}
	}
	console.log(`${runs} runs in ${Math.round(performance.now() - started)} ms`, JSON.stringify(total));
	const [seed] = [...failures.values()][0]?.seeds ?? [];
	if (seed !== undefined) {
		const { trace, profile, violations } = await run(seed, { tracing: true });
		const summary = [...failures].map(
			([name, { seeds, first }]) => `${name}: ${seeds.length} runs (${seeds.slice(0, 5)}), first: ${first}`,
		);
		const again = `MODEL_SEED=${seed} MODEL_RUNS=1 repeats the first one (${profile}): ${violations.join("; ")}`;
		expect.fail([...trace.slice(-traceLines), "", ...summary, again].join("\n"));
	}
	// A model in which nothing happens finds nothing.
	if (runs >= 100) {
		expect(total.copies).toBeGreaterThan(runs);
		expect(total.locks).toBeGreaterThan(runs / 4);
		expect(total.returns).toBeGreaterThan(runs / 40);
	}
});
