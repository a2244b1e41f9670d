import { expect, test } from "vitest";
import { messageLink } from "../platform/links.ts";
import { filterHit } from "./rules/filters.ts";
import { defaultOptions } from "./rules/options.ts";
import { banEnd, durationOf, orderOf } from "./rules/orders.ts";
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
	expect(["30m", "12h", "1d", "2w", "2W", "52w"].map(durationOf)).toEqual([
		1800, 43_200, 86_400, 1_209_600, 1_209_600, 31_449_600,
	]);
	// Longer than a year is for good, which is not what was said.
	expect(["", "m", "0m", "1y", "-1d", "1.5h", "30 m", "53w", "9999d"].map(durationOf)).toEqual(
		Array(9).fill(null),
	);
	const reply = (argument: string) => orderOf(argument, { replies: true, timed: true });
	const order = { userId: null, seconds: null, reason: null, unclear: false };
	expect(reply("1d being rude")).toEqual({ ...order, seconds: 86_400, reason: "being rude" });
	const named = orderOf("123456 12h spam", { replies: false, timed: true });
	expect(named).toEqual({ ...order, userId: 123456, seconds: 43_200, reason: "spam" });
	expect(orderOf("-1002000000001", { replies: false, timed: true }).userId).toBe(-1_002_000_000_001);
	expect(reply("")).toEqual(order);
	// In a reply a number is part of the reason, where no time is taken.
	const untimed = orderOf("123456 1d", { replies: true, timed: false });
	// Never half an emoji, which Telegram would refuse.
	expect(reply(`${"x".repeat(299)}🌸`).reason).toBe("x".repeat(299));
	expect(untimed).toEqual({ ...order, reason: "123456 1d" });
});

test("a ban ends when Telegram can end it, and nobody is told another time", () => {
	const [now, minute, day] = [1_000_000, 60_000, 86_400_000];
	const end = (until: number | null, type: "group" | "supergroup" = "supergroup") => banEnd(until, now, type);
	expect([end(null), end(now + day), end(now + day, "group")]).toEqual([null, now + day, null]);
	expect([end(now + 365 * day), end(now + 367 * day)]).toEqual([now + 365 * day, null]);
	expect(end(now + 1000)).toBeGreaterThan(now + minute / 2);
});

test("what means a time and is not written as one is unclear, and no reason", () => {
	const unclear = (argument: string) => orderOf(argument, { replies: true, timed: true }).unclear;
	const times = [
		...["30min", "30", "1 day", "1day spam", "1.5h", "0m", "-1d", "+2h", "1y", "60w", "1h30m", "about 1d"],
		...["for 1 day", "spam 30m", "spam for 2 weeks", "30 мин", "на 2 дня", "1 semana", "por 3 dias"],
		...["pour 2 jours", "123456", "2nd time"],
		...[
			"one day",
			"a week",
			"an hour",
			"half an hour",
			"for a day",
			"spam for one week",
			"um dia",
			"une heure",
		],
		...["на час", "на неделю"],
	];
	expect(times.filter((text) => !unclear(text))).toEqual([]);
	const reasons = [
		"spam",
		"1d spam for 2 weeks",
		"posted 30 links",
		"rule 3",
		"covid19 advice",
		"see B12",
		"a secret",
		"one more",
		"a moron",
	];
	expect(reasons.filter(unclear)).toEqual([]);
});

const chat = { id: -1_002_000_000_001 };
const other = { id: -1_002_000_000_002 };
const strict = { ...defaultOptions, link_filter: true, forward_filter: true };

test("filters take what they are for, and not the posts of the group's own channel", () => {
	const hit = (message: object, options = strict) => filterHit(options, { chat, ...message });
	const link = [{ type: "url" }];
	expect(hit({ entities: link })).toBe("link");
	expect(hit({ caption_entities: [{ type: "text_link", url: "https://a.example" }] })).toBe("link");
	expect(hit({ entities: [{ type: "mention" }] })).toBeNull();
	expect(hit({ forward_origin: {} })).toBe("forward");
	expect(hit({ forward_origin: {}, is_automatic_forward: true })).toBeNull();
	expect(hit({ forward_origin: {}, entities: link }, defaultOptions)).toBeNull();
});

test("a link is found wherever it stands, what is answered in the group is not looked at", () => {
	const hit = (message: object) => filterHit({ ...strict, forward_filter: false }, { chat, ...message });
	const entities = [{ type: "url", offset: 0, length: 9 }];
	const button = (button: object) => ({ reply_markup: { inline_keyboard: [[{ text: "Go", ...button }]] } });
	const found = [
		button({ url: "https://a.example" }),
		button({ web_app: { url: "https://a.example" } }),
		{ poll: { options: [{ text: "a.example", text_entities: entities }] } },
		{ poll: { question: "?", options: [], description_entities: entities } },
		{ checklist: { tasks: [{ text: "x", text_entities: entities }] } },
		{
			rich_message: { blocks: [{ type: "paragraph", text: [{ type: "url", text: "x", url: "https://a" }] }] },
		},
		{ text: "look", link_preview_options: { url: "https://a.example" } },
		{ external_reply: { chat: other, link_preview_options: { url: "https://a.example" } } },
		{ external_reply: { chat: other }, quote: { text: "join at t.me/spam" } },
		{ external_reply: {}, quote: { text: "see www.spam.example" } },
		{ external_reply: {}, quote: { text: "HTTPS://SPAM.EXAMPLE" } },
		{ external_reply: {}, quote: { text: "buy at spam.shop" } },
	];
	expect(found.filter((message) => hit(message) !== "link")).toEqual([]);
	const free = [
		button({ callback_data: "a" }),
		{ reply_to_message: { entities }, quote: { text: "https://a.example" } },
		{ pinned_message: { entities } },
		{ external_reply: { chat }, quote: { text: "https://a.example" } },
		{ external_reply: { chat: other }, quote: { text: "Well.Done, e.g. version 1.2 or me@mail.com" } },
		{ text: "look", link_preview_options: { is_disabled: true } },
	];
	expect(free.filter((message) => hit(message) !== null)).toEqual([]);
	let deep: object = { url: "https://a.example" };
	for (let i = 0; i < 10_000; i++) deep = { deep };
	expect(hit({ deep })).toBeNull();
});

test("stories and replies to what stands elsewhere are forwards", () => {
	const hit = (message: object) => filterHit({ ...strict, link_filter: false }, { chat, ...message });
	expect(hit({ story: { chat: other, id: 1 } })).toBe("forward");
	expect(hit({ reply_to_story: { chat: other, id: 1 } })).toBe("forward");
	expect(hit({ reply_to_story: { chat, id: 1 } })).toBeNull();
	expect(hit({ external_reply: { chat: other } })).toBe("forward");
	expect(hit({ external_reply: { origin: { type: "user" } } })).toBe("forward");
	expect(hit({ external_reply: { chat } })).toBeNull();
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
	expect(messageLink(-1_002_000_000_001, 7)).toBe("https://t.me/c/2000000001/7");
	expect(messageLink(-4_000_001, 7)).toBeNull();
	expect([0, 0.5, 0.999].map(rules.captchaAnswer)).toEqual([0, 3, 5]);
});
