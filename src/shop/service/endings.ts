import { day } from "../../payments/views.ts";
import type { Notices } from "../../people/service/notices.ts";
import type { Db } from "../../platform/db.ts";
import type { Log } from "../../platform/log.ts";
import { commit, publish } from "../../platform/outbox.ts";
import type { Settings } from "../../platform/settings.ts";
import { botApi } from "../../platform/telegram.ts";
import { block, deletableMs, deletedAtOnce, warnings } from "../rules/membership.ts";
import { graceHours } from "../settings.ts";
import { endEntitlement, noteWarned, selectOver, selectToWarn } from "../store/endings.ts";
import { findEntitlement } from "../store/entitlements.ts";
import { selectSent } from "../store/handovers.ts";
import { settleMembers } from "../store/members.ts";
import { findGift } from "../store/promotions.ts";
import { findSale } from "../store/sales.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Entitling } from "./entitling.ts";
import type { Memberships } from "./memberships.ts";
import { asked } from "./telegram.ts";

export type Endings = ReturnType<typeof createEndings>;

interface Needs {
	env: Env;
	db: Db;
	events: Queue;
	settings: Settings;
	catalogue: Pick<Catalogue, "productOf">;
	entitling: Pick<Entitling, "find">;
	memberships: Pick<Memberships, "removeNow">;
	notices: Notices;
	log: Log;
	now: () => number;
}

interface Held {
	userId: number;
	productNo: number;
}

/** How access ends: told of before, by the clock, or because it was given back. */
export function createEndings(needs: Needs) {
	const { env, db, events, settings, catalogue, entitling, memberships, notices, log, now } = needs;
	const cutoff = () => now() - settings.get(graceHours) * 3_600_000;

	/** Deletes what was sent and Telegram still deletes. @returns how many messages stay */
	async function takeAway({ userId, productNo }: Held): Promise<number> {
		const [fresh, all] = await Promise.all([
			selectSent(db, userId, productNo, now() - deletableMs),
			selectSent(db, userId, productNo, 0),
		]);
		const ids = (rows: typeof all) => rows.flatMap(({ messageIds }) => messageIds ?? []);
		const stay = ids(all).length - ids(fresh).length;
		let refused = 0;
		for (const botId of new Set(fresh.map((row) => row.botId))) {
			const theirs = ids(fresh.filter((row) => row.botId === botId));
			const api = await botApi(env, botId);
			for (let from = 0; from < theirs.length; from += deletedAtOnce) {
				const some = theirs.slice(from, from + deletedAtOnce);
				const answer = await asked(api.deleteMessages(userId, some));
				if (!answer.ok) refused += some.length;
			}
		}
		return stay + refused;
	}

	/** Whoever has it no more leaves its chats, loses what was sent, and is told. A grant meanwhile wins. */
	async function ended({ userId, productNo }: Held): Promise<void> {
		const has = await findEntitlement(db, userId, productNo);
		const product = await catalogue.productOf(productNo);
		if (has?.state !== "ended" || !product) return;
		await memberships.removeNow(userId);
		const stay = await takeAway({ userId, productNo });
		await notices.tell(
			userId,
			(t) => {
				const over = t("access-ended", { title: product.title });
				return { text: stay > 0 ? `${over}\n\n${t("access-stays", { items: stay })}` : over };
			},
			has.botId,
		);
	}

	return {
		ended,

		areOver: async (): Promise<boolean> => (await selectOver(db, cutoff(), 1)).length > 0,

		/** Ends a block of what is over; a renewal that lands meanwhile wins. */
		async sweep(): Promise<void> {
			const at = cutoff();
			const ids: number[] = [];
			for (const { userId, productNo } of await selectOver(db, at, block)) {
				const held = { userId, productNo };
				const statements = [
					endEntitlement(db, held, at),
					...settleMembers(db, held, { cutoff: at, now: now() }),
				];
				const promised = await commit(db, now(), statements, [{ kind: "access.ended", payload: held }]);
				ids.push(...promised.ids);
			}
			await publish(events, ids, log);
		},

		/** A payment went back: whoever had something by it has it no more, unless something else gave it too. */
		async refunded(cause: string): Promise<void> {
			const [sale, gift] = await Promise.all([findSale(db, cause), findGift(db, { cause })]);
			if (!sale || sale.productNo === null) return;
			const userId = gift ? (gift.claimedBy ?? 0) : sale.userId;
			if (userId > 0) await ended({ userId, productNo: sale.productNo });
		},

		/** Promises to tell whose time ends soon, once a time. */
		async warn(): Promise<void> {
			const ids: number[] = [];
			for (const days of warnings) {
				for (const held of await selectToWarn(db, days, now(), 500)) {
					const event = { kind: "access.ends", payload: { ...held, days } } as const;
					ids.push(...(await commit(db, now(), [noteWarned(db, held, days)], [event])).ids);
				}
			}
			await publish(events, ids, log);
		},

		/** Tells it, unless it was renewed meanwhile. */
		async tellOfEnd({ userId, productNo, days }: Held & { days: number }): Promise<void> {
			const has = await entitling.find(userId, productNo);
			const product = await catalogue.productOf(productNo);
			if (!product || has?.warnedDays !== days) return;
			const text = { title: product.title, until: day(has.until), days };
			await notices.tell(userId, (t) => ({ text: t("access-ends", text) }), has.botId);
		},
	};
}
