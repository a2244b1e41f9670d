import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { createDeps } from "../src/deps.ts";
import * as shapes from "../src/insights/shapes.ts";
import { setupAnswer } from "../src/operations/shapes.ts";
import { runClock } from "./clock.ts";
import { read } from "./staff-answers.ts";
import { configure, StaffRoom } from "./staff-room.ts";
import { api, Phone, startTelegram } from "./telegram.ts";

const hour = 3_600_000;
const everyMinute = () => runClock();

test("the overview counts who waits and who chats, until they leave", async () => {
	const { simulator, bot } = await startTelegram();
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	const bo = await new Phone(simulator, bot, "Bo").settleIn("Male", "41");
	const now = async () => (await read("/api/overview", shapes.overviewAnswer)).overview.chats;
	await ana.press("🔍 Find Partner");
	expect(await now()).toEqual({ open: 0, waiting: 1 });
	await bo.press("🔍 Find Partner");
	expect(await now()).toEqual({ open: 1, waiting: 0 });
	await ana.send("/next");
	expect(await now()).toEqual({ open: 0, waiting: 1 });
	await ana.send("/stop");
	expect(await now()).toEqual({ open: 0, waiting: 0 });
	const { stats } = await read("/api/stats", shapes.statsAnswer);
	expect(stats.by_age).toMatchObject({ "25-34": 1, "35-44": 1 });
});

test("an hour is counted once it is over, and makes a chart", async () => {
	const start = Date.now() - (Date.now() % hour) - hour;
	const before = (await createDeps(env)).insights;
	await env.DB.prepare("DELETE FROM hours").run();
	await env.DB.batch([
		env.DB.prepare(
			"INSERT INTO people (id, language, version, created_at) VALUES (9101, 'pt', 1, ?), (9102, 'pt', 1, ?)",
		).bind(start + 10, start - 10),
		env.DB.prepare(
			`INSERT INTO payments (charge_id, order_id, user_id, bot_id, stars, state, recurring, paid_at)
			VALUES ('c1', 'o1', 9101, 1, 50, 'credited', 0, ?), ('c2', 'o2', 9101, 1, 30, 'refunded', 0, ?)`,
		).bind(start + 20, start + 30),
		env.DB.prepare(
			"INSERT INTO refunds (charge_id, reason, actor, created_at) VALUES ('c2', 'staff', 'owner', ?)",
		).bind(start + 40),
	]);
	await before.refresh();
	await before.refresh();
	const path = `/api/analytics?by=hour&from=${new Date(start).toISOString()}`;
	const { points } = await read(path, shapes.analyticsAnswer);
	expect(points).toHaveLength(1);
	expect(points[0]).toMatchObject({
		...{ at: new Date(start).toISOString(), new_users: 1, purchases: 2 },
		...{ stars_received: 80, stars_refunded: 30 },
	});
	const { overview } = await read("/api/overview", shapes.overviewAnswer);
	expect(overview.stars).toEqual({ received: 50, refunded: 30, held: 50 });
});

test("staff hear of a problem once, and once more when it is over", async () => {
	const { simulator, bot } = await startTelegram();
	const room = new StaffRoom(simulator, bot);
	await configure({ "staff.control_chat_id": room.chat });
	const report = (id: string, createdAt: number) =>
		env.DB.prepare(
			`INSERT INTO reports (id, chat_id, reporter_id, reported_id, reported_bot_id, reason, created_at)
			VALUES (?, ?, 1, 2, ?, 'spam', ?)`,
		).bind(id, `chat_${id}`, bot, createdAt);
	await report("report_1", Date.now() - 50 * 60_000).run();
	await everyMinute();
	expect(room.heard).toEqual([]);
	await env.DB.prepare("UPDATE reports SET created_at = created_at - 1200000").run();
	await everyMinute();
	await everyMinute();
	expect(room.heard).toEqual(["⚠️ A report has waited for over an hour."]);
	const { ok, problems } = await read("/api/monitoring", shapes.monitoringAnswer);
	expect(ok).toBe(false);
	expect(problems.map(({ key }) => key)).toEqual(["reports"]);
	await env.DB.prepare("UPDATE reports SET status = 'dismissed'").run();
	await everyMinute();
	expect(room.heard.at(-1)).toBe("✅ Over after 1 min: A report has waited for over an hour.");
	expect((await read("/api/monitoring", shapes.monitoringAnswer)).ok).toBe(true);
});

test("a bot whose webhook fails twice in a row, too many dead jobs, and a late schedule are told", async () => {
	const { simulator, bot, token } = await startTelegram();
	const room = new StaffRoom(simulator, bot);
	await configure({ "staff.control_chat_id": room.chat });
	await everyMinute();
	const insert = env.DB.prepare(
		"INSERT INTO dead_jobs (id, queue, job, died_at) VALUES (?, 'send-dead', '{}', 1)",
	);
	await env.DB.batch(Array.from({ length: 11 }, (_, i) => insert.bind(`dead_${i}`)));
	await env.DB.prepare(
		"INSERT INTO schedule_runs (cron, started_at, ended_at, failed) VALUES ('7 * * * *', ?, ?, '[\"reconciliation\"]')",
	)
		.bind(Date.now() - 2 * hour, Date.now())
		.run();
	await fetch(`http://telegram.test/bot${token}/deleteWebhook`);
	await everyMinute();
	expect(room.heard.sort()).toEqual([
		"⚠️ 11 jobs were given up: see Queues & failures.",
		'⚠️ Steps of the schedule "7 * * * *" failed: reconciliation.',
		'⚠️ The schedule "7 * * * *" is late.',
	]);
	await everyMinute();
	expect(room.heard.at(-1)).toMatch(/The webhook of @\w+ fails: its webhook is not set/);
	const { queues, bots, schedules } = await read("/api/monitoring", shapes.monitoringAnswer);
	expect(queues.find(({ name }) => name === "send")?.dead).toBe(11);
	expect(bots.find(({ bot_id }) => bot_id === bot)).toMatchObject({ ok: false, pacer: true });
	expect(schedules.find(({ cron }) => cron === "7 * * * *")).toMatchObject({ late: true });
});

test("a step of a schedule that throws holds up none behind it", async () => {
	const { log } = console;
	const quiet = vi.spyOn(console, "error").mockImplementation(log);
	// The first step reads a table that isn't there.
	await env.DB.prepare("ALTER TABLE outbox RENAME TO outbox_gone").run();
	await env.DB.prepare("DELETE FROM hours").run();
	await everyMinute().finally(() => env.DB.prepare("ALTER TABLE outbox_gone RENAME TO outbox").run());
	quiet.mockRestore();
	const run = await env.DB.prepare("SELECT failed FROM schedule_runs WHERE cron = '* * * * *'").first<{
		failed: string;
	}>();
	expect(JSON.parse(run?.failed ?? "")).toContain("outbox");
	const hours = await env.DB.prepare("SELECT count(*) AS n FROM hours").first<{ n: number }>();
	expect(hours?.n).toBe(1);
});

test("a new deployment reads what it still needs, and tests what it has set", async () => {
	const { simulator, bot } = await startTelegram();
	const room = new StaffRoom(simulator, bot);
	await configure({ "staff.control_chat_id": 0, "chat.review_chat_id": -1009999999999 });
	const missing = async () => {
		const { steps } = await read("/api/setup", setupAnswer);
		return steps.filter(({ done }) => !done).map(({ step }) => step);
	};
	expect(await missing()).toEqual(["alerts", "support", "terms", "group"]);
	const refusal = async (step: string) =>
		(await (await api(`/api/setup/${step}/test`, {})).json<{ error: { message: string } }>()).error.message;
	expect(await refusal("alerts")).toBe("Set staff.control_chat_id first.");
	expect(await refusal("review")).toMatch(/chat not found.*let it write, or correct chat.review_chat_id/);
	await configure({
		"staff.control_chat_id": room.chat,
		"people.support_contact": "@help",
		"people.terms_version": "1",
	});
	expect(await missing()).toEqual(["group"]);
	expect((await api("/api/setup/alerts/test", {})).status).toBe(200);
	expect(room.heard).toEqual(["✅ Alerts will come here."]);
	expect((await api("/api/setup/terms/test", {})).status).toBe(400);
});
