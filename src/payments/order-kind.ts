import type { BatchItem } from "drizzle-orm/batch";
import type { z } from "zod";
import type { Translate } from "../platform/i18n/index.ts";
import type { Refusal } from "./rules.ts";

export type Statements = BatchItem<"sqlite">[];

/** What was paid for, as its kind sees it. */
export interface Purchase<Terms> {
	userId: number;
	orderId: string;
	/** The bot whose invoice it was. */
	botId: number;
	terms: Terms;
	stars: number;
	renews: boolean;
	/** The charge that paid its order first: neither a renewal nor the same invoice once more. */
	first: boolean;
	/** `payment:{charge id}`: the cause of all it moves. */
	source: string;
	/** ms */
	at: number;
	/** A subscription's expiry as Telegram gave it. */
	until: number | null;
	/** How many refunds of it Telegram has refused: part of every cause of the next. */
	round: number;
}

/** An order that is about to be paid. */
export type Offer<Terms> = Pick<Purchase<Terms>, "userId" | "orderId" | "terms" | "stars" | "renews">;

/**
 * Something that can be bought. Statements go into the batch of the payment or refund; where another change came first
 * that batch fails, and they are asked for again.
 */
export interface OrderKind<Terms> {
	terms: z.ZodType<Terms>;
	/** What stands on the invoice (32 characters) and in lists. */
	title(t: Translate, terms: Terms): string;
	/** On the invoice, 255 characters. */
	description(t: Translate, terms: Terms, renews: boolean): string;
	/** What the buyer reads when it is theirs. */
	thanks(t: Translate, purchase: Purchase<Terms>): Promise<string>;
	/** Whether it is still sold like this: asked at the checkout. What is scarce is reserved by it. */
	refusal(order: Offer<Terms>): Promise<Refusal | null>;
	grant(purchase: Purchase<Terms>): Promise<Statements>;
	/** Takes all of it back; what is spent already is owed. */
	revoke(purchase: Purchase<Terms>): Promise<Statements>;
	/** Takes it back if it is wholly unused, else null, or its batch fails with InsufficientFunds. */
	revokeUnused(purchase: Purchase<Terms>): Promise<Statements | null>;
	/** Gives back what `revoke` took: Telegram refused the refund. */
	restore(purchase: Purchase<Terms>): Promise<Statements>;
}
