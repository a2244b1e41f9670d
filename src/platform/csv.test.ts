import { expect, test } from "vitest";
import { csvFile, linesOf } from "./csv.ts";

test("cells that a spreadsheet would run are text, and quotes stay quotes", () => {
	expect(linesOf([["=1+1", "+1", "-1", "@a", "\tx", "\rx", 'say "hi", you', "a;b", 5, null]])).toBe(
		`"'=1+1","'+1","'-1","'@a","'\tx","'\rx","say ""hi"", you",a;b,5,\r\n`,
	);
	expect(linesOf([])).toBe("");
});

test("a file goes page by page until there is no next", async () => {
	const asked: (number | null)[] = [];
	const page = async (after: number | null) => {
		asked.push(after);
		const no = (after ?? 0) + 1;
		return { rows: [[no, "x"]], next: no < 3 ? no : null };
	};
	const response = csvFile("people", ["no", "name"], page);
	expect(response.headers.get("content-disposition")).toBe('attachment; filename="people.csv"');
	const bytes = new Uint8Array(await response.arrayBuffer());
	// `text()` would take the mark away.
	expect(new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes)).toBe(
		"\ufeffno,name\r\n1,x\r\n2,x\r\n3,x\r\n",
	);
	expect(asked).toEqual([null, 1, 2]);
});
