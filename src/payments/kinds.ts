import { createAiSubscription } from "./kinds/ai-subscription.ts";
import { createAiCredits, createLockCredits } from "./kinds/credits.ts";
import { createVip } from "./kinds/vip.ts";
import type { OrderKind } from "./order-kind.ts";
import type { OrderKindName } from "./rules.ts";

type Needs = Parameters<typeof createVip>[0] & Parameters<typeof createAiSubscription>[0];

/** By the name in the order. An order's terms are parsed by its own kind, so each only ever sees its own. */
// biome-ignore lint/suspicious/noExplicitAny: kinds differ in their terms, which is what the registry hides
export type OrderKinds = Record<OrderKindName, OrderKind<any>>;

/** Everything that can be bought. */
export const createOrderKinds = (needs: Needs): OrderKinds => ({
	vip: createVip(needs),
	lock_credits: createLockCredits(needs),
	ai_credits: createAiCredits(needs),
	ai_subscription: createAiSubscription(needs),
});
