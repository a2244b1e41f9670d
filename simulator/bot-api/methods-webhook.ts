import { z } from "zod";
import { BotApiError, badRequest } from "../errors.ts";
import type { BotRecord } from "../world/records.ts";
import { boolean, integer, json, text } from "./fields.ts";
import { type Method, method } from "./method.ts";

const allowedUpdates = json(z.array(z.string()).optional(), "can't parse allowed_updates JSON object");

/** Telegram takes HTTPS only; a development machine's own addresses are let through here. */
function checkUrl(source: string): string {
	let url: URL;
	try {
		url = new URL(source);
	} catch {
		throw badRequest("bad webhook: Wrong HTTP URL");
	}
	const isLocal = url.hostname === "localhost" || url.hostname === "127.0.0.1";
	if (url.protocol === "http:" && isLocal) return source;
	if (url.protocol !== "https:") throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
	const isPortAllowed = ["", "443", "80", "88", "8443"].includes(url.port);
	if (!isPortAllowed && !isLocal) {
		throw badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
	}
	return source;
}

const pendingCount = (bot: BotRecord) =>
	[...bot.queues.values()].reduce((sum, queue) => sum + queue.length, 0);

export const WEBHOOK_METHODS: Record<string, Method> = {
	setWebhook: method(
		z.object({
			url: text().optional(),
			max_connections: integer().optional(),
			allowed_updates: allowedUpdates,
			drop_pending_updates: boolean(),
			secret_token: text().optional(),
		}),
		({ bot, wake, world }, parameters) => {
			const {
				url = "",
				max_connections = 40,
				allowed_updates,
				secret_token,
				drop_pending_updates,
			} = parameters;
			if (secret_token !== undefined && secret_token.length > 256)
				throw badRequest("secret token is too long");
			if (secret_token !== undefined && !/^[A-Za-z0-9_-]*$/.test(secret_token)) {
				throw badRequest("secret token contains unallowed characters");
			}
			const checked = url === "" ? null : checkUrl(url);
			if (drop_pending_updates) bot.queues.clear();
			// Left out, the list stays as it was; empty, it is the default one (Bot API, setWebhook).
			if (allowed_updates) bot.allowed_updates = allowed_updates.length > 0 ? allowed_updates : null;
			bot.webhook = checked
				? {
						url: checked,
						secret_token: secret_token || undefined,
						max_connections: Math.min(100, Math.max(1, max_connections)),
					}
				: null;
			world.changed();
			wake();
			return true;
		},
	),
	deleteWebhook: method(
		z.object({ drop_pending_updates: boolean() }),
		({ bot, world }, { drop_pending_updates }) => {
			bot.webhook = null;
			if (drop_pending_updates) bot.queues.clear();
			world.changed();
			return true;
		},
	),
	getWebhookInfo: method(z.object({}), ({ bot }) => ({
		url: bot.webhook?.url ?? "",
		has_custom_certificate: false,
		pending_update_count: pendingCount(bot),
		last_error_date: bot.webhook?.last_error_date,
		last_error_message: bot.webhook?.last_error_message,
		max_connections: bot.webhook?.max_connections,
		allowed_updates: bot.allowed_updates ?? undefined,
	})),
	getUpdates: method(
		z.object({
			offset: integer().optional(),
			limit: integer().optional(),
			timeout: integer().optional(),
			allowed_updates: allowedUpdates,
		}),
		async ({ bot }, { offset = 0, limit = 100, timeout = 0, allowed_updates }) => {
			if (bot.webhook) {
				const words =
					"can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
				throw new BotApiError(409, `Conflict: ${words}`);
			}
			if (allowed_updates) bot.allowed_updates = allowed_updates.length > 0 ? allowed_updates : null;
			const until = Date.now() + Math.min(timeout, 50) * 1000;
			for (;;) {
				const updates = takeUpdates(bot, offset, limit);
				if (updates.length > 0 || Date.now() >= until) return updates;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
		},
	),
};

/** Forgets what the offset confirms and answers what follows. */
function takeUpdates(bot: BotRecord, offset: number, limit: number): Record<string, unknown>[] {
	for (const [queue, updates] of bot.queues) {
		const left = updates.filter((update) => offset <= 0 || update.update_id >= offset);
		if (left.length === 0) bot.queues.delete(queue);
		else bot.queues.set(queue, left);
	}
	const waiting = [...bot.queues.values()].flat().sort((a, b) => a.update_id - b.update_id);
	return waiting.slice(0, Math.min(100, Math.max(1, limit))).map(({ update }) => update);
}
