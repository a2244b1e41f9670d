import type { UseQueryResult } from "@tanstack/react-query";
import type { List } from "./useList.ts";

/** What comes as a whole, for a table. */
export const listOf = <Row>(query: UseQueryResult<Row[]>): List<Row> => ({
	rows: query.data ?? [],
	loading: query.isPending,
	error: query.error,
	retry: () => void query.refetch(),
	more: null,
	loadingMore: false,
});

/** Rows that are here already. */
export const rowsOf = <Row>(rows: Row[], retry: () => void): List<Row> => ({
	...{ rows, retry, loading: false, error: null, more: null, loadingMore: false },
});
