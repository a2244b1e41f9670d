import { crc32, deflateSync } from "node:zlib";

type Colour = readonly [red: number, green: number, blue: number];

const [width, height] = [480, 600];
const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
/** 8 bits of red, green and blue each. */
const colours = Buffer.of(8, 2, 0, 0, 0);
/** Each byte less the one above it: of smooth colours next to nothing is left. */
const filterUp = 2;

function u32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}

function chunk(type: string, content: Buffer): Buffer {
	const inner = Buffer.concat([Buffer.from(type, "latin1"), content]);
	return Buffer.concat([u32(content.length), inner, u32(crc32(inner))]);
}

/** A hue as a colour, 0 to 1 each. */
const hueOf = (degrees: number): Colour => {
	const part = (shift: number) => 0.5 + 0.5 * Math.cos(((degrees + shift) * Math.PI) / 180);
	return [part(0), part(-120), part(120)];
};

const mixed = (a: Colour, b: Colour, share: number): Colour => [
	a[0] + (b[0] - a[0]) * share,
	a[1] + (b[1] - a[1]) * share,
	a[2] + (b[2] - a[2]) * share,
];

/** A sun above waves, in colours of its own for each number. */
function colourAt(x: number, y: number, no: number, hue: number): Colour {
	const sky = mixed(hueOf(hue + no * 17), [1, 1, 1], 0.35 + 0.4 * y);
	const [sunX, sunY] = [0.2 + ((no * 0.37) % 0.6), 0.2 + ((no * 0.23) % 0.25)];
	if (Math.hypot(x - sunX, (y - sunY) * 1.25) < 0.12) return mixed(sky, [1, 0.97, 0.8], 0.85);
	const wave = Math.floor((y - 0.6 - 0.03 * Math.sin(x * 9 + no)) * 10);
	return wave < 0 ? sky : mixed(hueOf(hue + no * 17 + 150), [0, 0, 0], Math.min(0.6, 0.15 + wave * 0.12));
}

/** A PNG without people in it. @param no the same number is the same picture */
export function picture(no: number, hue: number): Uint8Array {
	const row = 1 + width * 3;
	const lines = new Uint8Array(row * height);
	let above = new Uint8Array(width * 3);
	for (let y = 0; y < height; y++) {
		const line = new Uint8Array(width * 3);
		for (let x = 0; x < width; x++)
			line.set(
				colourAt(x / width, y / height, no, hue).map((part) => Math.round(part * 255)),
				x * 3,
			);
		lines[y * row] = filterUp;
		lines.set(
			line.map((byte, i) => byte - (above[i] ?? 0)),
			y * row + 1,
		);
		above = line;
	}
	return Buffer.concat([
		signature,
		chunk("IHDR", Buffer.concat([u32(width), u32(height), colours])),
		chunk("IDAT", deflateSync(lines)),
		chunk("IEND", Buffer.of()),
	]);
}
