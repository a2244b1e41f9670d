import { Hono } from "hono";
import { accountsOf } from "../platform/accounts.ts";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { once } from "../platform/idempotency.ts";
import { describe, valid } from "../platform/openapi.ts";
import { pageOf } from "../platform/pages.ts";
import { done, present } from "../platform/shapes.ts";
import { iso, isoOrNull } from "../platform/time.ts";
import { botLink } from "./api/shown.ts";
import { numberIn } from "./api.ts";
import { forever } from "./rules.ts";
import * as shapes from "./shapes.ts";
import type { ShopServices } from "./wiring.ts";

type Needs = ShopServices & Pick<House, "registry" | "db" | "now">;

const day = (at: string | null | undefined) => (at ? Date.parse(at) : null);

/** What was sold, to whom, and what came of it. */
export const salesApi = new Hono<ApiEnv<Needs>>()
	.get(
		"/sales",
		describe("Sales", "Lists sales, newest first", shapes.salesAnswer, { errors: [400, 404] }),
		valid("query", shapes.salesQuery),
		async (c) => {
			const { shop } = c.var.deps;
			const { creator, product, state = null, cursor, limit } = c.req.valid("query");
			const accounts = accountsOf(c);
			const creatorNo = creator ? (await shop.catalogue.mustHave(accounts, creator)).no : null;
			const productNo = product ? (await shop.catalogue.mustSell(accounts, product)).no : null;
			const page = { creatorNo, productNo, state, before: numberIn(cursor), limit: limit + 1 };
			const { page: rows, last } = pageOf(await shop.reports.sales(accounts, page), limit);
			const sales = rows.map(({ sale, creator: who, product: what }) => ({
				...{ no: sale.no, kind: sale.kind, creator_id: who?.id ?? "", creator: who?.name ?? "" },
				...{
					product_id: what?.id ?? null,
					product: what?.name ?? null,
					user_id: sale.userId,
					stars: sale.stars,
				},
				...{ renewal: sale.renewal, code: sale.code, post: sale.postNo, share: sale.share },
				...{ share_state: sale.shareState, state: sale.state, at: iso(sale.at) },
			}));
			return c.json({ sales, next: last ? String(last.sale.no) : null });
		},
	)
	.get(
		"/products/:id/buyers",
		describe("Sales", "Who has a product, or had it", shapes.buyersAnswer, { errors: [400, 404] }),
		valid("param", shapes.productParam),
		valid("query", shapes.buyersQuery),
		async (c) => {
			const { shop } = c.var.deps;
			const { state, cursor, limit } = c.req.valid("query");
			const product = await shop.catalogue.mustSell(accountsOf(c), c.req.valid("param").id);
			const found = await shop.entitling.holders(product.no, {
				...{ state, after: numberIn(cursor), limit: limit + 1 },
			});
			const { page, last } = pageOf(found, limit);
			const buyers = page.map(({ userId, state, since, until }) => ({
				...{ user_id: userId, state, since: iso(since), until: until === forever ? null : iso(until) },
			}));
			return c.json({ buyers, next: last ? String(last.userId) : null });
		},
	)
	.get(
		"/creators/:id/revenue",
		describe("Sales", "What a creator sold, earned and was paid", shapes.revenueAnswer, {
			errors: [400, 404],
		}),
		valid("param", shapes.creatorParam),
		valid("query", shapes.revenueQuery),
		async (c) => {
			const { shop } = c.var.deps;
			const creator = await shop.catalogue.mustHave(accountsOf(c), c.req.valid("param").id);
			const [sums, held, payouts] = await Promise.all([
				shop.reports.revenue(creator.no, c.req.valid("query").days),
				shop.shares.held(creator.no),
				shop.shares.payouts(creator.no),
			]);
			return c.json({
				...sums,
				days: sums.days.map(({ day, ...sum }) => ({ day: iso(day * 86_400_000).slice(0, 10), ...sum })),
				held,
				payouts: payouts.map(({ id, stars, note, by, at }) => ({ id, stars, note, by, at: iso(at) })),
			});
		},
	)
	.post(
		"/creators/:id/payouts",
		describe("Creators' payouts", "Says that so many Stars were paid out to a creator", shapes.heldAnswer, {
			errors: [400, 404, 409],
			write: true,
			description: "Send an `Idempotency-Key`: a repeat pays nothing.",
		}),
		valid("param", shapes.creatorParam),
		valid("json", shapes.payoutInput),
		async (c) => {
			const { shop } = c.var.deps;
			const creator = await shop.catalogue.mustHave(accountsOf(c), c.req.valid("param").id);
			const paid = c.req.valid("json");
			await once(c, paid, (key) =>
				shop.shares.payOut(creator, paid, key ?? crypto.randomUUID(), c.var.actor),
			);
			return c.json({ held: await shop.shares.held(creator.no) });
		},
	)
	.get(
		"/creators/:id/codes",
		describe("Products", "A creator's promo codes", shapes.codesAnswer, { errors: [400, 404] }),
		valid("param", shapes.creatorParam),
		async (c) => {
			const { shop, registry } = c.var.deps;
			const creator = await shop.catalogue.mustHave(accountsOf(c), c.req.valid("param").id);
			const rows = await shop.codes.list(creator.no);
			const products = await shop.catalogue.products(creator.no, false);
			const codes = rows.map(({ code: row, used }) => ({
				...{ code: row.code, percent: row.percent, stars_off: row.starsOff, used, active: row.active },
				product_id: products.find(({ no }) => no === row.productNo)?.id ?? null,
				...{ limit_total: row.limitTotal, limit_person: row.limitPerson, renewals: row.renewals },
				...{ from: isoOrNull(row.from), until: isoOrNull(row.until) },
				link: botLink(registry, `promo_${row.code}`),
			}));
			return c.json({ codes });
		},
	)
	.post(
		"/creators/:id/codes",
		describe("Products", "Adds a promo code", done, { status: 201, errors: [400, 404, 409], write: true }),
		valid("param", shapes.creatorParam),
		valid("json", shapes.codeInput),
		async (c) => {
			const { shop } = c.var.deps;
			const creator = await shop.catalogue.mustHave(accountsOf(c), c.req.valid("param").id);
			const { product_id, stars_off: starsOff, limit_total: limitTotal, ...rest } = c.req.valid("json");
			const { limit_person: limitPerson, from, until, ...plain } = rest;
			const product = product_id ? await shop.catalogue.mustSell([creator.accountId], product_id) : null;
			const code = { ...plain, starsOff, limitTotal, limitPerson, from: day(from), until: day(until) };
			await shop.codes.add(creator, { ...code, productNo: product?.no ?? null }, c.var.actor);
			return c.json({ ok: true as const }, 201);
		},
	)
	.patch(
		"/creators/:id/codes/:code",
		describe("Products", "Changes a promo code, or ends it", done, { errors: [400, 404], write: true }),
		valid("param", shapes.codeParam),
		valid("json", shapes.codeChange),
		async (c) => {
			const { shop } = c.var.deps;
			const { id, code } = c.req.valid("param");
			const creator = await shop.catalogue.mustHave(accountsOf(c), id);
			const { active, until, limit_total: limitTotal, limit_person: limitPerson } = c.req.valid("json");
			const ends = until === undefined ? undefined : day(until);
			const changes = present({ active, until: ends, limitTotal, limitPerson });
			await shop.codes.change(creator, code, changes, c.var.actor);
			return c.json({ ok: true as const });
		},
	);
