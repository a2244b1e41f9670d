import type { Media } from "../../media/service.ts";
import type { PersonContext } from "../../people/context.ts";
import { reason } from "../../platform/log.ts";
import type { View } from "../views.ts";

/** An album takes so many. */
const albumLimit = 10;

/**
 * Shows the pictures of a profile: an only one with the page below it, several as an album, which can have no buttons.
 * @param page null if it is too long to stand below a picture @returns whether the page was shown with it
 */
export async function sendGallery(
	ctx: PersonContext,
	media: Media,
	mediaIds: readonly string[],
	page: View | null,
): Promise<boolean> {
	const ids = mediaIds.slice(0, albumLimit);
	const bot = ctx.me.id;
	try {
		const files = await Promise.all(ids.map(async (id) => ({ id, ...(await media.telegramFile(bot, id)) })));
		const pictures = files.flatMap((file) => (file.as === "photo" ? [file] : []));
		const [first] = pictures;
		if (!first) return false;
		const more = page ? { caption: page.text, reply_markup: page.reply_markup } : {};
		const sent =
			pictures.length === 1
				? [await ctx.replyWithPhoto(first.file, more)]
				: await ctx.replyWithMediaGroup(pictures.map(({ file }) => ({ type: "photo", media: file })));
		for (const [at, { id, known }] of pictures.entries()) {
			const message = sent[at];
			if (message && !known) await media.sent(bot, id, "photo", "photo" in message ? message : {});
		}
		return pictures.length === 1 && page !== null;
	} catch (error) {
		// The page is worth more than its pictures. Where Telegram knows an id no longer, the next reader's are uploaded.
		ctx.log.warn("shop", "a gallery was not shown", { reason: reason(error) });
		for (const id of ids) await media.forgetFile(bot, id);
		return false;
	}
}
