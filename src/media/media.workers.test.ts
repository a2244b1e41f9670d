import { env } from "cloudflare:test";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { runClock } from "../../test/clock.ts";
import * as files from "../../test/media-files.ts";
import { bucketByS3, s3 } from "../../test/s3.ts";
import { audited } from "../../test/staff-kit.ts";
import { keptOf, ownerKey, Phone, startTelegram } from "../../test/telegram.ts";
import { app } from "../app.ts";
import { createDeps } from "../deps.ts";
import type { AppError } from "../platform/errors.ts";
import { schedules } from "../platform/room.ts";
import { createMedia } from "./service.ts";

const ways = { worker: env, s3: { ...env, ...s3 } };
type Way = keyof typeof ways;
const each = ["worker", "s3"] as const;

let telegram: Awaited<ReturnType<typeof startTelegram>>;

beforeAll(async () => {
	telegram = await startTelegram();
	// Whatever a browser asks: the bucket, the Worker's own address, or Telegram.
	const others = vi.mocked(fetch).getMockImplementation() ?? fetch;
	vi.mocked(fetch).mockImplementation(async (...args) => {
		const request = new Request(...args);
		if (request.url.startsWith("https://s3.test/")) return bucketByS3(request);
		if (request.url.startsWith("https://rialto.test/")) return app.fetch(request, env);
		return others(request);
	});
});

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
});

async function call(way: Way, method: string, path: string, body?: unknown) {
	const request = new Request(`https://rialto.test${path}`, {
		method,
		headers: { authorization: `Bearer ${ownerKey}`, "content-type": "application/json" },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const response = await app.fetch(request, ways[way]);
	// biome-ignore lint/suspicious/noExplicitAny: what is asserted on, whatever the route answers
	const answer: any = await response.json();
	return { status: response.status, body: answer };
}

interface Begun {
	id: string;
	url: string;
	headers: Record<string, string>;
}

async function begin(way: Way, name: string, type: string, size: number): Promise<Begun> {
	const { status, body } = await call(way, "POST", "/api/media", { name, type, size });
	expect(status, JSON.stringify(body)).toBe(201);
	return body;
}

/** As a browser uploads: it says the length itself. */
const put = (url: string, headers: Record<string, string>, bytes: Uint8Array) =>
	fetch(url, { method: "PUT", headers: { "content-length": String(bytes.length), ...headers }, body: bytes });

async function upload(way: Way, name: string, type: string, bytes: Uint8Array) {
	const { id, url, headers } = await begin(way, name, type, bytes.length);
	const { status } = await put(url, headers, bytes);
	expect(status).toBe(200);
	return call(way, "POST", `/api/media/${id}/complete`, {});
}

const bytesAt = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());
const keys = async () => (await env.MEDIA.list()).objects.map(({ key }) => key);
const services = async () => (await createDeps(env)).media;

test.for(each)("a picture and a video come in, are cleaned, and go out by a link: %s", async (way) => {
	const photo = await upload(way, "beach.jpg", "image/jpeg", files.phoneJpeg(6));
	expect(photo.body).toMatchObject({
		...{ kind: "photo", type: "image/jpeg", width: 16, height: 24, duration: null, name: "beach.jpg" },
		...{ created_by: "owner", id: expect.stringMatching(/^media_/) },
	});
	expect(new URL(photo.body.url).origin).toBe(way === "s3" ? "https://s3.test" : "https://rialto.test");
	const bytes = await bytesAt(photo.body.url);
	expect(bytes.length).toBe(photo.body.size);
	expect(files.contains(bytes, files.marker)).toBe(false);
	expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xd8]);

	const camera = files.cameraVideo();
	const video = await upload(way, "clip.mp4", "video/mp4", camera);
	expect(video.body).toMatchObject({
		kind: "video",
		width: 64,
		height: 48,
		duration: 1,
		size: camera.length,
	});
	expect(files.contains(await bytesAt(video.body.url), files.marker)).toBe(false);

	// What it is decides, and not what it was said to be.
	const named = await upload(way, "really a picture.jpg", "image/jpeg", files.wordyPng());
	expect(named.body).toMatchObject({ type: "image/png" });
	expect((await fetch(named.body.url)).headers.get("content-type")).toBe("image/png");
	const download = await fetch(named.body.download_url);
	expect(download.headers.get("content-disposition")).toBe(
		"attachment; filename*=UTF-8''really%20a%20picture.png",
	);

	// What was uploaded is gone, and completing again changes nothing.
	expect((await keys()).filter((key) => key.startsWith("staging/"))).toEqual([]);
	const before = await keys();
	const again = await call(way, "POST", `/api/media/${photo.body.id}/complete`, {});
	expect(again.body).toEqual(photo.body);
	expect(await keys()).toEqual(before);
	const row = await env.DB.prepare("SELECT sha256 FROM media WHERE id = ?")
		.bind(photo.body.id)
		.first("sha256");
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	expect(row).toBe([...digest].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
});

test.for(each)("an upload takes exactly what was announced, once, in its time: %s", async (way) => {
	const bytes = files.jpeg;
	const { id, url, headers } = await begin(way, "a.jpg", "image/jpeg", bytes.length);
	const early = await call(way, "POST", `/api/media/${id}/complete`, {});
	expect([early.status, early.body.error.code]).toEqual([409, "not_uploaded"]);

	const refused = async (what: string, to: string, more: Record<string, string>, sent = bytes) =>
		expect((await put(to, { ...headers, ...more }, sent)).status, what).toBe(403);
	await refused("another length", url, {}, bytes.subarray(1));
	await refused("another type", url, { "content-type": "text/html" });
	const other = new URL(url);
	other.pathname = other.pathname.replace(/staging.*/, "staging/another");
	await refused("another key", other.href, {});
	const final = new URL(url);
	final.pathname = final.pathname.replace(/staging.*/, "media/operator/x");
	await refused("a key that is served", final.href, {});
	const names = way === "s3" ? ["X-Amz-Expires", "X-Amz-Signature"] : ["until", "size", "type", "signature"];
	for (const name of names) {
		const tampered = new URL(url);
		const value = tampered.searchParams.get(name) ?? "";
		tampered.searchParams.set(name, /^\d+$/.test(value) ? `${value}0` : `${value}x`);
		await refused(`tampered: ${name}`, tampered.href, {});
	}
	expect(await keys()).not.toContain(`staging/${id}`);

	expect((await put(url, headers, bytes)).status).toBe(200);
	expect((await put(url, headers, bytes)).status).toBe(way === "s3" ? 412 : 409);
	const late = await begin(way, "b.jpg", "image/jpeg", bytes.length);
	vi.setSystemTime(Date.now() + 31 * 60_000);
	expect((await put(late.url, late.headers, bytes)).status).toBe(403);
	expect((await call(way, "POST", `/api/media/${id}/complete`, {})).status).toBe(200);
});

test.for(each)("a link is good for its picture and for a quarter of an hour: %s", async (way) => {
	const { body } = await upload(way, "a.jpg", "image/jpeg", files.jpeg);
	for (const address of [body.url, body.download_url]) {
		const link = new URL(address);
		const elsewhere = new URL(link);
		elsewhere.pathname = elsewhere.pathname.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
		expect((await fetch(elsewhere.href)).status).toBe(403);
		const own = link.searchParams.has("signature");
		const longer = new URL(link);
		const name = own ? "until" : "X-Amz-Expires";
		longer.searchParams.set(name, `${longer.searchParams.get(name)}0`);
		expect((await fetch(longer.href)).status).toBe(403);
		if (own) expect((await fetch(link.origin + link.pathname)).status).toBe(403);
	}
	// A list that is looked at again has the same addresses for some minutes.
	vi.setSystemTime(Math.ceil(Date.now() / 300_000) * 300_000);
	const one = (await call(way, "GET", `/api/media/${body.id}`)).body.url;
	vi.setSystemTime(Date.now() + 299_000);
	expect((await call(way, "GET", `/api/media/${body.id}`)).body.url).toBe(one);
	expect((await fetch(one)).status).toBe(200);
	vi.setSystemTime(Date.now() + 602_000);
	expect((await fetch(one)).status).toBe(403);
});

test("the Worker gives a player the part it asks for, and nothing that runs", async () => {
	const { body } = await upload("worker", "clip.mp4", "video/mp4", files.cameraVideo());
	const whole = await bytesAt(body.url);
	const part = await fetch(body.url, { headers: { range: "bytes=10-19" } });
	expect(part.status).toBe(206);
	expect(part.headers.get("content-range")).toBe(`bytes 10-19/${whole.length}`);
	expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.subarray(10, 20));
	const rest = await fetch(body.url, { headers: { range: `bytes=${whole.length - 4}-` } });
	expect(new Uint8Array(await rest.arrayBuffer())).toEqual(whole.subarray(-4));
	const last = await fetch(body.url, { headers: { range: "bytes=-3" } });
	expect(last.headers.get("content-range")).toBe(
		`bytes ${whole.length - 3}-${whole.length - 1}/${whole.length}`,
	);
	await last.arrayBuffer();
	const beyond = await fetch(body.url, { headers: { range: `bytes=${whole.length}-` } });
	expect(beyond.status).toBe(416);
	const answer = await fetch(body.url);
	expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
	expect(answer.headers.get("content-security-policy")).toContain("sandbox");
	await answer.arrayBuffer();
});

test("what is no picture, too big or not whole is refused in plain words, and kept nowhere", async () => {
	const heic = new Uint8Array(24);
	heic.set(new TextEncoder().encode("\0\0\0\u0018ftypheic"));
	const cases: [string, Uint8Array][] = [
		["media_heic", heic],
		["media_unknown_type", new TextEncoder().encode("<html><script>alert(1)</script>")],
		["media_damaged", files.jpeg.subarray(0, -2)],
	];
	for (const [code, bytes] of cases) {
		const { status, body } = await upload("worker", "a.jpg", "image/jpeg", bytes);
		expect([status, body.error.code]).toEqual([400, code]);
		expect(body.error.message).toMatch(/^[A-Z].*\.$/);
	}
	const { error } = (await upload("worker", "a.jpg", "image/jpeg", heic)).body;
	expect(error.message).toContain("JPEG");
	expect((await keys()).filter((key) => key.startsWith("staging/"))).toEqual([]);

	const mib = 1024 * 1024;
	const big = (type: string, size: number) => call("worker", "POST", "/api/media", { name: "a", type, size });
	expect((await big("image/jpeg", 20 * mib)).status).toBe(201);
	expect((await big("image/jpeg", 20 * mib + 1)).body.error.code).toBe("media_too_big");
	expect((await big("video/mp4", 50 * mib)).status).toBe(201);
	expect((await big("video/mp4", 50 * mib + 1)).body.error.code).toBe("media_too_big");
	await call("worker", "POST", "/api/config", { key: "media.photo_megabytes", value: 1 });
	expect((await big("image/png", mib + 1)).body.error.fields.size).toContain(String(mib));
	// Said to be a video, it may come; as a picture it is too big.
	const fat = new Uint8Array(mib + 100_000);
	fat.set(files.jpeg);
	expect((await upload("worker", "a.mp4", "video/mp4", fat)).body.error.code).toBe("media_too_big");
	await call("worker", "POST", "/api/config", { key: "media.photo_megabytes", value: 20 });
	const heicType = await big("image/heic", 100);
	expect([heicType.status, Object.keys(heicType.body.error.fields)]).toEqual([400, ["type"]]);
});

test("the library is listed by page, by kind and by any part of the name; names change, files go", async () => {
	await env.DB.prepare("DELETE FROM media").run();
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
	const ana = await new Phone(telegram.simulator, telegram.bot, "Ana").settleIn();
	const { body } = await upload("worker", "beach", "image/jpeg", files.phoneJpeg());
	const media = await services();
	const { botApi } = await import("../platform/telegram.ts");
	const api = await botApi(env, telegram.bot);
	const send = async () => {
		const given = await media.telegramFile(telegram.bot, body.id);
		if (given.as === "link") throw new Error("too big");
		const message = await api.sendPhoto(ana.id, given.file);
		await media.sent(telegram.bot, body.id, given.as, message);
		return { known: given.known, unique: message.photo.at(-1)?.file_unique_id };
	};
	const first = await send();
	expect(first.known).toBe(false);
	expect(ana.last.photo).toBeDefined();
	expect(await send()).toEqual({ known: true, unique: first.unique });
	expect(await media.telegramFile(telegram.bot + 1, body.id)).toMatchObject({ as: "photo", known: false });
	// Telegram may forget.
	await media.forgetFile(telegram.bot, body.id);
	expect(await media.telegramFile(telegram.bot, body.id)).toMatchObject({ known: false });
	await media.remove(null, body.id, "owner");
	await expect(media.telegramFile(telegram.bot, body.id)).rejects.toMatchObject({ status: 404 });
});

test("a person's own objects are in no library, stand in their data, and go with it", async () => {
	const bo = await new Phone(telegram.simulator, telegram.bot, "Bo").settleIn();
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
	await media.sent(telegram.bot, own.id, "photo", { photo: [{ file_id: "f" }] });
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
