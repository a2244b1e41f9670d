// What the control interface takes, as README.md lists it.
import { z } from "zod";

const id = z.union([
	z.int(),
	z
		.string()
		.regex(/^-?\d+$/)
		.transform(Number),
]);
const entity = z.looseObject({ type: z.string(), offset: z.int(), length: z.int() });
const media = z.union([
	z.literal(true).transform(() => ({})),
	z.object({
		file_name: z.string().optional(),
		mime_type: z.string().optional(),
		/** base64 */
		data: z.string().optional(),
		url: z.url().optional(),
	}),
]);

const mediaFields = {
	photo: media.optional(),
	video: media.optional(),
	animation: media.optional(),
	audio: media.optional(),
	voice: media.optional(),
	video_note: media.optional(),
	document: media.optional(),
	sticker: media.optional(),
};

const captionFields = {
	caption: z.string().max(1024).optional(),
	caption_entities: z.array(entity).optional(),
	has_media_spoiler: z.boolean().optional(),
};

const coordinates = z.object({ latitude: z.number(), longitude: z.number() });

const contentFields = {
	text: z.string().min(1).max(4096).optional(),
	entities: z.array(entity).optional(),
	...captionFields,
	...mediaFields,
	contact: z
		.object({
			phone_number: z.string(),
			first_name: z.string(),
			last_name: z.string().optional(),
			user_id: z.int().optional(),
		})
		.optional(),
	location: coordinates.optional(),
	venue: z.object({ location: coordinates, title: z.string(), address: z.string() }).optional(),
	poll: z
		.object({
			question: z.string(),
			options: z.array(z.string()).min(1),
			type: z.enum(["regular", "quiz"]).optional(),
			correct_option_id: z.int().optional(),
		})
		.optional(),
	dice: z
		.union([
			z.literal(true).transform(() => ({})),
			z.object({ emoji: z.string().optional(), value: z.int().optional() }),
		])
		.optional(),
};

export const sendInput = z.object({
	chat: id,
	...contentFields,
	/** a channel of the person's own, in whose name they write in a supergroup */
	as: id.optional(),
	reply_to: z.int().optional(),
	/** a message of another chat that is replied to here */
	reply_from: z.object({ chat: id, message_id: z.int() }).optional(),
	quote: z.string().optional(),
	forward_from: z.object({ chat: id, message_id: z.int() }).optional(),
	media_group: z
		.array(z.object({ ...mediaFields, ...captionFields }))
		.min(2)
		.max(10)
		.refine(
			(items) => [0, items.length].includes(items.filter(({ document }) => document).length),
			"documents can't be mixed with other media",
		)
		.optional(),
});
export const editInput = z.object({ chat: id, message_id: z.int(), ...contentFields });
export const startInput = z.object({
	bot: id,
	payload: z
		.string()
		.regex(/^[A-Za-z0-9_-]{0,64}$/, "a start payload is at most 64 of A-Za-z0-9_-")
		.optional(),
});
export const pressInput = z.object({
	chat: id,
	message_id: z.int().optional(),
	text: z.string().optional(),
	callback_data: z.string().optional(),
	wait: z.boolean().optional(),
});
export const payInput = z
	.object({
		chat: id.optional(),
		message_id: z.int().optional(),
		/** of an invoice: `https://t.me/$slug` */
		link: z.string().optional(),
		wait: z.boolean().optional(),
		lose_update: z.boolean().optional(),
	})
	.refine(({ chat, link }) => (chat === undefined) !== (link === undefined), "give chat or link");
export const starsInput = z.object({ balance: z.int().nonnegative() });
export const renewInput = z.object({ fail: z.boolean().optional(), lose_update: z.boolean().optional() });
export const refundInput = z.object({ lose_update: z.boolean().optional() });
export const messageInput = z.object({ chat: id, message_id: z.int() });
export const reactInput = z.object({ chat: id, message_id: z.int(), emoji: z.string().optional() });
export const voteInput = z.object({ chat: id, message_id: z.int(), options: z.array(z.int()) });
export const botInput = z.object({
	first_name: z.string().min(1).max(64),
	username: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{1,31}$/),
	token: z
		.string()
		.regex(/^\d+:[A-Za-z0-9_-]+$/)
		.optional(),
	/** privacy mode off */
	can_read_all_group_messages: z.boolean().optional(),
});
export const userInput = z.object({
	first_name: z.string().min(1).max(64),
	last_name: z.string().max(64).optional(),
	username: z
		.string()
		.regex(/^[A-Za-z][A-Za-z0-9_]{1,31}$/)
		.optional(),
	language_code: z.string().optional(),
	is_premium: z.literal(true).optional(),
	id: z.int().positive().optional(),
});
export const groupInput = z.object({
	title: z.string().min(1).max(128),
	type: z.enum(["group", "supergroup", "channel"]),
	username: z.string().optional(),
	is_forum: z.boolean().optional(),
	join_by_request: z.boolean().optional(),
});
export const joinInput = z.union([z.object({ chat: id }), z.object({ invite_link: z.string() })]);
export const linkInput = z.object({ chat: id, channel: id });
export const chatInput = z.object({ chat: id });
export const botIdInput = z.object({ bot: id });
export const memberInput = z.object({
	chat: id,
	user: id,
	status: z.enum(["member", "administrator", "restricted", "left", "kicked"]),
	rights: z.record(z.string(), z.boolean()).optional(),
	until_date: z.int().optional(),
});

export type SendInput = z.input<typeof sendInput>;
export type EditInput = z.input<typeof editInput>;
export type StartInput = z.input<typeof startInput>;
export type PressInput = z.input<typeof pressInput>;
export type PayInput = z.input<typeof payInput>;
export type StarsInput = z.input<typeof starsInput>;
export type RenewInput = z.input<typeof renewInput>;
export type RefundInput = z.input<typeof refundInput>;
export type ReactInput = z.input<typeof reactInput>;
export type MessageInput = z.input<typeof messageInput>;
export type VoteInput = z.input<typeof voteInput>;
export type BotInput = z.input<typeof botInput>;
export type UserInput = z.input<typeof userInput>;
export type GroupInput = z.input<typeof groupInput>;
export type JoinInput = z.input<typeof joinInput>;
export type LinkInput = z.input<typeof linkInput>;
export type MemberInput = z.input<typeof memberInput>;
export type Checked<T extends z.ZodType> = z.output<T>;
