/** The reader's time zone, e.g. `Europe/Lisbon`. */
export const hereZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What a field for a date and time has, which is of the reader's zone; undefined if it is empty. */
export const isoOf = (local: string): string | undefined => {
	const at = new Date(local).getTime();
	return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};

/** As such a field takes it, to the minute. */
export function localOf(iso: string): string {
	const at = new Date(iso);
	return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Tomorrow at this hour. */
export function tomorrowAt(hour: number, now: number): string {
	const at = new Date(now);
	return localOf(new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1, hour).toISOString());
}
