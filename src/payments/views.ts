import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import { callbacks as ofPeople } from "../people/views.ts";
import { callback, number, oneOf, text } from "../platform/callbacks.ts";
import { paragraphs, type Translate } from "../platform/i18n/index.ts";
import type { AiSubscription, CreditPack, VipPlan } from "./settings.ts";

/** A text and its buttons. */
interface View {
	text: string;
	reply_markup: InlineKeyboardMarkup;
}

/** What the buttons of what is sold send. */
export const callbacks = {
	premium: callback("premium"),
	vip: callback("vip", text),
	pack: callback("pack", text),
	ai: callback("ai", oneOf(["month", "year"])),
	unsubscribe: callback("unsubscribe", text),
	resume: callback("resume", text),
	refund: callback("refund", number),
};

/** A day as everybody reads it: `2026-11-21`. */
export const day = (at: number) => new Date(at).toISOString().slice(0, 10);

const button = (label: string, callback_data: string): InlineKeyboardButton => ({
	text: label,
	callback_data,
});

/** A subscription as its owner sees it. */
const subscriptionLine = (t: Translate, { subscription: { state, until }, title }: Subscribed) =>
	t(`subscription-${state}`, { title, until: day(until) });

/** Cancel or Resume, while it runs. */
function subscriptionButtons(t: Translate, { subscription, title }: Subscribed, now: number) {
	const { state, orderId, until } = subscription;
	if (until <= now) return [];
	if (state === "cancelled") return [[button(t("button-resume", { title }), callbacks.resume.pack(orderId))]];
	return [[button(t("button-unsubscribe", { title }), callbacks.unsubscribe.pack(orderId))]];
}

interface Subscribed {
	subscription: { orderId: string; state: "active" | "cancelled" | "failed"; until: number };
	title: string;
}

interface PremiumPage {
	/** ms; null if not VIP now */
	until: number | null;
	/** What they would like to meet, in words. */
	wish: string;
	plans: VipPlan[];
	subscriptions: Subscribed[];
	payments: PaymentLine[];
	now: number;
}

interface PaymentLine {
	payment: { id: number; state: "credited" | "refunding" | "refunded"; stars: number; paidAt: number };
	title: string;
}

const planButton = (t: Translate, { id, days, stars, renews }: VipPlan) =>
	button(t(renews ? "button-plan-monthly" : "button-plan", { days, stars }), callbacks.vip.pack(id));

export function premium(t: Translate, page: PremiumPage): View {
	const { until, wish, plans, subscriptions, payments, now } = page;
	return {
		text: paragraphs(
			until ? t("premium-until", { until: day(until), wish }) : t("premium"),
			...subscriptions.map((each) => subscriptionLine(t, each)),
			payments.length > 0
				? `${t("premium-past")}\n${payments.map((line) => paymentLine(t, line)).join("\n")}`
				: "",
			plans.length > 0 ? t("premium-choose") : t("premium-off"),
		),
		reply_markup: {
			inline_keyboard: [
				...plans.map((plan) => [planButton(t, plan)]),
				...subscriptions.flatMap((each) => subscriptionButtons(t, each, now)),
				...(until ? [[button(t("button-preferences"), ofPeople.preferences.pack())]] : []),
			],
		},
	};
}

const paymentLine = (t: Translate, { payment, title }: PaymentLine) =>
	t(`payment-${payment.state}`, {
		day: day(payment.paidAt),
		title,
		stars: payment.stars,
		no: String(payment.id),
	});

interface CreditsPage {
	lock: number;
	ai: number;
	owed: number;
	packs: CreditPack[];
	/** null if it can't be bought now */
	subscription: AiSubscription | null;
	subscriptions: Subscribed[];
	now: number;
}

export function credits(t: Translate, page: CreditsPage): View {
	const { lock, ai, owed, packs, subscription, subscriptions, now } = page;
	const offers = subscription
		? [
				[
					button(
						t("button-ai-month", { stars: subscription.monthlyStars, credits: subscription.credits }),
						callbacks.ai.pack("month"),
					),
				],
				[
					button(
						t("button-ai-year", { stars: subscription.annualStars, credits: subscription.credits }),
						callbacks.ai.pack("year"),
					),
				],
			]
		: [];
	return {
		text: paragraphs(
			t("credits", { lock, ai }),
			owed > 0 ? t("credits-owed", { owed }) : "",
			...subscriptions.map((each) => subscriptionLine(t, each)),
		),
		reply_markup: {
			inline_keyboard: [
				...packs.map((pack) => [
					button(
						t("button-pack", { credits: pack.credits, stars: pack.stars }),
						callbacks.pack.pack(pack.id),
					),
				]),
				...offers,
				...subscriptions.flatMap((each) => subscriptionButtons(t, each, now)),
			],
		},
	};
}

interface PaySupportPage {
	lines: PaymentLine[];
	subscriptions: Subscribed[];
	/** For so long a refund needs no staff. */
	hours: number;
	/** Empty if there is none. */
	contact: string;
	now: number;
}

/** Own payments and subscriptions, each with a way out of it. */
export const paySupport = (
	t: Translate,
	{ lines, subscriptions, hours, contact, now }: PaySupportPage,
): View => ({
	text: paragraphs(
		t("paysupport", { hours }),
		lines.length > 0 ? lines.map((line) => paymentLine(t, line)).join("\n") : t("paysupport-none"),
		...subscriptions.map((each) => subscriptionLine(t, each)),
		contact ? t("help-contact", { contact }) : "",
	),
	reply_markup: {
		inline_keyboard: [
			...lines
				.filter(({ payment }) => payment.state === "credited")
				.map(({ payment, title }) => [
					button(
						t("button-refund", { title, stars: payment.stars, no: String(payment.id) }),
						callbacks.refund.pack(payment.id),
					),
				]),
			...subscriptions.flatMap((each) => subscriptionButtons(t, each, now)),
		],
	},
});
