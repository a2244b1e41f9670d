import { expect, test } from "vitest";
import { areas, beyond, common, may, permissionsOf, permit } from "./access.ts";
import { freshWindow, take } from "./rate-window.ts";

test("roles hold what they are for", () => {
	const owner = permissionsOf("owner");
	for (const area of areas) expect(owner[area]).toEqual(["read", "write"]);
	const viewer = permissionsOf("viewer");
	expect(Object.keys(viewer)).toEqual(areas.filter((area) => area !== "staff"));
	expect(Object.values(viewer).every((held) => held.join() === "read")).toBe(true);
	const operator = permissionsOf("operator");
	expect(areas.filter((area) => !may(operator, area, "write"))).toEqual(["settings", "bots", "staff"]);
	expect(may(operator, "staff", "read")).toBe(false);
	// Whoever may write somewhere may read there.
	for (const role of ["owner", "operator", "viewer"] as const)
		for (const held of Object.values(permissionsOf(role))) expect(held).toContain("read");
});

test("a key holds what both its paper and its maker have", () => {
	const paper = { people: ["read", "write"], settings: ["write"], staff: ["read"] } as const;
	const wanted = { people: [...paper.people], settings: [...paper.settings], staff: [...paper.staff] };
	expect(beyond(wanted, permissionsOf("operator"))).toEqual(["settings:write", "staff:read"]);
	expect(common(wanted, permissionsOf("operator"))).toEqual({ people: ["read", "write"] });
	expect(common(wanted, permissionsOf("owner"))).toEqual(wanted);
});

test("nobody is asked for a key, and a key that may not is refused", () => {
	const key = {
		actor: "key:1",
		permissions: { people: ["read" as const] },
		accounts: "all" as const,
		person: null,
		staffId: null,
	};
	expect(() => permit(null, "Login", "write")).not.toThrow();
	expect(() => permit(null, "People", "read")).toThrow(expect.objectContaining({ status: 401 }));
	expect(() => permit(key, "People", "read")).not.toThrow();
	expect(() => permit(key, "People", "write")).toThrow(expect.objectContaining({ status: 403 }));
	expect(() => permit(key, "Session", "read")).toThrow(expect.objectContaining({ status: 401 }));
});

test("so many in a window, and what is refused does not lengthen it", () => {
	let { window, left, allowed, resetSeconds } = take(freshWindow, 2, 60_000, 1_000_000);
	expect({ left, allowed, resetSeconds }).toEqual({ left: 1, allowed: true, resetSeconds: 60 });
	({ window, left, allowed, resetSeconds } = take(window, 2, 60_000, 1_030_500));
	expect({ left, allowed, resetSeconds }).toEqual({ left: 0, allowed: true, resetSeconds: 30 });
	for (let i = 0; i < 3; i++) {
		({ window, left, allowed, resetSeconds } = take(window, 2, 60_000, 1_059_999));
		expect({ left, allowed, resetSeconds }).toEqual({ left: 0, allowed: false, resetSeconds: 1 });
	}
	expect(take(window, 2, 60_000, 1_060_000)).toMatchObject({ left: 1, allowed: true });
	// The limit was lowered meanwhile, and the clock went back.
	expect(take(window, 1, 60_000, 1_040_000)).toMatchObject({ left: 0, allowed: false });
	expect(take(window, 2, 60_000, 900_000)).toMatchObject({ left: 1, allowed: true });
});
