// Photos and videos that are seen only by who paid for them.
import type { BotRecord, StoredMessage } from "./records.ts";
import type { Message, PaidMedia, PaidMediaInfo } from "./types.ts";
import type { World } from "./world.ts";

export function mayPersonSee(world: World, person: number, { product }: StoredMessage): boolean {
	return world.state.books.media.get(product ?? "")?.buyers.includes(person) ?? false;
}

/** A bot sees its own media, in forwarded copies too. */
export function mayBotSee(bot: BotRecord, { forward_origin, from, sender_chat }: Message): boolean {
	const author = forward_origin?.type === "user" ? forward_origin.sender_user : from;
	return author?.id === bot.user.id || sender_chat !== undefined;
}

export function preview({ star_count, paid_media }: PaidMediaInfo): PaidMediaInfo {
	return { star_count, paid_media: paid_media.map(previewOf) };
}

function previewOf(media: PaidMedia): PaidMedia {
	if (media.type === "preview") return media;
	const { width, height, duration } = (media.type === "photo" ? media.photo.at(-1) : media.video) ?? {};
	return { type: "preview", width, height, ...(duration === undefined ? {} : { duration }) };
}
