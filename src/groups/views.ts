import type { InlineKeyboardMarkup } from "grammy/types";
import { callback, groupId, number, oneOf, text } from "../platform/callbacks.ts";
import { languageNames, languages, type Translate } from "../platform/i18n/index.ts";
import { type GroupOptions, type OptionsChange, optionsChange, optionsOf } from "./rules/options.ts";
import { captchaSigns, type Done, type GroupState, missingRights, panelPayload } from "./rules.ts";

/** What is shown of a group. */
interface Group {
	id: number;
	title: string;
	state: GroupState;
	options: Partial<GroupOptions>;
	rights: string[] | null;
}

export interface View {
	text: string;
	reply_markup?: InlineKeyboardMarkup;
}

export const linkToPanel = (username: string, groupId: number) =>
	`https://t.me/${username}?start=${panelPayload(groupId)}`;

const toggles = [
	"moderation",
	"link_filter",
	"forward_filter",
	"captcha",
	"report",
	"shared_bans",
	"silent",
] as const satisfies (keyof GroupOptions)[];

const limits = [1, 2, 3, 5, 10];
const cooldowns = [0, 60, 300, 900, 3600];
const numbers = ["warn_limit", "cooldown_seconds"] as const satisfies (keyof GroupOptions)[];
const panelKeys = [...toggles, ...numbers, "warn_action", "who_may_post", "language"] as const;
type PanelKey = (typeof panelKeys)[number];

/** What the buttons about a group send. All begin alike: whoever presses them needs no profile. */
export const groupWord = "grp";
export const callbacks = {
	set: callback("grp:set", groupId, oneOf(panelKeys), text),
	watch: callback("grp:watch", groupId, oneOf(["0", "1"])),
	open: callback("grp:open", groupId),
	captcha: callback("grp:captcha", groupId, number),
	approve: callback("grp:approve", groupId),
	reject: callback("grp:reject", groupId),
};

/** The one behind; of the last one, the first. */
const following = <T>(list: readonly T[], current: T): T =>
	list[(list.indexOf(current) + 1) % list.length] as T;

/** What a button of the panel sets, and not that it changes: a press that is repeated changes nothing. */
const setter = (group: Group, key: PanelKey, value: string | number) =>
	callbacks.set.pack(group.id, key, String(value));

/** The change a button of the panel asks for; null if it is none. */
export function panelChange(key: PanelKey, value: string): OptionsChange | null {
	const given = numbers.some((one) => one === key)
		? Number(value)
		: toggles.some((one) => one === key)
			? value === "1"
			: value;
	const parsed = optionsChange.safeParse({ [key]: given });
	return parsed.success ? parsed.data : null;
}

export function panel(t: Translate, group: Group, watching: boolean): View {
	const options = optionsOf(group.options);
	const missing = missingRights(options, group.rights);
	const text = [
		t("group-panel", { title: group.title }),
		t(`group-panel-state-${group.state}`),
		...(missing.length > 0
			? [
					t("group-panel-missing", {
						rights: missing.map((right) => t(`group-right-${right}`)).join(", "),
					}),
				]
			: []),
		t("group-panel-texts"),
		...(options.who_may_post === "admins" ? [t("group-post-how")] : []),
	].join("\n\n");
	if (group.state !== "active") return { text };
	const button = (label: string, data: string) => [{ text: label, callback_data: data }];
	const mark = (on: boolean) => (on ? "✅" : "⬜️");
	const { language, warn_limit: limit, warn_action: action, who_may_post: posts } = options;
	const { cooldown_seconds: cooldown } = options;
	const count = following(limits, limit);
	return {
		text,
		reply_markup: {
			inline_keyboard: [
				...toggles.map((key) =>
					button(
						`${mark(options[key])} ${t(`group-option-${key}`)}`,
						setter(group, key, options[key] ? 0 : 1),
					),
				),
				button(t("group-option-warn_limit", { count: limit }), setter(group, "warn_limit", count)),
				button(
					t(`group-option-warn_action-${action}`),
					setter(group, "warn_action", following(["mute", "ban"], action)),
				),
				button(
					t(`group-option-who_may_post-${posts}`),
					setter(group, "who_may_post", following(["staff", "admins"], posts)),
				),
				button(
					t("group-option-cooldown_seconds", { time: spell(cooldown) || `${cooldown}s` }),
					setter(group, "cooldown_seconds", following(cooldowns, cooldown)),
				),
				button(
					t("group-option-language", { language: languageNames[language] }),
					setter(group, "language", following(languages, language)),
				),
				button(
					`${mark(watching)} ${t("group-option-watch")}`,
					callbacks.watch.pack(group.id, watching ? "0" : "1"),
				),
			],
		},
	};
}

/** For staff, under the alert. */
export const approvalKeyboard = (id: number): InlineKeyboardMarkup => ({
	inline_keyboard: [
		[
			{ text: "✅ Approve", callback_data: callbacks.approve.pack(id) },
			{ text: "🚫 Reject", callback_data: callbacks.reject.pack(id) },
		],
	],
});

/** What is said in the group: only administrators get to the panel behind it. */
export function openSettings(t: Translate, group: Group, username: string, anonymous: boolean): View {
	const label = t("button-group-settings");
	return anonymous
		? {
				text: t("group-open-settings-anonymous"),
				reply_markup: { inline_keyboard: [[{ text: label, callback_data: callbacks.open.pack(group.id) }]] },
			}
		: {
				text: t("group-open-settings"),
				reply_markup: { inline_keyboard: [[{ text: label, url: linkToPanel(username, group.id) }]] },
			};
}

export function captcha(t: Translate, group: Group, answer: number): View {
	return {
		text: t("group-captcha", {
			title: group.title,
			sign: captchaSigns[answer] ?? "",
			minutes: optionsOf(group.options).captcha_minutes,
		}),
		reply_markup: {
			inline_keyboard: [
				captchaSigns.map((sign, index) => ({
					text: sign,
					callback_data: callbacks.captcha.pack(group.id, index),
				})),
			],
		},
	};
}

/** Why something was not done, with what to switch on. */
export function refusal(t: Translate, done: Exclude<Done, { ok: true }>): string {
	switch (done.why) {
		case "right":
			return t("group-right-needed", { right: t(`group-right-${done.right}`) });
		case "admin":
			return t("group-not-admin");
		case "basic":
			return t("group-needs-supergroup");
		case "endless":
			return t("group-ban-endless");
		case "channel":
			return t("group-channel");
		case "nobody":
		case "gone":
			return t("group-nobody");
		case "other":
			return t("group-refused", { description: done.description });
	}
}

export const withReason = (t: Translate, text: string, reason: string | null) =>
	reason === null ? text : `${text}\n${t("group-reason", { reason })}`;

/** `90m` as `1h 30m`: the same in every language, as it is typed. */
export function spell(seconds: number): string {
	const units = [
		["w", 604_800],
		["d", 86_400],
		["h", 3600],
		["m", 60],
	] as const;
	let rest = seconds;
	return units
		.flatMap(([name, size]) => {
			const count = Math.floor(rest / size);
			rest -= count * size;
			return count > 0 ? [`${count}${name}`] : [];
		})
		.join(" ");
}
