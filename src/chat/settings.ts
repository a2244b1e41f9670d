import { z } from "zod";
import { defineSetting } from "../platform/settings.ts";
import { chatIdSchema } from "../platform/staff-settings.ts";
import { type MediaReview, mediaReviewModes } from "./rules/reports.ts";

const minutes = z.number().min(0.05).max(1440);

export const protectContent = defineSetting({
	key: "chat.protect_content",
	schema: z.boolean(),
	default: false,
	label: "Protect content",
	help: "Relayed messages can't be forwarded or saved by the partner.",
});

export const anyLanguageSeconds = defineSetting({
	key: "chat.any_language_seconds",
	schema: z.number().min(1).max(600),
	default: 15,
	label: "Search in every language after (seconds)",
	help: "At first a search looks among people of the same language only.",
});

export const offerMinutes = defineSetting({
	key: "chat.search_offer_minutes",
	schema: minutes,
	default: 3,
	label: "Offer choices after (minutes)",
	help: "Nobody there for so long: widen the wish, be notified, or stop.",
});

export const searchEndMinutes = defineSetting({
	key: "chat.search_end_minutes",
	schema: minutes,
	default: 30,
	label: "A search ends after (minutes)",
	help: "Whoever still waits then is told so and can search again.",
});

export const idleWarnMinutes = defineSetting({
	key: "chat.idle_warn_minutes",
	schema: minutes,
	default: 10,
	label: "Warn in a silent chat after (minutes)",
	help: "Both are asked whether they are still there.",
});

export const idleEndMinutes = defineSetting({
	key: "chat.idle_end_minutes",
	schema: minutes,
	default: 15,
	label: "End a silent chat after (minutes)",
	help: "Counted from the last message, so it should be more than the warning.",
});

export const mediaReview = defineSetting<MediaReview>({
	key: "chat.media_review",
	schema: z.enum(mediaReviewModes),
	default: "on_report",
	label: "What staff see of messages",
	help: "on_report: the last messages of a reported chat are copied to the review chat. all: every picture, video, file and voice message too. off: nothing. Said in /privacy and in the welcome.",
});

export const reviewChat = defineSetting({
	key: "chat.review_chat_id",
	env: "ADMIN_MEDIA_CHANNEL_ID",
	schema: chatIdSchema,
	default: 0,
	label: "Review chat",
	help: "Where reports and what belongs to them go: a group or channel that every bot can write to. None (0): reports are only listed and alerted.",
});

export const reportsToPause = defineSetting({
	key: "chat.reports_to_pause",
	schema: z.number().int().min(1).max(100),
	default: 3,
	label: "Reports that pause a person",
	help: "By so many different people within 24 hours: then nobody meets them until staff have looked. Who often reported falsely counts half, and does not suspend a suspected minor at once.",
});

export const chatSettings = [
	protectContent,
	anyLanguageSeconds,
	offerMinutes,
	searchEndMinutes,
	idleWarnMinutes,
	idleEndMinutes,
	mediaReview,
	reviewChat,
	reportsToPause,
];
