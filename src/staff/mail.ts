import type { Config } from "../platform/env.ts";
import { type Log, reason } from "../platform/log.ts";

interface Mail {
	to: string;
	subject: string;
	text: string;
}

/** How mail goes out here. `console`: on a machine of one's own, where it can be read; never where others reach us. */
function mailRoute(config: Config): "smtp" | "binding" | "console" | "none" {
	if (config.SMTP_HOST) return "smtp";
	if (config.MAIL_FROM) return "binding";
	return config.PUBLIC_URL.startsWith("http:") ? "console" : "none";
}

/** @returns whether it went out */
export type SendMail = (mail: Mail) => Promise<boolean>;

/** Sends mail to staff. Never throws: who asks for a link must not learn from it whether an address is known. */
export function createMail({ env, config, log }: { env: Env; config: Config; log: Log }): SendMail {
	const from = config.SMTP_FROM ?? config.MAIL_FROM ?? config.SMTP_USER ?? "";

	async function bySmtp({ to, subject, text }: Mail): Promise<void> {
		// It opens a socket when it is used, and most invocations don't.
		const { LogLevel, WorkerMailer } = await import("worker-mailer");
		const { SMTP_HOST: host = "", SMTP_PORT: port, SMTP_USER: username, SMTP_PASSWORD: password } = config;
		const login =
			username && password
				? { credentials: { username, password }, authType: ["plain", "login"] as ("plain" | "login")[] }
				: {};
		const server = { host, port, secure: port === 465, logLevel: LogLevel.NONE, ...login };
		await WorkerMailer.send(server, { from, to, subject, text });
	}

	return async (mail) => {
		try {
			switch (mailRoute(config)) {
				case "smtp":
					await bySmtp(mail);
					return true;
				case "binding":
					await env.EMAIL.send({ from, ...mail });
					return true;
				case "console":
					// Not the log: this is for whoever sits in front of it.
					console.info(`\n✉ To ${mail.to}: ${mail.subject}\n${mail.text}\n`);
					return false;
				case "none":
					log.warn("staff", "mail is not set up", { missing: "MAIL_FROM or SMTP_HOST" });
					return false;
			}
		} catch (error) {
			log.error("staff", "mail not sent", { reason: reason(error) });
			return false;
		}
	};
}
