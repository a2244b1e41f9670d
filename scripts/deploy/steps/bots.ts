import { z } from "zod";
import { botTokens } from "../secrets.ts";
import type { Site } from "../site.ts";
import type { Step } from "../step.ts";

const bots = z.object({ bots: z.array(z.object({ id: z.number(), username: z.string() })) });
const examined = z.object({
	checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
});
const registered = z.object({
	webhooks: z.array(z.object({ username: z.string(), ok: z.boolean(), error: z.string().optional() })),
});

/** Seals the bots' tokens with today's key and tells Telegram where updates go. @throws Error naming each that failed */
export async function registerWebhooks(site: Site): Promise<string[]> {
	const { webhooks } = registered.parse(await site.worker("POST", "/api/bots/webhooks"));
	const failed = webhooks.filter(({ ok }) => !ok).map(({ username, error }) => `@${username}: ${error}`);
	if (failed.length > 0)
		throw new Error(
			`webhooks were refused: ${failed.join("; ")}. A bot whose token is void has to be removed or get its new one.`,
		);
	return webhooks.map(({ username }) => `@${username}`);
}

/** A bot's token begins with its id. */
const idOf = (token: string) => Number(token.split(":")[0]);

export const botsStep = (site: Site): Step => {
	async function look() {
		const known = bots.parse(await site.worker("GET", "/api/bots")).bots;
		const ids = new Set(known.map(({ id }) => id));
		const { checks } = examined.parse(await site.worker("GET", "/api/doctor"));
		return {
			known,
			add: botTokens(site.secrets).filter((token) => !ids.has(idOf(token))),
			astray: checks.filter(
				({ name, ok, detail }) => name.startsWith("Bot @") && !ok && /webhook/.test(detail),
			),
		};
	}
	return {
		name: "Bots",
		async check() {
			const health = await site.outside.fetch(`${site.publicUrl}/health`).catch(() => null);
			if (health?.status !== 200)
				return { is: "", changes: botTokens(site.secrets).map((token) => `add the bot ${idOf(token)}`) };
			if (!site.secrets.OWNER_KEY) {
				const note =
					"OWNER_KEY is not known here, so webhooks are not looked at: give it in the secrets file.";
				return { is: "not looked at", changes: [], notes: [note] };
			}
			const { known, add, astray } = await look();
			return {
				is:
					known.map(({ username }) => `@${username}`).join(", ") ||
					"none: give BOT_TOKENS, or add one in the dashboard",
				changes: [
					...add.map((token) => `add the bot ${idOf(token)}`),
					...astray.map(({ name, detail }) => `register the webhook of ${name.slice(4)}: ${detail}`),
				],
			};
		},
		async change() {
			const { add, astray } = await look();
			for (const token of add) await site.worker("POST", "/api/bots", { token });
			if (astray.length > 0) await registerWebhooks(site);
		},
	};
};
