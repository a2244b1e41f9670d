import type { Random } from "../model/random.ts";

interface Charge {
	id: string;
	userId: number;
	payload: string;
	stars: number;
	period: number | null;
	at: number;
	refunded: boolean;
}

/** Telegram's books of Stars, and the few calls that move them. */
export class Books {
	readonly charges: Charge[] = [];
	readonly #log: { charge: Charge; out: boolean }[] = [];
	readonly #random: Random;
	/** The newest invoice's payload. */
	offered: string | null = null;
	/** While it holds, calls fail now and then as they do. */
	troubled = true;

	constructor(random: Random) {
		this.#random = random;
	}

	charge(charge: Omit<Charge, "id" | "refunded">): Charge {
		const made = { ...charge, id: `c${this.charges.length}_${charge.userId}`, refunded: false };
		this.charges.push(made);
		this.#log.push({ charge: made, out: false });
		return made;
	}

	refund(charge: Charge): void {
		charge.refunded = true;
		this.#log.push({ charge, out: true });
	}

	/** Answers a call of the Bot API. */
	readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
		const method = String(input instanceof Request ? input.url : input)
			.split("/")
			.at(-1);
		const parameters = JSON.parse(String(init?.body ?? "{}"));
		if (this.troubled && this.#random.chance(0.1)) return failure(502, "Bad Gateway");
		switch (method) {
			case "refundStarPayment": {
				const charge = this.charges.find(({ id }) => id === parameters.telegram_payment_charge_id);
				if (!charge) return failure(400, "Bad Request: CHARGE_NOT_FOUND");
				if (charge.refunded) return failure(400, "Bad Request: CHARGE_ALREADY_REFUNDED");
				if (this.troubled && this.#random.chance(0.1)) return failure(400, "Bad Request: BALANCE_TOO_LOW");
				this.refund(charge);
				return success(true);
			}
			case "getStarTransactions": {
				const { offset = 0, limit = 100 } = parameters;
				const page = this.#log.slice(offset, offset + limit);
				return success({
					transactions: page.map(({ charge, out }) => {
						const partner = {
							type: "user",
							transaction_type: "invoice_payment",
							user: { id: charge.userId, is_bot: false, first_name: "x" },
							invoice_payload: charge.payload,
							...(charge.period ? { subscription_period: charge.period } : {}),
						};
						const { id, stars, at } = charge;
						const date = Math.floor(at / 1000);
						return { id, amount: stars, date, ...(out ? { receiver: partner } : { source: partner }) };
					}),
				});
			}
			case "sendInvoice":
			case "createInvoiceLink":
				this.offered = parameters.payload;
				return success(method === "sendInvoice" ? { message_id: 1 } : "https://t.me/$slug");
			case "sendMessage":
				return success({ message_id: 1, date: 0, chat: { id: 1, type: "private" }, text: "" });
			case "editUserStarSubscription":
				return success(true);
			default:
				throw new Error(`${method} is not there`);
		}
	};
}

const success = (result: unknown) => Response.json({ ok: true, result });
const failure = (error_code: number, description: string) =>
	Response.json({ ok: false, error_code, description }, { status: error_code });
