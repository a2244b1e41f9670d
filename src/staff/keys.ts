import { defaultKeyHasher } from "@better-auth/api-key";
import { desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import {
	actions,
	areas,
	beyond,
	common,
	type Identity,
	isOfAccounts,
	type Permissions,
	permissionsOf,
} from "../platform/access.ts";
import { audit, auditWhere } from "../platform/audit.ts";
import type { Db } from "../platform/db.ts";
import { AppError } from "../platform/errors.ts";
import { commit } from "../platform/outbox.ts";
import { accountsHeld, assign } from "./accounts.ts";
import type { Auth } from "./auth.ts";
import { staff, staffKeys } from "./schema.ts";

export type Keys = ReturnType<typeof createKeys>;

const permissionsSchema: z.ZodType<Permissions> = z.partialRecord(
	z.enum(areas),
	z.array(z.enum(actions)).min(1),
);

/** A key that is used all the time must not cost a row each time. */
const useNotedEveryMs = 3_600_000;
/** Instead of a person: whoever held the bootstrap key made it. */
const bootstrap = "owner";

interface Needs {
	db: Db;
	now: () => number;
	auth: () => Promise<Auth>;
}

/** Keys for machines. They never hold more than the person who made them does now. */
export function createKeys({ db, now, auth }: Needs) {
	const permissionsIn = (text: string | null): Permissions =>
		permissionsSchema.safeParse(JSON.parse(text ?? "{}")).data ?? {};

	return {
		/** Whoever sends this key; null if it is none, over, or of somebody who was shut out. */
		async identify(secret: string): Promise<Identity | null> {
			const [found] = await db
				.select({ key: staffKeys, maker: staff })
				.from(staffKeys)
				.leftJoin(staff, eq(staff.id, staffKeys.referenceId))
				.where(eq(staffKeys.key, await defaultKeyHasher(secret)));
			if (!found?.key.enabled) return null;
			const { key, maker } = found;
			if (key.expiresAt && key.expiresAt.getTime() <= now()) return null;
			const role = key.referenceId === bootstrap ? "owner" : maker?.disabledAt === null ? maker.role : null;
			if (role === null) return null;
			if ((key.lastRequest?.getTime() ?? 0) < now() - useNotedEveryMs) {
				await db
					.update(staffKeys)
					.set({ lastRequest: new Date(now()) })
					.where(eq(staffKeys.id, key.id));
			}
			const [own, makers] = await Promise.all([
				accountsHeld(db, key.id),
				maker && isOfAccounts(role) ? accountsHeld(db, maker.id) : null,
			]);
			// A key that names none is for whatever its maker is for.
			const held = own.length > 0 ? own : (makers ?? "all");
			return {
				accounts: held === "all" || !makers ? held : held.filter((id) => makers.includes(id)),
				actor: `key:${key.id}`,
				permissions: common(permissionsIn(key.permissions), permissionsOf(role)),
				person: null,
				staffId: key.referenceId === bootstrap ? null : key.referenceId,
			};
		},

		/** @returns the key itself, which is shown once @throws AppError 400 if it is to hold more than its maker */
		async make(
			input: {
				name: string;
				permissions: Permissions;
				accounts: readonly number[];
				expiresAt: number | null;
			},
			{ actor, permissions, staffId }: Identity,
		) {
			const tooMuch = beyond(input.permissions, permissions);
			// Who may invite owners could give themselves anything: that stays with people.
			if (input.permissions.staff?.includes("write")) tooMuch.push("staff:write");
			if (tooMuch.length > 0)
				throw new AppError(400, "invalid", "Some fields are not right.", {
					permissions: `a key can't hold ${tooMuch.join(", ")}`,
				});
			if (input.expiresAt !== null && input.expiresAt < now() + 60_000)
				throw new AppError(400, "invalid", "Some fields are not right.", {
					expires_at: "must be in the future",
				});
			const { api } = await auth();
			const made = await api.createApiKey({
				body: {
					userId: staffId ?? bootstrap,
					name: input.name,
					permissions: input.permissions as Record<string, string[]>,
					...(input.expiresAt === null ? {} : { expiresIn: Math.ceil((input.expiresAt - now()) / 1000) }),
				},
			});
			const { id: subject, name } = made;
			const details = { name, permissions: input.permissions, accounts: input.accounts };
			const record = audit(db, now(), { actor, action: "key.made", subject, details });
			await commit(db, now(), [record, ...assign(db, subject, input.accounts)], []);
			const [row] = await db.select().from(staffKeys).where(eq(staffKeys.id, subject));
			if (!row) throw new Error("the new key is not there");
			return { secret: made.key, key: { ...row, permissions: permissionsIn(row.permissions) } };
		},

		async list() {
			const rows = await db
				.select({ key: staffKeys, maker: staff.name })
				.from(staffKeys)
				.leftJoin(staff, eq(staff.id, staffKeys.referenceId))
				.orderBy(desc(staffKeys.id));
			return rows.map(({ key, maker }) => ({ ...key, maker, permissions: permissionsIn(key.permissions) }));
		},

		/** @throws AppError 404 */
		async remove(id: string, actor: string): Promise<void> {
			const there = sql`EXISTS (SELECT 1 FROM ${staffKeys} WHERE ${eq(staffKeys.id, id)})`;
			const { results } = await commit(
				db,
				now(),
				[
					auditWhere(db, now(), { actor, action: "key.deleted", subject: id }, there),
					db.delete(staffKeys).where(eq(staffKeys.id, id)).returning({ id: staffKeys.id }),
				],
				[],
			);
			if ((results[1] as unknown[]).length === 0) throw new AppError(404, "no_key", "There is no such key.");
		},
	};
}
