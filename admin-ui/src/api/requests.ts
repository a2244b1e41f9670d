import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, ask } from "./client.ts";
import { useCan } from "./session.ts";
import type { StaffRequest } from "./types.ts";

export const requestQuery = (id: string) =>
	queryOptions({
		queryKey: ["inbox", "one", id],
		queryFn: () => ask(api.requests[":id"].$get({ param: { id } })),
		refetchInterval: 5_000,
	});

export const assigneesQuery = queryOptions({
	queryKey: ["assignees"],
	queryFn: async () => (await ask(api.requests.assignees.$get())).assignees,
	staleTime: 60_000,
});

export const savedRepliesQuery = queryOptions({
	queryKey: ["saved-replies"],
	queryFn: async () => (await ask(api["saved-replies"].$get())).replies,
	staleTime: 60_000,
});

/** How many open requests nobody has looked at; asked in a tab that nobody looks at too, as its title says it. */
export function useUnread(): number {
	const can = useCan();
	const { data } = useQuery({
		queryKey: ["inbox", "unread"],
		queryFn: () => ask(api.requests.unread.$get()),
		refetchInterval: 20_000,
		refetchIntervalInBackground: true,
		enabled: can("requests", "read"),
	});
	return data?.all ?? 0;
}

/** Of what a request is, in the texts: an appeal against an age refusal is a kind of its own. */
export const kindOf = ({ ref, kind }: StaffRequest): string => (ref.startsWith("age:") ? "age" : kind);
