import { z } from "zod";
import { defineSetting } from "../platform/settings.ts";

const days = z.number().int().min(0).max(365);
const rate = z.number().min(0).max(100);

export const vipDays = defineSetting({
	key: "referrals.vip_days",
	schema: days,
	default: 3,
	label: "VIP days for an invited friend",
	help: "For whoever invited, once for each newcomer who counts. 0: none.",
});

export const giftDays = defineSetting({
	key: "referrals.gift_days",
	schema: days,
	default: 0,
	label: "VIP days for the newcomer",
	help: "A welcome for whoever comes by a friend's link. 0: none.",
});

export const affiliatePercent = defineSetting({
	key: "referrals.affiliate_percent",
	schema: z.number().int().min(0).max(50),
	default: 10,
	label: "Affiliate share (percent)",
	help: "Of the Stars that an invited person pays, for whoever invited them. What was credited stays when it changes. 0: none.",
});

export const burstLimit = defineSetting({
	key: "referrals.burst_limit",
	schema: z.number().int().min(1).max(10_000),
	default: 10,
	label: "Newcomers of one person within 24 hours",
	help: "More than that are held until staff have looked.",
});

export const aiCreditsPerStar = defineSetting({
	key: "referrals.ai_credits_per_star",
	schema: rate,
	default: 0.4,
	label: "AI credits for an earned Star",
	help: "What affiliates get who turn Stars into AI credits. 0: they can't.",
});

export const lockCreditsPerStar = defineSetting({
	key: "referrals.lock_credits_per_star",
	schema: rate,
	default: 0.25,
	label: "Lock credits for an earned Star",
	help: "What affiliates get who turn Stars into credits for locking chats. 0: they can't.",
});

export const payoutMinimum = defineSetting({
	key: "referrals.payout_minimum",
	schema: z.number().int().min(1).max(1_000_000),
	default: 1000,
	label: "Least payout (Stars)",
	help: "Somebody who has earned less can turn it into credits.",
});

export const referralSettings = [
	vipDays,
	giftDays,
	affiliatePercent,
	burstLimit,
	aiCreditsPerStar,
	lockCreditsPerStar,
	payoutMinimum,
];
