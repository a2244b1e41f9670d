import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { callback, chatId, groupId, number, oneOf, text, wordOf } from "./callbacks.ts";

const src = join(fileURLToPath(import.meta.url), "../..");
const chat = `chat_${"0".repeat(26)}` as const;

test("what a button was packed with is read again, and nothing else is", () => {
	const share = callback("share", chatId, number);
	const read = (data: string) => {
		const match = data.match(share.pattern);
		return match && share.read(match);
	};
	expect(share.pack(chat, 7)).toBe(`share:${chat}:7`);
	expect(read(share.pack(chat, 7))).toEqual([chat, 7]);
	for (const wrong of ["share", `share:${chat}`, `share:${chat}:x`, "share:chat_x:7", `xshare:${chat}:7`])
		expect(read(wrong)).toBeNull();
	const plain = callback("find");
	expect([plain.pack(), "find".match(plain.pattern)?.length, "finder".match(plain.pattern)]).toEqual([
		...["find", 1, null],
	]);
	const review = callback("review", text, oneOf(["ban", "warn"]));
	expect(review.read("review:a:b:ban".match(review.pattern) ?? "")).toEqual(["a:b", "ban"]);
	expect("review:a:kiss".match(review.pattern)).toBeNull();
	const set = callback("grp:set", groupId, oneOf(["0", "1"]));
	expect([set.pack(-100, "1"), set.of("grp:set:-100:1"), set.of("grp:set:100:1"), set.of(undefined)]).toEqual(
		[...["grp:set:-100:1", [-100, "1"], null, null]],
	);
	expect([wordOf(set.pack(-100, "1")), wordOf("find"), wordOf(undefined)]).toEqual(["grp", "find", ""]);
});

test("the first word of every button is brought by its room, and no data is written by hand", () => {
	const rooms = ["chat", "delivery", "groups", "payments", "people", "referrals", "shop", "staff"];
	for (const room of rooms) {
		const sources = readdirSync(join(src, room), { recursive: true, encoding: "utf8" })
			.filter((file) => /(?<!\.test)\.ts$/.test(file))
			.map((file) => readFileSync(join(src, room, file), "utf8"));
		const used = new Set(
			sources.flatMap((source) => [...source.matchAll(/\bcallback\(\s*"(\w+)[":]/g)].map(([, word]) => word)),
		);
		const wiring = readFileSync(join(src, room, "wiring.ts"), "utf8");
		const listed = /\bcallbacks: \[([\s\S]*?)\],\n\t{3}\w/.exec(wiring)?.[1] ?? "";
		const brought = new Set([...listed.matchAll(/"(\w+)"/g)].map(([, word]) => word));
		expect(used.size).toBeGreaterThan(0);
		expect([room, [...used].sort()]).toEqual([room, [...brought].sort()]);
		for (const source of sources)
			expect(source).not.toMatch(/callback_data: ["`]|callbackQuery\((\[?["`]|\/)|\bdata \?\? ""/);
	}
});
