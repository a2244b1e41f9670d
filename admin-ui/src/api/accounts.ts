import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "./client.ts";

/** Creators' teams that one may know of. */
export const accountsQuery = queryOptions({
	queryKey: ["accounts"],
	queryFn: async () => (await ask(api.accounts.$get())).accounts,
	staleTime: 60_000,
});
