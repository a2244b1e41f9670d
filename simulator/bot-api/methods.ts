import type { Method } from "./method.ts";
import { ANSWER_METHODS } from "./methods-answer.ts";
import { CHAT_METHODS } from "./methods-chat.ts";
import { COPY_METHODS } from "./methods-copy.ts";
import { EDIT_METHODS } from "./methods-edit.ts";
import { INVITE_METHODS } from "./methods-invite.ts";
import { MEMBER_METHODS } from "./methods-member.ts";
import { PAYMENT_METHODS } from "./methods-payments.ts";
import { SEND_METHODS } from "./methods-send.ts";
import { WEBHOOK_METHODS } from "./methods-webhook.ts";

const ALL: Record<string, Method> = {
	...WEBHOOK_METHODS,
	...SEND_METHODS,
	...COPY_METHODS,
	...EDIT_METHODS,
	...ANSWER_METHODS,
	...CHAT_METHODS,
	...INVITE_METHODS,
	...MEMBER_METHODS,
	...PAYMENT_METHODS,
};

/** By lower-case name, as Telegram takes names in any case. */
export const METHODS = new Map(Object.entries(ALL).map(([name, method]) => [name.toLowerCase(), method]));

/** The proper spelling by lower-case name. */
export const NAMES = new Map(Object.keys(ALL).map((name) => [name.toLowerCase(), name]));
