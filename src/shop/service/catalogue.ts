import type { Media } from "../../media/service.ts";
import type { Accounts } from "../../platform/accounts.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { AppError, violationOf } from "../../platform/errors.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { newId } from "../../platform/ids.ts";
import {
	isVisible,
	maxRecurringStars,
	type ProductType,
	paidMediaLimit,
	recurringDays,
	type Tier,
} from "../rules.ts";
import {
	type Creator,
	findCreator,
	findProduct,
	insertCreator,
	insertProduct,
	moveProduct,
	type Product,
	replaceGallery,
	replaceProductMedia,
	selectCreators,
	selectGallery,
	selectMediaUses,
	selectProductChats,
	selectProductMedia,
	selectProducts,
	updateCreator,
	updateProduct,
} from "../store/catalogue.ts";

export type { Creator, Product };
export type Catalogue = ReturnType<typeof createCatalogue>;

interface Needs {
	db: Db;
	now: () => number;
	media: Pick<Media, "usable">;
}

export interface NewCreator {
	accountId: number;
	name: string;
	username: string;
	tier: Tier;
	country: string | null;
	bio: Partial<Record<Language, string>>;
}

export interface NewProduct {
	type: ProductType;
	title: string;
	about: Partial<Record<Language, string>>;
	stars: number;
	days: number | null;
	recurring: boolean;
	trialDays: number;
	stock: number | null;
	reference: { currency: string; amount: number } | null;
	media: string[];
}

const noCreator = () => new AppError(404, "no_creator", "There is no such creator.");
const noProduct = () => new AppError(404, "no_product", "There is no such product.");

/** Creators and what they sell. Everything asked for in one account is looked for in that account alone. */
export function createCatalogue({ db, now, media: library }: Needs) {
	async function mustHave(accounts: Accounts, id: string): Promise<Creator> {
		const creator = await findCreator(db, accounts, { id });
		if (!creator) throw noCreator();
		return creator;
	}

	async function mustSell(accounts: Accounts, id: string): Promise<Product> {
		const product = await findProduct(db, accounts, { id });
		if (!product) throw noProduct();
		return product;
	}

	/**
	 * Whoever runs the deployment may also use the operator's own media.
	 * @throws AppError 404 for what is not there, 400 for what is no picture where only those can be
	 */
	async function checkMedia(
		accounts: Accounts,
		accountId: number,
		ids: readonly string[],
		pictures: boolean,
	): Promise<void> {
		if (new Set(ids).size < ids.length)
			throw new AppError(400, "invalid", "Each only once.", { media: "names one twice" });
		const rows = await library.usable(accountId, ids, accounts === "all");
		const other = rows.find(({ kind }) => pictures && kind !== "photo");
		if (other)
			throw new AppError(400, "invalid", "Only pictures can be shown here.", {
				media: `${other.id} is no picture`,
			});
	}

	/** @throws AppError 400 for what Telegram would not charge, or nobody could be given */
	function checkTerms({ type, stars, days, recurring, trialDays, media }: NewProduct): void {
		const wrong = (field: string, why: string) =>
			new AppError(400, "invalid", "This can't be sold.", { [field]: why });
		if (type !== "subscription") {
			if (days !== null) throw wrong("days", "only a subscription has days");
			if (recurring) throw wrong("recurring", "only a subscription is charged again");
			if (trialDays > 0) throw wrong("trial_days", "only a subscription has free days");
			if (media.length === 0) throw wrong("media", "there must be something to get");
			return;
		}
		if (days === null) throw wrong("days", "a subscription has days");
		if (!recurring) return;
		if (days !== recurringDays) throw wrong("days", `Telegram charges again every ${recurringDays} days`);
		if (stars > maxRecurringStars)
			throw wrong("stars", `at most ${maxRecurringStars} where it is charged again`);
	}

	const write = async (actor: string, action: string, subject: string) =>
		void (await audit(db, now(), { actor, action, subject }));

	return {
		mustHave,
		mustSell,

		/** As people may see them: verified and active. */
		async visible(by: { id: string } | { username: string }): Promise<Creator | null> {
			const creator = await findCreator(db, "all", by);
			return creator && isVisible(creator) ? creator : null;
		},

		/** One that is on sale, with a creator whom people may see. */
		async onSale(id: string): Promise<{ product: Product; creator: Creator } | null> {
			const product = await findProduct(db, "all", { id });
			const creator = product && (await findCreator(db, "all", { no: product.creatorNo }));
			return product?.state === "on_sale" && creator && isVisible(creator) ? { product, creator } : null;
		},

		creators: (accounts: Accounts, page: Parameters<typeof selectCreators>[2]) =>
			selectCreators(db, accounts, page),
		ofTelegram: (telegramId: number) => findCreator(db, "all", { telegramId }),
		creatorOf: (no: number) => findCreator(db, "all", { no }),
		productOf: (no: number) => findProduct(db, "all", { no }),
		gallery: (creatorNo: number) => selectGallery(db, creatorNo),
		products: (creatorNo: number, onSale: boolean) => selectProducts(db, creatorNo, onSale),
		media: (productNo: number) => selectProductMedia(db, productNo),
		chats: (productNo: number) => selectProductChats(db, productNo),

		/** @throws AppError 409 if the username is taken */
		async add(creator: NewCreator, actor: string): Promise<Creator> {
			try {
				const added = await insertCreator(db, {
					...{ ...creator, id: newId("crt"), username: creator.username.toLowerCase(), active: true },
					...{ percent: null, telegramId: null, verifiedAt: null, verifiedBy: null, verifiedSeen: null },
					createdAt: now(),
				});
				await write(actor, "creator.added", added.id);
				return added;
			} catch (error) {
				if (violationOf(error)?.kind === "unique")
					throw new AppError(409, "taken", "Another creator has this username.", { username: "is taken" });
				throw error;
			}
		},

		/** @throws AppError 404, or 409 if the username is taken */
		async change(
			accounts: Accounts,
			id: string,
			changes: Partial<Omit<NewCreator, "accountId"> & Pick<Creator, "active" | "percent" | "telegramId">>,
			actor: string,
		): Promise<Creator> {
			const creator = await mustHave(accounts, id);
			const username = changes.username?.toLowerCase();
			try {
				await db.batch([
					updateCreator(db, creator.no, { ...changes, ...(username ? { username } : {}) }),
					audit(db, now(), { actor, action: "creator.changed", subject: id, details: changes }),
				]);
			} catch (error) {
				if (violationOf(error)?.kind === "unique")
					throw new AppError(409, "taken", "Another creator has this username.", { username: "is taken" });
				throw error;
			}
			return mustHave(accounts, id);
		},

		/** Somebody saw that they are an adult: from now on people can see them. */
		async verify(accounts: Accounts, id: string, seen: string, actor: string): Promise<Creator> {
			const creator = await mustHave(accounts, id);
			const verified = { verifiedAt: now(), verifiedBy: actor, verifiedSeen: seen };
			await db.batch([
				updateCreator(db, creator.no, verified),
				audit(db, now(), { actor, action: "creator.verified", subject: id, details: { seen } }),
			]);
			return { ...creator, ...verified };
		},

		/** @throws AppError 400 for what the account has not, or what is no picture */
		async setGallery(accounts: Accounts, id: string, media: string[], actor: string): Promise<void> {
			const creator = await mustHave(accounts, id);
			await checkMedia(accounts, creator.accountId, media, true);
			await db.batch([
				audit(db, now(), {
					actor,
					action: "creator.gallery",
					subject: id,
					details: { pictures: media.length },
				}),
				...replaceGallery(db, creator.no, media),
			]);
		},

		/** @throws AppError 400 for what can't be sold like this */
		async addProduct(
			accounts: Accounts,
			creatorId: string,
			product: NewProduct,
			actor: string,
		): Promise<Product> {
			const creator = await mustHave(accounts, creatorId);
			checkTerms(product);
			await checkMedia(accounts, creator.accountId, product.media, false);
			const { media, reference, ...rest } = product;
			const added = await insertProduct(db, {
				...{ ...rest, id: newId("prd"), accountId: creator.accountId, creatorNo: creator.no },
				...{ referenceCurrency: reference?.currency ?? null, referenceAmount: reference?.amount ?? null },
				...{ state: "on_sale", createdAt: now(), archivedAt: null },
			});
			await db.batch([
				audit(db, now(), {
					actor,
					action: "product.added",
					subject: added.id,
					details: { stars: rest.stars },
				}),
				...replaceProductMedia(db, added.no, media),
			]);
			return added;
		},

		/** What is new holds for new buyers: a running subscription keeps its price. */
		async changeProduct(
			accounts: Accounts,
			id: string,
			changes: Partial<Omit<NewProduct, "type">>,
			actor: string,
		): Promise<Product> {
			const product = await mustSell(accounts, id);
			const { media, reference, ...rest } = changes;
			const has = media ?? (await selectProductMedia(db, product.no));
			checkTerms({ ...product, reference: null, ...rest, media: has });
			if (media) await checkMedia(accounts, product.accountId, media, false);
			const priced =
				reference === undefined
					? {}
					: { referenceCurrency: reference?.currency ?? null, referenceAmount: reference?.amount ?? null };
			await db.batch([
				audit(db, now(), { actor, action: "product.changed", subject: id, details: changes }),
				...(Object.keys({ ...rest, ...priced }).length > 0
					? [updateProduct(db, product.no, { ...rest, ...priced })]
					: []),
				...(media ? replaceProductMedia(db, product.no, media) : []),
			]);
			return mustSell(accounts, id);
		},

		/** Back on sale. @throws AppError 409 if it is */
		async restoreProduct(accounts: Accounts, id: string, actor: string): Promise<void> {
			const product = await mustSell(accounts, id);
			if (!(await moveProduct(db, product.no, "archived", { state: "on_sale", archivedAt: null })))
				throw new AppError(409, "on_sale", "It is on sale.");
			await write(actor, "product.restored", id);
		},

		/** Who shows or sells a file: it is not deleted while somebody does. */
		mediaUses: (mediaId: string) => selectMediaUses(db, mediaId),

		/** Whether a paid message of Telegram takes all of it. */
		fitsPaidMessage: async (product: Product): Promise<boolean> => {
			const media = await selectProductMedia(db, product.no);
			return product.type === "ppv" && media.length <= paidMediaLimit;
		},
	};
}
