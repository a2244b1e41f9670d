import { env } from "cloudflare:test";
import { translator } from "../src/platform/i18n/index.ts";
import type { NewProduct } from "../src/shop/service/catalogue.ts";
import { jpeg } from "./media-files.ts";
import { deps } from "./payment-world.ts";

let names = 0;

/** A picture in the library of an account. @returns its id */
export async function aPicture(account = 1): Promise<string> {
	const { media } = await deps();
	const upload = { account, name: "beach.jpg", type: "image/jpeg", size: jpeg.length } as const;
	const { id } = await media.begin(upload, "owner");
	await env.MEDIA.put(`staging/${id}`, jpeg);
	await media.complete(account, id, "owner");
	return id;
}

/** A creator whom people may see. */
export async function aCreator({ accountId = 1, percent = 80 } = {}) {
	const { shop } = await deps();
	const name = `creator${++names}`;
	const bio = { en: "Hello" };
	const creator = await shop.catalogue.add(
		{ accountId, name, username: name, tier: "gold", country: "BR", bio },
		"owner",
	);
	await shop.catalogue.change("all", creator.id, { percent }, "owner");
	return shop.catalogue.verify("all", creator.id, "passport", "owner");
}

/** Something to buy of them. */
export async function aProduct(creator: { id: string }, product: Partial<NewProduct> = {}) {
	const { shop } = await deps();
	const plain = {
		...({
			type: "content",
			title: "Pack Verao",
			about: {},
			stars: 100,
			days: null,
			recurring: false,
		} as const),
		...{ trialDays: 0, stock: null, reference: null, media: product.media ?? [await aPicture()] },
	};
	return shop.catalogue.addProduct("all", creator.id, { ...plain, ...product }, "owner");
}

export const month: Partial<NewProduct> = {
	...{ type: "subscription", title: "Assinatura VIP", days: 30, media: [] },
};

/** Wants it, as by the button. */
export async function wants(
	buyer: { id: number; bot: number },
	product: { id: string },
	more: { code?: string; gift?: true } = {},
) {
	const { shop } = await deps();
	const wish = { userId: buyer.id, botId: buyer.bot, product: product.id, post: null };
	if (more.gift) return shop.buying.buyGift(translator("en"), wish);
	return shop.buying.buy(translator("en"), { ...wish, code: more.code ?? null });
}
