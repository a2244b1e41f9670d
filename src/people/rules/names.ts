import { cut } from "../../platform/text.ts";

/** How Telegram calls somebody. For staff alone: whoever meets them never learns it. */
export interface Called {
	name: string;
	username: string | null;
}

export const calledOf = (user: {
	first_name: string;
	last_name?: string | undefined;
	username?: string | undefined;
}): Called => ({
	name: cut([user.first_name, user.last_name].filter(Boolean).join(" "), 128),
	username: user.username ?? null,
});

/** Tells one way of being called from another, and says neither. */
export function markOf({ name, username }: Called): string {
	let hash = 0x811c9dc5;
	for (const letter of `${name}\n${username ?? ""}`)
		hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
	return (hash >>> 0).toString(36);
}

const wordsAtMost = 8;

/** What of a text is searched by: its words, each once, in small letters and without accents. */
export function wordsIn(text: string): string[] {
	const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
	const words = plain.split(/[^\p{L}\p{N}_]+/u).filter(Boolean);
	return [...new Set(words.map((word) => cut(word, 32)))].slice(0, wordsAtMost);
}

/** By which words somebody is found. */
export const wordsOf = ({ name, username }: Called): string[] =>
	[...new Set([...wordsIn(username ?? ""), ...wordsIn(name)])].slice(0, wordsAtMost);
