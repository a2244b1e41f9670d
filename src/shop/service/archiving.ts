import type { Subscriptions } from "../../payments/service/subscriptions.ts";
import { day } from "../../payments/views.ts";
import type { Notices } from "../../people/service/notices.ts";
import type { Accounts } from "../../platform/accounts.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { AppError } from "../../platform/errors.ts";
import type { Log } from "../../platform/log.ts";
import { commit, publish } from "../../platform/outbox.ts";
import { moveProduct } from "../store/catalogue.ts";
import type { Catalogue } from "./catalogue.ts";

export type Archiving = ReturnType<typeof createArchiving>;

interface Needs {
	db: Db;
	events: Queue;
	catalogue: Pick<Catalogue, "mustSell" | "productOf">;
	subscriptions: Subscriptions;
	notices: Notices;
	log: Log;
	now: () => number;
}

const page = 25;

/** Products that are no longer sold. */
export function createArchiving({ db, events, catalogue, subscriptions, notices, log, now }: Needs) {
	const promise = async (productNo: number, after: string, statements: Parameters<typeof commit>[2] = []) => {
		const event = { kind: "product.archived", payload: { productNo, after } } as const;
		const { ids } = await commit(db, now(), statements, [event]);
		await publish(events, ids, log);
	};

	return {
		/** What runs goes on until its end, and is charged no more. @throws AppError 404, or 409 if it is off sale */
		async archive(accounts: Accounts, id: string, actor: string): Promise<void> {
			const product = await catalogue.mustSell(accounts, id);
			const archived = { state: "archived" as const, archivedAt: now() };
			if (!(await moveProduct(db, product.no, "on_sale", archived)))
				throw new AppError(409, "archived", "It is off sale already.");
			await promise(product.no, "", [audit(db, now(), { actor, action: "product.archived", subject: id })]);
		},

		/** Renewals are stopped and their people told, a page at a time. */
		async stopRenewals({ productNo, after }: { productNo: number; after: string }): Promise<void> {
			const product = await catalogue.productOf(productNo);
			if (product?.state !== "archived") return;
			const charging = await subscriptions.chargingFor({ kind: "product", product: product.id }, after, page);
			for (const { userId, orderId, botId, until } of charging) {
				if (!(await subscriptions.cancel(userId, orderId))) continue;
				const text = { title: product.title, until: day(until) };
				await notices.tell(userId, (t) => ({ text: t("product-archived", text) }), botId);
			}
			const last = charging.at(-1);
			if (last && charging.length === page) await promise(productNo, last.orderId);
		},
	};
}
