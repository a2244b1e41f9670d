import { day, callbacks as ofPayments } from "../../payments/views.ts";
import { paragraphs, type Translate } from "../../platform/i18n/index.ts";
import { cut } from "../../platform/text.ts";
import { forever } from "../rules.ts";
import { button, callbacks, type View } from "../views.ts";

interface Owned {
	product: { no: number; title: string };
	creator: { name: string };
	until: number;
}

const purchasesShown = 8;

/** What somebody has, a page at a time; pages are counted from 0. */
export function purchasesPage(t: Translate, all: readonly Owned[], page: number): View {
	const shown = all.slice(page * purchasesShown, (page + 1) * purchasesShown);
	const line = ({ product: { title }, creator: { name }, until }: Owned) =>
		until === forever
			? t("purchase", { title, name })
			: t("purchase-until", { title, name, until: day(until) });
	return {
		text: paragraphs(t(shown.length > 0 ? "purchases" : "purchases-none"), shown.map(line).join("\n")),
		reply_markup: {
			inline_keyboard: [
				...shown.map(({ product: { no, title } }) => [
					button(cut(title, 32), callbacks.product.pack(no, 0)),
					button(t("button-again"), callbacks.again.pack(no)),
				]),
				[
					...(page > 0 ? [button(t("button-first"), callbacks.purchases.pack(0))] : []),
					...(all.length > (page + 1) * purchasesShown
						? [button(t("button-more"), callbacks.purchases.pack(page + 1))]
						: []),
				],
				[button(t("button-subscriptions"), callbacks.subscriptions.pack())],
			].filter((row) => row.length > 0),
		},
	};
}

/** Something that lasts for days, as its owner has it. */
export interface Running {
	product: { no: number; title: string };
	creator: { name: string };
	until: number;
	/** What it cost last; 0: it was given. */
	stars: number;
	/** What Telegram charges again; null where nothing is. */
	charged: { orderId: string; state: "active" | "cancelled" | "failed" } | null;
}

/** One subscription: each has buttons of its own. */
export const subscriptionPage = (
	t: Translate,
	{ product, creator, until, stars, charged }: Running,
): View => ({
	text: [
		t("product-by", { title: product.title, name: creator.name }),
		stars > 0 ? t(charged ? "price-monthly" : "price", { stars }) : t("price-none"),
		t(`runs-${charged?.state ?? "once"}`, { until: day(until) }),
	].join("\n"),
	reply_markup: {
		inline_keyboard: [
			...(charged
				? [
						[
							charged.state === "cancelled"
								? button(t("button-resume-short"), ofPayments.resume.pack(charged.orderId))
								: button(t("button-cancel-short"), ofPayments.unsubscribe.pack(charged.orderId)),
						],
					]
				: []),
			[button(t("button-links"), callbacks.links.pack(product.no))],
		],
	},
});
