import type { SQL } from "drizzle-orm";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Result } from "./rules/campaigns.ts";
import type { Content } from "./rules/content.ts";

declare module "../platform/room.ts" {
	interface Brings {
		/** Whoever has campaigns, by the name in a campaign's row. */
		deliveryOwners: DeliveryOwnerMakers;
	}
}
export type DeliveryOwnerMakers = Readonly<Record<string, () => DeliveryOwner>>;

/** Whoever has campaigns: hands them to delivery, and says who gets them and what becomes of it. */
export interface DeliveryOwner {
	/** A SELECT of `chat_id`, `bot_id` (null: can't be reached) and `language`, each chat once. Asked again before each block. */
	audience(spec: unknown, now: number): SQL;
	/** The audience as it is kept from a campaign's start on. @throws AppError if it can't begin */
	begin?(spec: unknown): unknown;
	/** Whether those who want fewer messages are left out. */
	optional: boolean;
	/** What stands under the message, for this reader. */
	keyboard(content: Content, language: string | null): InlineKeyboardMarkup | undefined;
	/** These chats can't be written to by this bot any more. */
	gone(chatIds: readonly number[], botId: number): Promise<void>;
	/** These are settled, and written. May be called again after a crash, or not at all: what must not be lost is in the rows. */
	settled?(campaignNo: number, results: readonly Result[]): Promise<void>;
}
