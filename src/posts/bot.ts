import type { Message, MessageEntity } from "grammy/types";
import { z } from "zod";
import { type Content, contentFields, refineContent } from "../delivery/rules/content.ts";
import type { RoomCommand } from "../groups/bot/talk.ts";
import { type Scene, say, speech } from "../groups/bot/talk.ts";
import { optionsOf } from "../groups/rules/options.ts";
import { isAdmin } from "../groups/rules.ts";
import type { Group } from "../groups/service.ts";
import { spell } from "../groups/views.ts";
import { may } from "../platform/access.ts";
import { AppError, unlessLater } from "../platform/errors.ts";
import { mayPostAt } from "./rules.ts";
import type { Posts } from "./service.ts";

/** What is to be posted, as Telegram gave it. */
interface Draft {
	message: string;
	entities: MessageEntity[];
	media?: Content["media"];
}

const content = z.object(contentFields).superRefine(refineContent);

/** What the bot can post as it stands; who is named in a text without a username stays out of our rows. */
const keepEntities = (entities: readonly MessageEntity[] = []): MessageEntity[] =>
	entities.filter(({ type }) => type !== "text_mention" && type !== "bot_command");

/** The text behind `/post`, with its markup. */
function behindCommand({ text = "", entities = [] }: Message): Draft {
	const start = /^\/\S+\s*/.exec(text)?.[0].length ?? 0;
	const message = text.slice(start).trimEnd();
	const moved = keepEntities(entities)
		.filter(({ offset }) => offset >= start && offset < start + message.length)
		.map((entity) => {
			const offset = entity.offset - start;
			return { ...entity, offset, length: Math.min(entity.length, message.length - offset) };
		});
	return { message, entities: moved };
}

/** A message as it could be posted; null for what has neither text nor one of the kinds of media. */
function copyOf(message: Message): Draft | null {
	if (message.text !== undefined) return { message: message.text, entities: keepEntities(message.entities) };
	const { photo, video, animation, document, caption = "" } = message;
	const media = photo?.length
		? { kind: "photo" as const, file: photo.at(-1)?.file_id ?? "" }
		: // An animation comes as a document too.
			animation
			? { kind: "animation" as const, file: animation.file_id }
			: video
				? { kind: "video" as const, file: video.file_id }
				: document
					? { kind: "document" as const, file: document.file_id }
					: null;
	return media && { message: caption, entities: keepEntities(message.caption_entities), media };
}

/** What `/post` asks to be posted: what stands behind it, else what it replies to. */
function contentOf(message: Message): Content | null {
	const own = behindCommand(message);
	const target = message.reply_to_message?.forum_topic_created ? undefined : message.reply_to_message;
	const found = own.message ? own : target ? copyOf(target as Message) : null;
	if (found === null) return null;
	const { entities = [], ...rest } = found;
	const checked = content.safeParse({ ...rest, ...(entities.length > 0 ? { entities } : {}) });
	return checked.success ? checked.data : null;
}

/** Who of the team may change groups may have the bot post everywhere; administrators where the group is set so. */
async function refusalFor(scene: Scene, group: Group, message: Message, anonymous: boolean) {
	const { admins, moderation } = scene;
	const author = anonymous ? undefined : message.from?.id;
	const permissions = author === undefined ? null : await admins.permissionsOf(author);
	if (permissions && may(permissions, "groups", "write")) return null;
	if (optionsOf(group.options).who_may_post === "staff") return "group-post-staff-only";
	if (anonymous) return null;
	const admin = author !== undefined && isAdmin(await moderation.member(group, author));
	return admin ? null : "group-admins-only";
}

/** `/post text`, or `/post` as a reply: the bot says it in this group, now. */
export const postCommand =
	(posts: Posts): RoomCommand =>
	async (scene, group, message, anonymous) => {
		const { groups, now } = scene;
		const t = speech(group);
		const answer = (text: string) => say(scene, group, { text }, { answerTo: message, transient: true });
		const refusal = await refusalFor(scene, group, message, anonymous);
		if (refusal !== null) return answer(t(refusal));
		const asked = contentOf(message);
		if (asked === null) return answer(t("group-post-how"));
		const key = `${group.id}:${message.message_id}:post`;
		// As it is now: what an isolate remembers is up to 10 s old.
		const current = await groups.get(group.id);
		const free = mayPostAt(current.postedAt, optionsOf(current.options).cooldown_seconds, false);
		if (free > now() && !(await posts.isKnown(key)))
			return answer(t("group-post-wait", { time: spellSeconds(free - now()) }));
		try {
			await posts.create(
				{
					content: asked,
					targets: [
						{ groupId: group.id, topicId: message.is_topic_message ? (message.message_thread_id ?? 0) : 0 },
					],
					...{ silent: null, replyTo: null, bypassCooldown: false, deleteAfterSeconds: null },
					wish: { at: null, cron: null, timeZone: "UTC", everySeconds: null, rounds: null },
				},
				key,
				anonymous ? "admins" : `telegram:${message.from?.id ?? 0}`,
			);
		} catch (error) {
			// What Telegram would not take from us either.
			if (!(error instanceof AppError)) throw error;
			return answer(
				t("group-refused", { description: Object.values(error.fields ?? {})[0] ?? error.message }),
			);
		}
		// Without the right it stays.
		await unlessLater(async () => {
			await groups.calls.in(group, (api, chatId) => api.deleteMessage(chatId, message.message_id));
		});
	};

/** `45s`, or in minutes and more. */
const spellSeconds = (ms: number): string => {
	const seconds = Math.ceil(ms / 1000);
	return seconds < 60 ? `${seconds}s` : spell(Math.ceil(seconds / 60) * 60);
};
