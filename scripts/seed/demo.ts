import { z } from "zod";
import type { Api } from "./api.ts";
import { idsOf, pictures, uploaded, videos } from "./uploads.ts";

const shownProduct = z.object({
	...{ id: z.string(), title: z.string(), stars: z.number(), media: z.array(z.string()) },
	state: z.enum(["on_sale", "archived"]),
});
const shownCreator = z.object({
	...{ id: z.string(), account_id: z.number(), name: z.string(), username: z.string(), tier: z.string() },
	...{ active: z.boolean(), verified_at: z.string().nullable(), link: z.string().nullable() },
	...{ gallery: z.array(z.object({ id: z.string() })), products: z.array(shownProduct) },
});
const oneCreator = z.object({ creator: shownCreator });
export type DemoCreator = z.infer<typeof shownCreator>;

const someCreators = z.object({ creators: z.array(z.object({ id: z.string(), username: z.string() })) });
const accounts = z.object({ accounts: z.array(z.object({ id: z.number() })) });
const anything = z.unknown();

const username = "amanda_exclusive";
const creator = {
	...{ name: "Amanda Silva", username, tier: "gold", country: "BR" },
	bio: {
		en: "Beach, sport and a life in colours. Everything new first for VIPs.",
		pt: "Praia, esporte e uma vida em cores. As novidades chegam primeiro para quem é VIP.",
		ru: "Пляж, спорт и жизнь в красках. Всё новое сначала для VIP.",
		fr: "Plage, sport et une vie en couleurs. Les nouveautés d'abord pour les VIP.",
	},
};
const gallery = pictures(`${username}-preview`, 4, 20);
/** What it would cost in Brazil; in Stars about the same for whoever buys them in the app. */
const reais = (amount: number) => ({ currency: "BRL", amount });
const products = [
	{
		terms: { type: "content", title: "Pack Verao", stars: 250, reference: reais(2990) },
		files: pictures(`${username}-verao`, 15, 200),
	},
	{
		terms: { type: "ppv", title: "Pack Fitness", stars: 450, reference: reais(4990) },
		files: [...pictures(`${username}-fitness`, 20, 320), ...videos(`${username}-fitness`, 3)],
	},
	{
		terms: {
			...{ type: "subscription", title: "Assinatura VIP", stars: 700, reference: reais(7990) },
			...{ days: 30, recurring: true },
		},
		files: [],
	},
];

async function find(api: Api): Promise<DemoCreator | null> {
	const { creators } = await api.call(someCreators, "GET", `/api/creators?q=${username}&limit=200`);
	const found = creators.find((one) => one.username === username);
	return found ? (await api.call(oneCreator, "GET", `/api/creators/${found.id}`)).creator : null;
}

async function add(api: Api): Promise<DemoCreator> {
	const [first] = (await api.call(accounts, "GET", "/api/accounts")).accounts;
	if (!first) throw new Error("There is no account to add a creator to: POST /api/accounts.");
	return (await api.call(oneCreator, "POST", "/api/creators", creator, first.id)).creator;
}

/** Whether a first run was carried through: what staff changed since then stays as it is. */
const isWhole = (found: DemoCreator): boolean =>
	found.gallery.length >= gallery.length &&
	found.verified_at !== null &&
	products.every(({ terms, files }) =>
		found.products.some(({ title, media }) => title === terms.title && media.length >= files.length),
	);

/** The demo's creator, if she is there with all that is hers; two requests. */
export async function wholeDemo(api: Api): Promise<DemoCreator | null> {
	const found = await find(api);
	return found && isWhole(found) ? found : null;
}

/** Adds the demo's creator, or brings her back to what she is here. Safe to repeat: found by username. */
export async function seedDemo(api: Api): Promise<DemoCreator> {
	const there = (await find(api)) ?? (await add(api));
	const { id, account_id: account } = there;
	const change = (method: string, path: string, body: unknown) =>
		api.call(anything, method, path, body, account);
	await change("PATCH", `/api/creators/${id}`, { ...creator, active: true });
	const known = await uploaded(api, account, username);
	await change("PUT", `/api/creators/${id}/gallery`, { media: await idsOf(api, account, gallery, known) });
	for (const { terms, files } of products) {
		const media = await idsOf(api, account, files, known);
		const product = there.products.find(({ title }) => title === terms.title);
		if (!product) {
			await change("POST", `/api/creators/${id}/products`, { ...terms, media });
			continue;
		}
		const { title, stars, reference } = terms;
		await change("PATCH", `/api/products/${product.id}`, { title, stars, reference, media });
		if (product.state === "archived") await change("POST", `/api/products/${product.id}/restore`, {});
	}
	// Last: nobody sees a profile that is half there.
	if (there.verified_at === null)
		await change("POST", `/api/creators/${id}/verify`, { seen: "nothing: a demo without people" });
	return (await api.call(oneCreator, "GET", `/api/creators/${id}`)).creator;
}

const groups = z.object({
	groups: z.array(z.object({ id: z.number(), title: z.string(), rights: z.array(z.string()).nullable() })),
	next: z.number().nullable(),
});
const promoted = z.object({ post: z.number(), link: z.string() });

/** Where the demo is promoted: the first active group. @throws Error that says what to do */
export async function firstGroup(api: Api): Promise<{ id: number; title: string }> {
	const [group] = (await api.call(groups, "GET", "/api/groups?state=active&limit=1")).groups;
	if (!group)
		throw new Error(
			"No bot is in an active group: add one to a group as an administrator, then run this again.",
		);
	if (group.rights === null)
		throw new Error(
			`The bot is no administrator of ${group.title}: make it one there (a group's settings, Administrators), then run this again.`,
		);
	return group;
}

/** @returns the link of its button */
export async function promote(api: Api, { id, account_id }: DemoCreator, groupId: number): Promise<string> {
	const path = `/api/creators/${id}/promotions`;
	const input = { group_ids: [groupId], language: "pt" };
	return (await api.call(promoted, "POST", path, input, account_id)).link;
}
