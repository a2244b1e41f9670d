import type { MessageEntity } from "../world/types.ts";

// What clients and the server mark in plain text, in order of precedence.
const PATTERNS: readonly [type: string, pattern: RegExp][] = [
	[
		"url",
		/https?:\/\/[^\s<>"]+|(?<![\w@./])(?:[a-z0-9-]+\.)+(?:com|org|net|io|me|dev|app|ru|br|fr|example)\b(?:\/[^\s<>"]*)?/gi,
	],
	["email", /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
	["bot_command", /(?<![\w/@<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/])/g],
	["mention", /(?<![\w@])@[a-zA-Z][a-zA-Z0-9_]{2,31}(?!\w)/g],
	["hashtag", /(?<![\p{L}\p{N}_#])#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]{1,255}/gu],
	["cashtag", /(?<![\w$])\$[A-Z]{3,8}(?!\w)/g],
	["phone_number", /(?<![\w+])\+\d{10,14}(?!\w)/g],
];

/** Entities of everything Telegram recognises by itself, leaving out what overlaps with `given` ones. */
export function detectEntities(text: string, given: readonly MessageEntity[] = []): MessageEntity[] {
	const taken = given.filter(
		(entity) =>
			![
				"bold",
				"italic",
				"underline",
				"strikethrough",
				"spoiler",
				"blockquote",
				"expandable_blockquote",
			].includes(entity.type),
	);
	const found: MessageEntity[] = [];
	for (const [type, pattern] of PATTERNS) {
		for (const match of text.matchAll(pattern)) {
			const word = type === "url" ? match[0].replace(/[.,;:!?)]+$/, "") : match[0];
			const entity = { type, offset: match.index, length: word.length };
			if (![...taken, ...found].some((other) => overlap(other, entity))) found.push(entity);
		}
	}
	return [...given, ...found].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

const overlap = (a: MessageEntity, b: MessageEntity) =>
	a.offset < b.offset + b.length && b.offset < a.offset + a.length;
