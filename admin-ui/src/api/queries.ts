import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "./client.ts";

/** The groups and channels that bots are in. */
export const chatsQuery = queryOptions({
	queryKey: ["chats"],
	queryFn: async () => (await ask(api.config.chats.$get())).chats,
	staleTime: 15_000,
});

/** The bots, and whether Telegram is the simulator. */
export const botWorldQuery = queryOptions({
	queryKey: ["bots"],
	queryFn: () => ask(api.bots.$get()),
	staleTime: 60_000,
});
export const botsQuery = queryOptions({ ...botWorldQuery, select: ({ bots }) => bots });
