import { z } from "zod";
import { defineSetting } from "./settings.ts";

/** From staff as true or false, from the environment as text. */
const onOff = z.union([z.boolean(), z.stringbool()], "must be true or false");

const flag = (key: string, env: string, label: string, help: string) =>
	defineSetting<boolean>({ key, env, schema: onOff, default: true, label, help });

export const flags = {
	starsPayments: flag(
		"flags.stars_payments",
		"ENABLE_STARS_PAYMENTS",
		"Payments in Stars",
		"Off: nothing is sold; what was paid runs out.",
	),
	vip: flag(
		"flags.vip",
		"ENABLE_VIP",
		"VIP",
		"Off: nobody can become VIP; who is one stays it until it runs out.",
	),
	lockChat: flag(
		"flags.lock_chat",
		"ENABLE_LOCK_CHAT",
		"Lock Chat",
		"Off: no new locks; those that run go on.",
	),
	referrals: flag(
		"flags.referrals",
		"ENABLE_REFERRALS",
		"Referrals",
		"Off: links lead to the menu and reward nobody.",
	),
	adminAlerts: flag(
		"flags.admin_alerts",
		"ENABLE_ADMIN_ALERTS",
		"Alerts to staff",
		"Sent to the control chat. Off: they are only logged.",
	),
	crossBot: flag(
		"flags.cross_bot_matching",
		"ENABLE_CROSS_BOT_MATCHING",
		"Matching across bots",
		"People of all bots meet each other. Off: a pool for each bot.",
	),
};
