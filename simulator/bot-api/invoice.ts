// What an invoice must be, in Telegram's words. A required text that is empty is refused by the Bot API server,
// the rest by Telegram's.
import { z } from "zod";
import { badRequest } from "../errors.ts";
import type { Invoice } from "../payments/records.ts";
import type { Message, ReplyMarkup } from "../world/types.ts";
import { boolean, integer, json, text } from "./fields.ts";
import type { Call } from "./method.ts";

const MAX_AMOUNT = 100_000;
const MAX_SUBSCRIPTION_AMOUNT = 10_000;
const MONTH = 2_592_000;

const required = (name: string) =>
	text(`parameter "${name}" is required`).pipe(z.string().min(1, `parameter "${name}" is required`));

const pricesWords = "can't parse prices JSON object";
const price = z.object({ label: z.string(pricesWords), amount: integer(pricesWords) }, pricesWords);

export const invoiceFields = {
	title: required("title"),
	description: required("description"),
	payload: required("payload"),
	provider_token: text().optional(),
	currency: required("currency"),
	prices: json(z.array(price, pricesWords), pricesWords),
	max_tip_amount: integer().optional(),
	suggested_tip_amounts: json(z.array(z.int()).optional(), "can't parse suggested tip amounts"),
	is_flexible: boolean(),
};

type InvoiceParameters = z.output<z.ZodObject<typeof invoiceFields>>;

const bytes = (value: string) => new TextEncoder().encode(value).length;

/** Writes the invoice down, if it is one for Stars as Telegram takes it. */
export function createInvoice(
	{ world, bot }: Call,
	parameters: InvoiceParameters,
	subscription_period: number | null,
): Invoice {
	const { title, description, payload } = parameters;
	const amount = checkedAmount(parameters);
	if (title.length > 32) throw badRequest("INVOICE_TITLE_TOO_LONG");
	if (description.length > 255) throw badRequest("INVOICE_DESCRIPTION_TOO_LONG");
	if (bytes(payload) > 128) throw badRequest("INVOICE_PAYLOAD_INVALID");
	if (subscription_period !== null) {
		if (subscription_period !== MONTH) throw badRequest("SUBSCRIPTION_PERIOD_INVALID");
		if (amount > MAX_SUBSCRIPTION_AMOUNT) throw badRequest("SUBSCRIPTION_AMOUNT_INVALID");
	}
	const slug = newSlug(world.next("product"));
	const invoice = { slug, bot: bot.user.id, title, description, payload, amount, subscription_period };
	world.state.books.invoices.set(slug, invoice);
	world.changed();
	return invoice;
}

/** Telegram takes Stars without a provider, at one price, without tips or shipping. */
function checkedAmount(parameters: InvoiceParameters): number {
	const { currency, provider_token, prices, max_tip_amount, suggested_tip_amounts, is_flexible } = parameters;
	if (currency !== "XTR") throw badRequest("PAYMENT_PROVIDER_INVALID");
	const [price, ...others] = prices;
	const hasTips = Boolean(max_tip_amount) || Boolean(suggested_tip_amounts?.length);
	if (!price || others.length > 0 || provider_token || hasTips || is_flexible) {
		throw badRequest("STARS_INVOICE_INVALID");
	}
	if (price.amount < 1 || price.amount > MAX_AMOUNT) throw badRequest("CURRENCY_TOTAL_AMOUNT_INVALID");
	return price.amount;
}

/** Not to be guessed, but short enough to read in a log. */
function newSlug(number: number): string {
	const random = crypto.getRandomValues(new Uint8Array(12));
	const letters = btoa(String.fromCharCode(...random))
		.replaceAll("+", "-")
		.replaceAll("/", "_");
	return `${letters}${number.toString(36)}`;
}

/** What an invoice has under it if the bot gives no keyboard of its own. */
export function payKeyboard(amount: number): ReplyMarkup {
	return { inline_keyboard: [[{ text: `Pay ⭐️${amount}`, pay: true }]] };
}

/** Bot API, InlineKeyboardButton.pay: the first button of an invoice, and no other. */
export function checkPayButton(markup: ReplyMarkup | undefined, { invoice }: Partial<Message>): void {
	if (!markup || !("inline_keyboard" in markup)) return;
	const [first, ...others] = markup.inline_keyboard.flat();
	if (!first) return;
	if (!invoice && first.pay) throw badRequest("BUTTON_TYPE_INVALID");
	if (invoice && !first.pay) throw badRequest("BUTTON_POS_INVALID");
	if (others.some((button) => button.pay))
		throw badRequest(invoice ? "BUTTON_POS_INVALID" : "BUTTON_TYPE_INVALID");
}
