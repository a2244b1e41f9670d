import { z } from "zod";
import { keepDaysSetting } from "../platform/keep-days.ts";
import { defineSetting } from "../platform/settings.ts";

export const messagesPerSecond = defineSetting({
	key: "delivery.messages_per_second",
	schema: z.number().min(1).max(1000),
	default: 30,
	label: "Messages a second",
	help: "How fast each bot sends campaigns. Telegram's limit is about 30.",
});

export const reservePerSecond = defineSetting({
	key: "delivery.reserve_per_second",
	schema: z.number().min(0).max(500),
	default: 5,
	label: "Kept free for answers",
	help: "Of the messages a second, so many stay free for a minute whenever Telegram says that a bot is too fast.",
});

export const pauseAtErrorPercent = defineSetting({
	key: "delivery.pause_at_error_percent",
	schema: z.number().int().min(1).max(100),
	default: 20,
	label: "Pause a campaign at errors, in percent",
	help: "Of what was tried, from ten errors on. People who blocked the bot don't count.",
});

export const keepDays = keepDaysSetting(
	"delivery.keep_days",
	90,
	"Keep deliveries, days",
	"After that only the counts of a campaign are kept.",
);

export const broadcastsAnHour = defineSetting({
	key: "delivery.broadcasts_an_hour",
	schema: z.number().int().min(1).max(1000),
	default: 10,
	label: "Broadcasts an hour",
	help: "More are refused until the hour has passed.",
});

export const deliverySettings = [
	messagesPerSecond,
	reservePerSecond,
	pauseAtErrorPercent,
	keepDays,
	broadcastsAnHour,
];
