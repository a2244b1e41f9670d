import { passkeyClient } from "@better-auth/passkey/client";
import { createAuthClient } from "better-auth/client";
import { magicLinkClient } from "better-auth/client/plugins";
import { ApiError } from "./error.ts";

/** Loaded only by whoever logs in by e-mail or passkey, or looks after their passkeys. */
export const auth = createAuthClient({
	baseURL: `${location.origin}/api/auth`,
	plugins: [magicLinkClient(), passkeyClient()],
});

interface Given<T> {
	data: T | null;
	error: { status: number; code?: string | undefined; message?: string | undefined } | null;
}

/** @throws ApiError for what the library gives back as a value */
export function dataOf<T>({ data, error }: Given<T>): T | null {
	if (!error) return data;
	const { status, code = "login", message = "" } = error;
	throw new ApiError({ status, code, message });
}
