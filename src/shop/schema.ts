import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Language } from "../platform/i18n/index.ts";
import type { ProductType, SaleKind, Tier } from "./rules.ts";

/** Whoever sells here. Nothing of a creator is visible before somebody saw that they are an adult. */
export const creators = sqliteTable(
	"creators",
	{
		/** Short, for keys of other tables and for the ledger. */
		no: integer("no").primaryKey({ autoIncrement: true }),
		/** In links: `model_{id}`. */
		id: text("id").notNull().unique(),
		accountId: integer("account_id").notNull(),
		name: text("name").notNull(),
		/** Small letters. */
		username: text("username").notNull().unique(),
		tier: text("tier").$type<Tier>().notNull(),
		/** ISO 3166, two letters. */
		country: text("country"),
		bio: text("bio", { mode: "json" }).$type<Partial<Record<Language, string>>>().notNull(),
		/** Their own share; null: as the setting has it. */
		percent: integer("percent"),
		/** Their own account at Telegram: there they read of sales. */
		telegramId: integer("telegram_id"),
		active: integer("active", { mode: "boolean" }).notNull(),
		verifiedAt: integer("verified_at"),
		verifiedBy: text("verified_by"),
		/** What was seen, e.g. `passport`. */
		verifiedSeen: text("verified_seen"),
		createdAt: integer("created_at").notNull(),
	},
	(t) => [index("creators_account").on(t.accountId, t.no), index("creators_telegram").on(t.telegramId)],
);

/** Pictures of the profile, in their order. */
export const galleryPhotos = sqliteTable(
	"gallery_photos",
	{
		creatorNo: integer("creator_no").notNull(),
		mediaId: text("media_id").notNull(),
		position: integer("position").notNull(),
	},
	(t) => [primaryKey({ columns: [t.creatorNo, t.mediaId] }), index("gallery_photos_media").on(t.mediaId)],
);

/** `on_sale -> archived`, and back. What runs goes on until its end. */
export const products = sqliteTable(
	"products",
	{
		no: integer("no").primaryKey({ autoIncrement: true }),
		id: text("id").notNull().unique(),
		accountId: integer("account_id").notNull(),
		creatorNo: integer("creator_no").notNull(),
		type: text("type").$type<ProductType>().notNull(),
		title: text("title").notNull(),
		about: text("about", { mode: "json" }).$type<Partial<Record<Language, string>>>().notNull(),
		stars: integer("stars").notNull(),
		/** Of a subscription. */
		days: integer("days"),
		/** Charged again every 30 days. */
		recurring: integer("recurring", { mode: "boolean" }).notNull(),
		/** Free days, once a person. */
		trialDays: integer("trial_days").notNull().default(0),
		/** So many are sold at most; null: any number. */
		stock: integer("stock"),
		/** What it would be in another currency, for information. */
		referenceCurrency: text("reference_currency"),
		/** In its smallest unit. */
		referenceAmount: integer("reference_amount"),
		state: text("state").$type<"on_sale" | "archived">().notNull(),
		createdAt: integer("created_at").notNull(),
		archivedAt: integer("archived_at"),
	},
	(t) => [
		index("products_creator").on(t.creatorNo, t.no),
		check("product_state", sql`${t.state} IN ('on_sale', 'archived')`),
	],
);

/** What a buyer gets, in its order. */
export const productMedia = sqliteTable(
	"product_media",
	{
		productNo: integer("product_no").notNull(),
		mediaId: text("media_id").notNull(),
		position: integer("position").notNull(),
	},
	(t) => [primaryKey({ columns: [t.productNo, t.mediaId] }), index("product_media_media").on(t.mediaId)],
);

/** Groups and channels that products let into. */
export const linkedChats = sqliteTable(
	"linked_chats",
	{
		/** Telegram's own. */
		chatId: integer("chat_id").primaryKey(),
		accountId: integer("account_id").notNull(),
		/** The bot that administers it. */
		botId: integer("bot_id").notNull(),
		title: text("title").notNull(),
		type: text("type").$type<"supergroup" | "channel">().notNull(),
		/** `lost`: the bot lacks a right, and nothing is sold into it. */
		state: text("state").$type<"ready" | "lost">().notNull(),
		/** The rights that are missing, by Telegram's names. */
		missing: text("missing", { mode: "json" }).$type<string[]>().notNull(),
		linkedAt: integer("linked_at").notNull(),
		checkedAt: integer("checked_at").notNull(),
	},
	(t) => [
		index("linked_chats_account").on(t.accountId),
		check("linked_chat_state", sql`${t.state} IN ('ready', 'lost')`),
	],
);

export const productChats = sqliteTable(
	"product_chats",
	{
		productNo: integer("product_no").notNull(),
		chatId: integer("chat_id").notNull(),
	},
	(t) => [primaryKey({ columns: [t.productNo, t.chatId] }), index("product_chats_chat").on(t.chatId)],
);

/**
 * What somebody may have of a product, and until when: what their grants fold into, written in the batch of each grant.
 * `active -> ended` when the time is over or was taken back, and to `active` again with the next grant.
 */
export const entitlements = sqliteTable(
	"entitlements",
	{
		userId: integer("user_id").notNull(),
		productNo: integer("product_no").notNull(),
		creatorNo: integer("creator_no").notNull(),
		accountId: integer("account_id").notNull(),
		/** The bot it was bought at. */
		botId: integer("bot_id").notNull(),
		/** ms; `forever` where it does not end. */
		until: integer("until").notNull(),
		state: text("state").$type<"active" | "ended">().notNull(),
		/** How many days before the end they were told last; null: not yet. */
		warnedDays: integer("warned_days"),
		since: integer("since").notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.userId, t.productNo] }),
		index("entitlements_product").on(t.productNo, t.state, t.userId),
		index("entitlements_due").on(t.until, t.userId, t.productNo).where(sql`state = 'active'`),
		check("entitlement_state", sql`${t.state} IN ('active', 'ended')`),
	],
);

/** Everything that was sold or given, once each. `sold -> refunded`, and back where Telegram refuses the refund. */
export const sales = sqliteTable(
	"sales",
	{
		no: integer("no").primaryKey({ autoIncrement: true }),
		/** What made it, e.g. `payment:{charge id}`: one sale a cause. */
		cause: text("cause").notNull().unique(),
		accountId: integer("account_id").notNull(),
		creatorNo: integer("creator_no").notNull(),
		/** Null for a tip. */
		productNo: integer("product_no"),
		/** Negative: a pseudonym of somebody erased. */
		userId: integer("user_id").notNull(),
		botId: integer("bot_id").notNull(),
		kind: text("kind").$type<SaleKind>().notNull(),
		/** What was paid. */
		stars: integer("stars").notNull(),
		renewal: integer("renewal", { mode: "boolean" }).notNull().default(false),
		code: text("code"),
		/** The post whose button brought the buyer. */
		postNo: integer("post_no"),
		/** The creator's share as it was at the sale, of what is left after the affiliate's. */
		percent: integer("percent").notNull(),
		/** What that came to; null: not counted yet. */
		share: integer("share"),
		shareState: text("share_state").$type<"new" | "pending" | "payable" | "taken_back">().notNull(),
		state: text("state").$type<"sold" | "refunded">().notNull(),
		at: integer("at").notNull(),
		/** Until then Telegram holds the Stars back. */
		dueAt: integer("due_at").notNull(),
	},
	(t) => [
		index("sales_account").on(t.accountId, t.no),
		index("sales_creator").on(t.creatorNo, t.at),
		index("sales_product").on(t.productNo, t.no),
		index("sales_user").on(t.userId),
		index("sales_due").on(t.dueAt, t.no).where(sql`share_state = 'pending'`),
		check("sale_share_state", sql`${t.shareState} IN ('new', 'pending', 'payable', 'taken_back')`),
		check("sale_state", sql`${t.state} IN ('sold', 'refunded')`),
	],
);

/** What staff paid out to a creator: it left the ledger with this row. */
export const creatorPayouts = sqliteTable(
	"creator_payouts",
	{
		id: text("id").primaryKey(),
		creatorNo: integer("creator_no").notNull(),
		stars: integer("stars").notNull(),
		note: text("note").notNull(),
		by: text("by").notNull(),
		at: integer("at").notNull(),
	},
	(t) => [index("creator_payouts_creator").on(t.creatorNo, t.id)],
);

export const promoCodes = sqliteTable(
	"promo_codes",
	{
		/** Capital letters. */
		code: text("code").primaryKey(),
		accountId: integer("account_id").notNull(),
		creatorNo: integer("creator_no").notNull(),
		/** Null: everything of the creator. */
		productNo: integer("product_no"),
		/** One of the two. */
		percent: integer("percent"),
		starsOff: integer("stars_off"),
		/** So many times in all, and by one person; null: any number. */
		limitTotal: integer("limit_total"),
		limitPerson: integer("limit_person"),
		from: integer("from"),
		until: integer("until"),
		/** It also makes every renewal of a recurring charge cheaper. */
		renewals: integer("renewals", { mode: "boolean" }).notNull(),
		active: integer("active", { mode: "boolean" }).notNull(),
		createdAt: integer("created_at").notNull(),
	},
	(t) => [index("promo_codes_creator").on(t.creatorNo)],
);

/**
 * A place taken of what is scarce, a code or the last pieces: at the checkout, before the money.
 * `held -> used | released`; one that was held too long counts no more.
 */
export const reservations = sqliteTable(
	"reservations",
	{
		orderId: text("order_id").primaryKey(),
		productNo: integer("product_no").notNull(),
		code: text("code"),
		userId: integer("user_id").notNull(),
		state: text("state").$type<"held" | "used" | "released">().notNull(),
		heldUntil: integer("held_until").notNull(),
	},
	(t) => [
		index("reservations_code").on(t.code, t.userId).where(sql`code IS NOT NULL`),
		index("reservations_product").on(t.productNo),
		index("reservations_user").on(t.userId),
	],
);

/** Keyed hashes of person and product: free days are given once, also to somebody who was erased. */
export const trialUses = sqliteTable("trial_uses", {
	hash: text("hash").primaryKey(),
	at: integer("at").notNull(),
});

/** Bought for somebody else. `open -> claimed | refunded`, and `claimed -> refunded`. */
export const gifts = sqliteTable(
	"gifts",
	{
		/** In links: `gift_{token}`. */
		token: text("token").primaryKey(),
		cause: text("cause").notNull().unique(),
		productNo: integer("product_no").notNull(),
		botId: integer("bot_id").notNull(),
		/** Below zero: erased. */
		buyerId: integer("buyer_id").notNull(),
		claimedBy: integer("claimed_by"),
		claimedAt: integer("claimed_at"),
		state: text("state").$type<"open" | "claimed" | "refunded">().notNull(),
		createdAt: integer("created_at").notNull(),
	},
	(t) => [
		index("gifts_buyer").on(t.buyerId),
		index("gifts_claimed").on(t.claimedBy),
		check("gift_state", sql`${t.state} IN ('open', 'claimed', 'refunded')`),
	],
);

/** A product's media on its way to one person. `running -> done` */
export const handovers = sqliteTable(
	"handovers",
	{
		id: text("id").primaryKey(),
		/** What it is for, e.g. `payment:{charge id}`: once each. */
		cause: text("cause").notNull().unique(),
		userId: integer("user_id").notNull(),
		botId: integer("bot_id").notNull(),
		productNo: integer("product_no").notNull(),
		state: text("state").$type<"running" | "done">().notNull(),
		/** When it is to be picked up next, ms: whoever carries it out moves it on. */
		dueAt: integer("due_at").notNull(),
		/** Tries in a row that Telegram answered with a failure of its own. */
		tries: integer("tries").notNull().default(0),
		createdAt: integer("created_at").notNull(),
	},
	(t) => [
		index("handovers_user").on(t.userId, t.productNo),
		index("handovers_due").on(t.dueAt).where(sql`state = 'running'`),
		check("handover_state", sql`${t.state} IN ('running', 'done')`),
	],
);

/** The albums and single messages of a handover. `waiting -> sending -> sent | unknown | failed` */
export const handoverParts = sqliteTable(
	"handover_parts",
	{
		handoverId: text("handover_id").notNull(),
		no: integer("no").notNull(),
		/** What it carries. */
		mediaIds: text("media_ids", { mode: "json" }).$type<string[]>().notNull(),
		state: text("state").$type<"waiting" | "sending" | "sent" | "unknown" | "failed">().notNull(),
		/** As Telegram numbered them: taken away at the end, while it lets us. */
		messageIds: text("message_ids", { mode: "json" }).$type<number[]>(),
		sentAt: integer("sent_at"),
	},
	(t) => [
		primaryKey({ columns: [t.handoverId, t.no] }),
		check("handover_part_state", sql`${t.state} IN ('waiting', 'sending', 'sent', 'unknown', 'failed')`),
	],
);

/**
 * Who is in a linked chat, as far as we know. `let_in`: by their entitlement; `kept`: was there before the chat was
 * linked. `let_in -> removing -> gone`; a renewal meanwhile takes `removing` back to `let_in`.
 */
export const chatMembers = sqliteTable(
	"chat_members",
	{
		chatId: integer("chat_id").notNull(),
		userId: integer("user_id").notNull(),
		state: text("state").$type<"let_in" | "kept" | "removing" | "gone">().notNull(),
		at: integer("at").notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.chatId, t.userId] }),
		index("chat_members_user").on(t.userId),
		index("chat_members_removing").on(t.at, t.chatId, t.userId).where(sql`state = 'removing'`),
		check("chat_member_state", sql`${t.state} IN ('let_in', 'kept', 'removing', 'gone')`),
	],
);

/** Links that let ask to join, one a chat and bot. */
export const inviteLinks = sqliteTable(
	"invite_links",
	{
		chatId: integer("chat_id").primaryKey(),
		link: text("link").notNull(),
		createdAt: integer("created_at").notNull(),
	},
	(t) => [uniqueIndex("invite_links_link").on(t.link)],
);
