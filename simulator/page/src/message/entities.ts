import type { MessageEntity } from "../types.ts";

export type TextNode = string | { entity: MessageEntity; at: number; children: TextNode[]; text: string };

/** Offsets count UTF-16 units, as JavaScript's strings do. Entities may nest; one that crosses its parent is cut. */
export function toTree(text: string, entities: readonly MessageEntity[] = []): TextNode[] {
	const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
	let next = 0;
	const between = (from: number, to: number): TextNode[] => {
		const nodes: TextNode[] = [];
		let at = from;
		for (let entity = sorted[next]; entity && entity.offset < to; entity = sorted[next]) {
			next++;
			const start = Math.max(at, entity.offset);
			const end = Math.min(to, entity.offset + entity.length);
			if (end <= start) continue;
			if (start > at) nodes.push(text.slice(at, start));
			nodes.push({ entity, at: start, text: text.slice(start, end), children: between(start, end) });
			at = end;
		}
		if (at < to) nodes.push(text.slice(at, to));
		return nodes;
	};
	return between(0, text.length);
}

const marks = [
	{ type: "pre", pattern: /```(?:\w+\n)?([^`]+)```/ },
	{ type: "code", pattern: /`([^`\n]+)`/ },
	{ type: "bold", pattern: /\*\*([^*\n]+)\*\*/ },
	{ type: "italic", pattern: /__([^_\n]+)__/ },
	{ type: "strikethrough", pattern: /~~([^~\n]+)~~/ },
	{ type: "spoiler", pattern: /\|\|([^|\n]+)\|\|/ },
];

/** Telegram's clients turn **bold**, __italic__, ~~strike~~, ||spoiler|| and `code` into entities before they send. */
export function fromMarks(typed: string): {
	text: string;
	entities: { type: string; offset: number; length: number }[];
} {
	let text = typed;
	const entities: { type: string; offset: number; length: number }[] = [];
	for (;;) {
		let first: { type: string; index: number; all: string; inner: string } | undefined;
		for (const { type, pattern } of marks) {
			const found = pattern.exec(text);
			const inner = found?.[1];
			if (!found || inner === undefined) continue;
			if (!first || found.index < first.index) first = { type, index: found.index, all: found[0], inner };
		}
		if (!first) return { text, entities };
		text = text.slice(0, first.index) + first.inner + text.slice(first.index + first.all.length);
		entities.push({ type: first.type, offset: first.index, length: first.inner.length });
	}
}
