import { and, eq } from "drizzle-orm";
import type { Db } from "./db.ts";
import type { Config } from "./env.ts";
import { bots } from "./schema.ts";
import { decrypt, encrypt } from "./secrets.ts";

type Keys = Pick<Config, "ENCRYPTION_KEY" | "ENCRYPTION_KEY_PREVIOUS">;

/** Everything that is sealed goes through here, so that the key can change. */
export const seal = ({ ENCRYPTION_KEY }: Keys, text: string): Promise<string> =>
	encrypt(ENCRYPTION_KEY, text);

/** Opens what today's key has sealed, or the one of before. @throws OperationError if it was neither */
export async function unseal(
	{ ENCRYPTION_KEY, ENCRYPTION_KEY_PREVIOUS }: Keys,
	sealed: string,
): Promise<string> {
	if (!ENCRYPTION_KEY_PREVIOUS) return decrypt(ENCRYPTION_KEY, sealed);
	return decrypt(ENCRYPTION_KEY, sealed).catch(() => decrypt(ENCRYPTION_KEY_PREVIOUS, sealed));
}

/** Where something sealed is kept: a column more needs a line more. */
const sealedColumns = [
	{ table: bots, id: bots.id, column: bots.tokenEncrypted, name: "tokenEncrypted" },
] as const;

/** Seals everything anew with today's key, whichever it was sealed with: after that the key of before is of no use. */
export async function reseal(db: Db, keys: Keys): Promise<void> {
	for (const { table, id, column, name } of sealedColumns) {
		for (const row of await db.select({ id, sealed: column }).from(table)) {
			// Whoever writes another one meanwhile has sealed it with today's key.
			const sealed = await seal(keys, await unseal(keys, row.sealed));
			await db
				.update(table)
				.set({ [name]: sealed })
				.where(and(eq(id, row.id), eq(column, row.sealed)));
		}
	}
}
