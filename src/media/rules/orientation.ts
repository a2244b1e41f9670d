import { bytesOf, joined, u16, u16le, u32, u32le } from "./reading.ts";

const tag = 0x0112;

/** How a picture is to be turned, 1 to 8, as EXIF says it; 1 where it says nothing that can be read. */
export function orientationIn(exif: Uint8Array): number {
	const tiff = exif.subarray(exif[0] === 0x45 ? 6 : 0);
	const little = tiff[0] === 0x49;
	const [short, long] = little ? [u16le, u32le] : [u16, u32];
	if (tiff.length < 14) return 1;
	const at = long(tiff, 4);
	if (at + 2 > tiff.length) return 1;
	const count = short(tiff, at);
	for (let i = 0; i < count; i++) {
		const entry = at + 2 + i * 12;
		if (entry + 12 > tiff.length) return 1;
		if (short(tiff, entry) !== tag) continue;
		const value = short(tiff, entry + 8);
		return value >= 1 && value <= 8 ? value : 1;
	}
	return 1;
}

/** EXIF that says this and nothing else. */
export const exifOf = (orientation: number): Uint8Array =>
	joined(
		bytesOf("MM\0*"),
		Uint8Array.of(0, 0, 0, 8),
		Uint8Array.of(0, 1),
		Uint8Array.of(0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0),
		Uint8Array.of(0, 0, 0, 0),
	);

/** Width and height as they are shown. */
export const turned = (orientation: number, width: number, height: number) =>
	orientation >= 5 ? { width: height, height: width } : { width, height };
