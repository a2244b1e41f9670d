import { expect, test } from "vitest";
import { allToggled, grantable, toggled } from "../src/pages/staff/permissions.ts";

test("who may write may read, and who may not read may not write", () => {
	expect(toggled({}, "people", "write", true)).toEqual({ people: ["read", "write"] });
	expect(toggled({ people: ["read", "write"] }, "people", "read", false)).toEqual({});
	expect(toggled({ people: ["read", "write"] }, "people", "write", false)).toEqual({ people: ["read"] });
});

test("a key holds what its maker holds, and never changes the team", () => {
	const own = { people: ["read" as const], staff: ["read" as const, "write" as const] };
	expect(grantable(own, "people", "write")).toBe(false);
	expect(grantable(own, "staff", "write")).toBe(false);
	expect(allToggled({}, own, "read", true)).toEqual({ people: ["read"], staff: ["read"] });
	expect(allToggled({ people: ["read"] }, own, "read", false)).toEqual({});
});
