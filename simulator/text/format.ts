import { badRequest } from "../errors.ts";
import type { MessageEntity } from "../world/types.ts";
import type { World } from "../world/world.ts";
import { detectEntities } from "./detect.ts";
import { parseHtml } from "./html.ts";
import { parseMarkdown, parseMarkdownV2 } from "./markdown.ts";

export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;

interface FormattedText {
	text: string;
	entities: MessageEntity[];
}

/** A text as a bot gave it, with its entities: parsed, checked, trimmed, links and mentions found. */
export function format(
	world: World,
	source: string,
	parseMode: string | undefined,
	given: readonly MessageEntity[] | undefined,
): FormattedText {
	const parsed = parse(source, parseMode, given ?? []);
	const checked = parsed.entities.flatMap((entity) => check(world, parsed.text, entity));
	const { text, entities } = trim(parsed.text, checked);
	return { text, entities: detectEntities(text, entities) };
}

function parse(
	source: string,
	parseMode: string | undefined,
	given: readonly MessageEntity[],
): FormattedText {
	switch ((parseMode ?? "").toLowerCase()) {
		case "":
			return { text: source, entities: [...given] };
		case "html":
			return parseHtml(source);
		case "markdownv2":
			return parseMarkdownV2(source);
		case "markdown":
			return parseMarkdown(source);
		default:
			throw badRequest("unsupported parse_mode");
	}
}

const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** As tdlib's fix_entities: impossible offsets refuse the message, empty entities are dropped. */
function check(world: World, text: string, entity: MessageEntity): MessageEntity[] {
	const { offset, length } = entity;
	const end = offset + length;
	if (offset < 0 || length < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`);
	if (length === 0) return [];
	if (end > text.length) {
		throw badRequest(
			`entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
		);
	}
	if (isLowSurrogate(text.charCodeAt(offset))) {
		throw badRequest(`entity begins in a middle of a UTF-16 symbol at offset ${offset}`);
	}
	if (isLowSurrogate(text.charCodeAt(end))) {
		throw badRequest(`entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol`);
	}
	if (entity.type !== "text_mention") return [entity];
	// A mention of somebody unknown is no mention.
	const { user_id, ...rest } = entity;
	const user = world.account(Number(user_id ?? entity.user?.id));
	return user ? [{ ...rest, user }] : [];
}

function trim(text: string, entities: readonly MessageEntity[]): FormattedText {
	const start = text.length - text.trimStart().length;
	const trimmed = text.trim();
	const kept = entities.flatMap((entity) => {
		const offset = Math.max(0, entity.offset - start);
		const end = Math.min(trimmed.length, entity.offset + entity.length - start);
		return end > offset ? [{ ...entity, offset, length: end - offset }] : [];
	});
	return { text: trimmed, entities: kept };
}

/** Telegram counts code points (core.telegram.org/api/config, message_length_max). */
export const lengthOf = (text: string) => [...text].length;
