import { Composer } from "grammy";
import {
	awaited,
	type PersonContext,
	type StartPayload,
	type StartPayloadMakers,
} from "../people/context.ts";
import { wordOf } from "../platform/callbacks.ts";
import type { Intent } from "../platform/intents.ts";
import { ownPages } from "./bot/owned.ts";
import { type PagesNeeds, shopPages } from "./bot/pages.ts";
import { salesDesk } from "./bot/selling.ts";
import { type Payload, payloadOf } from "./rules.ts";
import { callbacks } from "./views.ts";

const said: readonly (Intent | null)[] = ["models", "purchases", "subscriptions"];

const isForShop = (ctx: PersonContext): boolean =>
	said.includes(ctx.intent) ||
	["shop", "again"].includes(wordOf(ctx.callbackQuery?.data)) ||
	awaited(ctx, "code") !== null;

/** Creators and what they sell, from the list to what somebody has of it. */
export function shopBot(needs: PagesNeeds & { sayAbsent: (ctx: PersonContext) => Promise<unknown> }) {
	const pages = shopPages(needs);
	const desk = salesDesk(needs, pages);
	const own = ownPages(needs);
	const room = new Composer<PersonContext>();
	const shop = room.filter(isForShop);
	shop.use(async (ctx, next) => {
		// What somebody has they get at any bot of ours that it was bought at.
		const has = wordOf(ctx.callbackQuery?.data) === "again" || ctx.rooms.includes("shop");
		if (!has) await needs.sayAbsent(ctx);
		else if (await pages.isOpenTo(ctx)) await next();
	});

	shop.filter((ctx) => ctx.intent === "models").use((ctx) => pages.showCreators(ctx, 0));
	shop.callbackQuery(callbacks.models.pattern, async (ctx) => {
		const [after = 0] = callbacks.models.read(ctx.match) ?? [];
		await pages.showCreators(ctx, after);
	});
	shop.callbackQuery(callbacks.creator.pattern, async (ctx) => {
		const [no = 0, post = 0] = callbacks.creator.read(ctx.match) ?? [];
		await pages.showProfile(ctx, await pages.creatorOf(no), post);
	});
	shop.callbackQuery(callbacks.product.pattern, async (ctx) => {
		const [no = 0, post = 0] = callbacks.product.read(ctx.match) ?? [];
		await pages.showProduct(ctx, await pages.productOf(no), post);
	});
	shop.callbackQuery(callbacks.buy.pattern, async (ctx) => {
		const [no = 0, post = 0] = callbacks.buy.read(ctx.match) ?? [];
		await desk.buy(ctx, no, post);
	});
	shop.callbackQuery(callbacks.tryOut.pattern, async (ctx) => {
		const [no = 0, post = 0] = callbacks.tryOut.read(ctx.match) ?? [];
		await desk.tryOut(ctx, no, post);
	});
	shop.callbackQuery(callbacks.gift.pattern, async (ctx) => {
		const [no = 0, post = 0] = callbacks.gift.read(ctx.match) ?? [];
		await desk.buyGift(ctx, no, post);
	});
	shop.callbackQuery(callbacks.tips.pattern, async (ctx) => {
		const [no = 0] = callbacks.tips.read(ctx.match) ?? [];
		await desk.offerTips(ctx, no);
	});
	shop.callbackQuery(callbacks.tip.pattern, async (ctx) => {
		const [no = 0, stars = 0] = callbacks.tip.read(ctx.match) ?? [];
		await desk.tip(ctx, no, stars);
	});
	shop.callbackQuery(callbacks.code.pattern, async (ctx) => {
		const [product = 0, post = 0] = callbacks.code.read(ctx.match) ?? [];
		await desk.askCode(ctx, product, post);
	});
	shop.callbackQuery(callbacks.withoutCode.pattern, async (ctx) => {
		const [no = 0, post = 0] = callbacks.withoutCode.read(ctx.match) ?? [];
		delete ctx.session.code;
		await pages.showProduct(ctx, await pages.productOf(no), post);
	});
	shop.filter((ctx) => ctx.intent === "purchases").use((ctx) => own.showPurchases(ctx, 0));
	shop.callbackQuery(callbacks.purchases.pattern, async (ctx) => {
		const [page = 0] = callbacks.purchases.read(ctx.match) ?? [];
		await own.showPurchases(ctx, page);
	});
	shop.filter((ctx) => ctx.intent === "subscriptions").use(own.showSubscriptions);
	shop.callbackQuery(callbacks.subscriptions.pattern, own.showSubscriptions);
	shop.callbackQuery(callbacks.again.pattern, async (ctx) => {
		const [no = 0] = callbacks.again.read(ctx.match) ?? [];
		await own.sendAgain(ctx, no, "again");
	});
	shop.callbackQuery(callbacks.links.pattern, async (ctx) => {
		const [no = 0] = callbacks.links.read(ctx.match) ?? [];
		await own.sendAgain(ctx, no, "links");
	});
	shop.on("message:text", async (ctx) => {
		const waiting = awaited(ctx, "code");
		if (!waiting) return;
		delete ctx.session.waiting;
		await desk.takeCode(ctx, ctx.message.text, waiting);
	});
	return room;
}

/** What links into the shop open, also for who is new, as soon as they are in. */
export function startPayloads(needed: () => PagesNeeds): StartPayloadMakers {
	async function open(ctx: PersonContext, payload: Payload): Promise<void> {
		const needs = needed();
		const pages = shopPages(needs);
		const desk = salesDesk(needs, pages);
		if (!(await pages.isOpenTo(ctx))) return;
		switch (payload.what) {
			case "model":
				return pages.showProfile(
					ctx,
					await needs.shop.catalogue.visible({ id: payload.id }),
					payload.post ?? 0,
				);
			case "product":
				return pages.showProduct(ctx, await needs.shop.catalogue.onSale(payload.id), 0);
			case "promo":
				return desk.takeCode(ctx, payload.code, { product: 0, post: 0 });
			case "gift":
				return desk.claimGift(ctx, payload.token);
		}
	}
	const opening = (what: Payload["what"]): StartPayload => ({
		room: "shop",
		matches: (text) => payloadOf(text)?.what === what,
		async act(ctx, text) {
			const payload = payloadOf(text);
			if (payload) await open(ctx, payload);
		},
	});
	return {
		model: () => opening("model"),
		product: () => opening("product"),
		promo: () => opening("promo"),
		gift: () => opening("gift"),
	};
}
