/** One page of rows of which one more than `limit` was read, and the row behind which the next begins. */
export function pageOf<Row>(rows: Row[], limit: number): { page: Row[]; last: Row | undefined } {
	const page = rows.slice(0, limit);
	return { page, last: rows.length > limit ? page.at(-1) : undefined };
}
