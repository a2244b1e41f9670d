import type { BroadcastInput } from "../../api/types.ts";

/** A message while it is written: as the API takes it, but with an empty text for what is not chosen. */
export interface Draft {
	message: string;
	parse_mode: "" | "HTML" | "MarkdownV2";
	media: { kind: "" | "photo" | "video" | "animation" | "document"; file: string };
	buttons: { text: string; url: string }[][];
	audience: "all" | "vip" | "free";
	language: string;
	bot_id: string;
}

export const emptyDraft: Draft = {
	message: "",
	parse_mode: "",
	media: { kind: "", file: "" },
	buttons: [],
	audience: "all",
	language: "",
	bot_id: "",
};

/** What is said, as the API takes it. */
export function contentOf({ message, parse_mode, media, buttons }: Draft) {
	return {
		message,
		...(parse_mode ? { parse_mode } : {}),
		...(media.kind ? { media: { kind: media.kind, file: media.file.trim() } } : {}),
		...(buttons.length > 0 ? { buttons } : {}),
	};
}

/** To whom. */
export function whoOf({
	audience,
	language,
	bot_id,
}: Draft): Pick<BroadcastInput, "audience" | "language" | "bot_id"> {
	return {
		audience,
		...(language ? { language: language as NonNullable<BroadcastInput["language"]> } : {}),
		...(bot_id ? { bot_id: Number(bot_id) } : {}),
	};
}

const name = "campaign_draft";

/** Survives a look at another page, not the tab. */
export const keptDraft = {
	get(): Draft {
		try {
			return { ...emptyDraft, ...JSON.parse(sessionStorage.getItem(name) ?? "{}") };
		} catch {
			return emptyDraft;
		}
	},
	set: (draft: Draft) => sessionStorage.setItem(name, JSON.stringify(draft)),
	forget: () => sessionStorage.removeItem(name),
};
