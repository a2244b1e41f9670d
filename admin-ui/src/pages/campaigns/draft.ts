import type { BroadcastInput, Campaign } from "../../api/types.ts";
import { isoOf, localOf } from "../../i18n/local-time.ts";
import { oneOf } from "../../search.ts";

/** A message while it is written: as the API takes it, but with an empty text for what is not chosen. */
export interface Message {
	message: string;
	parse_mode: "" | "HTML" | "MarkdownV2";
	/** A file by its address or `file_id`, or by its `mediaId` one that was uploaded. */
	media: { kind: "" | "photo" | "video" | "animation" | "document"; file: string; mediaId: string };
	buttons: { text: string; url: string }[][];
}

/** A form that has a message in it. */
export interface MessageForm {
	values: Message;
	getInputProps(path: string): object;
	setFieldValue(field: "message", value: string): void;
	setFieldValue(field: "parse_mode", value: Message["parse_mode"]): void;
	setFieldValue(field: "media", value: Message["media"]): void;
	setFieldValue(field: "buttons", value: Message["buttons"]): void;
}

/** A message to people, and to whom. */
export interface Draft extends Message {
	/** What staff call it. */
	name: string;
	when: "now" | "at";
	/** As a field for a date and time has it: in the browser's time zone. */
	at: string;
	audience: "all" | "vip" | "free";
	language: string;
	bot_id: string;
	/** Days away; empty: whoever. */
	away: string | number;
}

export const emptyMessage: Message = {
	message: "",
	parse_mode: "",
	media: { kind: "", file: "", mediaId: "" },
	buttons: [],
};

export const emptyDraft: Draft = {
	...emptyMessage,
	...{ name: "", when: "now", at: "" },
	audience: "all",
	language: "",
	bot_id: "",
	away: "",
};

interface Given {
	message?: string | undefined;
	parse_mode?: "HTML" | "MarkdownV2" | undefined;
	media?:
		| {
				kind: Exclude<Message["media"]["kind"], "">;
				file?: string | undefined;
				media_id?: string | undefined;
		  }
		| undefined;
	buttons?: Message["buttons"] | undefined;
}

/** What a message of the API's has, to write it on. */
export const messageOf = (content: Given | null): Message => ({
	message: content?.message ?? "",
	parse_mode: content?.parse_mode ?? "",
	media: content?.media
		? {
				kind: content.media.kind,
				file: content.media.file ?? "",
				mediaId: content.media.media_id ?? "",
			}
		: emptyMessage.media,
	buttons: content?.buttons ?? [],
});

/** A draft that the API keeps; what it keeps is its owner's own, so it is read with care. */
export function draftOf({ name, content, audience, starts_at, status }: Campaign): Draft {
	const kept = (audience ?? {}) as Record<string, unknown>;
	return {
		...messageOf(content as Given | null),
		name: name ?? "",
		...(status === "scheduled" && starts_at
			? { when: "at", at: localOf(starts_at) }
			: { when: "now", at: "" }),
		audience: oneOf(kept.audience, ["all", "vip", "free"]) ?? "all",
		language: typeof kept.language === "string" ? kept.language : "",
		bot_id: typeof kept.botId === "number" ? String(kept.botId) : "",
		away: typeof kept.inactiveDays === "number" ? kept.inactiveDays : "",
	};
}

/** When it is to begin, as the API takes it; undefined: now. */
export const startsAtOf = ({ when, at }: Pick<Draft, "when" | "at">) =>
	when === "at" ? isoOf(at) : undefined;

/** All of a draft, as the API takes it. */
export const inputOf = (draft: Draft) => ({
	...(draft.name.trim() ? { name: draft.name.trim() } : {}),
	...contentOf(draft),
	...whoOf(draft),
});

const mediumOf = (kind: Exclude<Message["media"]["kind"], "">, { file, mediaId }: Message["media"]) =>
	mediaId ? { kind, media_id: mediaId } : { kind, ...(file.trim() ? { file: file.trim() } : {}) };

/** A medium was chosen, and nothing that it is. */
export const lacksFile = ({ kind, file, mediaId }: Message["media"]) =>
	kind !== "" && mediaId === "" && file.trim() === "";

/** What is said, as the API takes it. */
export function contentOf({ message, parse_mode, media, buttons }: Message) {
	return {
		message,
		...(parse_mode ? { parse_mode } : {}),
		...(media.kind ? { media: mediumOf(media.kind, media) } : {}),
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
