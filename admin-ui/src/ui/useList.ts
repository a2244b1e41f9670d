import { useInfiniteQuery } from "@tanstack/react-query";

export interface List<Row> {
	rows: Row[];
	/** Nothing has come yet. */
	loading: boolean;
	error: unknown;
	retry: () => void;
	/** There are more; null on the last page. */
	more: (() => void) | null;
	loadingMore: boolean;
}

/** A list that the API gives page by page, by cursor. */
export function useList<Page extends { next: string | number | null }, Row>(
	queryKey: readonly unknown[],
	read: (cursor: string | undefined) => Promise<Page>,
	rowsOf: (page: Page) => Row[],
	{ refetchInterval }: { refetchInterval?: number } = {},
): List<Row> {
	const query = useInfiniteQuery({
		queryKey,
		queryFn: ({ pageParam }) => read(pageParam),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page) => (page.next === null ? undefined : String(page.next)),
		...(refetchInterval ? { refetchInterval } : {}),
	});
	return {
		rows: query.data?.pages.flatMap(rowsOf) ?? [],
		loading: query.isPending,
		error: query.error,
		retry: () => void query.refetch(),
		more: query.hasNextPage ? () => void query.fetchNextPage() : null,
		loadingMore: query.isFetchingNextPage,
	};
}
