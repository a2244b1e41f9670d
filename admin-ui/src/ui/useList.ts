import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";

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

/** So often a list looks for what is new, unless it says otherwise. */
const refreshMs = 15_000;
/** Whoever has read on further reads an older time: all these pages are not read again and again. */
const pagesRefreshed = 4;

/** Nobody looks, or somebody is deciding about what they see. */
const isBusy = () =>
	document.visibilityState === "hidden" || document.querySelector('[role="dialog"]') !== null;

/**
 * A list that the API gives page by page, by cursor. It refreshes by itself: rows that are the same stay as they are, so
 * nothing flickers and nobody loses their place. With `refetchInterval` false it does not.
 */
export function useList<Page extends { next: string | number | null }, Row>(
	queryKey: readonly unknown[],
	read: (cursor: string | undefined) => Promise<Page>,
	rowsOf: (page: Page) => Row[],
	{ refetchInterval = refreshMs }: { refetchInterval?: number | false } = {},
): List<Row> {
	const query = useInfiniteQuery({
		queryKey,
		queryFn: ({ pageParam }) => read(pageParam),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (page) => (page.next === null ? undefined : String(page.next)),
	});
	const { refetch } = query;
	const pages = query.data?.pages.length ?? 0;
	useEffect(() => {
		if (refetchInterval === false || pages > pagesRefreshed) return;
		const timer = setInterval(() => {
			if (!isBusy()) void refetch({ cancelRefetch: false });
		}, refetchInterval);
		return () => clearInterval(timer);
	}, [refetchInterval, pages, refetch]);
	return {
		rows: query.data?.pages.flatMap(rowsOf) ?? [],
		loading: query.isPending,
		error: query.error,
		retry: () => void query.refetch(),
		more: query.hasNextPage ? () => void query.fetchNextPage() : null,
		loadingMore: query.isFetchingNextPage,
	};
}
