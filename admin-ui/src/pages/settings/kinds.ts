import { mediaReviewModes } from "../../../../src/chat/rules/reports.ts";

/** Words a setting can be; the API tells only the value. */
const choices: Record<string, readonly string[]> = { "chat.media_review": mediaReviewModes };

export type Fields = Record<string, string | number | boolean>;
type Kind =
	| { is: "switch" }
	| { is: "number" }
	| { is: "text" }
	| { is: "choice"; words: readonly string[] }
	| { is: "words" }
	/** A group or channel by its id; 0 is none. */
	| { is: "chat" }
	| { is: "chats" }
	/** Of these fields, with what a new row begins with. */
	| { is: "rows"; pattern: Fields }
	| { is: "record" }
	| { is: "json" };

const isRecord = (value: unknown): value is Fields =>
	typeof value === "object" &&
	value !== null &&
	!Array.isArray(value) &&
	Object.values(value).every((field) => ["string", "number", "boolean"].includes(typeof field));

/** What somebody changes a setting with, by what it is by default. */
export function kindOf(key: string, byDefault: unknown, value: unknown): Kind {
	const words = choices[key];
	if (words) return { is: "choice", words };
	if (key.endsWith("_chat_id")) return { is: "chat" };
	if (key === "people.required_channels") return { is: "chats" };
	if (typeof byDefault === "boolean") return { is: "switch" };
	if (typeof byDefault === "number") return { is: "number" };
	if (typeof byDefault === "string") return { is: "text" };
	if (Array.isArray(byDefault)) {
		const items = [...byDefault, ...(Array.isArray(value) ? value : [])];
		if (items.every((item) => typeof item === "string")) return { is: "words" };
		if (items.every(isRecord)) return { is: "rows", pattern: emptied(items[0]) };
	}
	if (isRecord(byDefault)) return { is: "record" };
	return { is: "json" };
}

/** The same fields with nothing in them. */
const emptied = (record: Fields = {}): Fields =>
	Object.fromEntries(
		Object.entries(record).map(([name, field]) => [
			name,
			typeof field === "number" ? 1 : typeof field === "boolean" ? false : "",
		]),
	);

export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export const groupOf = (key: string) => key.split(".")[0] ?? key;
