import { api } from "../api.ts";
import type { PayWhat, SeenMessage } from "../types.ts";

/** What a payment sheet asks about. */
export type Purchase = {
	kind: "invoice" | "subscription" | "media";
	bot: number;
	title: string;
	description: string;
	amount: number;
	what: PayWhat;
};

/** Who sells: also in forwarded copies and in groups. */
function sellerOf(message: SeenMessage): number {
	const origin = message.forward_origin;
	return (origin?.type === "user" ? origin.sender_user.id : message.from?.id) ?? message.chat.id;
}

export function purchaseOfInvoice(message: SeenMessage, chat: number): Purchase | undefined {
	const { invoice, message_id } = message;
	if (!invoice) return undefined;
	const { title, description, total_amount: amount } = invoice;
	const bot = sellerOf(message);
	return { kind: "invoice", bot, title, description, amount, what: { chat, message_id } };
}

export function purchaseOfMedia(message: SeenMessage, chat: number): Purchase | undefined {
	const { paid_media, message_id } = message;
	if (!paid_media) return undefined;
	const { length } = paid_media.paid_media;
	return {
		kind: "media",
		bot: sellerOf(message),
		title: length > 1 ? `${length} photos and videos` : "A photo or video",
		description: message.caption ?? "",
		amount: paid_media.star_count,
		what: { chat, message_id },
	};
}

export async function purchaseOfLink(slug: string): Promise<Purchase> {
	const { bot, title, description, amount, subscription_period } = await api.invoice(slug);
	const kind = subscription_period === null ? "invoice" : "subscription";
	return { kind, bot, title, description, amount, what: { link: `https://t.me/$${slug}` } };
}

const words: Record<string, string> = {
	BALANCE_TOO_LOW: "You have too few Stars for this.",
	BOT_PRECHECKOUT_TIMEOUT: "The bot did not answer in time. No Stars were taken.",
	SUBSCRIPTION_ALREADY_ACTIVE: "You have this subscription already.",
	MEDIA_ALREADY_PAID: "You have bought this already.",
};

export const wordsOfFailure = (error: string) => words[error] ?? error;
