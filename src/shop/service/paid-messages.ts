import type { InputPaidMedia } from "grammy/types";
import type { Media } from "../../media/service.ts";
import type { Orders, Wanted } from "../../payments/service/orders.ts";
import type { Db } from "../../platform/db.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import { type Log, reason } from "../../platform/log.ts";
import { botApi, callFailure } from "../../platform/telegram.ts";
import { paidMediaLimit } from "../rules.ts";
import { type Product, selectProductMedia } from "../store/catalogue.ts";

export type PaidMessages = ReturnType<typeof createPaidMessages>;

interface Needs {
	env: Env;
	db: Db;
	media: Media;
	orders: Pick<Orders, "open">;
	log: Log;
}

/** One message's media as Telegram itself sells them: they are seen in their place as soon as they are paid. */
export function createPaidMessages({ env, db, media, orders, log }: Needs) {
	return {
		/**
		 * Offers a product like this. Nobody is asked before such a payment, so what is scarce, or cheaper by a code, is
		 * never sold by it. The message's payload is the id of its order, as that of an invoice.
		 * @returns whether Telegram took it; if not an invoice is the way
		 */
		async offer(t: Translate, wanted: Wanted, product: Product): Promise<boolean> {
			if (product.type !== "ppv" || product.stock !== null) return false;
			const ids = await selectProductMedia(db, product.no);
			if (ids.length === 0 || ids.length > paidMediaLimit) return false;
			const { userId, botId, stars } = wanted;
			try {
				const files = await Promise.all(ids.map((id) => media.telegramFile(botId, id)));
				const items = files.flatMap((file): InputPaidMedia[] =>
					file.as === "photo" || file.as === "video" ? [{ type: file.as, media: file.file }] : [],
				);
				if (items.length < files.length) return false;
				const { id } = await orders.open(wanted);
				const caption = t("paid-message", { title: product.title, stars });
				const api = await botApi(env, botId);
				await api.sendPaidMedia(userId, stars, items, { payload: id, caption, protect_content: true });
				return true;
			} catch (error) {
				if (callFailure(error).kind !== "refused") throw error;
				log.warn("shop", "a paid message was refused", { product: product.id, reason: reason(error) });
				return false;
			}
		},
	};
}
