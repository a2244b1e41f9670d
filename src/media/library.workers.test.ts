import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { runClock } from "../../test/clock.ts";
import * as files from "../../test/media-files.ts";
import { begin, call, keys, mediaWorld, put, upload } from "../../test/media-kit.ts";
import { audited } from "../../test/staff-kit.ts";
import { keptOf, Phone } from "../../test/telegram.ts";
import { createDeps } from "../deps.ts";
import type { AppError } from "../platform/errors.ts";
import { schedules } from "../platform/room.ts";
import { createMedia } from "./service.ts";

const world = mediaWorld();
const services = async () => (await createDeps(env)).media;

test("the library is listed by page, by kind and by any part of the name; names change, files go", async () => {
	for (const name of ["Пляж.jpg", "dawn over the sea.jpg", "dusk.jpg"])
		await upload("worker", name, "image/jpeg", files.jpeg);
	await upload("worker", "sea.gif", "image/gif", files.wordyGif());
	await begin("worker", "only announced.jpg", "image/jpeg", 100);
	const list = async (query: string) => {
		const { body } = await call("worker", "GET", `/api/media?${query}`);
		return { names: body.media.map(({ name }: { name: string }) => name), next: body.next };
	};
	const first = await list("limit=3");
	expect(first.names).toEqual(["sea.gif", "dusk.jpg", "dawn over the sea.jpg"]);
	expect(await list(`limit=3&cursor=${first.next}`)).toEqual({ names: ["Пляж.jpg"], next: null });
	expect((await list("kind=animation")).names).toEqual(["sea.gif"]);
	expect((await list("q=SEA")).names).toEqual(["sea.gif", "dawn over the sea.jpg"]);
	expect((await list("q=пляж")).names).toEqual(["Пляж.jpg"]);
	expect((await list("kind=photo&q=sea")).names).toEqual(["dawn over the sea.jpg"]);
	expect((await list("q=%25")).names).toEqual([]);
	expect((await call("worker", "GET", "/api/media?cursor=1")).status).toBe(400);

	const { body } = await call("worker", "GET", "/api/media?q=dusk");
	const { id, url } = body.media[0];
	const renamed = await call("worker", "PATCH", `/api/media/${id}`, { name: "nightfall.jpg" });
	expect(renamed.body.name).toBe("nightfall.jpg");
	expect((await list("q=night")).names).toEqual(["nightfall.jpg"]);
	expect((await call("worker", "DELETE", `/api/media/${id}`)).body).toEqual({ ok: true });
	for (const [method, path] of [
		["GET", ""],
		["PATCH", ""],
		["DELETE", ""],
		["POST", "/complete"],
	] as const)
		expect(
			(await call("worker", method, `/api/media/${id}${path}`, method === "GET" ? undefined : { name: "x" }))
				.status,
		).toBe(404);
	expect((await list("q=night")).names).toEqual([]);
	// A link that somebody has just been shown works on for a while; then the file goes.
	expect((await fetch(url)).status).toBe(200);
	vi.setSystemTime(Date.now() + 3_700_000);
	await runClock(schedules.hour);
	expect(await env.DB.prepare("SELECT id FROM media WHERE id = ?").bind(id).first()).toBeNull();
	expect((await audited("media.deleted")).at(-1)).toMatchObject({ actor: "owner", subject: id });
});

test("a file that is used is not deleted, and whoever uses it is named", async () => {
	const deps = await createDeps(env);
	const used = createMedia({
		...{ env, config: deps.config, db: deps.db, settings: deps.settings, now: deps.now },
		uses: () => ({
			posts: () => async () => [{ kind: "post", id: "12", name: "The market opens" }],
			products: () => async () => [],
		}),
	});
	const { body } = await upload("worker", "a.jpg", "image/jpeg", files.jpeg);
	const refusal = await used.remove(null, body.id, "owner").catch((error: AppError) => error);
	expect(refusal).toMatchObject({ status: 409, code: "in_use" });
	expect(String(refusal)).toContain("post 12 (The market opens)");
	expect((await call("worker", "GET", `/api/media/${body.id}`)).status).toBe(200);
});

test("another account's file does not exist", async () => {
	const media = await services();
	const own = await media.begin(
		{ account: 7, name: "a.jpg", type: "image/jpeg", size: files.jpeg.length },
		"staff:x",
	);
	await put(own.url, own.headers, files.jpeg);
	for (const other of [null, 8])
		await expect(media.complete(other, own.id, "owner")).rejects.toMatchObject({ status: 404 });
	await media.complete(7, own.id, "staff:x");
	expect((await call("worker", "GET", `/api/media/${own.id}`)).status).toBe(404);
	for (const other of [null, 8]) {
		await expect(media.get(other, own.id)).rejects.toMatchObject({ status: 404 });
		await expect(media.getMany(other, [own.id])).rejects.toMatchObject({ status: 404 });
		await expect(media.remove(other, own.id, "owner")).rejects.toMatchObject({ status: 404 });
		expect(await media.list(other, { kind: null, q: "a.jpg" }, null, 200)).not.toContainEqual(
			expect.objectContaining({ id: own.id }),
		);
	}
	expect((await media.getMany(7, [own.id])).map(({ id }) => id)).toEqual([own.id]);
	expect(await media.list(7, { kind: null, q: null }, null, 10)).toHaveLength(1);
	expect((await env.MEDIA.list({ prefix: "media/7/" })).objects).toHaveLength(1);
});

test("a bot uploads a file once, and sends it by its id from then on; another bot has its own", async () => {
	const ana = await new Phone(world.telegram.simulator, world.telegram.bot, "Ana").settleIn();
	const { body } = await upload("worker", "beach", "image/jpeg", files.phoneJpeg());
	const media = await services();
	const { botApi } = await import("../platform/telegram.ts");
	const api = await botApi(env, world.telegram.bot);
	const send = async () => {
		const given = await media.telegramFile(world.telegram.bot, body.id);
		if (given.as === "link") throw new Error("too big");
		const message = await api.sendPhoto(ana.id, given.file);
		await media.sent(world.telegram.bot, body.id, given.as, message);
		return { known: given.known, unique: message.photo.at(-1)?.file_unique_id };
	};
	const first = await send();
	expect(first.known).toBe(false);
	expect(ana.last.photo).toBeDefined();
	expect(await send()).toEqual({ known: true, unique: first.unique });
	expect(await media.telegramFile(world.telegram.bot + 1, body.id)).toMatchObject({
		as: "photo",
		known: false,
	});
	// Telegram may forget.
	await media.forgetFile(world.telegram.bot, body.id);
	expect(await media.telegramFile(world.telegram.bot, body.id)).toMatchObject({ known: false });
	await media.remove(null, body.id, "owner");
	await expect(media.telegramFile(world.telegram.bot, body.id)).rejects.toMatchObject({ status: 404 });
});

test("a person's own objects are in no library, stand in their data, and go with it", async () => {
	const bo = await new Phone(world.telegram.simulator, world.telegram.bot, "Bo").settleIn();
	const media = await services();
	const own = await media.begin(
		{ account: null, personId: bo.id, name: "mine.jpg", type: "image/jpeg", size: files.jpeg.length },
		"system",
	);
	await put(own.url, own.headers, files.jpeg);
	await expect(media.complete(null, own.id, "owner")).rejects.toMatchObject({ status: 404 });
	const row = await media.complete(null, own.id, "system", bo.id);
	expect((await call("worker", "GET", `/api/media/${own.id}`)).status).toBe(404);
	expect((await call("worker", "GET", "/api/media?q=mine")).body.media).toEqual([]);
	const exported = await media.data.export(bo.id);
	expect(exported).toMatchObject([{ name: "mine.jpg" }]);
	expect((await fetch(exported[0]?.url ?? "")).status).toBe(200);
	await media.sent(world.telegram.bot, own.id, "photo", { photo: [{ file_id: "f" }] });
	await bo.send("/deletemydata");
	await bo.press("Delete everything");
	expect(await keptOf(bo.id)).toEqual({});
	expect(await keptOf(own.id)).toEqual({});
	expect(await keys()).not.toContain(row.key);
});

test("what was announced and never completed goes within hours, and what came too late for its row too", async () => {
	const announced = await begin("worker", "a.jpg", "image/jpeg", files.jpeg.length);
	await put(announced.url, announced.headers, files.jpeg);
	const done = await begin("worker", "b.jpg", "image/jpeg", files.jpeg.length);
	await put(done.url, done.headers, files.jpeg);
	await call("worker", "POST", `/api/media/${done.id}/complete`, {});
	// The address still works, and nobody asks for what it takes.
	await put(done.url, done.headers, files.jpeg);
	const stands = [`staging/${announced.id}`, `staging/${done.id}`];
	expect(await keys()).toEqual(expect.arrayContaining(stands));
	vi.setSystemTime(Date.now() + 60 * 60_000);
	await runClock(schedules.hour);
	expect(await keys()).toEqual(expect.arrayContaining(stands));
	vi.setSystemTime(Date.now() + 61 * 60_000);
	await runClock(schedules.hour);
	expect((await keys()).filter((key) => stands.includes(key))).toEqual([]);
	expect(await keptOf(announced.id)).not.toHaveProperty("media");
	expect((await call("worker", "GET", `/api/media/${done.id}`)).status).toBe(200);
	expect(await (await services()).isAnyToGo()).toBe(false);
});

test("two completions at once make one file", async () => {
	const { id, url, headers } = await begin("worker", "a.jpg", "image/jpeg", files.jpeg.length);
	await put(url, headers, files.jpeg);
	const before = await keys();
	const both = await Promise.all([1, 2].map(() => call("worker", "POST", `/api/media/${id}/complete`, {})));
	expect(both.map(({ status }) => status)).toEqual([200, 200]);
	// One in the place of what was staged.
	expect(await keys()).toHaveLength(before.length);
});
