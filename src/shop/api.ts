import { Hono } from "hono";
import type { MediaServices } from "../media/wiring.ts";
import { permit } from "../platform/access.ts";
import { type AccountBook, accountOf, accountsOf } from "../platform/accounts.ts";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { describe, valid } from "../platform/openapi.ts";
import { pageOf } from "../platform/pages.ts";
import { badCursor, done, present } from "../platform/shapes.ts";
import { shownCreator, shownProduct } from "./api/shown.ts";
import type { Creator } from "./service/catalogue.ts";
import * as shapes from "./shapes.ts";
import type { ShopServices } from "./wiring.ts";

type Needs = ShopServices &
	Pick<MediaServices, "media"> & { accounts: AccountBook } & Pick<House, "registry">;

/** @throws AppError 400 */
export function numberIn(cursor: string | undefined): number | null {
	if (cursor === undefined) return null;
	if (!/^\d{1,15}$/.test(cursor)) throw badCursor();
	return Number(cursor);
}

/** A creator with everything that is theirs. */
async function whole(
	{ shop, media, registry }: Pick<Needs, "shop" | "media" | "registry">,
	creator: Creator,
) {
	const [pictures, products] = await Promise.all([
		shop.catalogue.gallery(creator.no).then((ids) => media.usable(creator.accountId, ids, true)),
		shop.catalogue.products(creator.no, false),
	]);
	return {
		...shownCreator(registry, creator),
		gallery: await Promise.all(
			pictures.map(async (row) => {
				const { id, kind, width, height } = row;
				return { id, kind, url: await media.url(row), width, height };
			}),
		),
		products: await Promise.all(products.map((product) => shownProduct(shop, creator.id, product))),
	};
}

/** Creators and what they sell. */
export const shopApi = new Hono<ApiEnv<Needs>>()
	.get(
		"/creators",
		describe("Creators", "Lists creators, in the order they were added", shapes.creatorsAnswer, {
			errors: [400],
		}),
		valid("query", shapes.creatorsQuery),
		async (c) => {
			const { shop, registry } = c.var.deps;
			const { q, cursor, limit } = c.req.valid("query");
			const page = { search: q || null, visible: false, after: numberIn(cursor), limit: limit + 1 };
			const { page: rows, last } = pageOf(await shop.catalogue.creators(accountsOf(c), page), limit);
			const creators = rows.map((row) => shownCreator(registry, row));
			return c.json({ creators, next: last ? String(last.no) : null });
		},
	)
	.post(
		"/creators",
		describe("Creators", "Adds a creator: nobody sees them before they are verified", shapes.creatorAnswer, {
			status: 201,
			errors: [400, 404, 409],
			write: true,
		}),
		valid("json", shapes.creatorInput),
		async (c) => {
			const { shop } = c.var.deps;
			const input = { ...c.req.valid("json"), accountId: await accountOf(c) };
			const creator = await shop.catalogue.add(input, c.var.actor);
			return c.json({ creator: await whole(c.var.deps, creator) }, 201);
		},
	)
	.get(
		"/creators/:id",
		describe("Creators", "A creator with gallery and products", shapes.creatorAnswer, { errors: [400, 404] }),
		valid("param", shapes.creatorParam),
		async (c) => {
			const creator = await c.var.deps.shop.catalogue.mustHave(accountsOf(c), c.req.valid("param").id);
			return c.json({ creator: await whole(c.var.deps, creator) });
		},
	)
	.patch(
		"/creators/:id",
		describe("Creators", "Changes a creator", shapes.creatorAnswer, { errors: [400, 404, 409], write: true }),
		valid("param", shapes.creatorParam),
		valid("json", shapes.creatorChange),
		async (c) => {
			const { shop } = c.var.deps;
			const { telegram_id: telegramId, ...rest } = c.req.valid("json");
			const changes = present({ ...rest, telegramId });
			// Their own share of what is sold is not theirs to set.
			if (changes.percent !== undefined) permit(c.var.identity, "Creators' payouts", "write");
			const { id } = c.req.valid("param");
			const creator = await shop.catalogue.change(accountsOf(c), id, changes, c.var.actor);
			return c.json({ creator: await whole(c.var.deps, creator) });
		},
	)
	.post(
		"/creators/:id/verify",
		describe("Verification", "Says that somebody saw that this creator is an adult", shapes.creatorAnswer, {
			errors: [400, 404],
			write: true,
			description: "Kept with the date, by whom, and what was seen. From now on people can see the creator.",
		}),
		valid("param", shapes.creatorParam),
		valid("json", shapes.verifyInput),
		async (c) => {
			const { seen } = c.req.valid("json");
			const { id } = c.req.valid("param");
			const creator = await c.var.deps.shop.catalogue.verify(accountsOf(c), id, seen, c.var.actor);
			return c.json({ creator: await whole(c.var.deps, creator) });
		},
	)
	.put(
		"/creators/:id/gallery",
		describe("Creators", "Sets the pictures of the profile, in their order", shapes.creatorAnswer, {
			errors: [400, 404],
			write: true,
		}),
		valid("param", shapes.creatorParam),
		valid("json", shapes.galleryInput),
		async (c) => {
			const { catalogue } = c.var.deps.shop;
			const { id } = c.req.valid("param");
			await catalogue.setGallery(accountsOf(c), id, c.req.valid("json").media, c.var.actor);
			return c.json({ creator: await whole(c.var.deps, await catalogue.mustHave(accountsOf(c), id)) });
		},
	)
	.post(
		"/creators/:id/products",
		describe("Products", "Adds a product", shapes.productAnswer, {
			status: 201,
			errors: [400, 404],
			write: true,
		}),
		valid("param", shapes.creatorParam),
		valid("json", shapes.productInput),
		async (c) => {
			const { shop } = c.var.deps;
			const { trial_days: trialDays, ...input } = c.req.valid("json");
			const { id } = c.req.valid("param");
			const product = await shop.catalogue.addProduct(
				accountsOf(c),
				id,
				{ ...input, trialDays },
				c.var.actor,
			);
			return c.json({ product: await shownProduct(shop, id, product) }, 201);
		},
	)
	.get(
		"/products/:id",
		describe("Products", "One product", shapes.productAnswer, { errors: [400, 404] }),
		valid("param", shapes.productParam),
		async (c) => {
			const { shop } = c.var.deps;
			const product = await shop.catalogue.mustSell(accountsOf(c), c.req.valid("param").id);
			const creator = await shop.catalogue.creatorOf(product.creatorNo);
			return c.json({ product: await shownProduct(shop, creator?.id ?? "", product) });
		},
	)
	.patch(
		"/products/:id",
		describe("Products", "Changes a product", shapes.productAnswer, {
			errors: [400, 404],
			write: true,
			description: "A changed price holds for new buyers: who is subscribed keeps theirs.",
		}),
		valid("param", shapes.productParam),
		valid("json", shapes.productChange),
		async (c) => {
			const { shop } = c.var.deps;
			const { trial_days: trialDays, ...rest } = c.req.valid("json");
			const changes = present({ ...rest, trialDays });
			const { id } = c.req.valid("param");
			const product = await shop.catalogue.changeProduct(accountsOf(c), id, changes, c.var.actor);
			const creator = await shop.catalogue.creatorOf(product.creatorNo);
			return c.json({ product: await shownProduct(shop, creator?.id ?? "", product) });
		},
	)
	.post(
		"/products/:id/archive",
		describe("Products", "Takes a product off sale", done, {
			errors: [400, 404, 409],
			write: true,
			description: "What runs goes on until its end; renewals are cancelled, and people are told.",
		}),
		valid("param", shapes.productParam),
		async (c) => {
			await c.var.deps.shop.archiving.archive(accountsOf(c), c.req.valid("param").id, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.post(
		"/products/:id/restore",
		describe("Products", "Puts a product on sale again", done, { errors: [400, 404, 409], write: true }),
		valid("param", shapes.productParam),
		async (c) => {
			await c.var.deps.shop.catalogue.restoreProduct(accountsOf(c), c.req.valid("param").id, c.var.actor);
			return c.json({ ok: true as const });
		},
	);
