import { Composer } from "grammy";
import type { Insights } from "../insights/service.ts";
import type { PersonContext } from "../people/context.ts";
import type { People } from "../people/service.ts";
import { type Command, commandOf } from "../platform/commands.ts";
import { AppError } from "../platform/errors.ts";
import { cut } from "../platform/text.ts";
import { parseBan, parseId, type StaffCommand } from "./rules.ts";
import type { Operations } from "./service.ts";

interface Needs {
	people: People;
	operations: Operations;
	/** The counts in short. */
	overview: () => ReturnType<Insights["overview"]>;
	/** What this message orders, and its sender may; null: to them these commands are unknown ones. */
	order: StaffCommand | null;
	now: () => number;
}

const banUsage = "/ban <id> [30m|12h|1d|2w|forever] [reason]";
/** A message takes 4096. */
const pageLength = 4000;

/** What staff can do in the bot. In English only, and before the way in: staff need no profile. */
export function staffBot(needs: Needs) {
	const { overview, order, now } = needs;
	const composer = new Composer<PersonContext>();

	composer.use(async (ctx, next) => {
		const command = commandOf(ctx.message, ctx.me.username);
		if (!command || !order) return next();
		const actor = `telegram:${ctx.userId}`;
		const answers = { stats, ban, unban, set };
		const answer = await answers[order](command, actor).catch((error: unknown) => {
			if (!(error instanceof AppError)) throw error;
			const fields = Object.entries(error.fields ?? {}).map(([field, text]) => `${field}: ${text}`);
			return [error.message, ...fields].join("\n");
		});
		for (const page of pagesOf(answer)) await ctx.reply(page);
	});

	async function stats() {
		const { users, ...rest } = await overview();
		return [
			`👥 ${users.total} people, ${users.complete} with a complete profile`,
			`New: ${users.new_today} today, ${users.new_7_days} in 7 days`,
			`VIP: ${users.vip}, banned: ${users.banned}`,
			`Bots: ${rest.bots}`,
			`Failed updates: ${rest.failed_updates}, dead jobs: ${rest.dead_jobs}`,
		].join("\n");
	}

	async function ban({ argument }: Command, actor: string) {
		const order = parseBan(argument, now());
		if (typeof order === "string") return `${order}\n${banUsage}`;
		const { userId, ...ban } = order;
		await needs.people.ban(userId, ban, actor);
		const until = ban.until === null ? "for good" : `until ${utc(ban.until)}`;
		return `${userId} is banned ${until}: ${ban.reason}\nUndo: /unban ${userId}`;
	}

	async function unban({ argument }: Command, actor: string) {
		const userId = parseId(argument);
		if (typeof userId === "string") return `${userId}\n/unban <id>`;
		await needs.people.unban(userId, actor);
		return `The ban of ${userId} is lifted.`;
	}

	async function set({ argument }: Command, actor: string) {
		const [, key, value] = /^(\S+)(?:\s+([\s\S]+))?$/.exec(argument) ?? [];
		const settings = needs.operations.listSettings();
		if (key === undefined) return [...settings.map(lineOf), "", "Change one: /set <key> <value>"].join("\n");
		if (value === undefined) {
			const setting = settings.find((candidate) => candidate.key === key);
			return setting
				? `${lineOf(setting)}\n${setting.label}. ${setting.help}\nDefault: ${JSON.stringify(setting.default)}`
				: `There is no setting "${key}". /set lists them.`;
		}
		const registry = await needs.operations.changeSettingByText(key, value, actor);
		const changed = needs.operations.listSettings(registry).find((candidate) => candidate.key === key);
		return changed ? `Set: ${lineOf(changed)}` : "Set.";
	}

	return composer;
}

const lineOf = ({ key, value }: { key: string; value: unknown }) => `${key} = ${JSON.stringify(value)}`;
const utc = (ms: number) => `${new Date(ms).toISOString().slice(0, 16).replace("T", " ")} UTC`;

function pagesOf(text: string): string[] {
	const pages = [""];
	for (const line of text.split("\n")) {
		const last = pages.length - 1;
		const page = pages[last] ?? "";
		if (page.length + line.length > pageLength) pages.push(cut(line, pageLength));
		else pages[last] = page === "" ? line : `${page}\n${line}`;
	}
	return pages;
}
