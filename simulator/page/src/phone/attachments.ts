import { kindOf, toUpload } from "../sample/encode.ts";
import { randomSeed, samplePicture, sampleSticker } from "../sample/picture.ts";
import { sampleSound, sampleVideo } from "../sample/recordings.ts";
import type { MediaItem, MediaKind, SendBody, User } from "../types.ts";

export type Attachment = Omit<SendBody, "chat">;

async function item(kind: MediaKind, blob: Blob, name: string): Promise<MediaItem> {
	return { [kind]: await toUpload(blob, name) };
}

/** Two to four pictures that show they belong together. */
export async function sampleAlbum(): Promise<Attachment> {
	const count = 2 + Math.floor(Math.random() * 3);
	const seed = randomSeed();
	const pictures = Array.from({ length: count }, async (_, index) =>
		item("photo", await samplePicture(seed + index, 720, 540), `photo-${index + 1}.jpg`),
	);
	return { media_group: await Promise.all(pictures) };
}

const sampleText = "A sample document.\n\nYou can choose a file of your own instead.\n";

export const samples: Record<MediaKind, () => Promise<Attachment>> = {
	photo: async () => item("photo", await samplePicture(), "photo.jpg"),
	video: async () => item("video", await sampleVideo(), "video.mp4"),
	animation: async () => item("animation", await sampleVideo(360, 270, 1200), "animation.mp4"),
	video_note: async () => item("video_note", await sampleVideo(384, 384, 1600), "round.mp4"),
	voice: () => item("voice", sampleSound(), "voice.wav"),
	audio: () => item("audio", sampleSound(6), "three-tones.wav"),
	sticker: async () => item("sticker", await sampleSticker(), "sticker.webp"),
	document: () => item("document", new Blob([sampleText], { type: "text/plain" }), "sample.txt"),
};

export const sampleContact = (user: User): Attachment => ({
	contact: { phone_number: `+1555${user.id}`, first_name: user.first_name, user_id: user.id },
});

export const sampleLocation: Attachment = { location: { latitude: 52.52, longitude: 13.405 } };

/** Files the person chose, dropped or pasted; several pictures and films go as one album. */
export async function fromFiles(files: File[], kind?: MediaKind): Promise<Attachment[]> {
	const items = await Promise.all(files.map((file) => item(kind ?? kindOf(file.type), file, file.name)));
	const together = items.every((each) => each.photo || each.video) && items.length > 1 && items.length <= 10;
	return together ? [{ media_group: items }] : items;
}

/** The browser's file dialog. Nothing is answered when it is closed without a choice. */
export function chooseFiles(accept: string, multiple: boolean): Promise<File[]> {
	return new Promise((resolve) => {
		const input = document.createElement("input");
		input.type = "file";
		input.accept = accept;
		input.multiple = multiple;
		input.onchange = () => resolve([...(input.files ?? [])]);
		input.oncancel = () => resolve([]);
		input.click();
	});
}
