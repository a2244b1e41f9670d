import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rooms } from "./arrows.ts";

const top = join(fileURLToPath(import.meta.url), "../..");
const trees = "src,durable-objects,admin-ui,simulator,scripts,bench,test,migrations";
const files = globSync(`{${trees}}/**`, {
	cwd: top,
	exclude: (name) => /(^|\/)(node_modules|dist)$/.test(name),
});
// A path may be named from its room or app, as `rules/pace.ts` or `src/router.tsx`.
const stands = (path: string) => files.some((file) => `/${file}`.endsWith(`/${path.replace(/\/$/, "")}`));

/** The paths that a page names, in backticks and in links, and that are not there. A build is made later. */
function missing(page: string, text: string): string[] {
	const tree = `(?:${trees.replaceAll(",", "|")})`;
	const named = text.matchAll(new RegExp(`\`((?:[\\w-]+/)*[\\w.-]+\\.tsx?|${tree}/[\\w./-]*)\``, "g"));
	const links = text.matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g);
	return [
		...[...named].flatMap(([, path = ""]) => (path.endsWith("/dist") || stands(path) ? [] : [path])),
		...[...links].flatMap(([, path = ""]) => (existsSync(join(top, dirname(page), path)) ? [] : [path])),
	];
}

test("every file that the pages name is there", () => {
	const pages = ["README.md", ...globSync("docs/**/*.md", { cwd: top })];
	expect(pages.length).toBeGreaterThan(15);
	const gone = pages.flatMap((page) =>
		missing(page, readFileSync(join(top, page), "utf8")).map((path) => `${page}: ${path}`),
	);
	expect(gone).toEqual([]);
	expect(missing("docs/x.md", "`src/outbox-handlers.ts` `deps.ts` [a](../src/gone) [b](../src)")).toEqual([
		"src/outbox-handlers.ts",
		"../src/gone",
	]);
});

test("the picture of the house has the arrows of the table", () => {
	const page = readFileSync(join(top, "docs/architecture.md"), "utf8");
	const drawn = [...page.matchAll(/^ {2}(\w+) (?:-->|-\.->) (.+)$/gm)].flatMap(([, from, to = ""]) =>
		to.split(" & ").map((one) => `${from} ${one}`),
	);
	const held = Object.entries(rooms).flatMap(([from, on]) =>
		on.split(" ").flatMap((to) => (to ? [`${from} ${to}`] : [])),
	);
	expect(drawn.sort()).toEqual(held.sort());
});
