import type { GroupOptions } from "./options.ts";

/** A message as far as a filter looks at it: all of what Telegram gave. */
export interface Written {
	chat: { id: number };
	is_automatic_forward?: true | undefined;
	forward_origin?: unknown;
	story?: unknown;
	reply_to_story?: { chat: { id: number } } | undefined;
	external_reply?: { chat?: { id: number } | undefined } | undefined;
	quote?: { text: string } | undefined;
	[field: string]: unknown;
}

/** What surrounds a message and is not said by it; what it answers stands in the group already. */
const surroundings = new Set([
	...["chat", "from", "sender_chat", "via_bot", "forward_origin"],
	...["reply_to_message", "pinned_message", "reply_to_story", "external_reply", "quote"],
]);

/** Telegram's own nesting is far flatter. */
const deepest = 32;

/**
 * Whether a link stands anywhere in it: as an entity of a text, caption, poll or checklist, on a button, in a rich
 * text or a preview. Telegram calls all of them `url`, as the kind of an entity or as a field.
 */
function holdsLink(value: unknown, depth = 0): boolean {
	if (typeof value !== "object" || value === null || depth > deepest) return false;
	if (Array.isArray(value)) return value.some((one) => holdsLink(one, depth + 1));
	return Object.entries(value).some(([key, inner]) => {
		if (key === "url") return typeof inner === "string" && inner !== "";
		if (key === "type") return inner === "url" || inner === "text_link";
		return holdsLink(inner, depth + 1);
	});
}

/** Quotes have lost their links' entities (https://core.telegram.org/bots/api#textquote), so the text is looked at. */
const linkInText =
	/\b[a-z][a-z\d+-]*:\/\/\S|\bwww\.\S|(?:^|[^\p{L}\d@.-])(?:[\p{L}\d-]+\.)+(?:\p{L}{2,}\/|(?:app|biz|br|cc|click|co|com|de|dev|fr|fun|gg|info|io|link|me|net|online|org|pt|ru|shop|site|store|su|tk|top|tv|uk|us|vip|xyz|рф)(?![\p{L}\d-]))/iu;

/** Whether it shows something of another chat: a forward, a story, a reply to what stands elsewhere. */
function isFromElsewhere({ chat, forward_origin, story, reply_to_story, external_reply }: Written): boolean {
	if (forward_origin !== undefined || story !== undefined) return true;
	if (reply_to_story !== undefined && reply_to_story.chat.id !== chat.id) return true;
	// Another topic of the same forum is not elsewhere.
	return external_reply !== undefined && external_reply.chat?.id !== chat.id;
}

function hasLink(message: Written): boolean {
	const { chat, external_reply, quote } = message;
	const said = Object.entries(message).filter(([field]) => !surroundings.has(field));
	if (holdsLink(Object.fromEntries(said))) return true;
	if (external_reply === undefined || external_reply.chat?.id === chat.id) return false;
	return holdsLink(external_reply) || linkInText.test(quote?.text ?? "");
}

/** Which filter a message runs into. The posts of a group's own channel come as forwards by themselves. */
export function filterHit(options: GroupOptions, message: Written): "link" | "forward" | null {
	if (message.is_automatic_forward) return null;
	if (options.forward_filter && isFromElsewhere(message)) return "forward";
	return options.link_filter && hasLink(message) ? "link" : null;
}
