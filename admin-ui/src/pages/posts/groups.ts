import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import type { Group } from "../../api/types.ts";

const pages = 5;

/** The groups to choose from, by name: a thousand of them at most. */
export const groupNamesQuery = queryOptions({
	queryKey: ["groups", "names"],
	queryFn: async () => {
		const groups: Group[] = [];
		let cursor: number | null = null;
		for (let i = 0; i < pages; i++) {
			const query: { limit: string; cursor?: string } = {
				limit: "200",
				...(cursor ? { cursor: String(cursor) } : {}),
			};
			const page: { groups: Group[]; next: number | null } = await ask(api.groups.$get({ query }));
			groups.push(...page.groups);
			cursor = page.next;
			if (cursor === null) break;
		}
		return groups.sort((a, b) => a.title.localeCompare(b.title));
	},
	staleTime: 60_000,
});
