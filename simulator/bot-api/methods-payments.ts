// Telegram Stars: invoices, the answer to a pre-checkout, refunds, statements, subscriptions, paid media.
import { z } from "zod";
import { BotApiError, badRequest } from "../errors.ts";
import { answerCheckout } from "../payments/checkout.ts";
import { balanceOf, transactionsOf } from "../payments/ledger.ts";
import type { Payment } from "../payments/records.ts";
import { refund } from "../payments/refunds.ts";
import { allowAsBot, cancelAsBot, subscriptionOfCharge } from "../payments/subscriptions.ts";
import { messageForBot } from "../world/messages.ts";
import type { PaidMedia } from "../world/types.ts";
import { findWritableRoom } from "./access.ts";
import { boolean, captioned, integer, json, sending, text, userId } from "./fields.ts";
import { inputFile } from "./input-file.ts";
import { createInvoice, invoiceFields, payKeyboard } from "./invoice.ts";
import { type Call, type Method, method } from "./method.ts";
import { captionContent, sendTo } from "./send.ts";

const sendInvoice = method(
	z.object({ ...sending, ...invoiceFields, start_parameter: text().optional() }),
	(call, parameters) => {
		const room = findWritableRoom(call, parameters.chat_id, "can_send_other_messages");
		const { title, description, start_parameter = "" } = parameters;
		const invoice = createInvoice(call, parameters, null);
		const { amount: total_amount, slug } = invoice;
		const reply_markup = parameters.reply_markup ?? payKeyboard(total_amount);
		const content = { invoice: { title, description, start_parameter, currency: "XTR", total_amount } };
		const { message } = sendTo(call, room, { ...parameters, reply_markup }, content, slug);
		return messageForBot(call.bot, message);
	},
);

const createInvoiceLink = method(
	z.object({ ...invoiceFields, subscription_period: integer().optional() }),
	(call, parameters) =>
		`https://t.me/$${createInvoice(call, parameters, parameters.subscription_period || null).slug}`,
);

const answerPreCheckoutQuery = method(
	z.object({
		pre_checkout_query_id: text("QUERY_ID_INVALID"),
		ok: boolean(),
		error_message: text().optional(),
	}),
	({ world, bot }, { pre_checkout_query_id, ok, error_message }) => {
		if (!ok && !error_message) throw badRequest("ERROR_TEXT_EMPTY");
		const refusal = ok ? undefined : error_message;
		if (!answerCheckout(world, bot, pre_checkout_query_id, refusal)) {
			throw badRequest("query is too old and response timeout expired or query ID is invalid");
		}
		return true;
	},
);

const ofPayment = {
	user_id: userId,
	telegram_payment_charge_id: text("CHARGE_ID_EMPTY").pipe(z.string().min(1, "CHARGE_ID_EMPTY")),
};

interface PaymentOf {
	user_id: number;
	telegram_payment_charge_id: string;
}

/** The payment, if this person has made it to this bot. */
function findPayment({ world, bot }: Call, { user_id, telegram_payment_charge_id }: PaymentOf): Payment {
	if (!world.state.people.has(user_id)) throw badRequest("USER_ID_INVALID");
	const payment = world.state.books.payments.get(telegram_payment_charge_id);
	if (payment?.bot !== bot.user.id || payment.user !== user_id) throw badRequest("CHARGE_NOT_FOUND");
	return payment;
}

const refundStarPayment = method(z.object(ofPayment), (call, parameters) => {
	const payment = findPayment(call, parameters);
	if (payment.receiver !== payment.bot) throw badRequest("CHARGE_NOT_FOUND");
	if (payment.refunded) throw badRequest("CHARGE_ALREADY_REFUNDED");
	refund(call.world, payment);
	return true;
});

const editUserStarSubscription = method(
	z.object({ ...ofPayment, is_canceled: boolean() }),
	(call, parameters) => {
		const { charge_id } = findPayment(call, parameters);
		const subscription = subscriptionOfCharge(call.world, charge_id);
		if (!subscription) throw badRequest("CHARGE_NOT_FOUND");
		if (subscription.expires <= call.world.date()) throw badRequest("SUBSCRIPTION_NOT_ACTIVE");
		if (parameters.is_canceled) cancelAsBot(call.world, subscription);
		else allowAsBot(call.world, subscription);
		return true;
	},
);

const getStarTransactions = method(
	z.object({ offset: integer().optional(), limit: integer().optional() }),
	({ world, bot }, { offset = 0, limit = 100 }) => {
		if (offset < 0) throw badRequest("offset must be non-negative");
		const count = Math.min(100, Math.max(1, limit));
		const transactions = transactionsOf(world, bot.user.id).slice(offset, offset + count);
		return { transactions };
	},
);

const paidItem = z.object({
	type: z.enum(["photo", "video"], "wrong type of the input paid media"),
	media: z.string("media not found"),
	width: z.int().optional(),
	height: z.int().optional(),
	duration: z.int().optional(),
});

const mediaWords = "can't parse media JSON object";

async function paidMedia(call: Call, item: z.output<typeof paidItem>): Promise<PaidMedia> {
	const { type, media, ...details } = item;
	const { photo, video } = await inputFile(call, type, media, details);
	if (photo) return { type: "photo", photo };
	if (video) return { type: "video", video };
	throw new BotApiError(500, "Internal Server Error");
}

const sendPaidMedia = method(
	z.object({
		...sending,
		...captioned,
		star_count: integer("star_count is not specified"),
		media: json(z.array(paidItem, mediaWords).min(1, "EXTENDED_MEDIA_EMPTY"), mediaWords),
		payload: text().optional(),
	}),
	async (call, parameters) => {
		const room = findWritableRoom(call, parameters.chat_id, "can_send_photos");
		const { star_count, payload = "" } = parameters;
		if (star_count < 1 || star_count > 25_000) throw badRequest("EXTENDED_MEDIA_AMOUNT_INVALID");
		if (parameters.media.length > 10) throw badRequest("EXTENDED_MEDIA_INVALID");
		if (new TextEncoder().encode(payload).length > 128) throw badRequest("PAYLOAD_INVALID");
		const media: PaidMedia[] = [];
		for (const item of parameters.media) media.push(await paidMedia(call, item));
		const content = { paid_media: { star_count, paid_media: media }, ...captionContent(call, parameters) };
		const id = `media${call.world.next("product")}`;
		const { message } = sendTo(call, room, parameters, content, id);
		const bot = call.bot.user.id;
		// Bot API, sendPaidMedia: in a channel the Stars are the channel's.
		const receiver = message.chat.type === "channel" ? message.chat.id : bot;
		call.world.state.books.media.set(id, {
			id,
			bot,
			receiver,
			amount: star_count,
			payload,
			media,
			buyers: [],
		});
		return messageForBot(call.bot, message);
	},
);

export const PAYMENT_METHODS: Record<string, Method> = {
	sendInvoice,
	createInvoiceLink,
	answerPreCheckoutQuery,
	refundStarPayment,
	editUserStarSubscription,
	getStarTransactions,
	getMyStarBalance: method(z.object({}), ({ world, bot }) => ({ amount: balanceOf(world, bot.user.id) })),
	sendPaidMedia,
};
