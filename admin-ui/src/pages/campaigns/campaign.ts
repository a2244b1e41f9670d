import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";

export const campaignQuery = (id: string) =>
	queryOptions({
		queryKey: ["campaign", id],
		queryFn: () => ask(api.campaigns[":id"].$get({ param: { id } })),
	});

export const takeBackQuery = (id: string) =>
	queryOptions({
		queryKey: ["campaign", id, "take-back"],
		queryFn: () => ask(api.campaigns[":id"]["take-back"].$get({ param: { id } })),
	});
