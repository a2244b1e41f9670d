import type { BroadcastInput } from "../../api/types.ts";

/** A message while it is written: as the API takes it, but with an empty text for what is not chosen. */
export interface Message {
	message: string;
	parse_mode: "" | "HTML" | "MarkdownV2";
	media: { kind: "" | "photo" | "video" | "animation" | "document"; file: string };
	buttons: { text: string; url: string }[][];
}

/** A form that has a message in it. */
export interface MessageForm {
	values: Message;
	getInputProps(path: string): object;
	setFieldValue(path: "buttons", rows: Message["buttons"]): void;
}

/** A message to people, and to whom. */
export interface Draft extends Message {
	audience: "all" | "vip" | "free";
	language: string;
	bot_id: string;
	/** Days away; empty: whoever. */
	away: string | number;
}

export const emptyMessage: Message = {
	message: "",
	parse_mode: "",
	media: { kind: "", file: "" },
	buttons: [],
};

export const emptyDraft: Draft = {
	...emptyMessage,
	audience: "all",
	language: "",
	bot_id: "",
	away: "",
};

/** What is said, as the API takes it. */
export function contentOf({ message, parse_mode, media, buttons }: Message) {
	return {
		message,
		...(parse_mode ? { parse_mode } : {}),
		...(media.kind ? { media: { kind: media.kind, file: media.file.trim() } } : {}),
		...(buttons.length > 0 ? { buttons } : {}),
	};
}

/** What the API finds wrong, where it was typed: a medium is its file. */
export const messageErrors = (fields: Record<string, string>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(fields).map(([name, wrong]) => [name === "media" ? "media.file" : name, wrong]),
	);

/** To whom. */
export function whoOf({
	audience,
	language,
	bot_id,
	away,
}: Draft): Pick<BroadcastInput, "audience" | "language" | "bot_id" | "inactive_days"> {
	return {
		audience,
		...(language ? { language: language as NonNullable<BroadcastInput["language"]> } : {}),
		...(bot_id ? { bot_id: Number(bot_id) } : {}),
		...(away === "" ? {} : { inactive_days: Number(away) }),
	};
}

/** Survives a look at another page, not the tab. */
export const keptIn = <T extends object>(name: string, empty: () => T) => ({
	get(): T {
		try {
			return { ...empty(), ...JSON.parse(sessionStorage.getItem(name) ?? "{}") };
		} catch {
			return empty();
		}
	},
	set: (draft: T) => sessionStorage.setItem(name, JSON.stringify(draft)),
	forget: () => sessionStorage.removeItem(name),
});

export const keptDraft = keptIn("campaign_draft", () => emptyDraft);
