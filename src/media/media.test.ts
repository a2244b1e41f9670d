import { imageDimensionsFromData } from "image-dimensions";
import { expect, test } from "vitest";
import * as files from "../../test/media-files.ts";
import { clean } from "./rules/clean.ts";
import { kindOf } from "./rules/kinds.ts";
import { linkTime, rangeOf } from "./rules/links.ts";
import { orientationIn } from "./rules/orientation.ts";
import { bytesOf, joined, lengthOf, type Piece, type Reading, Refused, u32Bytes } from "./rules/reading.ts";
import { fileIdOf, wayOf } from "./rules/telegram.ts";
import { nameOf } from "./rules.ts";
import { assemble, readBy } from "./service/clean.ts";

/** Answers a rule out of an array, and counts what it is asked for. */
function run<T>(reading: Reading<T>, bytes: Uint8Array): T {
	let step = reading.next();
	while (!step.done) {
		const { at, length } = step.value;
		step = reading.next(bytes.subarray(at, at + length));
	}
	return step.value;
}

function written(pieces: readonly Piece[], bytes: Uint8Array): Uint8Array {
	return joined(
		...pieces.map((piece) => {
			if ("bytes" in piece) return piece.bytes;
			return "zeros" in piece ? new Uint8Array(piece.zeros) : bytes.subarray(piece.from, piece.to);
		}),
	);
}

function cleaned(bytes: Uint8Array) {
	const { pieces, ...about } = run(clean(bytes.length), bytes);
	const out = written(pieces, bytes);
	expect(out.length).toBe(about.bytes);
	return { ...about, out };
}

function whyRefused(bytes: Uint8Array): string {
	try {
		cleaned(bytes);
	} catch (error) {
		if (error instanceof Refused) return error.reason;
		throw error;
	}
	return "taken";
}

const pictures: [string, Uint8Array, string][] = [
	["jpeg", files.phoneJpeg(1), "image/jpeg"],
	["jpeg without anything", files.jpeg, "image/jpeg"],
	["png", files.wordyPng(), "image/png"],
	["webp", files.wordyWebp(), "image/webp"],
	["moving webp", files.movingWebp(), "image/webp"],
];

test.for(pictures)("of a %s stays the picture, and nothing that was told beside it", ([, bytes, type]) => {
	const { out, ...about } = cleaned(bytes);
	expect(about).toMatchObject({ type, width: 24, height: 16, seconds: null });
	expect(files.contains(out, files.marker)).toBe(false);
	expect(imageDimensionsFromData(out)).toMatchObject({ width: 24, height: 16, type: type.slice(6) });
	// What is clean stays as it is.
	expect(cleaned(out).out).toEqual(out);
});

test("a GIF keeps its pictures, how long they stand and how often they come", () => {
	const { out, ...about } = cleaned(files.wordyGif());
	expect(about).toMatchObject({ type: "image/gif", width: 1, height: 1 });
	expect(files.contains(out, files.marker)).toBe(false);
	expect(files.contains(out, "NETSCAPE2.0")).toBe(true);
	expect(imageDimensionsFromData(out)).toMatchObject({ width: 1, height: 1, type: "gif" });
	expect(out.at(-1)).toBe(0x3b);
	expect(out.filter((byte) => byte === 0x2c)).toHaveLength(2);
});

test.for([1, 3, 6, 8])("which way up a picture is stays, and sides are told as shown: %i", (orientation) => {
	for (const bytes of [
		files.phoneJpeg(orientation),
		files.wordyPng(orientation),
		files.wordyWebp(orientation),
	]) {
		const { out, width, height } = cleaned(bytes);
		expect([width, height]).toEqual(orientation >= 5 ? [16, 24] : [24, 16]);
		expect(files.contains(out, files.marker)).toBe(false);
		const at = new TextDecoder("latin1").decode(out).indexOf("MM\0*");
		expect(at >= 0).toBe(orientation > 1);
		if (at >= 0) expect(orientationIn(out.subarray(at, at + 26))).toBe(orientation);
		// Read again by the same rules it is turned the same way.
		expect(cleaned(out)).toMatchObject({ width, height });
	}
});

test.for([{ moovFirst: true }, { moovFirst: false }, { brand: "qt  " }, { sideways: true }])(
	"a video keeps its length, its pictures and where they stand: %o",
	(options) => {
		const bytes = files.cameraVideo(options);
		const { out, ...about } = cleaned(bytes);
		const [width, height] = options.sideways ? [48, 64] : [64, 48];
		const type = options.brand ? "video/quicktime" : "video/mp4";
		expect(about).toEqual({ type, width, height, seconds: 1, bytes: bytes.length });
		expect(out.length).toBe(bytes.length);
		expect(files.contains(out, files.marker)).toBe(false);
		// When it was made is nobody's business either.
		expect(files.contains(out, "PLAN")).toBe(false);
		for (const frame of files.frames) {
			const place = (where: Uint8Array) => new TextDecoder("latin1").decode(where).indexOf(frame);
			expect(place(out)).toBe(place(bytes));
			expect(place(out)).toBeGreaterThan(0);
		}
		expect(cleaned(out).out).toEqual(out);
	},
);

test("what can't be cleaned is refused, each with its reason", () => {
	const video = files.cameraVideo();
	const heic = joined(u32Bytes(24), bytesOf("ftypheic"), new Uint8Array(12));
	const cases: [string, Uint8Array][] = [
		["heic", heic],
		["heic", joined(u32Bytes(24), bytesOf("ftypavif"), new Uint8Array(12))],
		["unknown_type", bytesOf("<svg onload=alert(1)>")],
		["unknown_type", new Uint8Array()],
		["unknown_type", bytesOf("%PDF-1.7 and more of it")],
		["damaged", files.jpeg.subarray(0, files.jpeg.length - 2)],
		["damaged", files.png.subarray(0, 60)],
		["damaged", files.webp.subarray(0, files.webp.length - 9)],
		["damaged", files.wordyGif().subarray(0, 40)],
		["damaged", video.subarray(0, video.length - 30)],
		["in_parts", joined(video, files.box("moof", new Uint8Array(8)))],
		["in_parts", files.cameraVideo({ extra: [files.box("mvex", new Uint8Array(8))] })],
		["no_picture", files.soundOnly()],
		["elsewhere", files.elsewhere()],
		["too_many_pixels", files.hugePng()],
	];
	for (const [i, [reason, bytes]] of cases.entries()) expect(whyRefused(bytes), `case ${i}`).toBe(reason);
});

/** Small, fast and the same every time. */
function dice(seed: number) {
	let state = seed;
	return (below: number) => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return Math.floor((state / 2 ** 32) * below);
	};
}

test("whatever is planted wherever words may stand is gone, and the picture is as it was", () => {
	for (let seed = 1; seed <= 300; seed++) {
		const roll = dice(seed);
		const some = <T>(make: () => T) => Array.from({ length: roll(4) }, make);
		const words = () => joined(new Uint8Array(roll(400)).fill(65), files.planted, new Uint8Array(roll(9)));
		const codes = [0xe1, 0xe2, 0xe3, 0xec, 0xed, 0xef, 0xfe];
		const beginnings = [
			"Exif\0\0",
			"http://ns.adobe.com/xap/1.0/\0",
			"MPF\0",
			"Photoshop 3.0\0",
			"JFXX\0",
			"",
		];
		const segment = () =>
			files.jpegSegment(
				codes[roll(codes.length)] ?? 0xfe,
				joined(bytesOf(beginnings[roll(beginnings.length)] ?? ""), words()),
			);
		const jpeg = joined(files.jpeg.subarray(0, 2), ...some(segment), files.jpeg.subarray(2), ...some(words));
		const names = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "spYy"];
		const chunk = () => files.pngChunk(names[roll(names.length)] ?? "tEXt", words());
		const png = joined(files.png.subarray(0, 33), ...some(chunk), files.png.subarray(33), ...some(words));
		const boxes = ["udta", "meta", "uuid", "free", "skip", "XMP_", "loci"];
		const extra = some(() => files.box(boxes[roll(boxes.length)] ?? "udta", words()));
		const video = joined(files.cameraVideo({ extra, moovFirst: roll(2) === 0 }), ...extra);
		for (const [bytes, plain] of [
			[jpeg, cleaned(files.jpeg).out],
			[png, cleaned(files.png).out],
			[video, null],
		] as const) {
			const { out } = cleaned(bytes);
			expect(files.contains(out, files.marker), `seed ${seed}`).toBe(false);
			if (plain) expect(out, `seed ${seed}`).toEqual(plain);
			else expect(out.length, `seed ${seed}`).toBe(bytes.length);
		}
	}
});

test("no damage makes a rule run for ever, or answer what is not there", () => {
	const whole = [
		files.phoneJpeg(),
		files.wordyPng(3),
		files.wordyWebp(6),
		files.movingWebp(),
		files.wordyGif(),
	];
	for (const bytes of [...whole, files.cameraVideo(), files.cameraVideo({ moovFirst: false })]) {
		for (let seed = 1; seed <= 200; seed++) {
			const roll = dice(seed);
			const hurt = bytes.slice(0, seed % 3 === 0 ? roll(bytes.length) : bytes.length);
			for (let i = 0; i < 1 + roll(4); i++) if (hurt.length > 0) hurt[roll(hurt.length)] = roll(256);
			// Taken or refused, and in no third way.
			whyRefused(hurt);
		}
	}
});

test("a file is read by parts and written in one pass, whatever blocks it comes in", async () => {
	const bytes = files.cameraVideo();
	const reads: number[] = [];
	const about = await readBy(clean(bytes.length), async (at, length) => {
		reads.push(length);
		return bytes.slice(at, at + length);
	});
	expect(reads).toHaveLength(1);
	expect(lengthOf(about.pieces)).toBe(bytes.length);
	for (const size of [1, 7, 4096]) {
		let at = 0;
		const file = new ReadableStream<Uint8Array>({
			pull(controller) {
				if (at >= bytes.length) return controller.close();
				controller.enqueue(bytes.slice(at, at + size));
				at += size;
			},
		});
		const blocks: Uint8Array[] = [];
		for await (const block of assemble(about.pieces, file)) blocks.push(block.slice());
		expect(joined(...blocks)).toEqual(cleaned(bytes).out);
	}
});

test("Telegram is given what it takes", () => {
	const photo = { kind: "photo", type: "image/jpeg", bytes: 1000, width: 4000, height: 3000 } as const;
	const mib = 1024 * 1024;
	expect(wayOf(photo)).toBe("photo");
	expect(wayOf({ ...photo, bytes: 10 * mib })).toBe("photo");
	expect(wayOf({ ...photo, bytes: 10 * mib + 1 })).toBe("document");
	expect(wayOf({ ...photo, width: 7001 })).toBe("document");
	expect(wayOf({ ...photo, width: 2100, height: 100 })).toBe("document");
	expect(wayOf({ ...photo, kind: "animation", type: "image/gif" })).toBe("animation");
	expect(wayOf({ ...photo, kind: "video", type: "video/mp4", bytes: 50 * mib })).toBe("video");
	expect(wayOf({ ...photo, kind: "video", type: "video/quicktime" })).toBe("document");
	expect(wayOf({ ...photo, kind: "video", type: "video/mp4", bytes: 50 * mib + 1 })).toBe("link");
	expect(fileIdOf({ photo: [{ file_id: "small" }, { file_id: "big" }] }, "photo")).toBe("big");
	expect(fileIdOf({ document: { file_id: "d" } }, "photo")).toBeNull();
});

test("names are names, links are the same for five minutes, parts are asked for as players do", () => {
	expect(nameOf("C:\\fakepath\\a.jpg")).toBe("a.jpg");
	expect(nameOf("../../b\u202egpj.exe\n")).toBe("bgpj.exe");
	expect(nameOf("/")).toBe("photo");
	expect(linkTime(1_000_000_000_000)).toBe(linkTime(1_000_000_000_000 + 60_000));
	expect(rangeOf("bytes=0-99")).toEqual({ offset: 0, length: 100 });
	expect(rangeOf("bytes=100-")).toEqual({ offset: 100 });
	expect(rangeOf("bytes=-5")).toEqual({ suffix: 5 });
	for (const odd of [undefined, "bytes=9-1", "bytes=0-1,3-4", "lines=1-2", "bytes=-"])
		expect(rangeOf(odd)).toBeUndefined();
	expect(["image/png", "image/gif", "video/mp4"].map(kindOf)).toEqual(["photo", "animation", "video"]);
});
