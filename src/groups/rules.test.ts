import { expect, test } from "vitest";
import { defaultOptions } from "./options.ts";
import * as rules from "./rules.ts";

test("a group of staff begins at once, another one waits, and what staff decided stays", () => {
	const strict = { byStaff: false, requireApproval: true };
	const removed = { state: "inactive", inactiveReason: "removed", approvedAt: null } as const;
	expect(rules.stateOnEntry(null, strict).state).toBe("waiting");
	expect(rules.stateOnEntry(null, { ...strict, byStaff: true }).state).toBe("active");
	expect(rules.stateOnEntry(null, { ...strict, requireApproval: false }).state).toBe("active");
	expect(rules.stateOnEntry(removed, strict).state).toBe("waiting");
	expect(rules.stateOnEntry({ ...removed, approvedAt: 1 }, strict).state).toBe("active");
	const rejected = { ...removed, inactiveReason: "rejected" } as const;
	expect(rules.stateOnEntry(rejected, { byStaff: false, requireApproval: false })).toEqual({
		state: "inactive",
		inactiveReason: "rejected",
	});
	expect(rules.stateOnEntry(rejected, { ...strict, byStaff: true }).state).toBe("active");
});

test("only a chat that is closed to the bot deactivates it", () => {
	const gone = (description: string) => rules.failureClass({ kind: "gone", description });
	expect(gone("Forbidden: bot was kicked from the supergroup chat")).toBe("deactivate");
	expect(gone("Bad Request: chat not found")).toBe("deactivate");
	expect(gone("Forbidden: user is deactivated")).toBe("skip");
	expect(rules.failureClass({ kind: "refused", description: "not enough rights" })).toBe("skip");
	expect(rules.failureClass({ kind: "wait", seconds: 3 })).toBe("retry");
	expect(rules.failureClass({ kind: "passing", description: "x" })).toBe("retry");
});

test("durations and orders as people write them", () => {
	expect(["30m", "12h", "1d", "2w", "2W"].map(rules.durationOf)).toEqual([
		1800, 43_200, 86_400, 1_209_600, 1_209_600,
	]);
	expect(["", "m", "0m", "1y", "-1d", "1.5h", "30 m"].map(rules.durationOf)).toEqual(Array(7).fill(null));
	expect(rules.orderOf("1d being rude", true)).toEqual({
		userId: null,
		seconds: 86_400,
		reason: "being rude",
	});
	expect(rules.orderOf("123456 12h spam", false)).toEqual({
		userId: 123456,
		seconds: 43_200,
		reason: "spam",
	});
	// In a reply a number is part of the reason.
	expect(rules.orderOf("123456", true)).toEqual({ userId: null, seconds: null, reason: "123456" });
	expect(rules.orderOf("", true)).toEqual({ userId: null, seconds: null, reason: null });
	// Never half an emoji, which Telegram would refuse.
	expect(rules.orderOf(`${"x".repeat(299)}🌸`, true).reason).toBe("x".repeat(299));
});

test("filters take what they are for, and not the posts of the group's own channel", () => {
	const options = { ...defaultOptions, link_filter: true, forward_filter: true };
	expect(rules.filterHit(options, { entities: [{ type: "url" }] })).toBe("link");
	expect(rules.filterHit(options, { caption_entities: [{ type: "text_link" }] })).toBe("link");
	expect(rules.filterHit(options, { entities: [{ type: "mention" }] })).toBeNull();
	expect(rules.filterHit(options, { forward_origin: {} })).toBe("forward");
	expect(rules.filterHit(options, { forward_origin: {}, is_automatic_forward: true })).toBeNull();
	expect(rules.filterHit(defaultOptions, { forward_origin: {}, entities: [{ type: "url" }] })).toBeNull();
});

test("rights are asked for what is switched on only", () => {
	expect(rules.missingRights(defaultOptions, null)).toEqual([]);
	const options = { ...defaultOptions, link_filter: true, captcha: true };
	expect(rules.missingRights(options, ["can_delete_messages"])).toEqual([
		"can_restrict_members",
		"can_invite_users",
	]);
	expect(rules.mayDo({ status: "administrator" }, "can_restrict_members")).toBe(false);
	expect(rules.mayDo({ status: "creator" }, "can_restrict_members")).toBe(true);
});

test("links of panels and messages", () => {
	expect(rules.panelGroup(rules.panelPayload(-1_002_000_000_001))).toBe(-1_002_000_000_001);
	expect(rules.panelGroup("grp_12")).toBeNull();
	expect(rules.messageLink(-1_002_000_000_001, 7)).toBe("https://t.me/c/2000000001/7");
	expect(rules.messageLink(-4_000_001, 7)).toBeNull();
	expect([0, 0.5, 0.999].map(rules.captchaAnswer)).toEqual([0, 3, 5]);
});
