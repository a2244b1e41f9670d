import { eq } from "drizzle-orm";
import { lastBackup } from "../../platform/backup.ts";
import type { Db } from "../../platform/db.ts";
import type { Config } from "../../platform/env.ts";
import { newId } from "../../platform/ids.ts";
import { reason } from "../../platform/log.ts";
import type { BotRecord, Registry } from "../../platform/registry.ts";
import type { Check } from "../../platform/room.ts";
import { outbox } from "../../platform/schema.ts";
import type { Setting } from "../../platform/settings.ts";
import { apiWith, callFailureText, webhookUrl } from "../../platform/telegram.ts";
import { dayMs } from "../../platform/time.ts";

export type Doctor = ReturnType<typeof createDoctor>;

interface Needs {
	env: Env;
	config: Config;
	db: Db;
	registry: Registry;
	allSettings: readonly Setting[];
	/** What the rooms look at. */
	checks: Readonly<Record<string, () => Promise<Check>>>;
	now: () => number;
}

/** Looks at everything Rialto stands on, from where it stands: inside the Worker. */
export function createDoctor({ env, config, db, registry, allSettings, checks: more, now }: Needs) {
	/** @param work says what it found; a throw is a failed check */
	async function check(name: string, fix: string, work: () => Promise<string>): Promise<Check> {
		try {
			return { name, ok: true, detail: await work() };
		} catch (error) {
			return { name, ok: false, detail: reason(error).replace(/^Error: /, ""), fix };
		}
	}

	const database = () =>
		check(
			"Database (D1)",
			"npm run deploy applies the migrations (locally npm start); look whether the binding DB names the right database.",
			async () => {
				// An event of no kind that is gone before anybody could deliver it.
				const [[row]] = await db.batch([
					db
						.insert(outbox)
						.values({ kind: "probe", payload: {}, createdAt: now() })
						.returning({ id: outbox.id }),
					db.delete(outbox).where(eq(outbox.kind, "probe")),
				]);
				if (!row) throw new Error("a row that was written can't be read");
				return "a row was written, read and deleted";
			},
		);

	const files = () =>
		check(
			"Files (R2)",
			"Enable R2 in the dashboard of Cloudflare and run npm run deploy: it makes the bucket that the binding MEDIA names.",
			async () => {
				if (!hasFiles) throw new Error("there is no bucket");
				await withProbe(async (key, text) => {
					const read = await (await env.MEDIA.get(key))?.text();
					if (read !== text) throw new Error("what was written can't be read");
				});
				return "a file was written, read and deleted";
			},
		);

	/** An account may have no R2. */
	const hasFiles = "MEDIA" in env && Boolean(env.MEDIA);

	async function withProbe(use: (key: string, text: string) => Promise<void>): Promise<void> {
		const key = `probes/${newId("probe")}`;
		await env.MEDIA.put(key, key);
		await use(key, key).finally(() => env.MEDIA.delete(key));
	}

	/** Cloudflare's own time travel goes back 7 days, 30 on the paid plan; a file outlives the database. */
	const backups = () =>
		check(
			"Backup",
			"Look at GET /api/monitoring for the schedule of 3:17 UTC and at the log; BACKUP_TOKEN must be a token of Cloudflare that may edit D1.",
			async () => {
				const last = hasFiles ? await lastBackup(env) : null;
				const when = last ? `the last one was written at ${last.toISOString()}` : "none yet";
				if (!config.BACKUP_TOKEN)
					return `${when}; none is made at night, as BACKUP_TOKEN is not set: D1's time travel is all there is`;
				if (last && now() - last.getTime() > 2 * dayMs) throw new Error(when);
				return last ? when : `${when}: it comes at 3:17 UTC`;
			},
		);

	const queue = () =>
		check("Queue", "npm run deploy makes the queues that wrangler.toml names.", async () => {
			await env.EVENTS.send({ kind: "probe" });
			await env.SEND.send({ kind: "probe" });
			await env.DELETE.send({ kind: "probe" });
			return "a message was sent";
		});

	async function bot({ id, username, token }: BotRecord): Promise<Check> {
		const name = `Bot @${username}`;
		const wrong = (detail: string, fix: string): Check => ({ name, ok: false, detail, fix });
		// Short, as one slow server must not keep the whole answer.
		const api = apiWith(token, config.TELEGRAM_API_ROOT, 5);
		try {
			await api.getMe();
		} catch (error) {
			return wrong(
				`getMe failed: ${callFailureText(error)}`,
				`Look whether ${config.TELEGRAM_API_ROOT} can be reached; if the token is void, add the bot again with its new one or DELETE /api/bots/${id}.`,
			);
		}
		try {
			const hook = await api.getWebhookInfo();
			const ours = webhookUrl(config, id);
			const register = "POST /api/bots/webhooks registers every webhook anew.";
			if (hook.url !== ours) return wrong(`its webhook is ${hook.url || "not set"}, not ${ours}`, register);
			const recent = (hook.last_error_date ?? 0) * 1000 > now() - 10 * 60_000;
			if (recent && hook.pending_update_count > 0) {
				return wrong(
					`${hook.pending_update_count} updates wait; the last try failed: ${hook.last_error_message ?? "?"}`,
					"Look whether PUBLIC_URL is reached from outside, at the Worker's log, and at GET /api/failed-updates.",
				);
			}
			if (hook.pending_update_count > 100) {
				return wrong(
					`${hook.pending_update_count} updates wait`,
					"It may be catching up: look again in a minute.",
				);
			}
			return { name, ok: true, detail: `webhook is set, ${hook.pending_update_count} updates wait` };
		} catch (error) {
			return wrong(`getWebhookInfo failed: ${callFailureText(error)}`, "Try again in a minute.");
		}
	}

	/** Settings that name a chat of the staff end so. */
	const chats = () =>
		allSettings
			.filter(({ key }) => /_(chat|channel)_id$/.test(key))
			.flatMap((setting) => {
				const chat = Number(registry.settings.get(setting));
				return chat ? [{ setting, chat }] : [];
			});

	async function chat({ setting, chat }: { setting: Setting; chat: number }): Promise<Check> {
		const [first] = registry.bots.values();
		const fix = `Add ${first ? `@${first.username}` : "a bot"} to the chat and let it write, or correct ${setting.key} (0: none).`;
		return check(`${setting.label} (${setting.key})`, fix, async () => {
			if (!first) throw new Error("there is no bot that could write there");
			const api = apiWith(first.token, config.TELEGRAM_API_ROOT, 5);
			const found = await api.getChat(chat).catch((error: unknown) => {
				throw new Error(`@${first.username} can't see ${chat}: ${callFailureText(error)}`);
			});
			return `@${first.username} sees "${found.title ?? found.first_name ?? chat}"`;
		});
	}

	return {
		/** Six outgoing connections at once are the platform's limit; one at a time is fast enough for a handful. */
		async examine(): Promise<{ ok: boolean; checks: Check[] }> {
			const checks = [await database(), await files(), await queue()];
			// Locally there is nothing to outlive.
			if (config.DEPLOYMENT) checks.push(await backups());
			if (registry.bots.size === 0)
				checks.push({ name: "Bots", ok: false, detail: "there are none", fix: "POST /api/bots adds one." });
			for (const record of registry.bots.values()) checks.push(await bot(record));
			for (const named of chats()) checks.push(await chat(named));
			for (const look of Object.values(more)) checks.push(await look());
			return { ok: checks.every(({ ok }) => ok), checks };
		},
	};
}
