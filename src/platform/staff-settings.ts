import { z } from "zod";
import { defineSetting } from "./settings.ts";

/** A chat's id as staff or the environment give it; 0 is none. */
export const chatIdSchema = z.coerce.number("must be a chat's id, e.g. -1001234567890").int();

export const controlChat = defineSetting({
	key: "staff.control_chat_id",
	env: "ADMIN_CONTROL_CHAT_ID",
	schema: chatIdSchema,
	default: 0,
	label: "Control chat",
	help: "Where alerts to staff go: a group or channel that the staff's bot can write to. None (0): nowhere.",
});

export const staffBot = defineSetting({
	key: "staff.login_bot",
	schema: z.string().regex(/^@?\w{0,40}$/, "must be a bot's @username, or empty"),
	default: "",
	label: "Bot of the staff",
	help: "The @username of the bot that takes codes of the dashboard's login and brings alerts. Empty: every bot takes codes, and the first one brings alerts.",
});
