import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import * as files from "../../test/media-files.ts";
import { begin, bytesAt, call, each, keys, mediaWorld, put, upload } from "../../test/media-kit.ts";

mediaWorld();

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
