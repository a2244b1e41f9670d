import { chunkOf as pngChunk } from "../src/media/rules/png.ts";
import { bytesOf, joined, u32Bytes } from "../src/media/rules/reading.ts";
import { chunkOf as webpChunk } from "../src/media/rules/webp.ts";

/** Small real files: the pictures of 24 by 16 and the four frames of 64 by 48 were encoded by Chromium. */

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export const jpeg = fromBase64(
	"/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABgDASIAAhEBAxEB/8QAGAAAAgMAAAAAAAAAAAAAAAAAAAMBAgX/xAAWEAEBAQAAAAAAAAAAAAAAAAAAAQL/xAAWAQEBAQAAAAAAAAAAAAAAAAAFBAb/xAAXEQEBAQEAAAAAAAAAAAAAAAADAAQi/9oADAMBAAIRAxEAPwDB1SdVbVJ1VeULQ6Wo1QXqg+QcwiN1f//Z",
);
export const png = fromBase64(
	"iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAYAAAAMJL+VAAACJUlEQVR4AYxSLXAUYQzN3DSROCQKiUOisChwdaDAgQIFrg5cHShwdeBwSFRlXWVdZVUn6Uz6XrLf3m5/phU32X2/yd1tzsXyTB7kqTzME3mUx/I4j+RJHsrT/C/P8p88z7/yIn/LyzyQ3fwpr/OHvMt9eZ/f5FPuyef8Inv5Ub7mB9nPt/I938iv3JWDfCV/cnMhKi47EpiBeSFWz40rnvm+I2t8q49Zb8hR6BRzy28CwW1u0KtEEdziwHsgxGsqzMSt+ADePHEuoYUv86qAogZ12qCFxEcIL4paRlHSywRK174t3j4VFDToJaa5SwJhsdpwi3cofbYoUyxnuIC41uRSKCCoRTpCCTrKuoBnG8QKXhGm9Ux+lFAfC33UUtRb6VHAEMVLz6gSQ1Bv4jAzxAvXwhnuwKn1wqknx7n24V9kCNdpwyajzIYwnfAxyRtwLsOpE0+cBdfxjSOMG8a8yVKsc/lVfvh85TPoh19RboILGDJATsOGWmSb1zy/ni4jTh3n2JxTy09NYHlcQJEBHOGcWpvcdJnDRNxrcy0fSx14AHN8yPM58IMvLugSiklS5JMpapLXGy6zuSSm8KUP/yItU0whJBkeJbYy8znAE7+NH7jPPl6H3yAARJk7bITEhAfO5DMvc2D35akL5OICfuc2f+cdYti8N6AoEOwQt0kXF1PTP+xVnu/0ocAQRpGhRGFWTJbqjFPI8GEKlMUdl/HiEJVLAAAA//8hvBpCAAAABklEQVQDAJC5mAEPMn/RAAAAAElFTkSuQmCC",
);
export const webp = fromBase64(
	"UklGRj4CAABXRUJQVlA4WAoAAAAgAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggUAAAAPADAJ0BKhgAEAA+0VakS6gko6ewCAEAGglsAJ0yhHA3oG8A7gAEJGwA/u5XGXZ+lNFswcwN/5bI3cb2bBHPwTXKafsWQt7vyu9npEO86gAA",
);
const avcDescription = fromBase64("AULACv/hABBnQsAKjI1COTUGBgYHhEI1AQAEaM48gA==");
const avcFrames = [
	"AAAAImW4AAQAAAn///giigACAb44AAgVxwABC8k5OTrrrrrrrrw=",
	"AAAAK2HgAEAAvkCf60cAARG/rRwABEb+tHAAERv60cAARG89iuI8R4jzyZ/P5/A=",
	"AAAAaGHgAIABPkD/wEAFIoAAgMxQABAZigACAzFAAEBmKAAIDMUAAQGYoAAgMxQABAZigACAzFAAEBmKAAIDMUAAQGYoAAgMxQABAZigACAzFAAEBmOAAIxkcAAQMsT4nxPn8/n8/nkz+fz+",
	"AAAAH2HgAMABvkBPzf//D0UAAQnPifE+J8/n8/n88mfz+fw=",
].map(fromBase64);

/** What no cleaned file may have in it. */
export const marker = "PLANTED-52.5200N-13.4050E";
export const planted = bytesOf(marker);

export const contains = (bytes: Uint8Array, words: string) =>
	new TextDecoder("latin1").decode(bytes).includes(words);

/** EXIF with a place and this orientation. */
export const exif = (orientation: number) =>
	joined(
		bytesOf("II*\0"),
		Uint8Array.of(8, 0, 0, 0, 2, 0),
		Uint8Array.of(0x0f, 0x01, 2, 0, 25, 0, 0, 0, 38, 0, 0, 0),
		Uint8Array.of(0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0),
		Uint8Array.of(0, 0, 0, 0),
		planted,
	);

export const jpegSegment = (code: number, content: Uint8Array) =>
	joined(Uint8Array.of(0xff, code, (content.length + 2) >> 8, (content.length + 2) & 0xff), content);

/** A photo of a phone: EXIF with a place, XMP, a comment, and a second picture behind its end. */
export const phoneJpeg = (orientation = 6) =>
	joined(
		jpeg.subarray(0, 2),
		jpegSegment(0xe1, joined(bytesOf("Exif\0\0"), exif(orientation))),
		jpegSegment(0xe1, joined(bytesOf("http://ns.adobe.com/xap/1.0/\0"), planted)),
		jpegSegment(0xed, planted),
		jpegSegment(0xfe, planted),
		jpeg.subarray(2),
		planted,
	);

/** A PNG with words, a time, EXIF, an unknown chunk, and something behind its end. */
export const wordyPng = (orientation = 1) =>
	joined(
		png.subarray(0, 33),
		pngChunk("tEXt", joined(bytesOf("GPS\0"), planted)),
		pngChunk("iTXt", planted),
		pngChunk("tIME", new Uint8Array(7)),
		pngChunk("eXIf", exif(orientation)),
		pngChunk("spYy", planted),
		png.subarray(33),
		planted,
	);

export const wordyWebp = (orientation = 1) => {
	const inner = joined(
		webp.subarray(8),
		webpChunk("EXIF", exif(orientation)),
		webpChunk("XMP ", planted),
		webpChunk("SPY ", planted),
	);
	return joined(bytesOf("RIFF"), u32Bytes(inner.length, true), inner, planted);
};

/** Two pictures that move, of which the first has a chunk of its own too many. */
export const movingWebp = () => {
	const frame = webp.subarray(webp.length - 0x58);
	const header = Uint8Array.of(0, 0, 0, 0, 0, 0, 23, 0, 0, 15, 0, 0, 100, 0, 0, 0);
	const inner = joined(
		bytesOf("WEBP"),
		webpChunk("VP8X", Uint8Array.of(0x02, 0, 0, 0, 23, 0, 0, 15, 0, 0)),
		webpChunk("ANIM", new Uint8Array(6)),
		webpChunk("ANMF", joined(header, webpChunk("SPY ", planted), frame)),
		webpChunk("ANMF", joined(header, frame)),
	);
	return joined(bytesOf("RIFF"), u32Bytes(inner.length, true), inner);
};

const blocks = (content: Uint8Array) => joined(Uint8Array.of(content.length), content, Uint8Array.of(0));

/** One black pixel twice, repeated for ever, with a comment and data of an application. */
export const wordyGif = () => {
	const picture = joined(
		Uint8Array.of(0x21, 0xf9, 4, 0, 10, 0, 0, 0),
		Uint8Array.of(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0),
	);
	return joined(
		bytesOf("GIF89a"),
		Uint8Array.of(1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255),
		Uint8Array.of(0x21, 0xff, 11),
		bytesOf("NETSCAPE2.0"),
		Uint8Array.of(3, 1, 0, 0, 0),
		Uint8Array.of(0x21, 0xfe),
		blocks(planted),
		picture,
		Uint8Array.of(0x21, 0xff, 11),
		bytesOf("XMP DataXMP"),
		blocks(planted),
		picture,
		Uint8Array.of(0x3b),
		planted,
	);
};

export const box = (type: string, ...content: Uint8Array[]) => {
	const inner = joined(...content);
	return joined(u32Bytes(inner.length + 8), bytesOf(type), inner);
};
const u32s = (...values: number[]) => joined(...values.map((value) => u32Bytes(value)));
const full = (type: string, ...content: Uint8Array[]) => box(type, u32s(0), ...content);
/** A time somebody could be found by. */
const times = u32s(0x504c414e, 0x504c414e);
const upright = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];
const onItsSide = [0, 0x10000, 0, -0x10000 >>> 0, 0, 0, 0, 0, 0x40000000];

interface Samples {
	handler: string;
	entry: Uint8Array;
	/** Where each chunk begins, and the sizes of what is in it: one sample a chunk. */
	at: number[];
	sizes: number[];
}

function track(id: number, { handler, entry, at, sizes }: Samples, matrix: number[]) {
	const [width, height] = handler === "vide" ? [64 << 16, 48 << 16] : [0, 0];
	return box(
		"trak",
		full("tkhd", times, u32s(id, 0, 800, 0, 0, 0, 0), u32s(...matrix), u32s(width, height)),
		box(
			"mdia",
			full("mdhd", times, u32s(1000, 800, 0x55c40000)),
			full("hdlr", u32s(0), bytesOf(handler), u32s(0, 0, 0), planted, Uint8Array.of(0)),
			box(
				"minf",
				full("vmhd", u32s(0, 0)),
				box("dinf", full("dref", u32s(1), joined(u32s(12), bytesOf("url "), u32s(1)))),
				box(
					"stbl",
					full("stsd", u32s(1), entry),
					full("stts", u32s(1, sizes.length, 200)),
					full("stsc", u32s(1, 1, 1, 1)),
					full("stsz", u32s(0, sizes.length, ...sizes)),
					full("stco", u32s(at.length, ...at)),
					...(handler === "vide" ? [full("stss", u32s(1, 1))] : []),
				),
			),
			box("udta", planted),
		),
		box("udta", box("name", planted)),
		box("meta", planted),
	);
}

const avcEntry = box(
	"avc1",
	u32s(0, 1, 0, 0, 0, 0),
	Uint8Array.of(0, 64, 0, 48),
	u32s(0x480000, 0x480000, 0),
	Uint8Array.of(0, 1),
	joined(planted, new Uint8Array(32 - planted.length)),
	Uint8Array.of(0, 24, 0xff, 0xff),
	box("avcC", avcDescription),
);

/** A video of a camera: a place in its words, and where it was in a track of its own between the pictures. */
export function cameraVideo({
	brand = "isom",
	moovFirst = true,
	sideways = false,
	extra = [],
}: {
	brand?: string;
	moovFirst?: boolean;
	sideways?: boolean;
	extra?: Uint8Array[];
} = {}): Uint8Array {
	const parts = avcFrames.flatMap((frame) => [frame, planted]);
	const head = joined(
		box("ftyp", bytesOf(brand), u32s(512), bytesOf("isom"), bytesOf("avc1")),
		box("uuid", new Uint8Array(16), planted),
		box("free", planted),
	);
	const moov = (start: number) => {
		const places = parts.map((_, i) => start + parts.slice(0, i).reduce((sum, part) => sum + part.length, 0));
		const of = (odd: number) => ({
			at: places.filter((_, i) => i % 2 === odd),
			sizes: parts.filter((_, i) => i % 2 === odd).map(({ length }) => length),
		});
		return box(
			"moov",
			full(
				"mvhd",
				times,
				u32s(1000, 800, 0x10000, 0x1000000, 0, 0),
				u32s(...upright),
				u32s(0, 0, 0, 0, 0, 0, 3),
			),
			track(1, { handler: "vide", entry: avcEntry, ...of(0) }, sideways ? onItsSide : upright),
			track(2, { handler: "meta", entry: box("mebx", u32s(0, 1), planted), ...of(1) }, upright),
			box("udta", box("\u00a9xyz", planted)),
			box("meta", planted),
			...extra,
		);
	};
	const data = box("mdat", ...parts, planted);
	if (!moovFirst) return joined(head, data, moov(head.length + 8));
	const size = moov(0).length;
	return joined(head, moov(head.length + size + 8), data);
}

/** The frames of the video, as text to look for. */
export const frames = avcFrames.map((frame) => new TextDecoder("latin1").decode(frame));

const replaced = (bytes: Uint8Array, from: string, to: string) => {
	const at = new TextDecoder("latin1").decode(bytes).indexOf(from);
	const copy = bytes.slice();
	copy.set(bytesOf(to), at);
	return copy;
};

export const soundOnly = () => replaced(cameraVideo(), "vide", "soun");

/** Its data is in another file. */
export const elsewhere = () => replaced(cameraVideo(), "url \0\0\0\u0001", "url \0\0\0\0");

export const hugePng = () =>
	joined(
		png.subarray(0, 8),
		pngChunk("IHDR", joined(u32Bytes(12_000), u32Bytes(12_000), Uint8Array.of(8, 2, 0, 0, 0))),
		png.subarray(33),
	);

export { pngChunk };
