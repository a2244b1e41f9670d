import { expect, test } from "vitest";
import { parseHtml } from "../../simulator/text/html.ts";
import { parseMarkdownV2 } from "../../simulator/text/markdown.ts";
import { parseMarkdown } from "../src/pages/campaigns/markup.ts";
import {
	applyMark,
	differenceOf,
	type MarkName,
	type Mode,
	markNames,
	markOfKeys,
	type Source,
	shortcutOf,
} from "../src/ui/formatting/marks.ts";

/** `a [b] c`: b is chosen. */
function source(marked: string, mode: Mode): Source {
	const start = marked.indexOf("[");
	const end = marked.indexOf("]") - 1;
	return { text: marked.replace(/[[\]]/g, ""), mode, start, end };
}
const chosen = ({ text, start, end }: Source) => text.slice(start, end);
const types: Record<MarkName, string> = {
	...{ bold: "bold", italic: "italic", underline: "underline", strike: "strikethrough", spoiler: "spoiler" },
	...{
		code: "code",
		pre: "pre",
		quote: "blockquote",
		expandable: "expandable_blockquote",
		link: "text_link",
	},
};
const readers = { HTML: parseHtml, MarkdownV2: parseMarkdownV2 };

test("each button makes what Telegram reads as that formatting, in both of its languages, and takes it away", () => {
	for (const mode of ["HTML", "MarkdownV2"] as const)
		for (const mark of markNames) {
			const given = source("one\n[two words]\nthree", mode);
			const made = applyMark(given, mark, "https://example.com/a(b)?c=1&d=2");
			const { text, entities } = readers[mode](made.text);
			expect([mode, mark, text.trim().replace(/\n+/g, "\n")]).toEqual([mode, mark, "one\ntwo words\nthree"]);
			expect(entities).toMatchObject([{ type: types[mark], offset: text.indexOf("two"), length: 9 }]);
			if (mark === "link") {
				expect(entities).toMatchObject([{ url: "https://example.com/a(b)?c=1&d=2" }]);
				continue;
			}
			expect([mode, mark, chosen(made).replace(/^>|\|\|$/g, "")]).toEqual([mode, mark, "two words"]);
			expect([mode, mark, applyMark(made, mark).text]).toEqual([mode, mark, given.text]);
		}
});

test("a text without formatting becomes HTML that says the same, and spaces at the ends stay outside", () => {
	const made = applyMark(source("1 < 2 & [ 3 > 2 ] ok", ""), "bold");
	expect([made.mode, made.text]).toEqual(["HTML", "1 &lt; 2 &amp;  <b>3 &gt; 2</b>  ok"]);
	expect(parseHtml(made.text)).toMatchObject({ text: "1 < 2 &  3 > 2  ok", entities: [{ type: "bold" }] });
	const nothing = applyMark({ text: "ab", mode: "MarkdownV2", start: 1, end: 1 }, "bold");
	expect(nothing).toEqual({ text: "a**b", mode: "MarkdownV2", start: 2, end: 2 });
});

test("italic and underline stand in each other, and a quote takes whole lines", () => {
	for (const marks of [
		["italic", "underline"],
		["underline", "italic"],
	] as const) {
		let now = source("a [b] c", "MarkdownV2");
		for (const mark of marks) now = applyMark(now, mark);
		const { text, entities } = parseMarkdownV2(now.text);
		expect([now.text, text, entities.map(({ type }) => type).sort()]).toEqual([
			now.text,
			"a b c",
			["italic", "underline"],
		]);
	}
	const quoted = applyMark(source("one\ntw[o\nthr]ee\nfour", "MarkdownV2"), "quote");
	expect(quoted.text).toBe("one\n>two\n>three\nfour");
	const folded = applyMark(source("tw[o\nthr]ee", "MarkdownV2"), "expandable");
	expect(folded.text).toBe("**>two\n>three||");
	expect(parseMarkdown(folded.text)).toEqual([{ mark: "quote", inside: ["two\nthree"] }]);
});

test("keys are those of Telegram's apps, wherever a keyboard has its letters", () => {
	const keys = (code: string, held: object) =>
		markOfKeys({ code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
	expect(keys("KeyB", { ctrlKey: true })).toBe("bold");
	expect(keys("KeyX", { metaKey: true, shiftKey: true })).toBe("strike");
	expect(keys("KeyX", { ctrlKey: true })).toBeUndefined();
	expect(keys("KeyB", {})).toBeUndefined();
	expect(shortcutOf("spoiler", false)).toEqual({ shown: "Ctrl+Shift+P", aria: "Control+Shift+P" });
	expect(shortcutOf("bold", true)).toEqual({ shown: "⌘B", aria: "Meta+B" });
	expect(shortcutOf("pre", true)).toBeNull();
});

test("only what differs is replaced", () => {
	expect(differenceOf("a b c", "a <b>b</b> c")).toEqual({ start: 2, end: 3, text: "<b>b</b>" });
	expect(differenceOf("same", "same")).toEqual({ start: 4, end: 4, text: "" });
	expect(differenceOf("aXa", "aa")).toEqual({ start: 1, end: 2, text: "" });
});
