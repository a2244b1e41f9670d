import { RetryLater } from "../../platform/errors.ts";
import { callFailure } from "../../platform/telegram.ts";

/**
 * A call that may be repeated. @returns Telegram's answer, or its refusal
 * @throws RetryLater if the same call may well succeed later
 */
export async function asked<T>(
	call: Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; gone: boolean; description: string }> {
	try {
		return { ok: true, value: await call };
	} catch (error) {
		const failure = callFailure(error);
		if (failure.kind === "wait") throw new RetryLater(failure.seconds, "Telegram makes us wait");
		if (failure.kind === "refused" || failure.kind === "gone")
			return { ok: false, gone: failure.kind === "gone", description: failure.description };
		throw new RetryLater(2, failure.description);
	}
}
