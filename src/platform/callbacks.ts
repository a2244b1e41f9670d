import { type ChatId, isChatId } from "./ids.ts";

/** One of the words behind the first in a button's data. */
export interface Part<T> {
	/** A regular expression without groups. */
	looks: string;
	read(text: string): T | null;
}

export const number: Part<number> = { looks: "\\d{1,15}", read: Number };
/** A group's id, as Telegram writes it. */
export const groupId: Part<number> = { looks: "-\\d{1,16}", read: Number };
/** Whatever it is: who reads it looks it up. */
export const text: Part<string> = { looks: ".+", read: (given) => given };
export const chatId: Part<ChatId> = {
	looks: "chat_[0-9a-z]+",
	read: (given) => (isChatId(given) ? given : null),
};
export const oneOf = <const T extends string>(values: readonly T[]): Part<T> => ({
	looks: values.join("|"),
	read: (given) => values.find((value) => value === given) ?? null,
});

/** What a kind of button sends, at most 64 bytes: `{word}` or `{word}:{part}:{part}`. Old ones stay on phones. */
export interface Callback<Values extends readonly unknown[]> {
	pack(...values: Values): string;
	pattern: RegExp;
	/** @returns null if it names what can't be */
	read(match: string | RegExpMatchArray): Values | null;
	/** Reads what was pressed. @returns null if it is another button's */
	of(data: string | undefined): Values | null;
}

/** The first word of a button's data: whose it is. */
export const wordOf = (data: string | undefined): string => data?.split(":")[0] ?? "";

/** @param word is one of the `callbacks` that its room brings, or begins with one and says after a colon which of its buttons */
export function callback<const Values extends readonly unknown[]>(
	word: string,
	...parts: { [At in keyof Values]: Part<Values[At]> }
): Callback<Values> {
	const pattern = new RegExp(`^${[word, ...parts.map(({ looks }) => `(${looks})`)].join(":")}$`);
	const read = (match: string | RegExpMatchArray) => {
		const values = parts.map((part, at) => part.read(match[at + 1] ?? ""));
		return values.includes(null) ? null : (values as unknown as Values);
	};
	return {
		pack: (...values) => [word, ...values].join(":"),
		pattern,
		read,
		of(data) {
			const match = data?.match(pattern);
			return match ? read(match) : null;
		},
	};
}
