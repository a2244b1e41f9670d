import type { z } from "zod";
import type { Registry } from "../../platform/registry.ts";
import { iso, isoOrNull } from "../../platform/time.ts";
import { isVisible, modelPayload } from "../rules.ts";
import type { Creator, Product } from "../service/catalogue.ts";
import type * as shapes from "../shapes.ts";
import type { Shop } from "../wiring.ts";

/** A link that opens a bot, the first one where there are several. */
export function botLink(registry: Registry, payload: string): string | null {
	const [bot] = registry.bots.values();
	return bot ? `https://t.me/${bot.username}?start=${payload}` : null;
}

export const shownCreator = (registry: Registry, row: Creator): z.infer<typeof shapes.creator> => ({
	...{ id: row.id, account_id: row.accountId, name: row.name, username: row.username, tier: row.tier },
	...{ country: row.country, bio: row.bio, active: row.active, percent: row.percent },
	telegram_id: row.telegramId,
	verified_at: isoOrNull(row.verifiedAt),
	verified_by: row.verifiedBy,
	verified_seen: row.verifiedSeen,
	visible: isVisible(row),
	link: botLink(registry, modelPayload(row.id)),
	created_at: iso(row.createdAt),
});

export async function shownProduct(
	shop: Pick<Shop, "catalogue">,
	creatorId: string,
	row: Product,
): Promise<z.infer<typeof shapes.product>> {
	const [media, chats] = await Promise.all([shop.catalogue.media(row.no), shop.catalogue.chats(row.no)]);
	return {
		...{ id: row.id, creator_id: creatorId, type: row.type, title: row.title, about: row.about },
		...{
			stars: row.stars,
			days: row.days,
			recurring: row.recurring,
			trial_days: row.trialDays,
			stock: row.stock,
		},
		reference:
			row.referenceCurrency === null || row.referenceAmount === null
				? null
				: { currency: row.referenceCurrency, amount: row.referenceAmount },
		...{ state: row.state, media, chats, created_at: iso(row.createdAt) },
	};
}
