/** A message's text as a tree, for the preview. Telegram has the last word: a test send shows what it makes of it. */
export type Node = string | { mark: Mark; href?: string; inside: Node[] };
export type Mark = "bold" | "italic" | "underline" | "strike" | "spoiler" | "code" | "pre" | "link" | "quote";

/** The longest first, as `__` begins with `_`. */
const marks: [string, Mark][] = [
	["```", "pre"],
	["__", "underline"],
	["||", "spoiler"],
	["*", "bold"],
	["_", "italic"],
	["~", "strike"],
	["`", "code"],
];

/** https://core.telegram.org/bots/api#markdownv2-style, as far as people write it. */
export function parseMarkdown(source: string): Node[] {
	const lines = source.split("\n");
	const nodes: Node[] = [];
	let quote: string[] = [];
	let expandable = false;
	const close = () => {
		const said = quote.join("\n");
		if (quote.length > 0)
			nodes.push({ mark: "quote", inside: inline(expandable ? said.replace(/\|\|$/, "") : said) });
		quote = [];
		expandable = false;
	};
	let plain: string[] = [];
	const flush = () => {
		if (plain.length > 0) nodes.push(...inline(plain.join("\n")));
		plain = [];
	};
	for (const line of lines) {
		if (line.startsWith("**>")) {
			flush();
			close();
			expandable = true;
			quote.push(line.slice(3));
		} else if (line.startsWith(">")) {
			flush();
			quote.push(line.slice(1));
		} else {
			close();
			plain.push(line);
		}
	}
	close();
	flush();
	return nodes;
}

function inline(source: string): Node[] {
	const nodes: Node[] = [];
	let text = "";
	const push = (node: Node) => {
		if (text !== "") nodes.push(text);
		text = "";
		nodes.push(node);
	};
	let i = 0;
	while (i < source.length) {
		if (source[i] === "\\" && i + 1 < source.length) {
			text += source[i + 1];
			i += 2;
			continue;
		}
		const link = /^\[((?:\\.|[^\]\\])*)\]\(((?:\\.|[^)\\])*)\)/s.exec(source.slice(i));
		if (link) {
			push({ mark: "link", href: unescaped(link[2] ?? ""), inside: inline(link[1] ?? "") });
			i += link[0].length;
			continue;
		}
		const [sign, mark] = marks.find(([candidate]) => source.startsWith(candidate, i)) ?? [];
		const end = sign ? closing(source, sign, i + sign.length) : -1;
		if (sign && mark && end > 0) {
			const within = source.slice(i + sign.length, end);
			const verbatim = mark === "code" || mark === "pre";
			push({
				mark,
				inside: verbatim ? [unescaped(within.replace(mark === "pre" ? /^\w*\n/ : "", ""))] : inline(within),
			});
			i = end + sign.length;
			continue;
		}
		text += source[i];
		i += 1;
	}
	if (text !== "") nodes.push(text);
	return nodes;
}

function closing(source: string, sign: string, from: number): number {
	for (let i = from; i < source.length; i++) {
		if (source[i] === "\\") i += 1;
		else if (source.startsWith(sign, i) && i > from) return i;
	}
	return -1;
}

const unescaped = (text: string) => text.replace(/\\(.)/gs, "$1");

const tags: Record<string, Mark> = {
	b: "bold",
	strong: "bold",
	i: "italic",
	em: "italic",
	u: "underline",
	ins: "underline",
	s: "strike",
	strike: "strike",
	del: "strike",
	"tg-spoiler": "spoiler",
	span: "spoiler",
	code: "code",
	pre: "pre",
	a: "link",
	blockquote: "quote",
};
const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** https://core.telegram.org/bots/api#html-style: a tag that is not closed, or unknown, shows as it is written. */
export function parseHtml(source: string): Node[] {
	const root: Node[] = [];
	const open: { name: string; inside: Node[] }[] = [];
	const here = () => open.at(-1)?.inside ?? root;
	let last = 0;
	for (const found of source.matchAll(/<(\/?)([a-z-]+)(\s[^>]*)?>/gi)) {
		const [all, slash, tag = "", attributes = ""] = found;
		const name = tag.toLowerCase();
		const mark = tags[name];
		if (!mark) continue;
		if (slash && open.at(-1)?.name !== name) continue;
		write(here(), source.slice(last, found.index));
		last = found.index + all.length;
		if (slash) {
			open.pop();
			continue;
		}
		const href = /href\s*=\s*"([^"]*)"/i.exec(attributes)?.[1];
		const inside: Node[] = [];
		here().push({ mark, inside, ...(href === undefined ? {} : { href: decoded(href) }) });
		open.push({ name, inside });
	}
	write(here(), source.slice(last));
	return root;
}

function write(nodes: Node[], text: string): void {
	if (text !== "") nodes.push(decoded(text));
}

const decoded = (text: string) =>
	text.replace(/&(#(\d+)|\w+);/g, (all, name: string, code: string | undefined) =>
		code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : (entities[name] ?? all),
	);
