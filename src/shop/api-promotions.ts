import { Hono } from "hono";
import { accountsOf } from "../platform/accounts.ts";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { once } from "../platform/idempotency.ts";
import { describe, valid } from "../platform/openapi.ts";
import * as shapes from "./shapes.ts";
import type { ShopServices } from "./wiring.ts";

type Needs = ShopServices & Pick<House, "db" | "now">;

/** Creators shown in groups. Groups are the operator's: an account's own team does not post there. */
export const promotionsApi = new Hono<ApiEnv<Needs>>().post(
	"/creators/:id/promotions",
	describe("Posts", "Promotes a creator in groups: picture, text, and a button", shapes.promotionAnswer, {
		status: 202,
		errors: [400, 404, 409],
		write: true,
		description:
			"Only where the bot is administrator. The button opens the creator in the bot, and sales that come of it are counted for the post. With an `Idempotency-Key`, a repeat posts nothing more.",
	}),
	valid("param", shapes.creatorParam),
	valid("json", shapes.promotionInput),
	async (c) => {
		const input = c.req.valid("json");
		const { id } = c.req.valid("param");
		const asked = {
			...{ groupIds: input.group_ids ?? null, media: input.media ?? null },
			...{ text: input.text ?? null, language: input.language ?? null },
		};
		const { actor, deps } = c.var;
		const answer = await once(c, input, (key) =>
			deps.shop.promoting.promote(accountsOf(c), id, asked, { key, actor }),
		);
		return c.json(answer, 202);
	},
);
