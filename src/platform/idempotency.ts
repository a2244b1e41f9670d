import { and, eq } from "drizzle-orm";
import type { Db } from "./db.ts";
import { AppError } from "./errors.ts";
import { idempotencyKeys } from "./schema.ts";
import { hashOf } from "./secrets.ts";

/** So long a key knows what it was used for. */
export const keysLiveDays = 30;

/** A request as Hono has it. */
interface Asked {
	req: { method: string; path: string; header(name: string): string | undefined };
	var: { actor: string; deps: { db: Db; now: () => number } };
}

/**
 * Does a write that its sender may repeat: `work` does it once for the key it is given, null without an `Idempotency-Key`.
 * A key belongs to who sent it and to what it was sent with.
 * @param input the body as it was understood
 * @throws AppError 400 for a key that is none, 409 if it came with something else before
 */
export async function once<T>(
	{ req, var: { actor, deps } }: Asked,
	input: unknown,
	work: (key: string | null) => Promise<T>,
): Promise<T> {
	const sent = req.header("idempotency-key");
	if (sent === undefined) return work(null);
	if (sent === "" || sent.length > 255)
		throw new AppError(400, "invalid", "An `Idempotency-Key` has 1 to 255 characters.");
	const { db, now } = deps;
	const key = await hashOf(JSON.stringify([actor, sent]));
	const request = await hashOf(JSON.stringify([req.method, req.path, input]));
	const [claimed] = await db
		.insert(idempotencyKeys)
		.values({ key, request, at: now() })
		.onConflictDoNothing()
		.returning({ key: idempotencyKeys.key });
	if (!claimed) {
		const [known] = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key));
		if (known && known.request !== request)
			throw new AppError(409, "key_used", "This `Idempotency-Key` was sent with something else before.");
	}
	try {
		return await work(key);
	} catch (error) {
		// Nothing was done: what is put right may come under the same key.
		if (claimed && error instanceof AppError)
			await db
				.delete(idempotencyKeys)
				.where(and(eq(idempotencyKeys.key, key), eq(idempotencyKeys.request, request)));
		throw error;
	}
}
