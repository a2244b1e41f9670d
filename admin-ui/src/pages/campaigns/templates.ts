import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";

export const templatesQuery = queryOptions({
	queryKey: ["templates"],
	queryFn: async () => (await ask(api.templates.$get())).templates,
	staleTime: 30_000,
});
