import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Role } from "../platform/access.ts";
import type { LoginState } from "./login/rules.ts";

// The columns that better-auth reads and writes have its names, and Dates: it knows no plain milliseconds.
const date = (name: string) => integer(name, { mode: "timestamp_ms" });

/** People who run this deployment. better-auth calls them users. */
export const staff = sqliteTable(
	"staff",
	{
		id: text("id").primaryKey(),
		name: text("name").notNull(),
		email: text("email"),
		/** Whoever invited them vouches for the address. */
		emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(true),
		image: text("image"),
		role: text("role").$type<Role>().notNull(),
		telegramId: integer("telegram_id"),
		language: text("language").notNull().default("en"),
		createdAt: date("created_at").notNull(),
		updatedAt: date("updated_at").notNull(),
		lastLoginAt: date("last_login_at"),
		disabledAt: date("disabled_at"),
	},
	(t) => [
		uniqueIndex("staff_email").on(t.email),
		uniqueIndex("staff_telegram").on(t.telegramId),
		check("staff_role", sql`${t.role} IN ('owner', 'operator', 'viewer', 'creator', 'chatter')`),
	],
);

export const staffSessions = sqliteTable(
	"staff_sessions",
	{
		id: text("id").primaryKey(),
		/** Of no use by itself: the cookie carries it signed. */
		token: text("token").notNull(),
		userId: text("user_id")
			.notNull()
			.references(() => staff.id),
		ipAddress: text("ip_address"),
		userAgent: text("user_agent"),
		createdAt: date("created_at").notNull(),
		updatedAt: date("updated_at").notNull(),
		expiresAt: date("expires_at").notNull(),
	},
	(t) => [
		uniqueIndex("staff_sessions_token").on(t.token),
		index("staff_sessions_user").on(t.userId),
		index("staff_sessions_expiry").on(t.expiresAt),
	],
);

/** Links by mail and challenges of passkeys that are under way. Identifiers of links are hashes. */
export const staffVerifications = sqliteTable(
	"staff_verifications",
	{
		id: text("id").primaryKey(),
		identifier: text("identifier").notNull(),
		value: text("value").notNull(),
		createdAt: date("created_at").notNull(),
		updatedAt: date("updated_at").notNull(),
		expiresAt: date("expires_at").notNull(),
	},
	(t) => [index("staff_verifications_identifier").on(t.identifier)],
);

export const staffPasskeys = sqliteTable(
	"staff_passkeys",
	{
		id: text("id").primaryKey(),
		name: text("name"),
		publicKey: text("public_key").notNull(),
		userId: text("user_id")
			.notNull()
			.references(() => staff.id),
		credentialID: text("credential_id").notNull(),
		counter: integer("counter").notNull(),
		deviceType: text("device_type").notNull(),
		backedUp: integer("backed_up", { mode: "boolean" }).notNull(),
		transports: text("transports"),
		aaguid: text("aaguid"),
		createdAt: date("created_at"),
	},
	(t) => [
		index("staff_passkeys_user").on(t.userId),
		uniqueIndex("staff_passkeys_credential").on(t.credentialID),
	],
);

/** Keys for machines, as better-auth's plugin keeps them: `key` is a hash. Its counters are not used, the Pacer counts. */
export const staffKeys = sqliteTable(
	"staff_keys",
	{
		id: text("id").primaryKey(),
		configId: text("config_id").notNull(),
		name: text("name"),
		/** The first characters, to tell keys apart. */
		start: text("start"),
		prefix: text("prefix"),
		key: text("key").notNull(),
		/** Who made it; `owner` is whoever holds the bootstrap key. */
		referenceId: text("reference_id").notNull(),
		/** JSON of `Permissions`. */
		permissions: text("permissions"),
		enabled: integer("enabled", { mode: "boolean" }).notNull(),
		refillInterval: integer("refill_interval"),
		refillAmount: integer("refill_amount"),
		lastRefillAt: date("last_refill_at"),
		rateLimitEnabled: integer("rate_limit_enabled", { mode: "boolean" }).notNull(),
		rateLimitTimeWindow: integer("rate_limit_time_window"),
		rateLimitMax: integer("rate_limit_max"),
		requestCount: integer("request_count").notNull(),
		remaining: integer("remaining"),
		lastRequest: date("last_request"),
		expiresAt: date("expires_at"),
		createdAt: date("created_at").notNull(),
		updatedAt: date("updated_at").notNull(),
		metadata: text("metadata"),
	},
	(t) => [uniqueIndex("staff_keys_key").on(t.key)],
);

/** Logins by Telegram: a browser shows a code, its person sends it to a bot and confirms there. */
export const staffLogins = sqliteTable(
	"staff_logins",
	{
		id: text("id").primaryKey(),
		/** Keyed hashes, both. */
		codeHash: text("code_hash").notNull(),
		browserHash: text("browser_hash").notNull(),
		/** `waiting -> asked -> confirmed -> used`, or `refused` from `asked` */
		state: text("state").$type<LoginState>().notNull(),
		/** Where the request came from, as the person is told. */
		country: text("country"),
		city: text("city"),
		agent: text("agent").notNull(),
		/** Who was asked. */
		telegramId: integer("telegram_id"),
		staffId: text("staff_id"),
		/** How often somebody who is no staff sent it. */
		tries: integer("tries").notNull().default(0),
		createdAt: integer("created_at").notNull(),
		expiresAt: integer("expires_at").notNull(),
	},
	(t) => [
		uniqueIndex("staff_logins_code").on(t.codeHash),
		uniqueIndex("staff_logins_browser").on(t.browserHash),
		index("staff_logins_expiry").on(t.expiresAt),
		index("staff_logins_telegram").on(t.telegramId),
		check("staff_login_state", sql`${t.state} IN ('waiting', 'asked', 'confirmed', 'refused', 'used')`),
	],
);

export const staffInvitations = sqliteTable(
	"staff_invitations",
	{
		id: text("id").primaryKey(),
		role: text("role").$type<Role>().notNull(),
		email: text("email"),
		/** Nobody else may accept it in a bot. */
		telegramId: integer("telegram_id"),
		codeHash: text("code_hash").notNull(),
		createdAt: integer("created_at").notNull(),
		createdBy: text("created_by").notNull(),
		expiresAt: integer("expires_at").notNull(),
		acceptedAt: integer("accepted_at"),
	},
	(t) => [uniqueIndex("staff_invitations_code").on(t.codeHash), index("staff_invitations_email").on(t.email)],
);

/** Creators' teams inside the deployment. Never deleted: rows of theirs name them. */
export const accounts = sqliteTable("accounts", {
	id: integer("id").primaryKey({ autoIncrement: true }),
	name: text("name").notNull(),
	createdAt: integer("created_at").notNull(),
	createdBy: text("created_by").notNull(),
	archivedAt: integer("archived_at"),
});

/** Which accounts a member, an invitation or a key is for, where it is not for all. */
export const accountHolders = sqliteTable(
	"account_holders",
	{
		/** Its id. */
		holder: text("holder").notNull(),
		accountId: integer("account_id").notNull(),
	},
	(t) => [primaryKey({ columns: [t.holder, t.accountId] }), index("account_holders_account").on(t.accountId)],
);

export type StaffRow = typeof staff.$inferSelect;
export type LoginRow = typeof staffLogins.$inferSelect;
export type InvitationRow = typeof staffInvitations.$inferSelect;
