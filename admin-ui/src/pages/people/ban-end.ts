/** Days, for good, or until a date. */
export const banLengths = ["1", "7", "30", "ever", "date"] as const;

/** When a ban ends, as the API takes it; null is never. @param until as `datetime-local` gives it */
export function banEnd(length: (typeof banLengths)[number], until: string, now: number): string | null {
	if (length === "ever") return null;
	if (length === "date") return new Date(until).toISOString();
	return new Date(now + Number(length) * 86_400_000).toISOString();
}
