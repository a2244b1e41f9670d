import Papa from "papaparse";
import { z } from "zod";

/** What such a route answers, for the document. */
export const csv = z.string().describe("A line for each, the first has the names");

/** So many rows a download has at most. */
const rowLimit = 100_000;
const pageSize = 1_000;

/** What a spreadsheet may take for a formula, also behind blanks and line breaks, and in the wide letters of Asia. */
const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Rows as lines. A cell that a spreadsheet would take for a formula is made text. */
export const linesOf = (rows: readonly (readonly unknown[])[]): string =>
	rows.length === 0 ? "" : `${Papa.unparse(rows as unknown[][], { escapeFormulae: formula })}\r\n`;

/**
 * A file that is written while it is read, page by page.
 * @param page the rows behind a place, and the next place; null on the last page
 */
export function csvFile<Place>(
	name: string,
	columns: readonly string[],
	page: (after: Place | null, limit: number) => Promise<{ rows: unknown[][]; next: Place | null }>,
): Response {
	let after: Place | null = null;
	let written = 0;
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>({
		// The mark tells Excel that it is UTF-8.
		start: (controller) => controller.enqueue(encoder.encode(`\ufeff${linesOf([columns])}`)),
		async pull(controller) {
			const { rows, next } = await page(after, pageSize);
			if (rows.length > 0) controller.enqueue(encoder.encode(linesOf(rows)));
			written += rows.length;
			after = next;
			if (next !== null && written >= rowLimit)
				controller.enqueue(encoder.encode(linesOf([[`cut: there is more than these ${written} rows`]])));
			if (next === null || written >= rowLimit) controller.close();
		},
	});
	return new Response(body, {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": `attachment; filename="${name}.csv"`,
		},
	});
}
