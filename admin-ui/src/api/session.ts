import { queryOptions, useQuery } from "@tanstack/react-query";
import { askPath } from "./client.ts";
import { ownerKey } from "./owner-key.ts";

export const areas = [
	"people",
	"reports",
	"requests",
	"groups",
	"campaigns",
	"payments",
	"referrals",
	"settings",
	"bots",
	"system",
	"staff",
] as const;
export type Area = (typeof areas)[number];
export type Action = "read" | "write";

export interface Session {
	/** null: whoever holds the owner key. */
	staff: {
		id: string;
		name: string;
		email: string | null;
		telegram_id: number | null;
		role: "owner" | "operator" | "viewer";
		language: string | null;
	} | null;
	permissions: Partial<Record<Area, Action[]>>;
}

const everything = Object.fromEntries(
	areas.map((area) => [area, ["read", "write"]]),
) as Session["permissions"];

/** Who is signed in; null if nobody is. */
async function readSession(): Promise<Session | null> {
	const session = await askPath<Session>("/api/session");
	if (session || !ownerKey.get()) return session;
	// The key opens every door but has nobody behind it: any door tells whether it is right.
	if (await askPath("/api/bots")) return { staff: null, permissions: everything };
	ownerKey.forget();
	return null;
}

export const sessionQuery = queryOptions({
	queryKey: ["session"],
	queryFn: readSession,
	staleTime: 5 * 60_000,
});

/** Whether this person may read or write in an area: what they may not write shows no button. */
export function useCan(): (area: Area, action?: Action) => boolean {
	const { data } = useQuery(sessionQuery);
	return (area, action = "write") => data?.permissions[area]?.includes(action) ?? false;
}

export async function logOut(): Promise<void> {
	if (ownerKey.get()) ownerKey.forget();
	else await askPath("/api/logout", { method: "POST", json: {} });
}
