import type { InferRequestType } from "hono/client";
import type { api } from "../../api/client.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Translate } from "../../i18n/text.tsx";

type ClearInput = InferRequestType<(typeof api.groups)[":id"]["clear"]["$post"]>["json"];

/** What of a group is to go, while it is chosen: what is empty does not count. */
export interface ClearFilter {
	from: string;
	to: string;
	older: string | number;
	unit: "hours" | "days";
	from_message_id: string | number;
	to_message_id: string | number;
}

export const everything: ClearFilter = {
	from: "",
	to: "",
	older: "",
	unit: "hours",
	from_message_id: "",
	to_message_id: "",
};

const timeOf = (local: string): string | undefined => {
	const at = new Date(local).getTime();
	return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};

/** As the API takes it. */
export function clearInput(filter: ClearFilter): Omit<ClearInput, "dry_run"> {
	const { older, unit, from_message_id: first, to_message_id: last } = filter;
	const [from, to] = [timeOf(filter.from), timeOf(filter.to)];
	return {
		...(from ? { from } : {}),
		...(to ? { to } : {}),
		...(older === "" ? {} : { [unit === "hours" ? "older_than_hours" : "older_than_days"]: Number(older) }),
		...(first === "" ? {} : { from_message_id: Number(first) }),
		...(last === "" ? {} : { to_message_id: Number(last) }),
	};
}

/** What the API finds wrong, where it was typed. */
export const clearErrors = ({ older_than_hours, older_than_days, ...fields }: Record<string, string>) => {
	const older = older_than_hours ?? older_than_days;
	return { ...fields, ...(older ? { older } : {}) };
};

/** What somebody has asked for, in words; it is kept as it was asked, so it is read with care. */
export function filterWords(filter: unknown, t: Translate, format: Formats): string {
	if (filter === "due") return t("clearing-due");
	const asked = (filter ?? {}) as Record<string, unknown>;
	if (asked.due !== undefined) return t("clearing-due");
	const number = (name: string) => (typeof asked[name] === "number" ? (asked[name] as number) : null);
	const text = (name: string) => (typeof asked[name] === "string" ? (asked[name] as string) : null);
	const words: string[] = [];
	const add = <T>(value: T | null, say: (value: T) => string) => value !== null && words.push(say(value));
	add(number("messages"), (count) => t("clearing-messages", { count }));
	add(text("from"), (time) => t("clearing-from", { time: format.dateTime(time) }));
	add(text("to"), (time) => t("clearing-to", { time: format.dateTime(time) }));
	add(number("older_than_hours"), (count) => t("clearing-older", { time: format.duration(count * 3_600) }));
	add(number("older_than_days"), (count) => t("clearing-older", { time: format.duration(count * 86_400) }));
	add(number("from_message_id"), (id) => t("clearing-from-message", { id: String(id) }));
	add(number("to_message_id"), (id) => t("clearing-to-message", { id: String(id) }));
	return words.join(" · ") || t("clearing-all");
}
