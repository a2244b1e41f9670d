import { and, asc, eq, gt, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Accounts } from "../../platform/accounts.ts";
import { among, type Db } from "../../platform/db.ts";
import { creators, galleryPhotos, productChats, productMedia, products } from "../schema.ts";

export type Creator = typeof creators.$inferSelect;
export type Product = typeof products.$inferSelect;

const of = (column: typeof creators.accountId | typeof products.accountId, accounts: Accounts) =>
	accounts === "all" ? undefined : inArray(column, [...accounts]);

export async function insertCreator(db: Db, creator: Omit<Creator, "no">): Promise<Creator> {
	const [row] = await db.insert(creators).values(creator).returning();
	if (!row) throw new Error("a creator was not written");
	return row;
}

export async function findCreator(
	db: Db,
	accounts: Accounts,
	by: { id: string } | { no: number } | { username: string } | { telegramId: number },
): Promise<Creator | null> {
	const is: SQL =
		"id" in by
			? eq(creators.id, by.id)
			: "no" in by
				? eq(creators.no, by.no)
				: "username" in by
					? eq(creators.username, by.username)
					: eq(creators.telegramId, by.telegramId);
	const [row] = await db
		.select()
		.from(creators)
		.where(and(is, of(creators.accountId, accounts)))
		.limit(1);
	return row ?? null;
}

interface CreatorsPage {
	/** What a name or username begins with. */
	search: string | null;
	/** Only those people may see. */
	visible: boolean;
	after: number | null;
	limit: number;
}

/** In the order they were added, along the primary key or `creators_account`. */
export const selectCreators = (
	db: Db,
	accounts: Accounts,
	{ search, visible, after, limit }: CreatorsPage,
): Promise<Creator[]> =>
	db
		.select()
		.from(creators)
		.where(
			and(
				of(creators.accountId, accounts),
				after === null ? undefined : gt(creators.no, after),
				visible ? and(eq(creators.active, true), isNotNull(creators.verifiedAt)) : undefined,
				search === null
					? undefined
					: sql`(instr(lower(${creators.name}), ${search.toLowerCase()}) > 0 OR instr(${creators.username}, ${search.toLowerCase()}) > 0)`,
			),
		)
		.orderBy(asc(creators.no))
		.limit(limit);

export const updateCreator = (db: Db, no: number, changes: Partial<Omit<Creator, "no" | "id">>) =>
	db.update(creators).set(changes).where(eq(creators.no, no));

/** Statements: the gallery is these, in this order. */
export const replaceGallery = (db: Db, creatorNo: number, mediaIds: readonly string[]) => [
	db.delete(galleryPhotos).where(eq(galleryPhotos.creatorNo, creatorNo)),
	...(mediaIds.length > 0
		? [
				db
					.insert(galleryPhotos)
					.select(sql`SELECT ${creatorNo}, value, key FROM json_each(${JSON.stringify(mediaIds)})`),
			]
		: []),
];

export const selectGallery = async (db: Db, creatorNo: number): Promise<string[]> =>
	(
		await db
			.select({ id: galleryPhotos.mediaId })
			.from(galleryPhotos)
			.where(eq(galleryPhotos.creatorNo, creatorNo))
			.orderBy(asc(galleryPhotos.position))
	).map(({ id }) => id);

export async function insertProduct(db: Db, product: Omit<Product, "no">): Promise<Product> {
	const [row] = await db.insert(products).values(product).returning();
	if (!row) throw new Error("a product was not written");
	return row;
}

export async function findProduct(
	db: Db,
	accounts: Accounts,
	by: { id: string } | { no: number },
): Promise<Product | null> {
	const is = "id" in by ? eq(products.id, by.id) : eq(products.no, by.no);
	const [row] = await db
		.select()
		.from(products)
		.where(and(is, of(products.accountId, accounts)))
		.limit(1);
	return row ?? null;
}

/** A creator's, in the order they were added, along `products_creator`. */
export const selectProducts = (db: Db, creatorNo: number, onSale: boolean): Promise<Product[]> =>
	db
		.select()
		.from(products)
		.where(and(eq(products.creatorNo, creatorNo), onSale ? eq(products.state, "on_sale") : undefined))
		.orderBy(asc(products.no));

export const updateProduct = (db: Db, no: number, changes: Partial<Omit<Product, "no" | "id">>) =>
	db.update(products).set(changes).where(eq(products.no, no));

/** `from -> to`. @returns whether it was in the state it may come from */
export async function moveProduct(
	db: Db,
	no: number,
	from: Product["state"],
	to: Pick<Product, "state" | "archivedAt">,
): Promise<boolean> {
	const moved = await db
		.update(products)
		.set(to)
		.where(and(eq(products.no, no), eq(products.state, from)))
		.returning({ no: products.no });
	return moved.length > 0;
}

/** Statements: the product has these, in this order. */
export const replaceProductMedia = (db: Db, productNo: number, mediaIds: readonly string[]) => [
	db.delete(productMedia).where(eq(productMedia.productNo, productNo)),
	...(mediaIds.length > 0
		? [
				db
					.insert(productMedia)
					.select(sql`SELECT ${productNo}, value, key FROM json_each(${JSON.stringify(mediaIds)})`),
			]
		: []),
];

export const selectProductMedia = async (db: Db, productNo: number): Promise<string[]> =>
	(
		await db
			.select({ id: productMedia.mediaId })
			.from(productMedia)
			.where(eq(productMedia.productNo, productNo))
			.orderBy(asc(productMedia.position))
	).map(({ id }) => id);

export const selectProductChats = async (db: Db, productNo: number): Promise<number[]> =>
	(
		await db
			.select({ id: productChats.chatId })
			.from(productChats)
			.where(eq(productChats.productNo, productNo))
			.orderBy(asc(productChats.chatId))
	).map(({ id }) => id);

/** Which of these media creators and products of the shop show, by media: for who wants to delete one. */
export async function selectMediaUses(db: Db, mediaId: string) {
	const [shown, sold] = await db.batch([
		db
			.select({ id: creators.id, name: creators.name })
			.from(galleryPhotos)
			.innerJoin(creators, eq(creators.no, galleryPhotos.creatorNo))
			.where(eq(galleryPhotos.mediaId, mediaId)),
		db
			.select({ id: products.id, name: products.title })
			.from(productMedia)
			.innerJoin(products, eq(products.no, productMedia.productNo))
			.where(eq(productMedia.mediaId, mediaId)),
	]);
	return [
		...shown.map((one) => ({ kind: "creator", ...one })),
		...sold.map((one) => ({ kind: "product", ...one })),
	];
}

interface Named {
	id: string;
	name: string;
}

/** What these are called, by number. */
export async function namesOf(db: Db, creatorNos: readonly number[], productNos: readonly number[]) {
	const [who, what] = await db.batch([
		db
			.select({ no: creators.no, id: creators.id, name: creators.name })
			.from(creators)
			.where(among(creators.no, creatorNos)),
		db
			.select({ no: products.no, id: products.id, name: products.title })
			.from(products)
			.where(among(products.no, productNos)),
	]);
	const byNo = (rows: (Named & { no: number })[]) =>
		new Map(rows.map(({ no, id, name }): [number, Named] => [no, { id, name }]));
	return { creators: byNo(who), products: byNo(what) };
}
