import { z } from "zod";
import { next, paging, time, whole } from "../platform/shapes.ts";
import { maxStars, productTypes, saleKinds, tiers } from "./rules.ts";

/** What staff send and read of the shop: checked at the door, and the source of its document. */

const line = (most: number) => z.string().trim().min(1, "must not be empty").max(most);
/** A text in the languages of the bots. */
const texts = (most: number) =>
	z.partialRecord(z.enum(["en", "pt", "ru", "fr"]), z.string().trim().max(most)).describe("By language");
const stars = z.int().min(1).max(maxStars);
const mediaIds = (most: number) => z.array(z.string().max(64)).max(most).describe("In their order");
const creatorId = z.string().regex(/^crt_[0-9a-z]{26}$/, "must be a creator's id");
const productId = z.string().regex(/^prd_[0-9a-z]{26}$/, "must be a product's id");

export const creatorParam = z.object({ id: creatorId });
export const productParam = z.object({ id: productId });
export const productChatParam = z.object({ id: productId, chatId: z.coerce.number().int() });
export const codeParam = z.object({ id: creatorId, code: z.string().max(32) });

const username = z
	.string()
	.trim()
	.regex(/^@?[A-Za-z0-9_]{3,32}$/, "3 to 32 letters, digits or underscores")
	.transform((text) => text.replace(/^@/, ""));
const country = z
	.string()
	.trim()
	.regex(/^[A-Za-z]{2}$/, "two letters, e.g. BR")
	.toUpperCase();
/** A plain text is taken as English. */
const bio = z.union([
	z
		.string()
		.max(1000)
		.transform((text) => (text.trim() ? { en: text.trim() } : {})),
	texts(1000),
]);

export const creatorInput = z.object({
	name: line(64),
	username,
	tier: z.enum(tiers).default("bronze"),
	country: country.nullable().default(null),
	bio: bio.default({}),
});
export const creatorChange = z
	.object({
		name: line(64),
		username,
		tier: z.enum(tiers),
		country: country.nullable(),
		bio,
		active: z.boolean(),
		percent: z.int().min(0).max(100).nullable().describe("Their own share; null: as the setting says"),
		telegram_id: z
			.int()
			.positive()
			.nullable()
			.describe("Their own account at Telegram: there they read of sales"),
	})
	.partial();
export const verifyInput = z.object({ seen: line(200).describe("What was seen, e.g. passport") });
export const galleryInput = z.object({ media: mediaIds(30) });

const reference = z
	.object({
		currency: z.string().regex(/^[A-Z]{3}$/),
		amount: z.int().positive().describe("In its smallest unit"),
	})
	.describe("What it would be in another currency, for information");

export const productInput = z.object({
	type: z.enum(productTypes),
	title: line(64),
	about: texts(500).default({}),
	stars,
	days: z.int().min(1).max(3650).nullable().default(null).describe("Of a subscription"),
	recurring: z.boolean().default(false).describe("Charged again every 30 days"),
	trial_days: z.int().min(0).max(90).default(0),
	stock: z.int().min(1).max(1_000_000).nullable().default(null),
	reference: reference.nullable().default(null),
	media: mediaIds(200).default([]),
});
export const productChange = z
	.object({
		title: line(64),
		about: texts(500),
		stars,
		days: z.int().min(1).max(3650).nullable(),
		trial_days: z.int().min(0).max(90),
		stock: z.int().min(1).max(1_000_000).nullable(),
		reference: reference.nullable(),
		media: mediaIds(200),
	})
	.partial();

const picture = z.object({ id: z.string(), kind: z.string(), url: z.string(), width: whole, height: whole });

export const product = z.object({
	id: z.string(),
	creator_id: z.string(),
	type: z.enum(productTypes),
	title: z.string(),
	about: texts(500),
	stars: whole,
	days: whole.nullable(),
	recurring: z.boolean(),
	trial_days: whole,
	stock: whole.nullable(),
	reference: reference.nullable(),
	state: z.enum(["on_sale", "archived"]),
	media: z.array(z.string()),
	chats: z.array(whole).describe("Groups and channels it lets into"),
	created_at: time,
});
export const productAnswer = z.object({ product });

export const creator = z.object({
	id: z.string(),
	account_id: whole,
	name: z.string(),
	username: z.string(),
	tier: z.enum(tiers),
	country: z.string().nullable(),
	bio: texts(1000),
	active: z.boolean(),
	percent: whole.nullable(),
	telegram_id: whole.nullable(),
	verified_at: time.nullable(),
	verified_by: z.string().nullable(),
	verified_seen: z.string().nullable(),
	visible: z.boolean().describe("Verified and active: people can see and buy"),
	link: z.string().nullable().describe("Opens the profile in a bot"),
	created_at: time,
});
export const creatorsQuery = z.object({
	...paging,
	q: z.string().trim().max(64).optional().describe("A part of the name or username"),
});
export const creatorsAnswer = z.object({ creators: z.array(creator), next });
export const creatorAnswer = z.object({
	creator: creator.extend({ gallery: z.array(picture), products: z.array(product) }),
});

export const codeInput = z
	.object({
		code: z
			.string()
			.trim()
			.regex(/^[A-Za-z0-9_-]{2,32}$/, "2 to 32 of A-Z, 0-9, _ and -"),
		product_id: productId.nullable().default(null).describe("null: everything of the creator"),
		percent: z.int().min(1).max(100).nullable().default(null),
		stars_off: stars.nullable().default(null),
		limit_total: z.int().min(1).nullable().default(null),
		limit_person: z.int().min(1).nullable().default(null),
		from: z.iso.datetime().nullable().default(null),
		until: z.iso.datetime().nullable().default(null),
		renewals: z.boolean().default(false).describe("Also for what is charged again, each time"),
	})
	.refine(({ percent, stars_off }) => (percent === null) !== (stars_off === null), {
		message: "name either a percentage or Stars",
		path: ["percent"],
	});
export const codeChange = z.object({
	active: z.boolean().optional(),
	until: z.iso.datetime().nullable().optional(),
	limit_total: z.int().min(1).nullable().optional(),
	limit_person: z.int().min(1).nullable().optional(),
});
const code = z.object({
	code: z.string(),
	product_id: z.string().nullable(),
	percent: whole.nullable(),
	stars_off: whole.nullable(),
	limit_total: whole.nullable(),
	limit_person: whole.nullable(),
	from: time.nullable(),
	until: time.nullable(),
	renewals: z.boolean(),
	active: z.boolean(),
	used: whole,
	link: z.string().nullable(),
});
export const codesAnswer = z.object({ codes: z.array(code) });

export const salesQuery = z.object({
	...paging,
	creator: creatorId.optional(),
	product: productId.optional(),
	state: z.enum(["sold", "refunded"]).optional(),
});
const sale = z.object({
	no: whole,
	kind: z.enum(saleKinds).describe("`grant`: given by a code or as free days"),
	creator_id: z.string(),
	creator: z.string(),
	product_id: z.string().nullable(),
	product: z.string().nullable(),
	user_id: whole.describe("Negative: a pseudonym of somebody erased"),
	stars: whole,
	renewal: z.boolean(),
	code: z.string().nullable(),
	post: whole.nullable().describe("The post whose button brought the buyer"),
	share: whole.nullable().describe("The creator's part; null: not counted yet"),
	share_state: z.enum(["new", "pending", "payable", "taken_back"]),
	state: z.enum(["sold", "refunded"]),
	at: time,
});
export const salesAnswer = z.object({ sales: z.array(sale), next });

export const buyersQuery = z.object({ ...paging, state: z.enum(["active", "ended"]).default("active") });
export const buyersAnswer = z.object({
	buyers: z.array(
		z.object({
			user_id: whole,
			state: z.enum(["active", "ended"]),
			since: time,
			until: time.nullable().describe("null: for good"),
		}),
	),
	next,
});

export const revenueQuery = z.object({
	days: z.coerce.number().int().min(1).max(366).default(30),
});
const sum = z.object({ sales: whole, stars: whole, share: whole });
export const revenueAnswer = z.object({
	days: z.array(sum.extend({ day: z.string() })),
	products: z.array(sum.extend({ id: z.string().nullable(), title: z.string().nullable() })),
	codes: z.array(sum.extend({ code: z.string() })),
	posts: z.array(sum.extend({ post: whole })),
	held: z.object({
		pending: whole.describe("Held by Telegram, for 21 days after the sale"),
		payable: whole.describe("Can be paid out"),
		owed: whole.describe("Refunded after it was paid out"),
	}),
	payouts: z.array(z.object({ id: z.string(), stars: whole, note: z.string(), by: z.string(), at: time })),
});
export const payoutInput = z.object({ stars: z.int().min(1), note: line(200).describe("How it was paid") });
export const heldAnswer = revenueAnswer.pick({ held: true });

export const chatInput = z.object({
	chat_id: z.coerce
		.number("must be a chat's id, e.g. -1001234567890")
		.int()
		.negative("must be a group's or channel's id"),
});
const linkedChat = z.object({
	chat_id: z.int(),
	title: z.string(),
	type: z.enum(["supergroup", "channel"]),
	state: z.enum(["ready", "lost"]).describe("`lost`: the bot lacks a right, and nothing is sold into it"),
	missing: z.array(z.string()).describe("The rights that are missing, by Telegram's names"),
	link: z.string().nullable().describe("Lets ask to join; it lets nobody in by itself"),
	members: whole.describe("Let in by what they bought"),
	unknown: whole.describe("Were there before, as far as they are known"),
	removing: whole.describe("Are about to be taken out"),
	linked_at: time,
	checked_at: time,
});
export const chatsAnswer = z.object({ chats: z.array(linkedChat) });
export const adoptedAnswer = z.object({ members: whole });
export const removeUnknownQuery = z.object({
	dry_run: z
		.enum(["true", "false", "1", "0", ""])
		.default("false")
		.describe("Only says who would be removed"),
});
export const removedAnswer = z.object({
	members: whole,
	users: z.array(z.int()).max(1000).describe("Who would be removed; empty unless it is a dry run"),
});
