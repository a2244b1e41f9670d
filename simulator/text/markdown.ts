import type { MessageEntity } from "../world/types.ts";
import { broken, bytes, isUrl } from "./html.ts";

// Bot API, "MarkdownV2 style" and "Markdown style"; error words as in tdlib's MessageEntity.cpp, offsets in bytes.

const RESERVED = new Set("_*[]()~`>#+-=|{}.!");

const MARKS: readonly [mark: string, type: string, name: string][] = [
	["||", "spoiler", "Spoiler"],
	["__", "underline", "Underline"],
	["_", "italic", "Italic"],
	["*", "bold", "Bold"],
	["~", "strikethrough", "Strikethrough"],
];

interface Span {
	mark: string;
	type: string;
	name: string;
	offset: number;
	/** in the source, for the error */
	at: number;
}

/** Where a link's or emoji's address begins and ends, after its `]`. */
function readAddress(source: string, at: number): { address: string; end: number } {
	if (source[at] !== "(") return { address: "", end: at };
	let address = "";
	for (let i = at + 1; i < source.length; i += 1) {
		const char = source[i];
		if (char === ")") return { address, end: i + 1 };
		if (char === "\\" && i + 1 < source.length) i += 1;
		address += source[i];
	}
	throw broken(`Can't find end of a URL at byte offset ${bytes(source, at)}`);
}

export function parseMarkdownV2(source: string): { text: string; entities: MessageEntity[] } {
	let text = "";
	const entities: MessageEntity[] = [];
	const open: Span[] = [];
	let quote: { offset: number; isExpandable: boolean } | null = null;
	let at = 0;
	const endQuote = () => {
		if (!quote) return;
		const type = quote.isExpandable ? "expandable_blockquote" : "blockquote";
		const length = text.trimEnd().length - quote.offset;
		if (length > 0) entities.push({ type, offset: quote.offset, length });
		quote = null;
	};
	while (at < source.length) {
		const char = source[at] ?? "";
		const isLineStart = at === 0 || source[at - 1] === "\n";
		if (isLineStart && (char === ">" || source.startsWith("**>", at))) {
			quote ??= { offset: text.length, isExpandable: false };
			at += char === ">" ? 1 : 3;
			continue;
		}
		if (isLineStart && quote && char !== ">") endQuote();
		if (char === "\\" && at + 1 < source.length && source.charCodeAt(at + 1) <= 126) {
			text += source[at + 1];
			at += 2;
			continue;
		}
		if (
			quote &&
			source.startsWith("||", at) &&
			(at + 2 === source.length || source[at + 2] === "\n") &&
			!open.some(({ mark }) => mark === "||")
		) {
			quote.isExpandable = true;
			at += 2;
			continue;
		}
		if (char === "`") {
			const code = readCode(source, at);
			if (code.text.length > 0)
				entities.push({ ...code.entity, offset: text.length, length: code.text.length });
			text += code.text;
			at = code.end;
			continue;
		}
		const last = open.at(-1);
		if (char === "]" && last && (last.mark === "[" || last.mark === "![")) {
			open.pop();
			const { address, end } = readAddress(source, at + 1);
			const entity = { offset: last.offset, length: text.length - last.offset };
			at = end;
			if (entity.length === 0) continue;
			const url = address === "" ? text.slice(last.offset) : address;
			const emoji = /^tg:\/\/emoji\?id=(\d+)$/.exec(url);
			const mention = /^tg:\/\/user\?id=(\d+)$/.exec(url);
			if (last.mark === "![") entities.push({ ...entity, type: "custom_emoji", custom_emoji_id: emoji?.[1] });
			else if (mention) entities.push({ ...entity, type: "text_mention", user_id: Number(mention[1]) });
			else if (isUrl(url)) entities.push({ ...entity, type: "text_link", url });
			continue;
		}
		if (char === "[" || source.startsWith("![", at)) {
			const mark = char === "[" ? "[" : "![";
			open.push({
				mark,
				type: "text_link",
				name: mark === "[" ? "TextUrl" : "CustomEmoji",
				offset: text.length,
				at,
			});
			at += mark.length;
			continue;
		}
		const mark = MARKS.find(([candidate]) => source.startsWith(candidate, at));
		if (mark) {
			const [sign, type, name] = mark;
			if (last?.mark === sign) {
				open.pop();
				const length = text.length - last.offset;
				if (length > 0) entities.push({ type, offset: last.offset, length });
			} else if (open.some((span) => span.mark === sign)) {
				throw broken(`Can't find end of ${last?.name} entity at byte offset ${bytes(source, last?.at ?? 0)}`);
			} else {
				open.push({ mark: sign, type, name, offset: text.length, at });
			}
			at += sign.length;
			continue;
		}
		if (RESERVED.has(char)) {
			throw broken(`Character '${char}' is reserved and must be escaped with the preceding '\\'`);
		}
		text += char;
		at += 1;
	}
	endQuote();
	const unclosed = open.at(-1);
	if (unclosed)
		throw broken(`Can't find end of ${unclosed.name} entity at byte offset ${bytes(source, unclosed.at)}`);
	return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function readCode(
	source: string,
	at: number,
): { text: string; entity: { type: string; language?: string }; end: number } {
	const isBlock = source.startsWith("```", at);
	const mark = isBlock ? "```" : "`";
	let text = "";
	let i = at + mark.length;
	for (; i < source.length && !source.startsWith(mark, i); i += 1) {
		if (source[i] === "\\" && i + 1 < source.length) i += 1;
		text += source[i];
	}
	if (i >= source.length) {
		throw broken(
			`Can't find end of ${isBlock ? "PreCode" : "Code"} entity at byte offset ${bytes(source, at)}`,
		);
	}
	const end = i + mark.length;
	if (!isBlock) return { text, entity: { type: "code" }, end };
	const language = /^([^\s`]+)\n/.exec(text);
	const body = language ? text.slice(language[0].length) : text.replace(/^\n/, "");
	return {
		text: body,
		entity: language?.[1] ? { type: "pre", language: language[1] } : { type: "pre" },
		end,
	};
}

const LEGACY: Record<string, string> = { _: "italic", "*": "bold", "`": "code" };

/** The legacy mode: no nesting, a backslash escapes `_*[` and the backtick. */
export function parseMarkdown(source: string): { text: string; entities: MessageEntity[] } {
	let text = "";
	const entities: MessageEntity[] = [];
	let at = 0;
	while (at < source.length) {
		const char = source[at] ?? "";
		if (char === "\\" && "_*`[".includes(source[at + 1] ?? " ")) {
			text += source[at + 1];
			at += 2;
			continue;
		}
		const link = char === "[" ? /^\[([^\]]*)\]\(([^)]*)\)/.exec(source.slice(at)) : null;
		if (link) {
			const [all, label = "", url = ""] = link;
			if (label && isUrl(url))
				entities.push({ type: "text_link", offset: text.length, length: label.length, url });
			text += label;
			at += all.length;
			continue;
		}
		const type = LEGACY[char];
		if (!type) {
			text += char;
			at += 1;
			continue;
		}
		const mark = source.startsWith("```", at) ? "```" : char;
		const end = source.indexOf(mark, at + mark.length);
		if (end < 0) throw broken(`Can't find end of the entity starting at byte offset ${bytes(source, at)}`);
		const inside = source.slice(at + mark.length, end);
		if (inside)
			entities.push({ type: mark === "```" ? "pre" : type, offset: text.length, length: inside.length });
		text += inside;
		at = end + mark.length;
	}
	return { text, entities };
}
