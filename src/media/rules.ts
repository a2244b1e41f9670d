import { kinds } from "./rules/kinds.ts";

/** `staged`: announced, and perhaps uploaded; `refused`: looked at, and not taken; `deleted`: its file is still to go. */
export const states = ["staged", "ready", "refused", "deleted"] as const;
export type MediaState = (typeof states)[number];

/** Something that stands on a file, as staff know it. */
export interface MediaUse {
	/** What it is, e.g. `post`. */
	kind: string;
	id: string;
	/** How staff find it, e.g. the beginning of its text. */
	name: string;
}

const hour = 3_600_000;
/** What was announced and never completed goes after this, and what was refused is known so long. */
export const abandonedMs = 2 * hour;
/** A link that was made just before still works so long: the file goes after it. */
export const deletedMs = hour;

/** A file's name as it is shown and searched: no folder, nothing that is no letter to anybody. */
export function nameOf(given: string): string {
	const name = (given.split(/[\\/]/).at(-1) ?? "").replace(/[\p{Cc}\p{Bidi_Control}]/gu, "").trim();
	return name || kinds[0];
}

export const searchable = (name: string): string => name.normalize("NFC").toLowerCase();
