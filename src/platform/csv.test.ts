import { expect, test } from "vitest";
import { csvFile, linesOf } from "./csv.ts";

test("cells that a spreadsheet would run are text, and quotes stay quotes", () => {
	expect(linesOf([["=1+1", "+1", "-1", "@a", "\tx", "\rx", 'say "hi", you', "a;b", 5, null]])).toBe(
		`"'=1+1","'+1","'-1","'@a","'\tx","'\rx","say ""hi"", you",a;b,5,\r\n`,
	);
	// Also behind blanks and line breaks, in cells of several lines, and as spreadsheets of Asia write them.
	const cells = ["=1\nx", "a\n=1", " =1", "\n=1", "\u00a0@a", "＝1", "－1", "a\r\nb", "\nx", -5];
	expect(linesOf([cells])).toBe(
		`"'=1\nx","a\n=1","' =1","'\n=1","'\u00a0@a","'＝1","'－1","a\r\nb","'\nx",-5\r\n`,
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

test("a file that is cut says so in its last line, and a whole one does not", async () => {
	const file = async (pages: number) => {
		const page = async (after: number | null, limit: number) => {
			const no = (after ?? 0) + 1;
			return { rows: Array.from({ length: limit }, () => [no]), next: no < pages ? no : null };
		};
		return (await csvFile("people", ["no"], page).text()).trimEnd().split("\r\n");
	};
	const cut = await file(101);
	expect([cut.length, cut.at(-1)]).toEqual([100_002, "cut: there is more than these 100000 rows"]);
	const whole = await file(100);
	expect([whole.length, whole.at(-1)]).toEqual([100_001, "100"]);
});
