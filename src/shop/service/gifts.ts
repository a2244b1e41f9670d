import type { People } from "../../people/service.ts";
import type { Db } from "../../platform/db.ts";
import { decideAgain } from "../../platform/decide-again.ts";
import { findProduct } from "../store/catalogue.ts";
import { findGift, moveGift } from "../store/promotions.ts";
import type { Entitling } from "./entitling.ts";

export type Gifts = ReturnType<typeof createGifts>;

interface Needs {
	db: Db;
	people: People;
	entitling: Entitling;
	now: () => number;
}

/** What a claimed gift's grant comes from. */
export const giftSource = (token: string) => `gift:${token}`;

/** What was bought for somebody else. */
export function createGifts({ db, people, entitling, now }: Needs) {
	return {
		/** Whoever comes by the link first has it. @returns `over`: there is no such gift, somebody had it, or it was given back */
		claim: (userId: number, token: string) =>
			decideAgain(
				async () => {
					const gift = await findGift(db, { token });
					if (!gift) return { answer: "over" } as const;
					const product = await findProduct(db, "all", { no: gift.productNo });
					if (gift.state === "claimed" && gift.claimedBy === userId && product)
						return { answer: "had", product } as const;
					if (gift.state !== "open" || !product) return { answer: "over" } as const;
					if (product.days === null && (await entitling.find(userId, product.no)))
						return { answer: "owned", product } as const;
					const holder = { userId, botId: gift.botId, product };
					await people.change(
						userId,
						[
							moveGift(db, token, "open", { state: "claimed", claimedBy: userId, claimedAt: now() }),
							...(await entitling.giving(holder, { days: product.days, source: giftSource(token) })),
						],
						[
							{
								kind: "product.granted",
								payload: { userId, productNo: product.no, cause: giftSource(token), botId: gift.botId },
							},
						],
					);
					return { answer: "claimed", product } as const;
				},
				{ what: "a gift" },
			),
	};
}
