const minute = 60_000;

/** So long somebody has to upload what they announced. */
export const uploadSeconds = 30 * 60;
/** A link is good for at most this long. */
export const linkSeconds = 15 * 60;
const step = 5 * minute;

/** Links made within five minutes are the same, so a browser asks for a picture once. */
export const linkTime = (now: number): number => Math.floor(now / step) * step;

/** What a signed address of the Worker says; nothing of it can be changed. */
export const uploadWords = (
	key: string,
	{ type, size, until }: { type: string; size: number; until: number },
) => JSON.stringify(["media.put", key, type, size, until]);
export const downloadWords = (key: string, { name, until }: { name: string | null; until: number }) =>
	JSON.stringify(["media.get", key, name, until]);

/** A part of a file that is asked for, as players do; undefined for the whole, also where it can't be understood. */
export function rangeOf(header: string | undefined) {
	const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
	if (from !== "") {
		const offset = Number(from);
		if (to === "") return { offset };
		return Number(to) >= offset ? { offset, length: Number(to) - offset + 1 } : undefined;
	}
	return to !== "" && Number(to) > 0 ? { suffix: Number(to) } : undefined;
}
