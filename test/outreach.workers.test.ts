import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { campaignsAnswer, takeBackAnswer, templatesAnswer } from "../src/delivery/shapes.ts";
import { broadcast, campaign, deliveries, holdSends, runJobs, tick } from "./delivery-kit.ts";
import { fieldsOf, read } from "./staff-answers.ts";
import { configure } from "./staff-room.ts";
import { addBot, ownerKey, Phone, startTelegram } from "./telegram.ts";

const { simulator, bot } = await startTelegram();
const hour = 3_600_000;
let jobs: ReturnType<typeof holdSends>;
let people = 0;

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ["Date"] });
	jobs = holdSends();
	simulator.clearFaults();
	await env.DB.batch(
		[
			...["people", "person_bots", "deliveries", "delivery_blocks", "campaigns"],
			...["message_templates", "audit_entries"],
		].map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
	);
	await configure({ "delivery.broadcasts_an_hour": 1000, "delivery.messages_per_second": 1000 });
});

const person = () => new Phone(simulator, bot, `Reader${++people}`).settleIn("Male", "30");
const got = (phone: Phone, text: string) => phone.heard.filter((heard) => heard === text).length;
const made = z.object({ id: z.number() });
const after = (ms: number) => vi.setSystemTime(Date.now() + ms);
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const call = (path: string, body: unknown = {}, method = "POST") =>
	exports.default.fetch(`https://rialto.test${path}`, {
		method,
		headers: { authorization: `Bearer ${ownerKey}`, "content-type": "application/json" },
		...(method === "GET" ? {} : { body: JSON.stringify(body) }),
	});
const status = async (path: string, body: unknown = {}, method = "POST") =>
	(await call(path, body, method)).status;
const idOf = async (response: Promise<Response>) => made.parse(await (await response).json()).id;
const takenBack = (id: number) => read(`/api/campaigns/${id}/take-back`, takeBackAnswer);
const actions = async () =>
	(
		await env.DB.prepare("SELECT action FROM audit_entries ORDER BY at, rowid").all<{ action: string }>()
	).results
		.map(({ action }) => action)
		.filter((action) => action.startsWith("campaign") || action.startsWith("template"));

test("a draft is kept, changed, planned, planned anew, and begins once in its minute, as it was last written", async () => {
	const ana = await person();
	const id = await idOf(call("/api/broadcast/drafts", { name: "Spring", message: "" }));
	expect(await campaign(id)).toMatchObject({ status: "draft", name: "Spring", starts_at: null, total: 0 });
	// What is not complete stays a draft.
	expect(await fieldsOf(await call(`/api/campaigns/${id}/schedule`, { starts_at: inHours(1) }))).toEqual([
		"message",
	]);
	expect(await fieldsOf(await call(`/api/campaigns/${id}/start`))).toEqual(["message"]);
	const spring = { name: "Spring sale", message: "<b>All</b> half\nprice", parse_mode: "HTML" };
	expect(await status(`/api/campaigns/${id}`, { ...spring, message: "<b>All" }, "PUT")).toBe(200);
	expect(await fieldsOf(await call(`/api/campaigns/${id}/schedule`, { starts_at: inHours(1) }))).toEqual([
		"message",
	]);
	expect(await status(`/api/campaigns/${id}`, spring, "PUT")).toBe(200);
	expect(await fieldsOf(await call(`/api/campaigns/${id}/schedule`, { starts_at: inHours(-1) }))).toEqual([
		"starts_at",
	]);
	const startsAt = inHours(2);
	for (const starts_at of [inHours(1), startsAt])
		expect(await status(`/api/campaigns/${id}/schedule`, { starts_at })).toBe(200);
	expect(await campaign(id)).toMatchObject({ status: "scheduled", starts_at: startsAt });
	const { campaigns } = await read("/api/campaigns?state=scheduled", campaignsAnswer);
	expect(campaigns).toMatchObject([
		{ id, name: "Spring sale", excerpt: "<b>All</b> half\nprice", starts_at: startsAt },
	]);
	expect((await read("/api/campaigns?state=draft", campaignsAnswer)).campaigns).toEqual([]);
	// What is planned can still be changed, and stays complete.
	expect(await fieldsOf(await call(`/api/campaigns/${id}`, { ...spring, message: " " }, "PUT"))).toEqual([
		"message",
	]);
	expect(await status(`/api/campaigns/${id}`, { ...spring, message: "<i>Now</i>" }, "PUT")).toBe(200);

	after(1.9 * hour);
	await tick();
	expect(jobs).toEqual([]);
	after(0.1 * hour);
	await Promise.all([tick(), tick(), tick()]);
	expect(
		jobs.filter(({ body }) => z.object({ kind: z.string() }).parse(body).kind === "campaign.expand"),
	).toHaveLength(1);
	await runJobs(jobs);
	await tick();
	await runJobs(jobs);
	expect(got(ana, "Now")).toBe(1);
	expect(await campaign(id)).toMatchObject({ status: "finished", counts: { sent: 1 }, starts_at: startsAt });
	// Whoever has it keeps it as it is.
	for (const [path, body, method] of [
		[`/api/campaigns/${id}`, spring, "PUT"],
		[`/api/campaigns/${id}`, {}, "DELETE"],
		[`/api/campaigns/${id}/schedule`, { starts_at: inHours(1) }, "POST"],
		[`/api/campaigns/${id}/unschedule`, {}, "POST"],
		[`/api/campaigns/${id}/start`, {}, "POST"],
	] as const)
		expect([path, await status(path, body, method)]).toEqual([path, 409]);
	expect(await actions()).toEqual([
		...["campaign.drafted", "campaign.edited", "campaign.edited", "campaign.schedule", "campaign.schedule"],
		...["campaign.edited", "campaign.start"],
	]);
});

test("what is planned is a draft again, begins at once, is written once more, or is thrown away", async () => {
	const ana = await person();
	const planned = await broadcast({ message: "later", name: "Later", starts_at: inHours(1) });
	expect(await campaign(planned)).toMatchObject({ status: "scheduled", name: "Later" });
	expect(await status(`/api/campaigns/${planned}`, {}, "DELETE")).toBe(409);
	expect(await status(`/api/campaigns/${planned}/unschedule`)).toBe(200);
	after(2 * hour);
	await tick();
	expect(jobs).toEqual([]);
	expect(await campaign(planned)).toMatchObject({ status: "draft", starts_at: null });
	expect(await status(`/api/campaigns/${planned}/start`)).toBe(200);
	expect(await status(`/api/campaigns/${planned}/start`)).toBe(409);
	await runJobs(jobs);
	expect(got(ana, "later")).toBe(1);

	const again = await idOf(call(`/api/campaigns/${planned}/duplicate`));
	expect(await campaign(again)).toMatchObject({
		...{ status: "draft", name: "Later", content: { message: "later" }, audience: { audience: "all" } },
	});
	expect(await status(`/api/campaigns/${again}`, {}, "DELETE")).toBe(200);
	expect(await status(`/api/campaigns/${again}`, {}, "GET")).toBe(404);
	await runJobs(jobs);
	expect(got(ana, "later")).toBe(1);
});

test("a draft goes through the bots there are when it begins; without its bot it is a draft again, with the reason", async () => {
	const extra = simulator.createBot({ first_name: "Extra", username: "extra_bot" });
	const everywhere = await broadcast({ message: "everywhere", starts_at: inHours(1) });
	await addBot(extra.token);
	const bo = new Phone(simulator, extra.bot.id, "Bo");
	await bo.settleIn("Male", "30");
	const only = await broadcast({ message: "only", bot_id: extra.bot.id, starts_at: inHours(2) });
	after(hour);
	await tick();
	await runJobs(jobs);
	expect([got(bo, "everywhere"), (await campaign(everywhere)).status]).toEqual([1, "finished"]);
	expect(await status(`/api/bots/${extra.bot.id}`, {}, "DELETE")).toBe(200);
	after(hour);
	await tick();
	await runJobs(jobs);
	expect(await campaign(only)).toMatchObject({
		status: "draft",
		starts_at: null,
		pause_reason: "is not one of the bots",
	});
});

test("a broadcast is taken back from everybody, and what stays is said", async () => {
	const [ana, bo, cy, di, eve] = [
		await person(),
		await person(),
		await person(),
		await person(),
		await person(),
	];
	simulator.addFault({ method: "sendMessage", chat_id: eve.id, status: 400, description: "Bad Request: no" });
	const id = await broadcast({ message: "a mistake" });
	await runJobs(jobs);
	expect(await takenBack(id)).toEqual({ status: null, deleted: 0, left: 4, too_old: 0, refused: 0 });
	await simulator.block(di.id, { bot });
	await simulator.settle();
	// Of two that press, one does it.
	simulator.addFault({ method: "deleteMessage", chat_id: bo.id, status: 502 });
	const refuse = { method: "deleteMessage", chat_id: di.id, status: 403 };
	simulator.addFault(refuse);
	const answers = await Promise.all([1, 2].map(() => status(`/api/campaigns/${id}/take-back`)));
	expect(answers.sort()).toEqual([202, 409]);
	expect(await takenBack(id)).toMatchObject({ status: "running", left: 4 });
	await Promise.all([runJobs(jobs), runJobs(jobs)]);
	for (const phone of [ana, bo, cy]) expect([phone.id, got(phone, "a mistake")]).toEqual([phone.id, 0]);
	expect(await takenBack(id)).toEqual({ status: "done", deleted: 3, left: 0, too_old: 0, refused: 1 });
	const { status: state, counts, take_back } = await campaign(id);
	expect([state, take_back, counts.deleted, counts.sent, counts.failed]).toEqual([
		"finished",
		"done",
		3,
		1,
		1,
	]);
	expect(await deliveries(id, "deleted")).toHaveLength(3);
	expect(await deliveries(id, "sent")).toMatchObject([
		{ user_id: di.id, note: "Forbidden: bot was blocked by the user" },
	]);
	// It can't be sent again to those for whom it failed.
	expect(await status(`/api/campaigns/${id}/resend`)).toBe(409);
	await tick();
	expect(jobs).toEqual([]);
});

test("what is still being sent ends, and what Telegram no longer deletes stays", async () => {
	const readers = await Promise.all(Array.from({ length: 4 }, () => person()));
	const old = await broadcast({ message: "old" });
	await runJobs(jobs);
	after(47 * hour);
	expect(await takenBack(old)).toMatchObject({ left: 4, too_old: 0 });
	after(hour);
	expect(await takenBack(old)).toMatchObject({ left: 0, too_old: 4 });
	expect(await status(`/api/campaigns/${old}/take-back`)).toBe(202);
	await runJobs(jobs);
	expect(await takenBack(old)).toEqual({ status: "done", deleted: 0, left: 0, too_old: 4, refused: 0 });
	expect(readers.map((phone) => got(phone, "old"))).toEqual([1, 1, 1, 1]);

	const draft = await idOf(call("/api/broadcast/drafts", { message: "x" }));
	expect(await status(`/api/campaigns/${draft}/take-back`)).toBe(409);
	// Nothing of it has gone out yet: it ends, and nobody gets it.
	const fresh = await broadcast({ message: "fresh" });
	expect(await status(`/api/campaigns/${fresh}/take-back`)).toBe(202);
	await runJobs(jobs);
	after(60_000);
	await tick();
	await runJobs(jobs);
	expect(await campaign(fresh)).toMatchObject({ status: "cancelled", take_back: "done" });
	expect(readers.map((phone) => got(phone, "fresh"))).toEqual([0, 0, 0, 0]);
});

test("what Telegram wants to be waited for is deleted later, and a clock that comes twice counts nothing twice", async () => {
	const [ana, bo] = [await person(), await person()];
	const id = await broadcast({ message: "oops" });
	await runJobs(jobs);
	simulator.addFault({ method: "deleteMessage", chat_id: ana.id, retry_after: 30 });
	expect(await status(`/api/campaigns/${id}/take-back`)).toBe(202);
	await runJobs(jobs);
	expect(await takenBack(id)).toMatchObject({ status: "running", deleted: 1, left: 1 });
	after(120_000);
	await Promise.all([tick(), tick()]);
	await Promise.all([runJobs(jobs), runJobs(jobs)]);
	expect(await takenBack(id)).toMatchObject({ status: "done", deleted: 2, left: 0 });
	expect([got(ana, "oops"), got(bo, "oops")]).toEqual([0, 0]);
});

test("messages to begin with have names of their own", async () => {
	const id = await idOf(
		call("/api/templates", { name: "Welcome", message: "<b>Hi</b>", parse_mode: "HTML" }),
	);
	expect(await fieldsOf(await call("/api/templates", { name: "Empty", message: "" }))).toEqual(["message"]);
	expect(await status("/api/templates", { name: "Welcome", message: "x" })).toBe(409);
	expect(await status(`/api/templates/${id}`, { name: "Hello", message: "Hi" }, "PUT")).toBe(200);
	expect((await read("/api/templates", templatesAnswer)).templates).toMatchObject([
		{ id, name: "Hello", content: { message: "Hi" }, changed_by: "owner" },
	]);
	expect(await status(`/api/templates/${id}`, {}, "DELETE")).toBe(200);
	expect(await status(`/api/templates/${id}`, {}, "DELETE")).toBe(404);
	expect(await status(`/api/templates/${id}`, { name: "Hello", message: "Hi" }, "PUT")).toBe(404);
	expect(await actions()).toEqual(["template.added", "template.changed", "template.removed"]);
});

/** A file of the library, as if somebody had uploaded it. */
async function uploaded(name: string): Promise<string> {
	const id = `media_${String(++people).padStart(26, "0")}`;
	const picture = new Uint8Array(2_000);
	await env.MEDIA.put(`media/operator/${id}`, picture);
	await env.DB.prepare(
		`INSERT INTO media (id, name, search, state, key, type, kind, bytes, width, height, created_at, created_by, changed_at)
		VALUES (?1, ?2, ?2, 'ready', 'media/operator/' || ?1, 'image/png', 'photo', 2000, 80, 80, 1, 'owner', 1)`,
	)
		.bind(id, name)
		.run();
	return id;
}

const isUpload = (photo: unknown) => String(photo).startsWith("attach://");

test("an uploaded picture goes out once by a bot, then by its id, and can't be thrown away before", async () => {
	const readers = await Promise.all(Array.from({ length: 9 }, () => person()));
	const picture = await uploaded("fair.png");
	const media = { kind: "photo", media_id: picture };
	for (const [input, field] of [
		[{ message: "x", media: { kind: "photo" } }, "media"],
		[{ message: "x", media: { kind: "photo", media_id: "media_none" } }, "media"],
		[{ message: "<b>x", parse_mode: "HTML", media }, "message"],
		[{ message: "x".repeat(1025), media }, "message"],
		[{ message: `<b>${"x".repeat(1025)}</b>`, parse_mode: "HTML", media }, "message"],
	] as const)
		expect([input, await fieldsOf(await call("/api/broadcast", { audience: "all", ...input }))]).toEqual([
			input,
			[field],
		]);
	const before = simulator.calls({ method: "sendPhoto" }).length;
	// The first upload fails, and the next one is the first that is known.
	simulator.addFault({ method: "sendPhoto", status: 502, times: 1 });
	const id = await broadcast({ message: "<b>Look</b>", parse_mode: "HTML", media, starts_at: inHours(1) });
	expect(await status(`/api/media/${picture}`, {}, "DELETE")).toBe(409);
	after(hour);
	await tick();
	await runJobs(jobs);
	expect((await campaign(id)).counts).toMatchObject({ sent: 9 });
	const sends = simulator
		.calls({ method: "sendPhoto" })
		.slice(before)
		.map(({ status: answer, parameters }) => [answer, isUpload(parameters.photo)]);
	expect(sends.filter(([answer]) => answer === 200)).toHaveLength(9);
	expect(sends.filter(([answer, isNew]) => answer === 200 && isNew)).toHaveLength(1);
	for (const phone of readers)
		expect(phone.last).toMatchObject({ caption: "Look", photo: expect.anything() });
	// What is known is not uploaded again, nor by a test.
	expect(await status("/api/broadcast/test", { to: readers[0]?.id, message: "once more", media })).toBe(200);
	expect(isUpload(simulator.calls({ method: "sendPhoto" }).at(-1)?.parameters.photo)).toBe(false);
	expect(await status(`/api/media/${picture}`, {}, "DELETE")).toBe(200);
});
