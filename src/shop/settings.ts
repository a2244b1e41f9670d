import { z } from "zod";
import { defineSetting } from "../platform/settings.ts";

export const creatorPercent = defineSetting({
	key: "shop.creator_percent",
	schema: z.number().int().min(0).max(100),
	default: 80,
	label: "Creator's share (percent)",
	help: "Of the Stars that a sale leaves after the affiliate's share. A creator may have another; what was sold keeps the share it was sold with.",
});

export const graceHours = defineSetting({
	key: "shop.grace_hours",
	schema: z.number().int().min(0).max(720),
	default: 24,
	label: "Grace after a subscription's end (hours)",
	help: "For so long after the end nobody loses access: a renewal may still come.",
});

export const promotionButton = defineSetting({
	key: "shop.promotion_button",
	schema: z.object({
		en: z.string().min(1).max(64),
		pt: z.string().min(1).max(64),
		ru: z.string().min(1).max(64),
		fr: z.string().min(1).max(64),
	}),
	default: {
		en: "🔥 I Want to See More",
		pt: "🔥 Quero Ver Mais",
		ru: "🔥 Хочу увидеть больше",
		fr: "🔥 Je veux en voir plus",
	},
	label: "Button of a promotion",
	help: "Under what is posted of a creator in groups, by the language of the post.",
});

export const shopSettings = [creatorPercent, graceHours, promotionButton];
