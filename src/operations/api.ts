import { Hono } from "hono";
import type { z } from "zod";
import type { GroupsServices } from "../groups/wiring.ts";
import type { PeopleServices } from "../people/wiring.ts";
import { csv, csvFile } from "../platform/csv.ts";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { describe, valid } from "../platform/openapi.ts";
import { done, idParam, pageQuery, readCursor, writeCursor } from "../platform/shapes.ts";
import { iso, isoOrNull } from "../platform/time.ts";
import type { StaffServices } from "../staff/wiring.ts";
import { deadJobsApi } from "./api/dead-jobs.ts";
import { requestsApi } from "./api/requests.ts";
import { savedRepliesApi } from "./api/saved-replies.ts";
import type { AuditFilter } from "./service/journal.ts";
import * as shapes from "./shapes.ts";
import type { OperationsServices } from "./wiring.ts";

type Needs = OperationsServices &
	Pick<PeopleServices, "requests" | "people" | "appeals" | "threads" | "savedReplies"> &
	Pick<StaffServices, "team"> &
	Pick<GroupsServices, "knownChats"> &
	Pick<House, "registry">;

function auditFilter({
	actor,
	action,
	subject,
	from,
	to,
}: z.infer<typeof shapes.auditFileQuery>): AuditFilter {
	const columns = Object.entries({ actor, action, subject }) as [
		"actor" | "action" | "subject",
		string | undefined,
	][];
	const [column, value] = columns.find(([, given]) => given !== undefined) ?? [];
	return {
		by: column && value !== undefined ? { column, value } : undefined,
		from: from === undefined ? undefined : Date.parse(from),
		to: to === undefined ? undefined : Date.parse(to),
	};
}

const furnishing = ({ rooms, account_id }: z.infer<typeof shapes.botChanges>) => ({
	...(rooms === undefined ? {} : { rooms }),
	...(account_id === undefined ? {} : { accountId: account_id }),
});

/** What running the deployment takes: bots, settings, and what is going on. */
export const operationsApi = new Hono<ApiEnv<Needs>>()
	.route("/requests", requestsApi)
	.route("/saved-replies", savedRepliesApi)
	.route("/dead-jobs", deadJobsApi)
	.get("/bots", describe("Bots", "The bots in service", shapes.botsAnswer), (c) =>
		c.json({ bots: c.var.deps.bots.list(), simulator: c.var.deps.bots.hasSimulator }),
	)
	.post(
		"/bots",
		describe("Bots", "Adds a bot, or refreshes the one that is here", shapes.botAnswer, {
			status: 201,
			errors: [400],
			write: true,
			description:
				"Registers its webhook and its command menus as well. Without `rooms` a new one has all of them, and one that is here keeps its own.",
		}),
		valid("json", shapes.newBot),
		async (c) => {
			const { token, ...given } = c.req.valid("json");
			const bot = await c.var.deps.bots.add(token, furnishing(given), c.var.actor);
			return c.json({ bot }, 201);
		},
	)
	.patch(
		"/bots/:id",
		describe("Bots", "Sets what people find in a bot", shapes.botAnswer, {
			errors: [400, 404],
			write: true,
			description: "Whoever is in a room that it loses is let out and told.",
		}),
		valid("param", idParam),
		valid("json", shapes.botChanges),
		async (c) => {
			const { id } = c.req.valid("param");
			const bot = await c.var.deps.bots.furnish(id, furnishing(c.req.valid("json")), c.var.actor);
			return c.json({ bot });
		},
	)
	.post(
		"/bots/simulated",
		describe("Bots", "Makes a bot in the simulator and adds it", shapes.botAnswer, {
			status: 201,
			errors: [404],
			write: true,
			description: "404 where Telegram is the real one: there BotFather makes them.",
		}),
		async (c) => c.json({ bot: await c.var.deps.bots.simulate(c.var.actor) }, 201),
	)
	.post(
		"/bots/webhooks",
		describe("Bots", "Registers every webhook anew", shapes.webhooksAnswer, {
			write: true,
			description: "Says which were refused and why.",
		}),
		async (c) => c.json({ webhooks: await c.var.deps.bots.registerWebhooks() }),
	)
	.delete(
		"/bots/:id",
		describe("Bots", "Takes a bot out of service", done, {
			errors: [400, 404],
			write: true,
			description: "Its webhook answers 401 from now on; its history is kept. Add it again to bring it back.",
		}),
		valid("param", idParam),
		async (c) => {
			await c.var.deps.bots.remove(c.req.valid("param").id, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.get(
		"/config",
		describe("Settings", "Every setting with its value, default, label and help", shapes.settingsAnswer),
		(c) => c.json({ settings: c.var.deps.operations.listSettings() }),
	)
	.get(
		"/config/chats",
		describe("Settings", "The groups and channels that bots are in", shapes.chatsAnswer, {
			description: "What a chat of a setting is chosen from, by title; rooms of the staff as well.",
		}),
		async (c) => {
			const { knownChats, registry } = c.var.deps;
			return c.json({ chats: await knownChats.list([...registry.bots.keys()]) });
		},
	)
	.post(
		"/config",
		describe("Settings", "Sets one", shapes.settingsAnswer, { errors: [400], write: true }),
		valid("json", shapes.settingInput),
		async (c) => {
			const { key, value } = c.req.valid("json");
			const registry = await c.var.deps.operations.changeSettings({ [key]: value }, c.var.actor);
			return c.json({ settings: c.var.deps.operations.listSettings(registry) });
		},
	)
	.post(
		"/config/bulk",
		describe("Settings", "Sets several, all or none", shapes.settingsAnswer, {
			errors: [400],
			write: true,
			description: "The body is `{key: value, ...}`.",
		}),
		valid("json", shapes.settingsInput),
		async (c) => {
			// As it was sent: the check of the shape leaves out a key like `__proto__`, which is wrong as well.
			const registry = await c.var.deps.operations.changeSettings(await c.req.json(), c.var.actor);
			return c.json({ settings: c.var.deps.operations.listSettings(registry) });
		},
	)
	.get(
		"/audit",
		describe("Watching", "What staff did, newest first", shapes.auditAnswer, { errors: [400] }),
		valid("query", shapes.auditQuery),
		async (c) => {
			const { cursor, limit, ...filter } = c.req.valid("query");
			const { rows, next } = await c.var.deps.journal.audit(auditFilter(filter), cursor ?? null, limit);
			return c.json({ entries: rows.map((row) => ({ ...row, at: iso(row.at) })), next });
		},
	)
	.get(
		"/audit.csv",
		describe("Watching", "The same as a file", csv, { errors: [400], file: "text/csv" }),
		valid("query", shapes.auditFileQuery),
		(c) => {
			const filter = auditFilter(c.req.valid("query"));
			const columns = ["id", "at", "actor", "action", "subject", "details"];
			return csvFile<string>("audit", columns, async (after, limit) => {
				const { rows, next } = await c.var.deps.journal.audit(filter, after, limit);
				const cells = rows.map(({ id, at, actor, action, subject, details }) => [
					...[id, iso(at), actor, action, subject],
					details === null ? "" : JSON.stringify(details),
				]);
				return { rows: cells, next };
			});
		},
	)
	.get(
		"/failed-updates",
		describe("Watching", "Updates whose handling threw, the last one first", shapes.failedUpdatesAnswer, {
			errors: [400],
		}),
		valid("query", pageQuery),
		async (c) => {
			const { cursor, limit } = c.req.valid("query");
			const { rows, next } = await c.var.deps.journal.failedUpdates(readCursor(cursor), limit);
			return c.json({
				failed_updates: rows.map(({ failedAt, gaveUpAt, ...row }) => ({
					...row,
					failed_at: iso(failedAt),
					gave_up_at: isoOrNull(gaveUpAt),
				})),
				next: writeCursor(next),
			});
		},
	)
	.get("/setup", describe("Settings", "What a new deployment still needs", shapes.setupAnswer), async (c) => {
		const steps = await c.var.deps.setup.steps();
		return c.json({ done: steps.every((step) => step.done), steps });
	})
	.post(
		"/setup/:step/test",
		describe("Settings", "Writes to the chat of a step", done, {
			errors: [400, 409],
			write: true,
			description: "If that fails, the answer says what to do.",
		}),
		valid("param", shapes.setupParam),
		async (c) => {
			await c.var.deps.setup.test(c.req.valid("param").step);
			return c.json({ ok: true as const });
		},
	)
	.get(
		"/doctor",
		describe("Watching", "Checks what Rialto stands on", shapes.doctorAnswer, {
			description:
				"Database, files, queue, bots with their webhooks, chats of settings. `npm run doctor` prints it.",
		}),
		async (c) => c.json(await c.var.deps.doctor.examine()),
	);
