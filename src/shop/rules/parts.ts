/** As what Telegram takes a file; `link` where it is too big for a bot. */
type Way = "photo" | "video" | "animation" | "document" | "link";

interface Item {
	id: string;
	way: Way;
}

export const albumLimit = 10;

/** What may stand in one album: pictures with videos, documents with documents; the rest goes alone. */
const albumOf: Record<Way, string | null> = {
	photo: "seen",
	video: "seen",
	document: "files",
	animation: null,
	link: null,
};

/**
 * Messages that carry these, in their order: pictures and videos first, as they are what was bought to be looked at,
 * then what only goes as a file. Each is an album of at most 10, or one item alone.
 */
export function partsOf(items: readonly Item[]): string[][] {
	const parts: string[][] = [];
	for (const kind of ["seen", "files", null]) {
		const ids = items.filter(({ way }) => albumOf[way] === kind).map(({ id }) => id);
		const size = kind === null ? 1 : albumLimit;
		for (let i = 0; i < ids.length; i += size) parts.push(ids.slice(i, i + size));
	}
	return parts;
}
