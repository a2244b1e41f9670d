import { expect, test } from "vitest";
import { permissionsOf } from "../platform/access.ts";
import { mayCommand, parseBan, staffCommandOf, staffCommands } from "./rules.ts";

test("a ban's length and reason are both optional", () => {
	const day = 86_400_000;
	const reason = "Breaking the rules";
	expect(parseBan("42", 0)).toEqual({ userId: 42, reason, until: null });
	expect(parseBan("42 1d", 0)).toEqual({ userId: 42, reason, until: day });
	expect(parseBan("42 7D  rude   words", 5)).toEqual({
		userId: 42,
		reason: "rude words",
		until: 7 * day + 5,
	});
	expect(parseBan("42 12h x", 0)).toEqual({ userId: 42, reason: "x", until: day / 2 });
	expect(parseBan("42 Forever spam", 0)).toEqual({ userId: 42, reason: "spam", until: null });
	expect(parseBan("42 spam for 2 d", 0)).toEqual({ userId: 42, reason: "spam for 2 d", until: null });
	// Half a length must not become a ban for good.
	for (const wrong of ["", "ana", "-4", "42 7days", "42 7", "42 0d", `42 ${"x".repeat(301)}`])
		expect(parseBan(wrong, 0)).toBeTypeOf("string");
});

test("only admins have the commands of the staff", () => {
	const ban = { name: "ban", argument: "42" };
	expect(staffCommandOf(ban, 7, [7, 8])).toBe("ban");
	expect(staffCommandOf(ban, 9, [7, 8])).toBeNull();
	expect(staffCommandOf({ name: "find", argument: "" }, 7, [7])).toBeNull();
	expect(staffCommandOf(null, 7, [7])).toBeNull();
});

test("of the staff's commands everybody has those that their role may do in the dashboard", () => {
	const those = (permissions: Parameters<typeof mayCommand>[0]) =>
		staffCommands.filter((command) => mayCommand(permissions, command));
	expect(those(permissionsOf("owner"))).toEqual(["stats", "ban", "unban", "set"]);
	expect(those(permissionsOf("operator"))).toEqual(["stats", "ban", "unban"]);
	expect(those(permissionsOf("viewer"))).toEqual(["stats"]);
	// Shut out, and nobody of the team.
	expect(those({})).toEqual([]);
	expect(those(null)).toEqual([]);
});
