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

/** For what belongs to one of several accounts. */
export const inAccount = (id: string) => ({ headers: () => ({ ...headers(), "x-account": id }) });

/** What a route answers. @throws ApiError */
export async function ask<T>(call: Promise<ClientResponse<T, number, "json">>): Promise<T> {
	const response = await reached(call);
	if (!response.ok) throw await ApiError.of(response);
	return (await response.json()) as T;
}

/** A file of the API's, kept by the browser under its own name. A plain link would not send the owner key. @throws ApiError */
export async function download(url: URL, name: string): Promise<void> {
	const response = await reached(fetch(url, { headers: headers() }));
	if (!response.ok) throw await ApiError.of(response);
	const link = document.createElement("a");
	link.href = URL.createObjectURL(await response.blob());
	link.download = name;
	link.click();
	// The browser has begun to read it by then.
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function reached<R>(call: Promise<R>): Promise<R> {
	try {
		return await call;
	} catch {
		throw new ApiError({ status: 0, code: "offline", message: "" });
	}
}
