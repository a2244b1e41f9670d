import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { knownTo, parts, places, rooms } from "./arrows.ts";

interface Import {
	from: string;
	line: number;
	/** A path from the top without its ending, or a package. */
	to: string;
	type: boolean;
}

const words = (text: string | undefined) => text?.split(/\s+/).filter(Boolean) ?? [];
const bare = (path: string) => path.replace(/\.tsx?$/, "");
/** `a/b/c`, `a/b`, `a`: what it is called, from the nearest name to the widest. */
const names = (path: string) => path.split("/").map((_, i, all) => all.slice(0, all.length - i).join("/"));

const statement =
	/^\s*(?:import|export)\s+(?<type>type\s)?[\w\s{},*$]*?\bfrom\s*"(?<module>[^"]+)"|^\s*import\s*"(?<effect>[^"]+)"|(?<of>\btypeof\s+)?\bimport\(\s*(?:"(?<later>[^"]+)")?|^\s*declare module "(?<more>\.[^"]+)"/gm;

/** Every import of a source: of values and types, re-exports, `import("...")`, and whose types it adds to. */
const importsOf = (from: string, source: string): Import[] =>
	[...source.matchAll(statement)].map(({ 0: text, index, groups = {} }) => {
		const { module, effect, later, more, type, of } = groups;
		const named = module ?? effect ?? later ?? more ?? "(it does not say what)";
		return {
			from,
			line: source.slice(0, index + text.search(/\S/)).split("\n").length,
			to: named.startsWith(".") ? bare(join(from, "..", named)) : named,
			type: (type ?? of ?? more) !== undefined,
		};
	});

const roomOf = (path: string) => /^src\/(?!platform\/)([\w-]+)\//.exec(path)?.[1];
const partOf = (path: string) =>
	bare(path)
		.split("/")
		.slice(2)
		.map((step) => Object.keys(parts).find((part) => step === part || step.startsWith(`${part}-`)))
		.find((part) => part !== undefined) ?? "service";
const isBelow = (room: string, other: string): boolean =>
	words(rooms[room]).some((one) => one === other || isBelow(one, other));

/** Why this must not be imported; null if it may. */
function refusal({ from, to, type }: Import): string | null {
	const called = to.startsWith("node:") ? ["node:"] : names(to);
	const has = (may: string | undefined, name: string) => words(may).includes(name);
	const allows = (may: string | undefined) =>
		called.some((name) => has(may, name) || (type && has(may, `type:${name}`)));
	const enters = (may: string | undefined) =>
		has(may, partOf(to)) || (type && has(may, `type:${partOf(to)}`));
	const few = called.map((name) => knownTo[name]).find((one) => one !== undefined);
	if (few) return names(bare(from)).some((name) => has(few, name)) ? null : `only ${few} may`;

	const [here, there] = [roomOf(from), roomOf(to)];
	for (const room of [here, there])
		if (room && rooms[room] === undefined) return `the room ${room} has no row in arrows.ts`;
	if (!here) {
		const place = names(bare(from)).find((name) => places[name] !== undefined);
		if (!place) return "it has no row in arrows.ts";
		return allows(places[place]) || (there && has(places[place], partOf(to))) ? null : `${place} may not`;
	}
	const part = partOf(from);
	const may = parts[`${here}/${part}`] ?? parts[part];
	if (!there) return allows(may?.outside) ? null : `${part} may not`;
	if (here === there) return enters(may?.own) ? null : `${part} may not use its room's ${partOf(to)}`;
	if (!isBelow(here, there)) return `${here} does not stand on ${there}`;
	return enters(may?.below) ? null : `${part} may not enter a room by its ${partOf(to)}`;
}

const refused = (imports: Import[]) =>
	imports.flatMap((one) => {
		const why = refusal(one);
		return why === null ? [] : [`${one.from}:${one.line} imports ${one.to}: ${why}`];
	});

/** Each way that leads from something back to itself. */
function circles(steps: Pick<Import, "from" | "to">[]): string[] {
	const next = Map.groupBy(steps, ({ from }) => bare(from));
	const seen = new Set<string>();
	const follow = (at: string, way: string[]): string[] => {
		if (way.includes(at)) return [[...way.slice(way.indexOf(at)), at].join(" -> ")];
		if (seen.has(at)) return [];
		seen.add(at);
		return (next.get(at) ?? []).flatMap(({ to }) => follow(to, [...way, at]));
	};
	return [...next.keys()].flatMap((at) => follow(at, []));
}

const top = join(fileURLToPath(import.meta.url), "../..");
const trees = new Set(Object.keys(places).map((place) => place.split("/")[0] ?? place));
const imports = readdirSync(top)
	.filter((tree) => trees.has(tree))
	.flatMap((tree) =>
		readdirSync(join(top, tree), { recursive: true, encoding: "utf8" }).map((file) => join(tree, file)),
	)
	.filter((file) => /(?<!\.test|\.d)\.tsx?$/.test(file) && !/\/(node_modules|dist|test)\//.test(file))
	.flatMap((file) => importsOf(file, readFileSync(join(top, file), "utf8")));

test("every import is an arrow of the table", () => {
	expect(imports.length).toBeGreaterThan(3000);
	expect(refused(imports)).toEqual([]);
});

test("nothing leads back to itself, by types neither", () => {
	const arrows = Object.entries(rooms).flatMap(([from, on]) => words(on).map((to) => ({ from, to })));
	expect(circles(arrows)).toEqual([]);
	// The simulator serves its own control, which is written against the whole simulator.
	expect(circles(imports.filter(({ from }) => !from.startsWith("simulator/")))).toEqual([]);
});

/** Services are made when they are asked for: whoever spreads what holds them has none of them. */
const spread = /\.\.\.(?:\w+\.)*(?:deps|services|below)\b(?!\.|\w|\()/g;

test("what holds services is handed on whole, never spread", () => {
	const spreads = [...new Set(imports.map(({ from }) => from))]
		.filter((from) => from.startsWith("src/"))
		.flatMap((from) =>
			[...readFileSync(join(top, from), "utf8").matchAll(spread)].map(([one]) => [from, one]),
		);
	expect(spreads).toEqual([]);
	for (const wrong of ["{ ...deps, log }", "f(...c.var.deps)", "{ ...below }", "{ ...room.services }"])
		expect(wrong.match(spread)).toHaveLength(1);
	for (const right of ["...deps.config", "...services.sending", "...depsOf(room)"])
		expect(right.match(spread)).toBeNull();
});

test.each([
	["src/people/service.ts", 'import { x } from "../chat/service.ts";', "people does not stand on chat"],
	[
		"src/delivery/bot.ts",
		'import type { X } from "../payments/rules.ts";',
		"delivery does not stand on payments",
	],
	["src/staff/login/rules.ts", 'import { x } from "../schema.ts";', "rules may not use its room's schema"],
	["src/chat/locks/service.ts", 'import {\n\tx,\n} from "grammy";', "service may not"],
	[
		"src/chat/reports/bot.ts",
		'export * from "../../people/store/erasures.ts";',
		"bot may not enter a room by its store",
	],
	["src/platform/log.ts", 'type X = typeof import("../people/rules.ts");', "src/platform may not"],
	["src/people/bot.ts", 'import type { Deps } from "../deps.ts";', "bot may not"],
	[
		"durable-objects/person.ts",
		'const x = await import("../src/people/store.ts");',
		"durable-objects may not",
	],
	["admin-ui/src/main.tsx", 'import { app } from "../../src/app.ts";', "admin-ui/src may not"],
	["simulator/main.ts", 'import "../src/platform/log.ts";', "simulator may not"],
	["src/chat/wording.ts", 'declare module "../platform/../gifts/service.ts" {}', "the room gifts has no row"],
	["src/groups/store.ts", 'import { x } from "better-auth";', "only src/staff"],
	["src/people/rights.ts", "await import(name);", "service may not"],
])("%s must not say %s", (from, source, why) => {
	expect(refused(importsOf(from, `\n${source}\n`))).toEqual([
		expect.stringMatching(new RegExp(`^${from}:2 imports .*${why}`)),
	]);
});

test("a circle of three is named whole", () => {
	const [a, b, c] = ["a.ts", "b.ts", "c.ts"].map((from, i, all) => ({
		from,
		to: bare(all[(i + 1) % 3] ?? from),
	}));
	expect(circles([a, b, c].flatMap((one) => one ?? []))).toEqual(["a -> b -> c -> a"]);
});
