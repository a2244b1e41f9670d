import type { InlineKeyboardMarkup, Message } from "grammy/types";

export const mediaKinds = [
	...(["photo", "video", "animation", "audio", "voice", "video_note", "document", "sticker"] as const),
	// Seen in the support chat only.
	"other",
] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** What somebody said, as the team's thread keeps it. */
export interface Said {
	text: string;
	media: { kind: MediaKind; fileId: string | null } | null;
}

/** @returns null if it is neither words nor a file: only a chat can show that */
export function saidIn(message: Message): Said | null {
	const text = message.text ?? message.caption ?? "";
	const photo = message.photo?.at(-1);
	if (photo) return { text, media: { kind: "photo", fileId: photo.file_id } };
	// An animation comes as a document too, so that is looked for last.
	const kinds = ["video", "animation", "audio", "voice", "video_note", "sticker", "document"] as const;
	for (const kind of kinds) {
		const file = message[kind];
		if (file) return { text, media: { kind, fileId: file.file_id } };
	}
	return text === "" ? null : { text, media: null };
}

/** The data of the button under an answer says which thread a reply to it belongs to: that costs no look anywhere. */
export function threadUnder(message: { reply_markup?: InlineKeyboardMarkup | undefined } | undefined) {
	for (const button of message?.reply_markup?.inline_keyboard.flat() ?? []) {
		const data = "callback_data" in button ? button.callback_data : "";
		const [, id] = /^support:(req_[0-9a-z]{26})$/.exec(data) ?? [];
		if (id !== undefined) return id;
	}
	return null;
}
