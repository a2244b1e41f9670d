import { firstRound, roundAfter, type Wish } from "../../../../src/posts/rules/schedule.ts";
import type { PostInput } from "../../api/types.ts";
import { hereZone, isoOf } from "../../i18n/local-time.ts";
import {
	contentOf,
	emptyMessage,
	keptIn,
	lacksFile,
	type Message,
	messageErrors,
} from "../campaigns/draft.ts";

export const whens = ["now", "at", "cron", "every"] as const;
type When = (typeof whens)[number];

export const unitSeconds = { minutes: 60, hours: 3_600, days: 86_400 } as const;
export type Unit = keyof typeof unitSeconds;

/** A post while it is written: what is not chosen is empty. */
export interface PostDraft extends Message {
	groups: string[];
	/** Of a forum, by its group; none: its general topic. */
	topics: Record<string, string[]>;
	when: When;
	/** As a field for a date and time has it: in the browser's time zone. */
	at: string;
	cron: string;
	time_zone: string;
	every: string | number;
	unit: Unit;
	rounds: string | number;
	silent: "" | "yes" | "no";
	reply_to: string | number;
	bypass_cooldown: boolean;
	delete_after_hours: string | number;
}

export const emptyPost = (): PostDraft => ({
	...emptyMessage,
	groups: [],
	topics: {},
	when: "now",
	at: "",
	cron: "0 9 * * 1-5",
	time_zone: hereZone(),
	every: 1,
	unit: "days",
	rounds: "",
	silent: "",
	reply_to: "",
	bypass_cooldown: false,
	delete_after_hours: "",
});

export const keptPost = keptIn("post_draft", emptyPost);

const numberOf = (text: string | number): number | undefined => (text === "" ? undefined : Number(text));

/** Each group, or each of its topics that were chosen. */
export const targetsOf = ({ groups, topics }: Pick<PostDraft, "groups" | "topics">): PostInput["targets"] =>
	groups.flatMap((id) => {
		const chosen = topics[id] ?? [];
		if (chosen.length === 0) return [{ group_id: Number(id) }];
		return chosen.map((topic) => ({
			group_id: Number(id),
			...(topic === "0" ? {} : { topic_id: Number(topic) }),
		}));
	});

function rhythmOf({ when, at, cron, time_zone, every, unit, rounds }: PostDraft) {
	const from = isoOf(at);
	const begins = from && when !== "now" ? { at: from } : {};
	const often = rounds === "" ? {} : { rounds: Number(rounds) };
	if (when === "cron") return { ...begins, ...often, cron: cron.trim(), time_zone };
	if (when === "every") return { ...begins, ...often, every_seconds: Number(every) * unitSeconds[unit] };
	return begins;
}

/** As the API takes it. */
export function inputOf(draft: PostDraft): PostInput {
	const replyTo = numberOf(draft.reply_to);
	const hours = numberOf(draft.delete_after_hours);
	return {
		...contentOf(draft),
		targets: targetsOf(draft),
		...rhythmOf(draft),
		...(draft.silent === "" ? {} : { silent: draft.silent === "yes" }),
		...(replyTo === undefined ? {} : { reply_to: replyTo }),
		...(draft.bypass_cooldown ? { bypass_cooldown: true } : {}),
		...(hours === undefined ? {} : { delete_after_hours: hours }),
	};
}

/** When its first rounds begin, `count` of them at most, or by field why they can't. */
export function nextTimes(
	draft: PostDraft,
	now: number,
	count = 5,
): { times: number[]; faults: Record<string, string> } {
	const {
		at,
		cron = null,
		time_zone,
		every_seconds,
		rounds,
	} = { time_zone: "UTC", ...rhythmOf(draft) } as {
		at?: string;
		cron?: string;
		time_zone: string;
		every_seconds?: number;
		rounds?: number;
	};
	const wish: Wish = {
		...{ at: at === undefined ? null : Date.parse(at), cron, timeZone: time_zone },
		...{ everySeconds: every_seconds ?? null, rounds: rounds ?? null },
	};
	const first = firstRound(wish, now);
	if (!first.ok) return { times: [], faults: first.faults };
	const times: number[] = [];
	for (let next: number | null = first.at; next !== null && times.length < count; ) {
		times.push(next);
		next = roundAfter({ ...wish, round: times.length - 1, nextAt: next }, next);
	}
	return { times, faults: {} };
}

const fieldOf: Record<string, string> = { every_seconds: "every", entities: "message" };

/** What the API finds wrong, where it was typed. */
export function postErrors(fields: Record<string, string>): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const [name, wrong] of Object.entries(messageErrors(fields))) {
		const field = name.startsWith("targets") ? "groups" : (fieldOf[name] ?? name);
		errors[field] = errors[field] ? `${errors[field]} ${wrong}` : wrong;
	}
	return errors;
}

/** What can be said of it without the API. @param say the words for a fault */
export function draftFaults(
	draft: PostDraft,
	now: number,
	say: (fault: string) => string,
): Record<string, string> {
	const { message, media, groups, when, at, every, reply_to } = draft;
	const faults: Record<string, string> = {};
	if (message.trim() === "" && !media.kind) faults.message = say("message-needed");
	if (lacksFile(media)) faults["media.file"] = say("needed");
	if (groups.length === 0) faults.groups = say("post-groups-needed");
	if (targetsOf(draft).length > 100) faults.groups = say("post-groups-many");
	if (reply_to !== "" && targetsOf(draft).length > 1) faults.reply_to = say("post-reply-one");
	if (when === "at" && at === "") faults.at = say("needed");
	if (when === "every" && (every === "" || Number(every) < 1)) faults.every = say("needed");
	const { faults: wrong } = nextTimes(draft, now, 1);
	if (wrong.at) faults.at = say("ban-until-future");
	if (wrong.cron) faults.cron = say("post-cron-wrong");
	if (wrong.time_zone) faults.time_zone = say("post-zone-wrong");
	return faults;
}
