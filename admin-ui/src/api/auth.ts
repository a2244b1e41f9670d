import { passkeyClient } from "@better-auth/passkey/client";
import { createAuthClient } from "better-auth/client";
import { magicLinkClient } from "better-auth/client/plugins";

/** Loaded only by whoever logs in by e-mail or passkey. */
export const auth = createAuthClient({
	baseURL: `${location.origin}/api/auth`,
	plugins: [magicLinkClient(), passkeyClient()],
});
