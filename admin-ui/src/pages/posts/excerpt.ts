import { cut } from "../../../../src/platform/text.ts";

const signs: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** How a post begins, in one line and without Telegram's tags, also one that was cut. */
export function excerptLine(excerpt: string, otherwise: string): string {
	const words = excerpt
		.replace(
			/<\/?(?:a|b|i|u|s|em|ins|del|pre|code|span|strong|strike|blockquote|tg-[a-z]+)(?:\s[^>]*)?(?:>|$)/gi,
			"",
		)
		.replace(/&(lt|gt|amp|quot);/g, (all, name: string) => signs[name] ?? all)
		.replace(/\s+/g, " ")
		.trim();
	return words === "" ? otherwise : words.length > 70 ? `${cut(words, 70)}…` : words;
}
