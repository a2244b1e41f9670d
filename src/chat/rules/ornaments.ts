/** What decorates a message. If Telegram refuses one, the message goes without it. */
export type Ornament = "quote" | "reply" | "entities" | "preview";

/** Telegram's words for what it refuses, as far as they tell; in this order, as a quote is a part of its reply. */
const words: Record<Ornament, RegExp> = {
	quote: /quote/i,
	reply: /repl(y|ied)/i,
	entities: /entit|parse/i,
	preview: /web_?page|preview|url/i,
};

/** What was refused for another reason than how it is decorated. */
const notAboutOrnaments = /message is not modified/i;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const has = (value: unknown, field: string) => {
	const found: unknown = isObject(value) ? Reflect.get(value, field) : undefined;
	return Array.isArray(found) ? found.length > 0 : found !== undefined;
};

/** A call's media: an album's items, or the one it sends. */
const mediaIn = (payload: object): unknown[] => [Reflect.get(payload, "media")].flat();

const present: Record<Ornament, (payload: object) => boolean> = {
	quote: (payload) => has(Reflect.get(payload, "reply_parameters"), "quote"),
	reply: (payload) => has(payload, "reply_parameters"),
	entities: (payload) =>
		[payload, ...mediaIn(payload)].some((part) => has(part, "entities") || has(part, "caption_entities")),
	preview: (payload) => has(payload, "link_preview_options"),
};

/**
 * What a call that Telegram refused shall go without: what the words name, else all of it.
 * @param before what it went without already
 * @returns nothing if the call is refused as it is
 */
export function refusedOrnaments(
	payload: object,
	description: string,
	before: ReadonlySet<Ornament>,
): Ornament[] {
	if (notAboutOrnaments.test(description)) return [];
	const all: Ornament[] = ["quote", "reply", "entities", "preview"];
	const worn = all.filter((ornament) => present[ornament](payload) && !before.has(ornament));
	const named = worn.find((ornament) => words[ornament].test(description));
	return named ? [named] : worn;
}

/** The same call without these. */
export function withoutOrnaments<P extends object>(payload: P, without: ReadonlySet<Ornament>): P {
	if (without.size === 0) return payload;
	const plain = { ...payload };
	const reply: unknown = Reflect.get(plain, "reply_parameters");
	if (without.has("reply")) Reflect.deleteProperty(plain, "reply_parameters");
	else if (without.has("quote") && isObject(reply)) {
		Reflect.set(plain, "reply_parameters", dropped(reply, ["quote", "quote_entities", "quote_position"]));
	}
	if (without.has("preview")) Reflect.deleteProperty(plain, "link_preview_options");
	if (!without.has("entities")) return plain;
	const media: unknown = Reflect.get(plain, "media");
	const bare = (item: unknown) => (isObject(item) ? dropped(item, entityFields) : item);
	if (isObject(media)) Reflect.set(plain, "media", Array.isArray(media) ? media.map(bare) : bare(media));
	return dropped(plain, entityFields);
}

const entityFields = ["entities", "caption_entities"];

function dropped<P extends object>(value: P, fields: string[]): P {
	const rest = { ...value };
	for (const field of fields) Reflect.deleteProperty(rest, field);
	return rest;
}
