import { z } from "zod";
import { badRequest } from "../errors.ts";
import { format } from "../text/format.ts";
import type { MediaKind } from "../world/files.ts";
import { messageForBot } from "../world/messages.ts";
import type { Content, FileInfo, Message, Poll } from "../world/types.ts";
import { findWritableRoom } from "./access.ts";
import { boolean, captioned, chatId, entities, float, integer, json, sending, text } from "./fields.ts";
import { inputFile } from "./input-file.ts";
import { type Call, type Method, method } from "./method.ts";
import { captionContent, send, sendTo, textContent } from "./send.ts";

const media = {
	...sending,
	...captioned,
	has_spoiler: boolean(),
	duration: integer().optional(),
	width: integer().optional(),
	height: integer().optional(),
	length: integer().optional(),
	performer: text().optional(),
	title: text().optional(),
};

const PERMISSIONS: Record<MediaKind, string> = {
	photo: "can_send_photos",
	video: "can_send_videos",
	animation: "can_send_other_messages",
	audio: "can_send_audios",
	document: "can_send_documents",
	voice: "can_send_voice_notes",
	video_note: "can_send_video_notes",
	sticker: "can_send_other_messages",
};

const CAN_HAVE_SPOILER = new Set<MediaKind>(["photo", "video", "animation"]);
const WITHOUT_CAPTION = new Set<MediaKind>(["sticker", "video_note"]);

function sendMedia(kind: MediaKind): Method {
	return method(z.object({ ...media, [kind]: text().optional() }), async (call, parameters) => {
		findWritableRoom(call, parameters.chat_id, PERMISSIONS[kind]);
		const given = (parameters as Record<string, unknown>)[kind];
		const { duration, width, height, length, performer, title } = parameters;
		const details: Partial<FileInfo> = { duration, width, height, length, performer, title };
		const content: Content = {
			...(await inputFile(call, kind, typeof given === "string" ? given : undefined, details)),
			...(WITHOUT_CAPTION.has(kind) ? {} : captionContent(call, parameters)),
			...(parameters.has_spoiler && CAN_HAVE_SPOILER.has(kind) ? { has_media_spoiler: true } : {}),
		};
		return send(call, parameters, content, PERMISSIONS[kind]);
	});
}

const groupItem = z.object({
	type: z.enum(["photo", "video", "audio", "document"], "Wrong type of the input media in the album"),
	media: z.string("media not found"),
	...captioned,
	has_spoiler: z.boolean().optional(),
});

const sendMediaGroup = method(
	z.object({
		...sending,
		media: json(
			z
				.array(groupItem, "can't parse media JSON object")
				.min(2, "media group must include 2-10 items")
				.max(10, "media group must include 2-10 items"),
			"can't parse media JSON object",
		),
	}),
	async (call, parameters) => {
		const room = findWritableRoom(call, parameters.chat_id, "can_send_photos");
		for (const kind of ["document", "audio"]) {
			const count = parameters.media.filter(({ type }) => type === kind).length;
			if (count > 0 && count < parameters.media.length) {
				throw badRequest(`${kind} can't be mixed with other media types`);
			}
		}
		const items: Content[] = [];
		for (const item of parameters.media) {
			items.push({
				...(await inputFile(call, item.type, item.media)),
				...captionContent(call, item),
				...(item.has_spoiler ? { has_media_spoiler: true } : {}),
			});
		}
		const media_group_id = mediaGroupId(call);
		return items.map((content) =>
			messageForBot(call.bot, sendTo(call, room, parameters, { ...content, media_group_id }).message),
		);
	},
);

export function mediaGroupId(call: Call): string {
	return `13${String(call.world.next("media_group")).padStart(15, "0")}`;
}

const pollOption = z.union([
	z.string().transform((label) => ({ text: label })),
	z.looseObject({ text: z.string() }),
]);

const sendPoll = method(
	z.object({
		...sending,
		question: text("poll question must be non-empty").pipe(
			z.string().min(1, "poll question must be non-empty"),
		),
		options: json(
			z
				.array(pollOption, "can't parse options JSON object")
				.min(1, "poll must have at least 1 option")
				.max(12, "poll can't have more than 12 options"),
			"can't parse options JSON object",
		),
		is_anonymous: boolean(),
		type: z.enum(["regular", "quiz"], "Unsupported poll type specified").optional(),
		allows_multiple_answers: boolean(),
		correct_option_id: integer().optional(),
		correct_option_ids: json(z.array(z.int()).optional(), "can't parse correct option ids"),
		explanation: text().optional(),
		explanation_parse_mode: text().optional(),
		explanation_entities: entities,
		open_period: integer().optional(),
		close_date: integer().optional(),
		is_closed: boolean(),
	}),
	(call, parameters) => {
		if (parameters.question.length > 300) throw badRequest("poll question length must not exceed 300");
		const isQuiz = parameters.type === "quiz";
		const correct =
			parameters.correct_option_ids ??
			(parameters.correct_option_id === undefined ? [] : [parameters.correct_option_id]);
		if (isQuiz && (correct.length === 0 || correct.some((id) => id < 0 || id >= parameters.options.length))) {
			throw badRequest("wrong correct option ID specified");
		}
		const explained = parameters.explanation
			? format(
					call.world,
					parameters.explanation,
					parameters.explanation_parse_mode,
					parameters.explanation_entities,
				)
			: null;
		const poll: Poll = {
			id: String(5_000_000_000_000_000 + call.world.next("poll")),
			question: parameters.question,
			options: parameters.options.map((option, index) => ({
				persistent_id: String(index),
				text: option.text,
				voter_count: 0,
			})),
			total_voter_count: 0,
			is_closed: parameters.is_closed ?? false,
			is_anonymous: parameters.is_anonymous ?? true,
			type: parameters.type ?? "regular",
			allows_multiple_answers: parameters.allows_multiple_answers ?? false,
			allows_revoting: !isQuiz,
			members_only: false,
			...(isQuiz ? { correct_option_ids: correct } : {}),
			...(explained ? { explanation: explained.text, explanation_entities: explained.entities } : {}),
			open_period: parameters.open_period,
			close_date: parameters.close_date,
		};
		return send(call, parameters, { poll }, "can_send_polls");
	},
);

const coordinates = {
	latitude: float("wrong latitude specified"),
	longitude: float("wrong longitude specified"),
};

/** The highest value of each animated emoji (Bot API, Dice.value). */
const DICE: Record<string, number> = { "🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64 };

const CHAT_ACTIONS =
	/^(typing|upload_(photo|video|document|audio|voice|video_note)|record_(video|audio|voice|video_note)|choose_sticker|find_location)$/;

export const SEND_METHODS: Record<string, Method> = {
	sendMessage: method(
		z.object({
			...sending,
			text: text("message text is empty"),
			parse_mode: text().optional(),
			entities,
			link_preview_options: json(
				z.looseObject({}).optional(),
				"can't parse link preview options JSON object",
			),
		}),
		(call, parameters) => {
			findWritableRoom(call, parameters.chat_id, "can_send_messages");
			const content = textContent(call, parameters.text, parameters);
			const { link_preview_options } = parameters;
			return send(call, parameters, { ...content, link_preview_options }, "can_send_messages");
		},
	),
	sendPhoto: sendMedia("photo"),
	sendVideo: sendMedia("video"),
	sendAnimation: sendMedia("animation"),
	sendAudio: sendMedia("audio"),
	sendDocument: sendMedia("document"),
	sendVoice: sendMedia("voice"),
	sendVideoNote: sendMedia("video_note"),
	sendSticker: sendMedia("sticker"),
	sendMediaGroup,
	sendPoll,
	sendLocation: method(z.object({ ...sending, ...coordinates }), (call, parameters) => {
		const { latitude, longitude } = parameters;
		return send(call, parameters, { location: { latitude, longitude } }, "can_send_messages");
	}),
	sendVenue: method(
		z.object({
			...sending,
			...coordinates,
			title: text("venue title is empty"),
			address: text("venue address is empty"),
		}),
		(call, parameters) => {
			const { latitude, longitude, title, address } = parameters;
			const location = { latitude, longitude };
			const content: Partial<Message> = { venue: { location, title, address }, location };
			return send(call, parameters, content, "can_send_messages");
		},
	),
	sendContact: method(
		z.object({
			...sending,
			phone_number: text("phone number is empty"),
			first_name: text("first name is empty"),
			last_name: text().optional(),
			vcard: text().optional(),
		}),
		(call, parameters) => {
			const { phone_number, first_name, last_name, vcard } = parameters;
			return send(
				call,
				parameters,
				{ contact: { phone_number, first_name, last_name, vcard } },
				"can_send_messages",
			);
		},
	),
	sendDice: method(z.object({ ...sending, emoji: text().optional() }), (call, parameters) => {
		const emoji = parameters.emoji ?? "🎲";
		const highest = DICE[emoji];
		if (!highest) throw badRequest("EMOTICON_INVALID");
		const value = 1 + Math.floor(Math.random() * highest);
		return send(call, parameters, { dice: { emoji, value } }, "can_send_other_messages");
	}),
	sendChatAction: method(
		z.object({ chat_id: chatId, action: text("wrong parameter action in request") }),
		(call, { chat_id, action }) => {
			if (!CHAT_ACTIONS.test(action)) throw badRequest("wrong parameter action in request");
			const { world, bot } = call;
			const room = findWritableRoom(call, chat_id, "can_send_messages");
			for (const user of world.audience(room)) {
				world.emit({ type: "action", user, chat: world.chatFor(user, room).id, from: bot.user.id, action });
			}
			return true;
		},
	),
};
