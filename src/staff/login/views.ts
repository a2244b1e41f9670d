import type { Role } from "../../platform/access.ts";
import { callback, text } from "../../platform/callbacks.ts";
import type { Language, Translate } from "../../platform/i18n/index.ts";
import type { Login } from "./rules.ts";

/** What the buttons under the question send. */
export const callbacks = {
	confirm: callback("adm:yes", text),
	refuse: callback("adm:no", text),
};

interface Origin {
	id: string;
	country: string | null;
	city: string | null;
	agent: string;
	createdAt: number;
}

/** What is asked of whoever sent a good code: where it came from, and whether it was them. */
export function loginQuestion(t: Translate, language: Language, login: Origin) {
	const country = login.country && countryName(language, login.country);
	const place = [login.city, country].filter(Boolean).join(", ") || t("staff-login-nowhere");
	const time = `${new Date(login.createdAt).toISOString().slice(0, 16).replace("T", " ")} UTC`;
	return {
		text: t("staff-login-ask", { place, agent: login.agent, time }),
		reply_markup: {
			inline_keyboard: [
				[
					{ text: t("staff-login-yes"), callback_data: callbacks.confirm.pack(login.id) },
					{ text: t("staff-login-no"), callback_data: callbacks.refuse.pack(login.id) },
				],
			],
		},
	};
}

function countryName(language: Language, code: string): string {
	try {
		return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
	} catch {
		// Cloudflare has codes for Tor and for unknown places, which are no countries.
		return code;
	}
}

/** What a login came to, in the place of the question. */
export function loginOutcome(
	t: Translate,
	login: Pick<Login, "state" | "telegramId"> | null,
	telegramId: number,
): string {
	const mine = login?.telegramId === telegramId ? login.state : null;
	if (mine === "confirmed" || mine === "used") return t("staff-login-confirmed");
	return t(mine === "refused" ? "staff-login-refused" : "staff-login-over");
}

export const roleName = (t: Translate, role: Role) => t(`staff-role-${role}`);
