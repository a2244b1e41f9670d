import type { Update } from "grammy/types";
import { z } from "zod";

/** An update that can't be one of Telegram's: a repeat would be the same, so nobody is asked for one. */
export class ImpossibleUpdate extends Error {
	/** Where it is wrong, by names of fields alone. */
	readonly at: string;

	constructor({ issues }: z.ZodError) {
		const at = issues.map(({ path }) => path.join(".")).join(", ");
		super(`impossible at ${at}`);
		this.at = at;
	}
}

/** What of an update a schema says. @throws ImpossibleUpdate */
export function readShape<T>(schema: z.ZodType<T>, value: unknown): T {
	const { success, data, error } = schema.safeParse(value);
	if (!success) throw new ImpossibleUpdate(error);
	return data;
}

// Only what is read anywhere, and loose: Telegram adds kinds and fields, and what is just passed on may be anything.
const text = z.string().optional();
const flag = z.boolean().optional();
const id = z.int();
const messageId = z.int32();
const seconds = z.uint32();

const user = z.looseObject({
	...{ id, is_bot: z.boolean(), first_name: z.string() },
	...{ last_name: text, username: text, language_code: text },
});
const chat = z
	.looseObject({ id, type: z.string(), title: text, username: text, is_forum: flag })
	.refine(({ type, title }) => type === "private" || title !== undefined, { path: ["title"] });
const entities = z
	.array(
		z.looseObject({
			...{ type: z.string(), offset: z.uint32(), length: z.uint32() },
			...{ url: text, user: user.optional() },
		}),
	)
	.optional();
const file = z.looseObject({ file_id: z.string(), file_name: text, file_size: z.number().optional() });
const medium = file.optional();
const place = z.looseObject({ latitude: z.number(), longitude: z.number() });
const origin = z.looseObject({ type: z.string() });

const spoken = {
	...{ message_id: messageId, date: seconds, chat, from: user.optional(), sender_chat: chat.optional() },
	...{ via_bot: user.optional(), forward_origin: origin.optional(), is_automatic_forward: flag },
	...{ message_thread_id: messageId.optional(), is_topic_message: flag, media_group_id: text },
	...{ text, entities, caption: text, caption_entities: entities },
	photo: z.array(file).min(1).optional(),
	...{ animation: medium, video: medium, audio: medium, voice: medium, video_note: medium },
	...{ sticker: medium, document: medium },
	contact: z.looseObject({ phone_number: z.string(), first_name: z.string() }).optional(),
	location: place.optional(),
	venue: z.looseObject({ location: place, title: z.string(), address: z.string() }).optional(),
	dice: z.looseObject({ emoji: z.string(), value: z.int() }).optional(),
	poll: z
		.looseObject({
			...{ type: z.string(), question: z.string() },
			options: z.array(z.looseObject({ text: z.string() })),
		})
		.optional(),
	quote: z.looseObject({ text: z.string(), position: z.uint32(), entities }).optional(),
	external_reply: z.looseObject({ origin }).optional(),
	new_chat_members: z.array(user).optional(),
	...{ migrate_to_chat_id: id.optional(), migrate_from_chat_id: id.optional() },
	forum_topic_created: z.looseObject({ name: z.string() }).optional(),
	forum_topic_edited: z.looseObject({ name: text }).optional(),
};
/** What is replied to comes without what that replied to. */
const message = z.looseObject({ ...spoken, reply_to_message: z.looseObject(spoken).optional() });

const member = z.looseObject({ status: z.string(), user, is_member: flag, until_date: seconds.optional() });
const membership = z.looseObject({
	...{ chat, from: user, date: seconds, old_chat_member: member, new_chat_member: member },
});
const reactions = z.array(z.looseObject({ type: z.string(), emoji: text, custom_emoji_id: text }));

const update = z.looseObject({
	update_id: z.int(),
	message: message.optional(),
	edited_message: message.optional(),
	callback_query: z
		.looseObject({ id: z.string(), from: user, message: message.optional(), data: text })
		.optional(),
	message_reaction: z
		.looseObject({
			...{ chat, message_id: messageId, date: seconds, user: user.optional() },
			new_reaction: reactions,
		})
		.optional(),
	my_chat_member: membership.optional(),
	chat_member: membership.optional(),
	chat_join_request: z.looseObject({ chat, from: user, user_chat_id: id, date: seconds }).optional(),
	pre_checkout_query: z.looseObject({ id: z.string(), from: user }).optional(),
});

/** @throws ImpossibleUpdate if anything is not what Telegram's documentation says it is */
export const checkUpdate = (received: Update): void => {
	readShape(update, received);
};

/** The private chat this update is from, null for groups, channels and kinds we don't know. */
export function personOf(update: Update) {
	const chat = (
		update.message ??
		update.edited_message ??
		update.message_reaction ??
		update.my_chat_member ??
		update.callback_query?.message
	)?.chat;
	if (chat?.type !== "private") return null;
	const from =
		update.message?.from ??
		update.edited_message?.from ??
		update.callback_query?.from ??
		update.my_chat_member?.from;
	return { userId: chat.id, languageCode: from?.language_code, from };
}
