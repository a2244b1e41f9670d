import type { CallbackQuery, Update, User } from "grammy/types";
import { commandOf } from "../../platform/commands.ts";
import type { Config } from "../../platform/env.ts";
import { languageFor, translator } from "../../platform/i18n/index.ts";
import type { BotRecord } from "../../platform/registry.ts";
import type { Settings } from "../../platform/settings.ts";
import { botApi, isFinal } from "../../platform/telegram.ts";
import { cut } from "../../platform/text.ts";
import type { Invitations, Newcomer } from "../invitations.ts";
import { type Logins, takesCodes } from "./service.ts";
import { callbacks, loginOutcome, loginQuestion, roleName } from "./views.ts";

interface Needs {
	env: Env;
	config: Config;
	logins: Logins;
	invitations: Invitations;
}

type Asked = { what: "login" | "invite"; argument: string };

/** `/admin_login CODE`, or a deep link that says the same. */
function askedFor({ message }: Update, username: string): Asked | null {
	if (message?.chat.type !== "private") return null;
	const command = commandOf(message, username);
	if (command?.name === "admin_login") return { what: "login", argument: command.argument };
	if (command?.name !== "start") return null;
	const [, what, argument = ""] = /^(login|invite)_([\w-]+)$/.exec(command.argument) ?? [];
	return what === "login" || what === "invite" ? { what, argument } : null;
}

/** Whether an update is about the dashboard's login. None of these asks a person's actor: staff need no profile. */
export function isLoginUpdate(update: Update, bot: BotRecord, settings: Settings): boolean {
	if (update.callback_query)
		return (
			update.callback_query.message?.chat.type === "private" && pressedFor(update.callback_query) !== null
		);
	return takesCodes(settings, bot) && askedFor(update, bot.username) !== null;
}

/** Which login a button is about, and what it says. */
function pressedFor({ data }: CallbackQuery) {
	const [confirmed] = callbacks.confirm.of(data) ?? [];
	const [refused] = callbacks.refuse.of(data) ?? [];
	const id = confirmed ?? refused;
	return id === undefined ? null : { id, confirms: confirmed !== undefined };
}

const newcomer = (user: User): Newcomer => ({
	telegramId: user.id,
	name: cut([user.first_name, user.last_name].filter(Boolean).join(" "), 64),
	language: languageFor(user.language_code),
});

export async function receiveLogin(needs: Needs, bot: BotRecord, update: Update): Promise<void> {
	const { message, callback_query: query } = update;
	if (query) return press(needs, bot, query);
	const asked = askedFor(update, bot.username);
	if (!message?.from || !asked) return;
	const view = await (asked.what === "login" ? enterCode : acceptInvitation)(
		needs,
		message.from,
		asked.argument,
	);
	const { text, ...options } = view;
	const api = await botApi(needs.env, bot.id);
	await api.sendMessage(message.chat.id, text, options).catch((error) => {
		// They blocked the bot while they were answered.
		if (!isFinal(error)) throw error;
	});
}

async function enterCode({ logins }: Needs, user: User, argument: string) {
	const language = languageFor(user.language_code);
	const t = translator(language);
	if (argument === "") return { text: t("staff-login-usage") };
	const found = await logins.enter(argument, user.id);
	if (found === "wrong") return { text: t("staff-login-wrong") };
	if ("waitSeconds" in found)
		return { text: t("staff-login-wait", { minutes: Math.ceil(found.waitSeconds / 60) }) };
	return loginQuestion(t, language, found);
}

async function acceptInvitation({ invitations, config }: Needs, user: User, code: string) {
	const t = translator(languageFor(user.language_code));
	const role = await invitations.accept(code, newcomer(user));
	if (!role) return { text: t("staff-invitation-wrong") };
	return { text: t("staff-invitation-accepted", { role: roleName(t, role), url: dashboard(config) }) };
}

const dashboard = ({ PUBLIC_URL }: Config) => `${PUBLIC_URL.replace(/\/$/, "")}/admin`;

async function press({ env, logins }: Needs, bot: BotRecord, query: CallbackQuery): Promise<void> {
	const pressed = pressedFor(query);
	if (!pressed) return;
	const { id, confirms } = pressed;
	const t = translator(languageFor(query.from.language_code));
	const login = await (confirms
		? logins.confirm(id, newcomer(query.from))
		: logins.refuse(id, query.from.id));
	const api = await botApi(env, bot.id);
	const at = query.message;
	try {
		if (at) await api.editMessageText(at.chat.id, at.message_id, loginOutcome(t, login, query.from.id));
	} catch (error) {
		// A repeat finds it as it is to be.
		if (!isFinal(error)) throw error;
	}
	// Only stops the button's spinner.
	await api.answerCallbackQuery(query.id).catch(() => undefined);
}
