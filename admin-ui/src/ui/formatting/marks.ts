export type Mode = "" | "HTML" | "MarkdownV2";

/** Telegram's own formatting, in the order of the toolbar. */
export const markNames = [
	...(["bold", "italic", "underline", "strike", "spoiler"] as const),
	...(["code", "pre", "quote", "expandable", "link"] as const),
] as const;
export type MarkName = (typeof markNames)[number];

/** A source with what is chosen in it. */
export interface Source {
	text: string;
	mode: Mode;
	start: number;
	end: number;
}

type Pair = readonly [open: string, close: string];

const html: Record<Exclude<MarkName, "link">, Pair> = {
	bold: ["<b>", "</b>"],
	italic: ["<i>", "</i>"],
	underline: ["<u>", "</u>"],
	strike: ["<s>", "</s>"],
	spoiler: ["<tg-spoiler>", "</tg-spoiler>"],
	code: ["<code>", "</code>"],
	pre: ["<pre>", "</pre>"],
	quote: ["<blockquote>", "</blockquote>"],
	expandable: ["<blockquote expandable>", "</blockquote>"],
};

const markdown: Record<Exclude<MarkName, "link" | "quote" | "expandable">, Pair> = {
	bold: ["*", "*"],
	italic: ["_", "_"],
	underline: ["__", "__"],
	strike: ["~", "~"],
	spoiler: ["||", "||"],
	code: ["`", "`"],
	pre: ["```\n", "```"],
};

const escapeHtml = (text: string) =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const escapeMarkdown = (text: string) => text.replace(/[_*[\]()~`>#+\-=|{}.!\\]/g, "\\$&");

/** A source without formatting becomes HTML that says the same. */
function asHtml({ text, start, end }: Source): Source {
	const before = escapeHtml(text.slice(0, start));
	const chosen = escapeHtml(text.slice(start, end));
	const all = before + chosen + escapeHtml(text.slice(end));
	return { text: all, mode: "HTML", start: before.length, end: before.length + chosen.length };
}

/** Spaces at its ends stay outside: `* bold*` is no bold in Markdown. */
function trimmed({ text, mode, start, end }: Source): Source {
	const chosen = text.slice(start, end);
	if (chosen.trim() === "") return { text, mode, start: end, end };
	const from = start + chosen.length - chosen.trimStart().length;
	return { text, mode, start: from, end: from + chosen.trim().length };
}

const put = ({ text, mode, start, end }: Source, inside: string, from: number, length: number): Source => ({
	text: text.slice(0, start) + inside + text.slice(end),
	mode,
	start: start + from,
	end: start + from + length,
});

/** `_` is not the half of `__`. */
function stands(text: string, sign: string, at: number): boolean {
	if (!text.startsWith(sign, at)) return false;
	if (sign !== "_") return true;
	const run = (step: 1 | -1) => {
		let count = 0;
		for (let i = at + step; text[i] === "_"; i += step) count++;
		return count;
	};
	return (run(-1) + run(1) + 1) % 2 === 1;
}

/** `___` is read from the left: an empty bold keeps italic and underlined apart. */
const between = "**";

/** Puts a pair around what is chosen, or takes away the pair that is there. */
function toggle(source: Source, [open, close]: Pair): Source {
	const { text, start, end } = source;
	const chosen = text.slice(start, end);
	const isLine = open.startsWith("_");
	if (start >= open.length && stands(text, open, start - open.length) && stands(text, close, end)) {
		let [from, to] = [start - open.length, end + close.length];
		if (isLine && text.endsWith(`_${between}`, from) && text.startsWith(`${between}_`, to))
			[from, to] = [from - between.length, to + between.length];
		return put({ ...source, start: from, end: to }, chosen, 0, chosen.length);
	}
	if (
		chosen.length >= open.length + close.length &&
		stands(text, open, start) &&
		stands(text, close, end - close.length)
	) {
		const bare = chosen.slice(open.length, chosen.length - close.length);
		return put(source, bare, 0, bare.length);
	}
	const apart = (neighbour: string | undefined) => (isLine && neighbour === "_" ? between : "");
	const before = apart(text[start - 1]) + open + apart(chosen[0]);
	const after = apart(chosen.at(-1)) + close + apart(text[end]);
	return put(source, before + chosen + after, before.length, chosen.length);
}

/** Whole lines, as a quote has them. */
function wholeLines({ text, mode, start, end }: Source): Source {
	const behind = text.indexOf("\n", end);
	return {
		...{ text, mode },
		start: text.lastIndexOf("\n", start - 1) + 1,
		end: behind === -1 ? text.length : behind,
	};
}

function toggleQuote(source: Source, expandable: boolean): Source {
	const lines = wholeLines(source);
	const chosen = lines.text.slice(lines.start, lines.end).split("\n");
	if (chosen.every((line) => /^(\*\*)?>/.test(line))) {
		const bare = chosen.map((line) => line.replace(/^(\*\*)?>/, "")).join("\n");
		const folded = chosen[0]?.startsWith("**>") ?? false;
		const inside = folded ? bare.replace(/\|\|$/, "") : bare;
		return put(lines, inside, 0, inside.length);
	}
	const quoted = `${expandable ? "**" : ""}${chosen.map((line) => `>${line}`).join("\n")}`;
	const from = expandable ? 3 : 1;
	return put(lines, expandable ? `${quoted}||` : quoted, from, quoted.length - from);
}

function toggleLink(source: Source, url: string): Source {
	const chosen = source.text.slice(source.start, source.end);
	if (source.mode === "MarkdownV2") {
		const text = chosen || escapeMarkdown(url);
		const to = url.replace(/[)\\]/g, "\\$&");
		return put(source, `[${text}](${to})`, 1, text.length);
	}
	const open = `<a href="${escapeHtml(url).replaceAll('"', "&quot;")}">`;
	const text = chosen || escapeHtml(url);
	return put(source, `${open}${text}</a>`, open.length, text.length);
}

/** What is chosen gets this formatting, or loses it. A source that has none yet becomes HTML. @param url of a link */
export function applyMark(source: Source, mark: MarkName, url = ""): Source {
	const formatted = trimmed(source.mode === "" ? asHtml(source) : source);
	if (mark === "link") return toggleLink(formatted, url);
	if (formatted.mode === "HTML") return toggle(formatted, html[mark]);
	if (mark === "quote" || mark === "expandable") return toggleQuote(formatted, mark === "expandable");
	return toggle(formatted, markdown[mark]);
}

/** As Telegram's own apps have them, by the place of the key: with Ctrl or Cmd, some with Shift too. */
const shortcuts: Partial<Record<MarkName, { code: string; shift: boolean; key: string }>> = {
	bold: { code: "KeyB", shift: false, key: "B" },
	italic: { code: "KeyI", shift: false, key: "I" },
	underline: { code: "KeyU", shift: false, key: "U" },
	strike: { code: "KeyX", shift: true, key: "X" },
	spoiler: { code: "KeyP", shift: true, key: "P" },
	code: { code: "KeyM", shift: true, key: "M" },
	quote: { code: "Period", shift: true, key: "." },
	link: { code: "KeyK", shift: false, key: "K" },
};

interface Keys {
	code: string;
	ctrlKey: boolean;
	metaKey: boolean;
	shiftKey: boolean;
	altKey: boolean;
}

export const markOfKeys = ({ code, ctrlKey, metaKey, shiftKey, altKey }: Keys): MarkName | undefined =>
	(ctrlKey || metaKey) && !altKey
		? markNames.find((name) => shortcuts[name]?.code === code && shortcuts[name].shift === shiftKey)
		: undefined;

/** How a shortcut is written, also for `aria-keyshortcuts`. */
export function shortcutOf(mark: MarkName, mac: boolean): { shown: string; aria: string } | null {
	const found = shortcuts[mark];
	if (!found) return null;
	const shift = found.shift ? "Shift+" : "";
	const meta = mac ? "Meta" : "Control";
	return {
		shown: `${mac ? "⌘" : "Ctrl+"}${mac ? shift.replace("Shift+", "⇧") : shift}${found.key}`,
		aria: `${meta}+${shift}${found.key}`,
	};
}

/** What has to be replaced to come from one text to another. */
export function differenceOf(before: string, after: string): { start: number; end: number; text: string } {
	let start = 0;
	while (start < before.length && start < after.length && before[start] === after[start]) start++;
	let tail = 0;
	while (
		tail < before.length - start &&
		tail < after.length - start &&
		before[before.length - 1 - tail] === after[after.length - 1 - tail]
	)
		tail++;
	return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
