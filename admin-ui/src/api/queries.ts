import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "./client.ts";

export const botsQuery = queryOptions({
	queryKey: ["bots"],
	queryFn: async () => (await ask(api.bots.$get())).bots,
	staleTime: 60_000,
});
