import type { MediaKind } from "../../../../src/media/rules/kinds.ts";

/** What is shown of the library. */
export interface LibrarySearch {
	q?: string;
	kind?: MediaKind;
}
