import { expect, test } from "vitest";
import { adviceFor, byCause } from "./causes.ts";

test("each kind of failure has its advice", () => {
	const words = {
		"Too Many Requests: retry after 35": "retry",
		"Forbidden: bot was blocked by the user": "discard",
		"Bad Request: not enough rights to send text messages to the chat": "give_rights",
		"Forbidden: bot was kicked from the supergroup chat": "give_rights",
		"Bad Request: can't parse entities: Unsupported start tag": "correct",
		"the sender stopped before it knew whether it was sent": "look",
		"Network request for 'sendMessage' failed!": "look",
		"Error: something else": "retry",
	};
	for (const [text, advice] of Object.entries(words)) expect(adviceFor(text), text).toBe(advice);
	expect(adviceFor(null)).toBe("retry");
});

test("what failed alike stands together, the most first", () => {
	const rows = [
		{ words: "retry after 3", count: 2, kind: "a" },
		{ words: "blocked by the user", count: 4, kind: "a" },
		{ words: "retry after 35", count: 5, kind: "a" },
		{ words: "retry after 3", count: 1, kind: "b" },
	];
	expect(byCause(rows, ({ kind }) => kind).map(({ cause, count }) => [cause, count])).toEqual([
		["retry after #", 7],
		["blocked by the user", 4],
		["retry after #", 1],
	]);
});
