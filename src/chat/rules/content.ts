import type { Message, MessageEntity } from "grammy/types";

/** A message as it comes, or only its id. */
export type Relayable = Partial<Message> & { message_id: number };

/** What stands around the content: who wrote it, where, in answer to what. It never goes along. */
const envelope = new Set(
	`message_id date edit_date from chat sender_chat sender_tag sender_boost_count sender_business_bot
	business_connection_id message_thread_id is_topic_message direct_messages_topic forward_origin is_automatic_forward
	reply_to_message external_reply quote reply_to_story reply_to_checklist_task_id reply_to_poll_option_id via_bot
	guest_query_id guest_bot_caller_user guest_bot_caller_chat receiver_user author_signature media_group_id effect_id
	reply_markup`.split(/\s+/),
);

/** The kinds that are passed on. Telegram adds kinds: a new one waits until somebody has looked at what it shows. */
const relayed = [
	...(["text", "rich_message", "photo", "live_photo", "video", "animation", "audio", "document"] as const),
	...(["voice", "video_note", "sticker", "dice", "poll", "contact", "location", "venue"] as const),
] satisfies (keyof Message)[];

export const isRelayed = (message: Relayable) => relayed.some((kind) => kind in message);

/** Asked about before they go, so whom or what place they show is no news. */
const askedAbout: string[] = ["contact", "location", "venue"] satisfies (keyof Message)[];
/** The lists out of which `withoutPeople` takes the persons. */
const entityLists: string[] = ["entities", "caption_entities"] satisfies (keyof Message)[];

/** What goes along and nobody has looked through yet. */
function unchecked(message: Relayable): unknown[] {
	return Object.entries(message)
		.filter(([key]) => !envelope.has(key) && !askedAbout.includes(key) && !entityLists.includes(key))
		.map(([, value]) => value);
}

/** Whether it shows who somebody is, outside of the lists that can go without: in a poll, a table, a caption of a block. */
export const showsPerson = (message: Relayable) => unchecked(message).some((part) => holds(part, isPerson));

/** Whether it shows a place: as a poll's medium, or as a map in a long text. */
export const showsPlace = (message: Relayable) => unchecked(message).some((part) => holds(part, isPlace));

/** A user, a chat, a contact, or a link to one; also as an entity. */
const isPerson = (value: object) =>
	"first_name" in value ||
	"is_bot" in value ||
	("type" in value && value.type === "text_mention") ||
	("type" in value && "id" in value && chatTypes.includes(value.type)) ||
	("url" in value && typeof value.url === "string" && isPersonLink(value.url));
const chatTypes: unknown[] = ["private", "group", "supergroup", "channel"];

const isPlace = (value: object) => "latitude" in value;

/** Looks through all that is in there, however deep. */
function holds(value: unknown, what: (value: object) => boolean): boolean {
	const parts: unknown[] = [value];
	for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
		if (typeof part !== "object" || part === null) continue;
		if (what(part)) return true;
		for (const inner of Object.values(part)) if (inner !== undefined) parts.push(inner);
	}
	return false;
}

/** A link that opens a person by id: https://core.telegram.org/api/links */
const isPersonLink = (url: string) => /^\s*(tg|ton):(\/\/)?(user|openmessage|contact)\b/i.test(url);

/** Takes out what would name a person by id: the words stay, the link goes. A typed @name is only text. */
export function withoutPeople(entities: MessageEntity[]): { kept: MessageEntity[]; carriesPerson: boolean } {
	const kept = entities.filter((entity) => !holds(entity, isPerson));
	return { kept, carriesPerson: kept.length < entities.length };
}
