import type { InferResponseType } from "hono/client";
import type { api } from "../../api/client.ts";
import { dayOf } from "./days.ts";

type Found = InferResponseType<(typeof api.posts.calendar)["$get"], 200>;

export interface Entry {
	key: string;
	kind: "planned" | "posted";
	postId: number;
	at: string;
	excerpt: string;
	/** It was posted in; null before. */
	groups: number | null;
}

/** The API gives no more of each. */
const most = 500;
export const isCut = ({ planned, posted }: Found) => planned.length >= most || posted.length >= most;

/** What happens on which day, in order. */
export function entriesByDay({ planned, posted }: Found): Map<string, Entry[]> {
	const entries: Entry[] = [
		...posted.map(({ post_id, round, at, groups, excerpt }) => ({
			...{ key: `${post_id}.${round}.${at}`, kind: "posted" as const, postId: post_id, at, excerpt, groups },
		})),
		...planned.map(({ post_id, at, excerpt }) => ({
			...{ key: `${post_id}@${at}`, kind: "planned" as const, postId: post_id, at, excerpt, groups: null },
		})),
	];
	const days = new Map<string, Entry[]>();
	for (const entry of entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
		const day = dayOf(new Date(entry.at));
		days.set(day, [...(days.get(day) ?? []), entry]);
	}
	return days;
}
