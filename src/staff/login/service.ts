import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { staffBotName } from "../../platform/alerts.ts";
import { auditWhere } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { newId } from "../../platform/ids.ts";
import { commit } from "../../platform/outbox.ts";
import type { BotRecord } from "../../platform/registry.ts";
import type { Settings } from "../../platform/settings.ts";
import type { Newcomer } from "../invitations.ts";
import { type LoginRow, staff, staffLogins } from "../schema.ts";
import { agentOf, codeOf, confirmedLifeMs, judgeCode, loginLifeMs, readCode, shownState } from "./rules.ts";

export type Logins = ReturnType<typeof createLogins>;

/** The bot that takes codes, or every bot. */
export const takesCodes = (settings: Settings, { username }: Pick<BotRecord, "username">): boolean => {
	const named = staffBotName(settings);
	return named === "" || named === username.toLowerCase();
};

interface Needs {
	db: Db;
	now: () => number;
	/** A keyed hash: what is stored opens nothing. */
	hash: (purpose: string, text: string) => Promise<string>;
	random: (bytes: number) => Uint8Array;
	newSecret: () => string;
	/** They own this without having been invited. */
	admins: readonly number[];
	/** Counts a code that this person sent. @returns seconds to wait, 0 if it may be looked at */
	admit: (telegramId: number) => Promise<number>;
	forgive: (telegramId: number) => Promise<void>;
}

/** Where a request came from. */
interface Origin {
	country: string | null;
	city: string | null;
	userAgent: string;
}

/** Logins by Telegram: a code in the browser, confirmed by its person in a bot. */
export function createLogins({ db, now, hash, random, newSecret, admins, admit, forgive }: Needs) {
	async function ofBrowser(secret: string): Promise<LoginRow | null> {
		const browser = await hash("login-browser", secret);
		const [row] = await db.select().from(staffLogins).where(eq(staffLogins.browserHash, browser));
		return row ?? null;
	}

	async function byId(id: string): Promise<LoginRow | null> {
		const [row] = await db.select().from(staffLogins).where(eq(staffLogins.id, id));
		return row ?? null;
	}

	/** `asked` and still good, for the very person who was asked. */
	const askedOf = (id: string, telegramId: number) =>
		and(
			eq(staffLogins.id, id),
			eq(staffLogins.state, "asked"),
			eq(staffLogins.telegramId, telegramId),
			gt(staffLogins.expiresAt, now()),
		);

	return {
		/** @returns the code for the person and the secret for the browser; neither is stored */
		async request({ country, city, userAgent }: Origin) {
			const code = codeOf(random(8));
			const secret = newSecret();
			const expiresAt = now() + loginLifeMs;
			await db.insert(staffLogins).values({
				id: newId("login"),
				codeHash: await hash("login-code", code),
				browserHash: await hash("login-browser", secret),
				state: "waiting",
				...{ country, city, agent: agentOf(userAgent), createdAt: now(), expiresAt },
			});
			return { code, secret, expiresAt };
		},

		state: async (secret: string) => shownState(await ofBrowser(secret), now()),

		/** `confirmed -> used`. @returns who it is, to whoever asks first */
		async use(secret: string): Promise<string | null> {
			const [row] = await db
				.update(staffLogins)
				.set({ state: "used" })
				.where(
					and(
						eq(staffLogins.browserHash, await hash("login-browser", secret)),
						eq(staffLogins.state, "confirmed"),
						gt(staffLogins.expiresAt, now()),
					),
				)
				.returning({ staffId: staffLogins.staffId });
			return row?.staffId ?? null;
		},

		/**
		 * Somebody sends a code to a bot. A wrong code, a code that is over and one that is sent by no staff are one
		 * answer, and cost the same queries.
		 */
		async enter(text: string, telegramId: number): Promise<LoginRow | "wrong" | { waitSeconds: number }> {
			const waitSeconds = await admit(telegramId);
			if (waitSeconds > 0) return { waitSeconds };
			const codeHash = await hash("login-code", readCode(text) ?? "");
			const [logins, members] = await db.batch([
				db.select().from(staffLogins).where(eq(staffLogins.codeHash, codeHash)),
				db.select().from(staff).where(eq(staff.telegramId, telegramId)),
			]);
			const [member] = members;
			const isStaff = member ? member.disabledAt === null : admins.includes(telegramId);
			const ask = judgeCode(logins[0] ?? null, isStaff, telegramId, now()) === "ask";
			const [row] = await db
				.update(staffLogins)
				.set(ask ? { state: "asked", telegramId } : { tries: sql`${staffLogins.tries} + 1` })
				.where(
					and(
						eq(staffLogins.codeHash, codeHash),
						ask
							? sql`(${staffLogins.state} = 'waiting' OR (${staffLogins.state} = 'asked' AND ${staffLogins.telegramId} = ${telegramId}))`
							: undefined,
					),
				)
				.returning();
			if (!ask || !row) return "wrong";
			await forgive(telegramId);
			return row;
		},

		/** `asked -> confirmed`. @returns how it stands now */
		async confirm(id: string, { telegramId, name, language }: Newcomer): Promise<LoginRow | null> {
			const at = now();
			const staffId = newId("stf");
			const isNew = sql`NOT EXISTS (SELECT 1 FROM ${staff} WHERE ${staff.telegramId} = ${telegramId})`;
			const joined = {
				actor: "system",
				action: "staff.joined",
				subject: staffId,
				details: { by: "environment" },
			};
			const active = and(eq(staff.telegramId, telegramId), isNull(staff.disabledAt));
			const asked = sql`${askedOf(id, telegramId)} AND EXISTS (SELECT 1 FROM ${staff} WHERE ${active})`;
			const confirmed = { actor: `telegram:${telegramId}`, action: "login.confirmed", subject: id };
			const owner = { id: staffId, name, role: "owner" as const, telegramId, language };
			const dates = { createdAt: new Date(at), updatedAt: new Date(at) };
			await commit(
				db,
				at,
				[
					// Whoever the environment names is on the team from their first login on.
					...(admins.includes(telegramId)
						? [
								auditWhere(db, at, joined, isNew),
								db
									.insert(staff)
									.values({ ...owner, ...dates })
									.onConflictDoNothing(),
							]
						: []),
					auditWhere(db, at, confirmed, sql`EXISTS (SELECT 1 FROM ${staffLogins} WHERE ${asked})`),
					db
						.update(staffLogins)
						.set({
							state: "confirmed",
							staffId: sql`(SELECT ${staff.id} FROM ${staff} WHERE ${active})`,
							expiresAt: sql`max(${staffLogins.expiresAt}, ${at + confirmedLifeMs})`,
						})
						.where(asked),
				],
				[],
			);
			return byId(id);
		},

		/** `asked -> refused`: it was not them. @returns how it stands now */
		async refuse(id: string, telegramId: number): Promise<LoginRow | null> {
			const at = now();
			const asked = askedOf(id, telegramId);
			const entry = { actor: `telegram:${telegramId}`, action: "login.refused", subject: id };
			await commit(
				db,
				at,
				[
					auditWhere(db, at, entry, sql`EXISTS (SELECT 1 FROM ${staffLogins} WHERE ${asked})`),
					db.update(staffLogins).set({ state: "refused" }).where(asked),
				],
				[],
			);
			return byId(id);
		},
	};
}
