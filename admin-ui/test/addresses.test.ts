import { QueryClient } from "@tanstack/react-query";
import { createMemoryHistory } from "@tanstack/react-router";
import { expect, test, vi } from "vitest";
import { createAppRouter } from "../src/router.tsx";

// Before the app is loaded.
vi.hoisted(() => Object.assign(globalThis, { location: new URL("https://rialto.test/admin") }));

const router = createAppRouter(new QueryClient());
router.update({ ...router.options, history: createMemoryHistory() });

/** What a page finds in its address. */
const read = (path: string, search: Record<string, string>) => {
	const found = router.matchRoutes(path, search).at(-1)?.search ?? {};
	return JSON.parse(JSON.stringify(found));
};

test("a word that a page does not know counts as absent, on every page", () => {
	const names = [
		"q",
		"kind",
		"tab",
		"state",
		"status",
		"sort",
		"next",
		"trend",
		"range",
		"banned",
		"vip",
		"bot",
		"profile",
	];
	names.push("language", "group", "campaign", "view", "day", "posting", "payout", "user", "from", "to");
	// What people search for is any words at all.
	const free = ["/creators q", "/campaigns/5 q", "/settings q", "/failures q", "/media q", "/people q"];
	// The others can't read their address: its type is empty there.
	const paths = Object.entries(router.routesByPath).flatMap(([path, { options }]) =>
		options.validateSearch ? [path.replace("$id", "5")] : [],
	);
	expect(paths.length).toBeGreaterThan(15);
	for (const path of paths)
		for (const name of names) {
			if (free.includes(`${path} ${name}`)) continue;
			expect(read(path, { [name]: "https://zz.example/x" }), `${path}?${name}`).toEqual({});
		}
});

test("what a page knows stays", () => {
	expect(read("/people", { q: "123", kind: "zz" })).toEqual({ q: "123" });
	expect(read("/requests", { kind: "refund", state: "zz" })).toEqual({ kind: "refund" });
	expect(read("/audit", { actor: "owner", from: "2026-11-21", to: "2026-99-99" })).toEqual({
		actor: "owner",
		from: "2026-11-21",
	});
});
