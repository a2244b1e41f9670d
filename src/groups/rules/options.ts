import { z } from "zod";
import { languages } from "../../platform/i18n/index.ts";

/** What holds in one group. Everything that acts on people is off until somebody switches it on. */
export const groupOptions = z.strictObject({
	cooldown_seconds: z.number().int().min(0).max(86_400).describe("Between two posts of the bot"),
	silent: z.boolean().describe("Posts of the bot ring nobody's phone"),
	who_may_post: z.enum(["staff", "admins"]).describe("Who may have the bot post here"),
	language: z.enum(languages).describe("What the bot speaks in the group"),
	moderation: z.boolean().describe("/warn, /mute, /ban and what takes them back"),
	warn_limit: z.number().int().min(1).max(20).describe("So many warnings lead to `warn_action`"),
	warn_action: z.enum(["mute", "ban"]),
	warn_minutes: z
		.number()
		.int()
		.min(1)
		.max(525_600)
		.describe("How long somebody is muted or banned at the limit"),
	link_filter: z.boolean().describe("Links are deleted, and whoever sent one is warned"),
	forward_filter: z.boolean().describe("The same for what is forwarded"),
	welcome: z.string().trim().max(1000).describe("What the bot says to newcomers; empty: nothing"),
	rules: z.string().trim().max(3500).describe("What /rules shows; empty: nothing"),
	report: z.boolean().describe("/report tells the administrators"),
	captcha: z.boolean().describe("Whoever asks to join answers a question first"),
	captcha_minutes: z.number().int().min(1).max(60).describe("For the answer"),
	shared_bans: z.boolean().describe("Whoever is on the operator's list is banned here"),
});
export type GroupOptions = z.infer<typeof groupOptions>;

export const defaultOptions: GroupOptions = {
	cooldown_seconds: 60,
	silent: false,
	who_may_post: "staff",
	language: "en",
	moderation: false,
	warn_limit: 3,
	warn_action: "mute",
	warn_minutes: 1440,
	link_filter: false,
	forward_filter: false,
	welcome: "",
	rules: "",
	report: false,
	captcha: false,
	captcha_minutes: 5,
	shared_bans: false,
};

/** A change of some of them. */
export const optionsChange = groupOptions.partial();
export type OptionsChange = z.infer<typeof optionsChange>;

/** What is stored, and defaults for what is not. */
export const optionsOf = (stored: Partial<GroupOptions>): GroupOptions => ({ ...defaultOptions, ...stored });
