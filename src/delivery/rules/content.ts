import { z } from "zod";

/** What Telegram takes: https://core.telegram.org/bots/api#sendmessage and its kind. */
const textLimit = 4096;
const captionLimit = 1024;

const entity = z
	.looseObject({
		type: z.string(),
		offset: z.number().int().min(0),
		length: z.number().int().min(1),
	})
	.describe("As the Bot API's MessageEntity");

const mediaKinds = ["photo", "video", "animation", "document"] as const;

const media = z.object({
	kind: z.enum(mediaKinds),
	file: z.string().min(1).max(2000).optional().describe("A file_id of the bot, or an address"),
	media_id: z.string().min(1).max(100).optional().describe("Of a file that was uploaded, in place of `file`"),
});
export type Medium = z.infer<typeof media>;

/** One bot alone knows it by this. */
export const isFileId = (medium: Medium | undefined): boolean =>
	medium?.file !== undefined && !/^https?:\/\//.test(medium.file);

const button = z.object({
	text: z.string().trim().min(1).max(64),
	url: z
		.string()
		.max(2000)
		.regex(/^(https?|tg):\/\/\S+$/, "must be an address (https, http or tg)")
		.describe("In posts `{post}` becomes the number of the post"),
});

export const contentFields = {
	message: z.string().max(20_000).default("").describe("The text, or what stands under the medium"),
	entities: z.array(entity).max(100).optional(),
	parse_mode: z.enum(["HTML", "MarkdownV2"]).optional(),
	media: media.optional(),
	buttons: z.array(z.array(button).min(1).max(8)).max(20).optional().describe("Rows of links"),
};

type Fields = z.infer<z.ZodObject<typeof contentFields>>;
export type Content = Fields;

/** Whether there is something in it that can't be judged here: markup, media, where buttons lead. */
export const isTelegramsToJudge = ({ parse_mode, entities, media, buttons }: Content): boolean =>
	[parse_mode, entities, media, buttons].some((part) => part !== undefined);

/** What can be said of a message without asking Telegram, by field. */
export function contentFaults({ message, entities, parse_mode, media }: Fields): Record<string, string> {
	const faults: Record<string, string> = {};
	if (entities && parse_mode) faults.parse_mode = "entities and parse_mode can't be combined";
	const limit = media ? captionLimit : textLimit;
	if (message.trim() === "" && !media) faults.message = "must not be empty";
	// With markup the text is shorter than its source; Telegram counts what is left.
	else if (!parse_mode && message.length > limit) faults.message = `at most ${limit} characters`;
	if (media && (media.file === undefined) === (media.media_id === undefined))
		faults.media = "needs a file, or the media_id of one";
	if (entities?.some(({ offset, length }) => offset + length > message.length))
		faults.entities = "one ends behind the text";
	return faults;
}

type Refine = (content: Fields, context: z.core.$RefinementCtx<Fields>) => void;

export const refineContent: Refine = (content, context) => {
	for (const [path, message] of Object.entries(contentFaults(content)))
		context.addIssue({ code: "custom", path: [path], message });
};
