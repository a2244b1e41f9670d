import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "./client.ts";

/** The groups and channels that bots are in. */
export const chatsQuery = queryOptions({
	queryKey: ["chats"],
	queryFn: async () => (await ask(api.config.chats.$get())).chats,
	staleTime: 15_000,
});

export const botsQuery = queryOptions({
	queryKey: ["bots"],
	queryFn: async () => (await ask(api.bots.$get())).bots,
	staleTime: 60_000,
});
