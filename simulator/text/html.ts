import { badRequest } from "../errors.ts";
import type { MessageEntity } from "../world/types.ts";

// Bot API, "HTML style"; the error words are those of tdlib's MessageEntity.cpp, offsets are bytes of UTF-8.

const TAGS: Record<string, string> = {
	b: "bold",
	strong: "bold",
	i: "italic",
	em: "italic",
	u: "underline",
	ins: "underline",
	s: "strikethrough",
	strike: "strikethrough",
	del: "strikethrough",
	"tg-spoiler": "spoiler",
	span: "spoiler",
	"tg-emoji": "custom_emoji",
	a: "text_link",
	code: "code",
	pre: "pre",
	blockquote: "blockquote",
};

const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

interface OpenTag {
	name: string;
	offset: number;
	attributes: Map<string, string>;
}

export function parseHtml(source: string): { text: string; entities: MessageEntity[] } {
	let text = "";
	const entities: MessageEntity[] = [];
	const open: OpenTag[] = [];
	let at = 0;
	while (at < source.length) {
		const char = source[at];
		if (char === "&") {
			const reference = /^&(?:#(\d{1,8})|#x([0-9a-f]{1,7})|([a-z]+));?/i.exec(source.slice(at, at + 12));
			const decoded = reference && decode(reference);
			text += decoded ?? "&";
			at += decoded === undefined || decoded === null || !reference ? 1 : reference[0].length;
		} else if (char !== "<") {
			text += char;
			at += 1;
		} else if (source[at + 1] === "/") {
			const end = /^<\/([a-zA-Z0-9-]*)\s*>/.exec(source.slice(at));
			const tag = open.pop();
			if (!end) throw broken(`Unclosed end tag at byte offset ${bytes(source, at)}`);
			const name = (end[1] ?? "").toLowerCase();
			if (!tag) throw broken(`Unexpected end tag at byte offset ${bytes(source, at)}`);
			if (name !== "" && name !== tag.name) {
				throw broken(
					`Unmatched end tag at byte offset ${bytes(source, at)}, expected "</${tag.name}>", found "</${name}>"`,
				);
			}
			close(tag, text, entities, open);
			at += end[0].length;
		} else {
			const start =
				/^<([a-zA-Z0-9-]*)((?:\s+[a-zA-Z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[a-zA-Z0-9.-]+))?)*)\s*>/.exec(
					source.slice(at),
				);
			const name = (start?.[1] ?? /^<([a-zA-Z0-9-]*)/.exec(source.slice(at))?.[1] ?? "").toLowerCase();
			if (!TAGS[name]) throw broken(`Unsupported start tag "${name}" at byte offset ${bytes(source, at)}`);
			if (!start) throw broken(`Unclosed start tag at byte offset ${bytes(source, at)}`);
			const attributes = readAttributes(start[2] ?? "");
			if (name === "span" && attributes.get("class") !== "tg-spoiler") {
				throw broken(`Tag "span" must have class "tg-spoiler" at byte offset ${bytes(source, at)}`);
			}
			open.push({ name, offset: text.length, attributes });
			at += start[0].length;
		}
	}
	const unclosed = open.pop();
	if (unclosed) throw broken(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
	return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function close(tag: OpenTag, text: string, entities: MessageEntity[], open: readonly OpenTag[]): void {
	const length = text.length - tag.offset;
	if (length === 0) return;
	const entity: MessageEntity = { type: TAGS[tag.name] ?? tag.name, offset: tag.offset, length };
	if (tag.name === "a") {
		const url = tag.attributes.get("href") ?? text.slice(tag.offset);
		const mention = /^tg:\/\/user\?id=(\d+)$/.exec(url);
		if (mention) entities.push({ ...entity, type: "text_mention", user_id: Number(mention[1]) });
		else if (isUrl(url)) entities.push({ ...entity, url });
		return;
	}
	if (tag.name === "tg-emoji") entity.custom_emoji_id = tag.attributes.get("emoji-id");
	if (tag.name === "blockquote" && tag.attributes.has("expandable")) entity.type = "expandable_blockquote";
	// <pre><code class="language-x"> is one entity.
	const language = /^language-(.+)$/.exec(tag.attributes.get("class") ?? "")?.[1];
	const around = open.at(-1);
	if (tag.name === "code" && around?.name === "pre" && around.offset === tag.offset) {
		if (language) around.attributes.set("language", language);
		return;
	}
	if (tag.name === "pre") entity.language = tag.attributes.get("language");
	entities.push(entity);
}

export const isUrl = (url: string) =>
	/^(https?|tg|ton|tonsite|ftp):\/\/\S+$/i.test(url) || /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(url);

function decode([, decimal, hex, name]: RegExpExecArray): string | undefined {
	if (name !== undefined) return NAMED[name];
	const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? "", 16);
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function readAttributes(source: string): Map<string, string> {
	const attributes = new Map<string, string>();
	for (const [, name = "", double, single, bare] of source.matchAll(
		/([a-zA-Z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([a-zA-Z0-9.-]+)))?/g,
	)) {
		const value = (double ?? single ?? bare ?? "").replace(
			/&(lt|gt|amp|quot);/g,
			(_, entity: string) => NAMED[entity] ?? "",
		);
		attributes.set(name.toLowerCase(), value);
	}
	return attributes;
}

export const bytes = (source: string, at: number) => new TextEncoder().encode(source.slice(0, at)).length;

export const broken = (words: string) => badRequest(`can't parse entities: ${words}`);
