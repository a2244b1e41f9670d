import { type ClientResponse, hc } from "hono/client";
import type { AppType } from "../../../src/app.ts";
import { ApiError } from "./error.ts";
import { ownerKey } from "./owner-key.ts";

/** Whoever holds the owner key sends it; everybody else is known by their cookie. */
const headers = (): Record<string, string> => {
	const key = ownerKey.get();
	return key ? { authorization: `Bearer ${key}` } : {};
};

export const { api } = hc<AppType>(location.origin, { headers });

/** For a write that must not happen twice, however often it is sent. */
export const once = (key: string) => ({ headers: () => ({ ...headers(), "idempotency-key": key }) });

/** What a route answers. @throws ApiError */
export async function ask<T>(call: Promise<ClientResponse<T, number, "json">>): Promise<T> {
	const response = await reached(call);
	if (!response.ok) throw await ApiError.of(response);
	return (await response.json()) as T;
}

/** A route that the typed client doesn't know. @returns null where it answers 401 or 404. @throws ApiError */
export async function askPath<T>(
	path: string,
	init: { method?: string; json?: unknown } = {},
): Promise<T | null> {
	const body = init.json === undefined ? {} : { body: JSON.stringify(init.json) };
	const response = await reached(
		fetch(path, {
			method: init.method ?? "GET",
			headers: { ...headers(), ...("body" in body ? { "content-type": "application/json" } : {}) },
			...body,
		}),
	);
	if (response.status === 401 || response.status === 404) return null;
	if (!response.ok) throw await ApiError.of(response);
	return (await response.json()) as T;
}

async function reached<R>(call: Promise<R>): Promise<R> {
	try {
		return await call;
	} catch {
		throw new ApiError({ status: 0, code: "offline", message: "" });
	}
}
