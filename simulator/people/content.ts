import { SimulatorError } from "../errors.ts";
import { detectEntities } from "../text/detect.ts";
import { fromBase64 } from "../world/base64.ts";
import { MEDIA_KINDS, mediaContent, type NewFile, storeFile } from "../world/files.ts";
import type { Content, MessageEntity } from "../world/types.ts";
import type { World } from "../world/world.ts";
import type { Checked, editInput } from "./inputs.ts";

export type ContentInput = Omit<Checked<typeof editInput>, "chat" | "message_id">;

export type Download = (url: string) => Promise<Response>;

interface MediaInput {
	file_name?: string | undefined;
	mime_type?: string | undefined;
	data?: string | undefined;
	url?: string | undefined;
}

/** What a person's app makes of the input: entities found, media given or a sample. */
export async function personContent(world: World, download: Download, input: ContentInput): Promise<Content> {
	const content: Content = {};
	if (input.text !== undefined) {
		content.text = input.text;
		setIfAny(content, "entities", detectEntities(input.text, input.entities as MessageEntity[] | undefined));
	}
	for (const kind of MEDIA_KINDS) {
		const media = input[kind];
		if (!media) continue;
		Object.assign(
			content,
			mediaContent(world, kind, storeFile(world, kind, await mediaFile(media, download))),
		);
	}
	if (input.caption) {
		content.caption = input.caption;
		setIfAny(
			content,
			"caption_entities",
			detectEntities(input.caption, input.caption_entities as MessageEntity[] | undefined),
		);
	}
	if (input.has_media_spoiler) content.has_media_spoiler = true;
	if (input.contact) content.contact = input.contact;
	if (input.location) content.location = input.location;
	if (input.venue) Object.assign(content, { venue: input.venue, location: input.venue.location });
	if (input.dice) content.dice = dice(input.dice);
	if (input.poll) content.poll = poll(world, input.poll);
	return content;
}

function setIfAny(content: Content, field: "entities" | "caption_entities", found: MessageEntity[]): void {
	if (found.length > 0) content[field] = found;
}

/** Null stands for a sample. */
async function mediaFile(media: MediaInput, download: Download): Promise<NewFile | null> {
	const { file_name, mime_type } = media;
	if (media.data !== undefined) {
		try {
			return { bytes: fromBase64(media.data), file_name, mime_type };
		} catch {
			throw new SimulatorError("data is not base64");
		}
	}
	if (media.url === undefined) return null;
	const response = await download(media.url);
	if (!response.ok) throw new SimulatorError(`${media.url} answered ${response.status}`);
	const type = mime_type ?? response.headers.get("Content-Type")?.split(";")[0];
	return { bytes: new Uint8Array(await response.arrayBuffer()), file_name, mime_type: type };
}

function dice({ emoji = "🎲", value }: { emoji?: string | undefined; value?: number | undefined }) {
	return { emoji, value: value ?? 1 + Math.floor(Math.random() * (emoji === "🎰" ? 64 : 5)) };
}

function poll(world: World, input: NonNullable<ContentInput["poll"]>): NonNullable<Content["poll"]> {
	return {
		id: String(5_000_000_000_000_000 + world.next("poll")),
		question: input.question,
		options: input.options.map((text, index) => ({ persistent_id: String(index), text, voter_count: 0 })),
		total_voter_count: 0,
		is_closed: false,
		is_anonymous: true,
		type: input.type ?? "regular",
		allows_multiple_answers: false,
		allows_revoting: input.type !== "quiz",
		members_only: false,
		...(input.type === "quiz" ? { correct_option_ids: [input.correct_option_id ?? 0] } : {}),
	};
}
