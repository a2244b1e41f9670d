import { expect, test } from "vitest";
import { auditActions } from "../src/pages/audit/actions.ts";
import { auditQuery, auditSearch } from "../src/pages/audit/filter.ts";

test("an address filters by one of what, who and about, and by days there are", () => {
	expect(auditSearch({ actor: "owner", subject: "5", from: "2026-11-01", to: "2026-02-30" })).toEqual({
		actor: "owner",
		from: "2026-11-01",
	});
	expect(auditSearch({ action: "", from: "yesterday", other: "x" })).toEqual({});
	expect(auditSearch({ action: "person.banned", to: "2026-11-21" })).toEqual({
		action: "person.banned",
		to: "2026-11-21",
	});
});

test("the last day is included, as the reader's day", () => {
	const { from, to, ...by } = auditQuery({ actor: "owner", from: "2026-11-21", to: "2026-11-30" });
	expect(by).toEqual({ actor: "owner" });
	expect(new Date(from ?? 0)).toEqual(new Date(2026, 10, 21));
	expect(new Date(to ?? 0)).toEqual(new Date(2026, 11, 1));
	expect(auditQuery({})).toEqual({});
});

test("no action stands twice", () => {
	expect(new Set(auditActions).size).toBe(auditActions.length);
});
