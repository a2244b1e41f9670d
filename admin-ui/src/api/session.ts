import { queryOptions, useQuery } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { type Action, type Area, areas } from "./areas.ts";
import { api, ask } from "./client.ts";
import { ApiError } from "./error.ts";
import { ownerKey } from "./owner-key.ts";

type Answer = InferResponseType<typeof api.session.$get, 200>;
export interface Session {
	/** null: whoever holds the owner key. */
	staff: Answer["staff"] | null;
	permissions: Answer["permissions"];
}
type Role = Answer["staff"]["role"];
export const roles = ["owner", "operator", "viewer"] as const satisfies readonly Role[];

const everything = Object.fromEntries(
	areas.map((area) => [area, ["read", "write"]]),
) as Session["permissions"];

/** What somebody sees who is signed in; null for anybody else. */
export const unlessSignedOut = <T>(answer: Promise<T>): Promise<T | null> =>
	answer.catch((error: unknown) => {
		if (error instanceof ApiError && error.status === 401) return null;
		throw error;
	});

/** Who is signed in; null if nobody is. */
async function readSession(): Promise<Session | null> {
	const session = await unlessSignedOut(ask(api.session.$get()));
	if (session || !ownerKey.get()) return session;
	// The key opens every door but has nobody behind it: any door tells whether it is right.
	if (await unlessSignedOut(ask(api.bots.$get()))) return { staff: null, permissions: everything };
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
	else await unlessSignedOut(ask(api.logout.$post()));
}
