import { worldNow } from "../state/clock.ts";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const exact = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

export const timeOf = (seconds: number) => clock.format(seconds * 1000);
export const exactTime = (at: number | string) => exact.format(new Date(at));

export function dayOf(seconds: number): string {
	const midnight = new Date(worldNow());
	midnight.setHours(0, 0, 0, 0);
	const then = seconds * 1000;
	if (then >= midnight.getTime()) return "Today";
	return then >= midnight.getTime() - 86_400_000 ? "Yesterday" : day.format(then);
}

export const duration = (seconds: number) =>
	`${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

export function sizeOf(bytes: number): string {
	if (bytes < 1024) return `${bytes} B`;
	return bytes < 1_048_576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
