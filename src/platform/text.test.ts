import fc from "fast-check";
import { expect, test } from "vitest";
import { cut } from "./text.ts";

test("a text is cut in front of an emoji that would not fit, never through it", () => {
	expect(cut("Ana 🌸", 5)).toBe("Ana ");
	expect(cut("Ana 🌸", 6)).toBe("Ana 🌸");
	expect(cut("🌸🌸🌸", 4)).toBe("🌸🌸");
	expect(cut("🌸", 1)).toBe("");
	expect(cut("🌸", 0)).toBe("");
	expect(cut("plain", 3)).toBe("pla");
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), fc.nat(40), (text, limit) => {
			const short = cut(text, limit);
			expect(short.isWellFormed()).toBe(true);
			expect(text.startsWith(short)).toBe(true);
			expect(short.length).toBeLessThanOrEqual(limit);
			// No more is lost than half an emoji.
			expect(short.length).toBeGreaterThanOrEqual(Math.min(text.length, limit) - 1);
		}),
	);
});
