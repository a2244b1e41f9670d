import type { Language } from "./languages.ts";

const steps = [
	["year", 31_536_000],
	["month", 2_592_000],
	["day", 86_400],
	["hour", 3_600],
	["minute", 60],
	["second", 1],
] as const;

export type Formats = ReturnType<typeof formatsFor>;

/** Dates, numbers and lengths of time as a language writes them. @param regions the browser's, e.g. `pt-BR` */
export function formatsFor(reader: Language, timeZone?: string, regions: readonly string[] = []) {
	const zone = timeZone === undefined ? {} : { timeZone };
	// English in Britain writes dates otherwise than in America.
	const language = regions.find((tag) => tag.split("-")[0] === reader) ?? reader;
	const number = new Intl.NumberFormat(language);
	const signed = new Intl.NumberFormat(language, { signDisplay: "exceptZero" });
	const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
	const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", ...zone });
	const dateTime = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", ...zone });
	const time = new Intl.DateTimeFormat(language, { timeStyle: "short", ...zone });
	const weekdayTime = new Intl.DateTimeFormat(language, {
		weekday: "short",
		hour: "numeric",
		minute: "2-digit",
		...zone,
	});
	const dayUtc = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" });
	// A day of a calendar is the same day everywhere.
	const month = new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" });
	const weekday = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
	const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
	const names = new Intl.DisplayNames(language, { type: "language" });
	const unit = (count: number, name: string) =>
		new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "long" }).format(count);

	return {
		number: (value: number) => number.format(value),
		/** What came, with its plus, or went. */
		signed: (value: number) => signed.format(value),
		/** Of a share between 0 and 1. */
		percent: (share: number) => percent.format(share),
		date: (iso: string) => date.format(new Date(iso)),
		dateTime: (iso: string) => dateTime.format(new Date(iso)),
		time: (iso: string) => time.format(new Date(iso)),
		weekdayTime: (iso: string) => weekdayTime.format(new Date(iso)),
		/** Of what is counted by days of UTC. */
		dayUtc: (iso: string) => dayUtc.format(new Date(iso)),
		/** @param day `2026-11-21` */
		month: (day: string) => month.format(new Date(day)),
		weekday: (day: string) => weekday.format(new Date(day)),
		/** The name of a language by its tag. */
		languageName: (tag: string) => names.of(tag) ?? tag,

		/** "5 min. ago", "in 3 days". */
		ago(iso: string, now: number): string {
			const seconds = (new Date(iso).getTime() - now) / 1000;
			const [name, size] =
				steps.find(([, length]) => Math.abs(seconds) >= length) ?? (["second", 1] as const);
			return relative.format(Math.trunc(seconds / size), name);
		},

		/** The length of a video: `1:05`. */
		clock(seconds: number): string {
			const rest = String(seconds % 60).padStart(2, "0");
			const minutes = Math.floor(seconds / 60);
			if (minutes < 60) return `${minutes}:${rest}`;
			return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
		},

		/** The size of a file: "340 kB", "2.5 MB". */
		bytes(count: number): string {
			const [unit, size] = count < 1_000_000 ? ["kilobyte", 1_000] : ["megabyte", 1_000_000];
			const maximumFractionDigits = unit === "kilobyte" ? 0 : 1;
			const style = { style: "unit", unit: String(unit), maximumFractionDigits } as const;
			return new Intl.NumberFormat(language, style).format(Math.max(1, count) / Number(size));
		},

		/** How long something takes, in its two largest units: "2 hours, 5 minutes". */
		duration(seconds: number): string {
			let left = Math.max(0, Math.round(seconds));
			const parts: string[] = [];
			for (const [name, size] of steps) {
				const count = Math.floor(left / size);
				left -= count * size;
				if (count > 0) parts.push(unit(count, name));
				// The unit right below the first one is the last that says anything.
				else if (parts.length > 0) break;
				if (parts.length === 2) break;
			}
			return parts.join(", ") || unit(0, "second");
		},
	};
}
