import { env } from "cloudflare:test";
import { beforeAll, expect, test, vi } from "vitest";
import { account, audited, Browser, logIn, member, owner, staffIdOf, wholeTeam } from "./staff-kit.ts";
import { Phone, startTelegram } from "./telegram.ts";

let telegram: Awaited<ReturnType<typeof startTelegram>>;
let phones: Awaited<ReturnType<typeof wholeTeam>>["phones"];
let browsers: Awaited<ReturnType<typeof wholeTeam>>["browsers"];
beforeAll(async () => {
	telegram = await startTelegram();
	({ phones, browsers } = await wholeTeam(telegram));
});

test("a key holds what it was given, no more than its maker does, and until it is over", async () => {
	const keysOf = async () => (await browsers.owner.get("/api/keys")).body.keys;
	const make = (body: object, by = browsers.owner) => by.post("/api/keys", body);
	for (const permissions of [{ staff: ["write"] }, { nothing: ["read"] }, { people: ["own"] }])
		expect((await make({ name: "too much", permissions })).status).toBe(400);
	expect((await make({ name: "", permissions: {} })).status).toBe(400);
	expect((await make({ name: "late", permissions: {}, expires_at: "2020-01-01T00:00:00Z" })).status).toBe(
		400,
	);
	expect((await make({ name: "x", permissions: {} }, browsers.operator)).status).toBe(403);

	const expires_at = new Date(Date.now() + 3_600_000).toISOString();
	const made = await make({
		name: "stats",
		permissions: { system: ["read"], settings: ["write"] },
		expires_at,
	});
	expect(made.status).toBe(201);
	const { secret, key } = made.body;
	expect(secret).toMatch(/^rlt_\w{40,}$/);
	expect(key.prefix).toBe(secret.slice(0, 8));
	const machine = new Browser({ authorization: `Bearer ${secret}` });
	expect((await machine.get("/api/stats")).status).toBe(200);
	expect((await machine.post("/api/config", { key: "people.minimum_age", value: 19 })).status).toBe(200);
	expect((await machine.get("/api/config")).status).toBe(403);
	expect((await audited("setting.changed")).at(-1)).toMatchObject({ actor: `key:${key.id}` });
	const [listed] = await keysOf();
	expect(listed).toMatchObject({
		id: key.id,
		name: "stats",
		created_by_name: "owner",
		permissions: key.permissions,
	});
	expect(listed.last_used_at).not.toBeNull();
	expect(JSON.stringify(await env.DB.prepare("SELECT * FROM staff_keys").all())).not.toContain(secret);
	expect((await new Browser({ authorization: `Bearer ${secret}x` }).get("/api/stats")).status).toBe(401);
	// A key that is sent counts, whatever cookie comes with it.
	expect(
		(await browsers.owner.call("GET", "/api/keys", undefined, { authorization: `Bearer ${secret}x` })).status,
	).toBe(401);

	vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_700_000 });
	expect((await machine.get("/api/stats")).status).toBe(401);
	vi.useRealTimers();
	expect((await machine.get("/api/stats")).status).toBe(200);
	expect((await browsers.owner.call("DELETE", `/api/keys/${key.id}`)).status).toBe(200);
	expect((await machine.get("/api/stats")).status).toBe(401);
	expect((await browsers.owner.call("DELETE", `/api/keys/${key.id}`)).status).toBe(404);
	expect((await audited("key.made")).at(-1)).toMatchObject({ subject: key.id });
	expect((await audited("key.deleted")).map(({ subject }) => subject)).toEqual([key.id]);

	// The bootstrap key makes keys too, and a key that reads the team can't make any.
	const byOwnerKey = await make({ name: "script", permissions: { staff: ["read"] } }, owner());
	const script = new Browser({ authorization: `Bearer ${byOwnerKey.body.secret}` });
	expect((await script.get("/api/staff")).status).toBe(200);
	expect((await make({ name: "y", permissions: {} }, script)).status).toBe(403);
});

test("who is shut out is out at once with their keys, and somebody always owns this", async () => {
	const second = await account(telegram, new Phone(telegram.simulator, telegram.bot, "Second"));
	const browser = await member(second, "owner");
	const secondId = await staffIdOf(browser);
	const ownerId = await staffIdOf(browsers.owner);
	const made = await browser.post("/api/keys", {
		name: "hers",
		permissions: { people: ["read"], settings: ["read"] },
	});
	const machine = new Browser({ authorization: `Bearer ${made.body.secret}` });
	const change = (id: string, body: object, by = browsers.owner) =>
		by.call("PATCH", `/api/staff/${id}`, body);

	// A key never holds more than its maker does now.
	expect((await machine.get("/api/config")).status).toBe(200);
	expect((await machine.get("/api/users")).status).toBe(200);
	expect((await change(secondId, { role: "viewer" })).body.staff.role).toBe("viewer");
	expect((await browser.get("/api/staff")).status).toBe(403);
	expect((await browser.get("/api/users")).status).toBe(200);
	expect((await change(secondId, { role: "owner" })).status).toBe(200);

	expect((await change(secondId, { disabled: true })).status).toBe(200);
	expect((await browser.get("/api/session")).status).toBe(401);
	expect((await browser.get("/api/auth/passkey/list-user-passkeys")).status).toBe(401);
	expect((await machine.get("/api/users")).status).toBe(401);
	const { code } = (await new Browser().post("/api/request-login")).body;
	await second.send(`/admin_login ${code}`);
	expect(second.last.text).toContain("not right, or no longer good");

	// The only owner left can neither be shut out nor step down, also by two at once.
	expect((await change(ownerId, { disabled: true })).body.error.code).toBe("last_owner");
	expect((await change(ownerId, { role: "operator" })).status).toBe(409);
	expect((await change(secondId, { disabled: false })).status).toBe(200);
	const both = await Promise.all([
		change(ownerId, { role: "viewer" }, owner()),
		change(secondId, { role: "viewer" }, owner()),
	]);
	expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
	const changes = await audited("staff.changed");
	expect(changes.filter(({ details }) => JSON.stringify(details).includes("viewer"))).toHaveLength(2);
	await change(ownerId, { role: "owner" }, owner());
	expect((await change("stf_nobody", { role: "viewer" })).status).toBe(404);
	expect((await change(secondId, {})).status).toBe(400);
});

test("owners see and end sessions of the team, and everybody their own", async () => {
	const id = await staffIdOf(browsers.viewer);
	const sessions = async () => (await browsers.owner.get(`/api/staff/${id}/sessions`)).body.sessions;
	const more = [await again(), await again()];
	expect(await sessions()).toHaveLength(3);
	expect((await browsers.viewer.get(`/api/staff/${id}/sessions`)).status).toBe(403);
	const [one] = more;
	// A session's token is of no use unsigned.
	const { token } =
		(await env.DB.prepare("SELECT token FROM staff_sessions").first<{ token: string }>()) ?? {};
	const forger = new Browser();
	for (const value of [token ?? "", `${token}.${token}`, `${token}.${"A".repeat(43)}%3D`]) {
		forger.cookies.set("__Host-rialto.session_token", value);
		expect((await forger.get("/api/session")).status).toBe(401);
		forger.cookies.clear();
	}
	const current = (await one?.get("/api/session/list"))?.body.sessions.find(
		(each: { current: boolean }) => each.current,
	);
	expect((await browsers.viewer.call("DELETE", `/api/session/list/${current.id}`)).status).toBe(200);
	expect((await one?.get("/api/session"))?.status).toBe(401);
	// Nobody ends somebody else's by way of their own.
	const mine = (await browsers.owner.get("/api/session/list")).body.sessions[0].id;
	expect((await browsers.viewer.call("DELETE", `/api/session/list/${mine}`)).status).toBe(404);
	const [, other] = await sessions();
	expect((await browsers.owner.call("DELETE", `/api/staff/${id}/sessions/${other.id}`)).status).toBe(200);
	expect((await browsers.owner.call("DELETE", `/api/staff/${id}/sessions`)).body).toEqual({ ended: 1 });
	expect((await browsers.viewer.get("/api/session")).status).toBe(401);
	expect((await browsers.owner.call("DELETE", "/api/staff/stf_nobody/sessions")).status).toBe(404);

	async function again() {
		const browser = new Browser();
		await logIn(browser, phones.viewer);
		return browser;
	}
});

test("requests are counted for each person and key, and every answer says how many are left", async () => {
	vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_400_000 });
	await owner().post("/api/config/bulk", { "api.stats_per_minute": 3, "api.requests_per_minute": 100 });
	const stats = () => browsers.operator.get("/api/stats");
	const first = await stats();
	expect(first.headers.get("ratelimit-policy")).toBe('"stats";q=3;w=60');
	expect(first.headers.get("ratelimit")).toBe('"stats";r=2;t=60');
	vi.setSystemTime(Date.now() + 20_000);
	await stats();
	expect((await stats()).headers.get("ratelimit")).toBe('"stats";r=0;t=40');
	const refused = await stats();
	expect(refused.status).toBe(429);
	expect(refused.headers.get("retry-after")).toBe("40");
	expect(refused.headers.get("ratelimit")).toBe('"stats";r=0;t=40');
	// Others, and other routes, go on. Refusals of another kind say it too.
	expect((await browsers.owner.get("/api/stats")).status).toBe(200);
	expect((await browsers.operator.get("/api/overview")).headers.get("ratelimit-policy")).toBe(
		'"default";q=100;w=60',
	);
	expect((await browsers.operator.get("/api/staff")).headers.get("ratelimit")).toMatch(
		/^"default";r=\d+;t=\d+$/,
	);
	expect((await owner().get("/api/stats")).headers.get("ratelimit-policy")).toBe('"stats";q=30;w=60');
	const broadcast = await browsers.operator.post("/api/broadcast", {});
	expect(broadcast.status).toBe(400);
	expect(broadcast.headers.get("ratelimit-policy")).toBe('"broadcast";q=10;w=3600');
	vi.setSystemTime(Date.now() + 40_000);
	expect((await stats()).status).toBe(200);
	vi.useRealTimers();
});
