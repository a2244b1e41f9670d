// Schemas of what the Bot API's parameters have in common. A field's error is what Telegram answers after
// "Bad Request: ". Values of a form are texts, and nested ones are JSON texts, so every field takes both.
import { z } from "zod";

const BOOLEANS: Record<string, boolean> = {
	true: true,
	"1": true,
	yes: true,
	false: false,
	"0": false,
	no: false,
	"": false,
};

export const integer = (error = "wrong parameter type: expected Integer") =>
	z.preprocess((value) => {
		if (value === "") return undefined;
		return typeof value === "string" && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
	}, z.int(error));

export const float = (error: string) =>
	z.preprocess(
		(value) => (typeof value === "string" && value.trim() !== "" ? Number(value) : value),
		z.number(error),
	);

export const boolean = () =>
	z.preprocess(
		(value) =>
			typeof value === "string" ? (BOOLEANS[value.toLowerCase()] ?? false) : value === 1 ? true : value,
		z.boolean().optional(),
	);

/** A text; numbers are texts too, as in the server's JSON reader. */
export const text = (error = "wrong parameter type: expected String") =>
	z.preprocess((value) => (typeof value === "number" ? String(value) : value), z.string(error));

/** A nested value that may come as JSON text. */
export function json<T extends z.ZodType>(schema: T, error: string) {
	return z.preprocess((value, context) => {
		if (typeof value !== "string") return value;
		if (value === "") return undefined;
		try {
			return JSON.parse(value);
		} catch {
			context.addIssue({ code: "custom", message: error });
			return z.NEVER;
		}
	}, schema);
}

export const chatId = z.preprocess(
	(value) => (typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value),
	z.union([z.int(), z.string().min(1)], { error: "chat_id is empty" }),
);

export const messageId = integer("message identifier is not specified");

export const userId = integer("invalid user_id specified");

const entity = z.looseObject({ type: z.string(), offset: z.int(), length: z.int() });
export const entities = json(
	z.array(entity, "can't parse entities").optional(),
	"can't parse entities JSON object",
);

const utf8Length = (value: string) => new TextEncoder().encode(value).length;

/** Hosts of a development machine; Telegram itself takes only HTTPS. */
const isWebAppUrl = (url: string) => /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(url);

/** TDLib's LinkManager::check_link: without a dot it is no host, so `localhost` is none. */
const isButtonUrl = (url: string) =>
	/^(tg|ton|tonsite):\/\/\S+$/i.test(url) ||
	/^(https?:\/\/)?([^\s/?#@]+@)?([\w-]+(\.[\w-]+)+|\[[\da-f:]+\])(:\d+)?([/?#]\S*)?$/i.test(url);

const BUTTON_ACTIONS = [
	"url",
	"callback_data",
	"web_app",
	"login_url",
	"switch_inline_query",
	"switch_inline_query_current_chat",
	"switch_inline_query_chosen_chat",
	"copy_text",
	"callback_game",
	"pay",
];

const style = z.enum(["danger", "success", "primary"], "BUTTON_STYLE_INVALID").optional();

const inlineButton = z
	.looseObject({
		text: z
			.string("can't parse inline keyboard button: can't find field \"text\"")
			.min(1, "BUTTON_TEXT_INVALID"),
		url: z.string().optional(),
		callback_data: z.string().optional(),
		web_app: z.object({ url: z.string() }).optional(),
		copy_text: z
			.object({ text: z.string().min(1, "BUTTON_COPY_TEXT_INVALID").max(256, "BUTTON_COPY_TEXT_INVALID") })
			.optional(),
		pay: z.boolean().optional(),
		style,
	})
	.superRefine((button, context) => {
		const refuse = (message: string) => context.addIssue({ code: "custom", message });
		const actions = BUTTON_ACTIONS.filter((action) => button[action] !== undefined);
		if (actions.length === 0)
			refuse("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
		if (button.callback_data !== undefined) {
			const size = utf8Length(button.callback_data);
			if (size < 1 || size > 64) refuse("BUTTON_DATA_INVALID");
		}
		if (button.url !== undefined && !isButtonUrl(button.url)) {
			refuse(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`);
		}
		if (button.web_app && !isWebAppUrl(button.web_app.url)) {
			refuse(
				`inline keyboard button Web App URL '${button.web_app.url}' is invalid: Only HTTPS links are allowed`,
			);
		}
	});

/** Telegram takes at most 100 buttons. */
const isShort = (rows: readonly unknown[][]) => rows.flat().length <= 100;

const inlineKeyboardObject = z.object({
	inline_keyboard: z
		.array(z.array(inlineButton), "can't parse inline keyboard markup JSON object")
		.refine(isShort, "reply markup is too long"),
});

const keyboardButton = z.union([
	z.string().transform((label) => ({ text: label })),
	z.looseObject({ text: z.string().min(1), style }),
]);

const flag = z.boolean().optional();
const placeholder = z.string().max(64).optional();
const keyboardObject = z.object({
	keyboard: z.array(z.array(keyboardButton)),
	is_persistent: flag,
	resize_keyboard: flag,
	one_time_keyboard: flag,
	input_field_placeholder: placeholder,
	selective: flag,
});

export const inlineMarkup = json(
	inlineKeyboardObject.optional(),
	"can't parse inline keyboard markup JSON object",
);

/** The kind is told by its field, so that a refusal names what is wrong in that kind. */
const anyMarkup = z.unknown().transform((value, context) => {
	if (value === undefined || value === null) return undefined;
	const has = (field: string) => typeof value === "object" && value !== null && field in value;
	const schema = has("inline_keyboard")
		? inlineKeyboardObject
		: has("keyboard")
			? keyboardObject
			: has("remove_keyboard")
				? z.object({ remove_keyboard: z.literal(true), selective: flag })
				: has("force_reply")
					? z.object({ force_reply: z.literal(true), input_field_placeholder: placeholder, selective: flag })
					: null;
	if (!schema) {
		// An empty object is no markup.
		if (typeof value === "object" && Object.keys(value).length === 0) return undefined;
		context.addIssue({ code: "custom", message: "object expected as reply markup" });
		return z.NEVER;
	}
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const words = parsed.error.issues[0]?.message ?? "";
	const isTelegrams = words !== "" && !words.startsWith("Invalid") && !words.startsWith("Too");
	context.addIssue({
		code: "custom",
		message: isTelegrams ? words : "can't parse reply keyboard markup JSON object",
	});
	return z.NEVER;
});
const replyMarkup = json(anyMarkup, "can't parse reply keyboard markup JSON object");

const replyParameters = json(
	z
		.object({
			message_id: z.int("message_id must be a number"),
			chat_id: chatId.optional(),
			allow_sending_without_reply: flag,
			quote: z.string().optional(),
			quote_parse_mode: z.string().optional(),
			quote_position: z.int().optional(),
		})
		.optional(),
	"can't parse reply parameters JSON object",
);

/** What every sending method takes. */
export const sending = {
	chat_id: chatId,
	message_thread_id: integer().optional(),
	disable_notification: boolean(),
	protect_content: boolean(),
	message_effect_id: text().optional(),
	reply_parameters: replyParameters,
	// Older clients; the server still reads them.
	reply_to_message_id: integer().optional(),
	allow_sending_without_reply: boolean(),
	reply_markup: replyMarkup,
};

export const captioned = {
	caption: text().optional(),
	parse_mode: text().optional(),
	caption_entities: entities,
	show_caption_above_media: boolean(),
};
