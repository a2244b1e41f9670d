/**
 * The beginning of a text, at most `limit` long as Telegram and JavaScript count (UTF-16), and never with half of an
 * emoji at its end: Telegram refuses a text with such a half, and an address can't hold one.
 */
export function cut(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const last = text.codePointAt(limit - 1) ?? 0;
	return text.slice(0, last > 0xffff ? limit - 1 : limit);
}
