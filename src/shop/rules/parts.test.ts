import { expect, test } from "vitest";
import { partsOf } from "./parts.ts";

const items = (
	way: "photo" | "video" | "document" | "animation" | "link",
	count: number,
	name = way as string,
) => Array.from({ length: count }, (_, i) => ({ id: `${name}${i}`, way }));

test("albums of ten, what is left alone as one message, files apart from pictures, the rest one by one", () => {
	const sizes = (...all: ReturnType<typeof items>[]) => partsOf(all.flat()).map((part) => part.length);
	expect(sizes(items("photo", 21))).toEqual([10, 10, 1]);
	expect(sizes(items("photo", 8), items("document", 1), items("video", 3))).toEqual([10, 1, 1]);
	expect(sizes(items("document", 12), items("animation", 2), items("link", 1))).toEqual([10, 2, 1, 1, 1]);
	expect(partsOf([])).toEqual([]);
	const mixed = [...items("photo", 2), ...items("document", 1), ...items("photo", 2, "late")];
	expect(partsOf(mixed)).toEqual([["photo0", "photo1", "late0", "late1"], ["document0"]]);
});
