import type { Media } from "../../media/service.ts";
import { languageOf, type PersonContext } from "../../people/context.ts";
import { isBelow } from "../../people/rules.ts";
import { minimumAge } from "../../people/settings.ts";
import { flags } from "../../platform/flags.ts";
import type { Settings } from "../../platform/settings.ts";
import { codeRefusal, isVisible, priceWith } from "../rules.ts";
import type { Buying } from "../service/buying.ts";
import type { Catalogue, Creator, Product } from "../service/catalogue.ts";
import type { Codes } from "../service/codes.ts";
import type { Entitling } from "../service/entitling.ts";
import type { Fulfilment } from "../service/fulfilment.ts";
import type { Gifts } from "../service/gifts.ts";
import type { Holdings } from "../service/holdings.ts";
import type { Pricing } from "../service/pricing.ts";
import { creatorsPage, profilePage } from "../views/creators.ts";
import { productPage } from "../views/product.ts";
import { ownButtons, type View } from "../views.ts";
import { sendGallery } from "./pictures.ts";

export interface PagesNeeds {
	shop: {
		catalogue: Catalogue;
		pricing: Pricing;
		entitling: Entitling;
		buying: Buying;
		codes: Codes;
		gifts: Gifts;
		holdings: Holdings;
		fulfilment: Fulfilment;
	};
	media: Media;
	settings: Settings;
	now: () => number;
}

export type Pages = ReturnType<typeof shopPages>;
type Found = Awaited<ReturnType<Catalogue["onSale"]>>;

const creatorsShown = 8;

/** A caption may be as long as this. */
const captionLimit = 1024;

/** What people see of creators and of what these sell. What is not for them is not there, whichever number they guess. */
export function shopPages(needs: PagesNeeds) {
	// Each part is made when it is asked for.
	const { shop, settings, now } = needs;

	const show = (ctx: PersonContext, { text, reply_markup }: View) => ctx.reply(text, { reply_markup });
	/** Where there is one page after the other, they take its place. */
	const turn = async (ctx: PersonContext, view: View) => {
		if (!ctx.callbackQuery) return void (await show(ctx, view));
		const { text, reply_markup } = view;
		await ctx.editMessageText(text, { reply_markup }).catch(() => show(ctx, view));
	};

	const notThere = async (ctx: PersonContext) =>
		void (await ctx.reply(ctx.t("shop-not-there"), {
			reply_markup: { inline_keyboard: [ownButtons(ctx.t)] },
		}));

	/** The price that a code makes, where it helps. */
	async function reducing(ctx: PersonContext) {
		const { code: remembered } = ctx.session;
		const code = remembered === undefined ? null : await shop.codes.find(remembered);
		return (product: Product) =>
			code !== null && codeRefusal(code, product, now()) === null
				? { stars: priceWith(code, product.stars), code: code.code }
				: null;
	}

	return {
		show,
		turn,
		notThere,

		/** Whoever chats, or is younger than people here have to be, reads why there is nothing for them. */
		async isOpenTo(ctx: PersonContext): Promise<boolean> {
			const { card } = ctx;
			if (ctx.chatting) {
				await ctx.reply(ctx.t("shop-in-chat"));
				return false;
			}
			const limit = settings.get(minimumAge);
			if (!isBelow(card, limit)) return true;
			await ctx.reply(ctx.t("age-below-minimum", { age: card.age, minimumAge: limit }));
			return false;
		},

		/** By its number, if people may see them. */
		async creatorOf(no: number): Promise<Creator | null> {
			const creator = await shop.catalogue.creatorOf(no);
			return creator && isVisible(creator) ? creator : null;
		},

		/** By its number, if it is on sale. */
		async productOf(no: number): Promise<Found> {
			const product = await shop.catalogue.productOf(no);
			return product && shop.catalogue.onSale(product.id);
		},

		async showCreators(ctx: PersonContext, after: number): Promise<void> {
			const page = { search: null, visible: true, after: after || null, limit: creatorsShown + 1 };
			const found = await shop.catalogue.creators("all", page);
			const creators = found.slice(0, creatorsShown);
			const more = found.length > creatorsShown ? (creators.at(-1)?.no ?? null) : null;
			await turn(ctx, creatorsPage(ctx.t, creators, { more, first: after === 0 }));
		},

		async showProfile(ctx: PersonContext, creator: Creator | null, post: number): Promise<void> {
			if (!creator) return notThere(ctx);
			const [products, gallery, reduced] = await Promise.all([
				shop.catalogue.products(creator.no, true),
				shop.catalogue.gallery(creator.no),
				reducing(ctx),
			]);
			const offers = products.map((product) => ({ ...product, ...(reduced(product) ?? {}) }));
			const code = products.flatMap((product) => reduced(product)?.code ?? [])[0] ?? null;
			const view = profilePage(ctx.t, languageOf(ctx.card, undefined), creator, { offers, code, post });
			const caption = view.text.length <= captionLimit ? view : null;
			if (!(await sendGallery(ctx, needs.media, gallery, caption))) await show(ctx, view);
		},

		async showProduct(ctx: PersonContext, found: Found, post: number): Promise<void> {
			if (!found) return notThere(ctx);
			const { product, creator } = found;
			const { userId, me, t } = ctx;
			const [ids, has, mayTry, isSold, subscribed, reduced] = await Promise.all([
				shop.catalogue.media(product.no),
				shop.entitling.find(userId, product.no),
				shop.buying.mayTry(userId, product),
				shop.pricing.isSold(product),
				product.recurring ? shop.holdings.isSubscribed(userId, product.id) : false,
				reducing(ctx),
			]);
			const rows = await needs.media.usable(product.accountId, ids, true);
			const photos = rows.filter(({ kind }) => kind === "photo").length;
			const view = productPage(t, languageOf(ctx.card, undefined), {
				...{ product, creator, photos, videos: rows.length - photos, reduced: reduced(product) },
				...{ until: has?.until ?? null, subscribed, mayTry, post, bot: me.username },
				sold: isSold && settings.get(flags.starsPayments),
			});
			await show(ctx, view);
		},
	};
}
