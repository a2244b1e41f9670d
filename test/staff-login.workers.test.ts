import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { audited, Browser, loginWorld, member, owner, staffIdOf } from "./staff-kit.ts";

const world = loginWorld();
const { admin, later, phone } = world;
const stateOf = async (browser: Browser) => (await browser.get("/api/login")).body.state;

test("who the environment names signs in by Telegram without a profile, and is an owner from then on", async () => {
	const ada = await admin(4242);
	const browser = new Browser();
	expect((await browser.get("/api/session")).status).toBe(401);
	expect(await stateOf(browser)).toBe("expired");

	const asked = await browser.post("/api/request-login", { telegram_id: 4242 });
	expect(asked.body.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
	const plain = asked.body.code.replace("-", "");
	expect(asked.body.bot).toEqual({
		...{ id: world.telegram.bot, username: "rialto_bot" },
		link: `https://t.me/rialto_bot?start=login_${plain}`,
	});
	expect(new Date(asked.body.expires_at).getTime() - Date.now()).toBe(600_000);
	expect(browser.lastSet.join()).toMatch(
		/^__Host-rialto\.login=\w{48}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
	);
	const kept = JSON.stringify(await env.DB.prepare("SELECT * FROM staff_logins").all());
	expect(kept).not.toContain(plain);
	expect(kept).not.toContain(browser.cookies.get("__Host-rialto.login"));
	expect(await stateOf(browser)).toBe("waiting");
	expect((await browser.post("/api/login")).body.error.code).toBe("not_confirmed");

	// As it is read off a screen: in small letters, without the dash.
	await ada.send(`/admin_login ${plain.toLowerCase()}`);
	expect(ada.last.text).toContain("With: Chrome, macOS");
	expect(ada.last.text).toContain("From: an unknown place");
	expect(ada.last.text).toContain("At: 2031-01-01 00:00 UTC");
	expect(await stateOf(browser)).toBe("waiting");
	await ada.press("✅ Confirm");
	expect(ada.last.text).toContain("Go back to your browser");
	expect(await stateOf(browser)).toBe("confirmed");

	// Another browser that has seen the code gets nothing by it.
	const other = new Browser();
	await other.post("/api/request-login");
	expect(await stateOf(other)).toBe("waiting");
	expect((await other.post("/api/login")).status).toBe(409);

	const both = await Promise.all([browser.post("/api/login"), browser.post("/api/login")]);
	expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
	const { results } = await env.DB.prepare("SELECT * FROM staff_sessions").all();
	expect(results).toHaveLength(1);
	const set = both.flatMap(({ headers }) => headers.getSetCookie()).join("\n");
	expect(set).toMatch(
		/^__Host-rialto\.session_token=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/m,
	);
	const session = await browser.get("/api/session");
	expect(session.body.staff).toEqual({
		...{ id: expect.stringMatching(/^stf_/), name: "Ada Min", email: null, telegram_id: 4242 },
		...{ role: "owner", accounts: [], language: "en" },
	});
	expect(session.body.permissions.staff).toEqual(["read", "write"]);
	const { id } = session.body.staff;
	expect(await audited("staff.joined")).toEqual([
		{ actor: "system", subject: id, details: { by: "environment" } },
	]);
	expect((await audited("staff.login")).map(({ actor }) => actor)).toEqual([`staff:${id}`]);

	// The code is used up, for this browser and in the bot.
	expect(await stateOf(browser)).toBe("expired");
	await ada.send(`/admin_login ${plain}`);
	expect(ada.last.text).toContain("not right, or no longer good");

	expect(
		(await browser.call("PATCH", "/api/session", { name: "Ada", language: "pt" })).body.staff,
	).toMatchObject({
		...{ name: "Ada", language: "pt" },
	});
	expect((await browser.call("PATCH", "/api/session", { language: "xx" })).status).toBe(400);
	expect((await browser.get("/api/session/list")).body.sessions).toEqual([
		expect.objectContaining({ current: true, agent: "Chrome, macOS", address: browser.address }),
	]);
	const stolen = new Map(browser.cookies);
	expect((await browser.post("/api/logout")).status).toBe(200);
	expect([...browser.cookies.keys()]).toEqual([]);
	for (const [name, value] of stolen) browser.cookies.set(name, value);
	expect((await browser.get("/api/session")).status).toBe(401);
	expect(await audited("staff.logout")).toHaveLength(1);

	// Again, by the deep link: no second row.
	const again = await browser.post("/api/request-login");
	await ada.start(new URL(again.body.bot.link).searchParams.get("start") ?? "");
	await ada.press("✅ Confirm");
	await browser.post("/api/login");
	expect(await staffIdOf(browser)).toBe(id);
});

test("a wrong code, an old one and the right one sent by a stranger are answered alike, and five of them is enough", async () => {
	const eve = await phone("Eve");
	const ada = await admin(4343);
	const browser = new Browser();
	const { code } = (await browser.post("/api/request-login")).body;
	const count = vi.spyOn(Object.getPrototypeOf(env.DB.prepare("SELECT 1")), "bind");
	const answers: string[] = [];
	const queries: number[] = [];
	for (const text of ["ZZZZ-ZZZZ", code, "nonsense"]) {
		count.mockClear();
		await eve.send(`/admin_login ${text}`);
		answers.push(eve.last.text ?? "");
		queries.push(count.mock.calls.length);
	}
	count.mockRestore();
	expect(new Set(answers).size).toBe(1);
	expect(answers[0]).toContain("not right, or no longer good");
	expect(new Set(queries).size).toBe(1);
	expect(queries[0]).toBeGreaterThan(0);
	// What the stranger did does not take the code from its person.
	await eve.send("/admin_login");
	expect(eve.last.text).toContain("/admin_login ABCD-2345");
	for (const _ of [4, 5]) await eve.send("/admin_login 0000-0000");
	await eve.send("/admin_login 0000-0000");
	expect(eve.last.text).toBe("Too many wrong codes. Try again in 15 min.");
	later(5);
	await eve.send(`/admin_login ${code}`);
	expect(eve.last.text).toBe("Too many wrong codes. Try again in 10 min.");
	await ada.send(`/admin_login ${code}`);
	expect(ada.last.text).toContain("Is it you?");
	// Somebody else of the team can't take over what ada was asked.
	const finn = await phone("Finn");
	await member(finn, "viewer");
	await finn.send(`/admin_login ${code}`);
	expect(finn.last.text).toBe(answers[0]);
	const odile = await phone("Odile", "fr");
	await odile.send(`/admin_login ${code}`);
	expect(odile.last.text).toContain("Ce code n'est pas juste");
	later(6);
	expect(await stateOf(browser)).toBe("expired");
	await ada.press("✅ Confirm");
	expect(ada.last.text).toContain("This request is over");
	expect((await browser.post("/api/login")).status).toBe(409);
	later(5);
	await eve.send(`/admin_login ${code}`);
	expect(eve.last.text).toContain("not right, or no longer good");
	// A code that strangers have sent five times is dead.
	const dead = (await new Browser().post("/api/request-login")).body.code;
	const mallory = await phone("Mallory");
	for (let i = 0; i < 5; i++) await mallory.send(`/admin_login ${dead}`);
	await ada.send(`/admin_login ${dead}`);
	expect(ada.last.text).toContain("not right, or no longer good");
});

test("who says it was not them ends it, and that is kept", async () => {
	const ada = await admin(4242);
	const browser = new Browser();
	const { code } = (await browser.post("/api/request-login")).body;
	await ada.send(`/admin_login ${code}`);
	await ada.press("🚫 Not me");
	expect(ada.last.text).toContain("Nobody gets in");
	expect(await stateOf(browser)).toBe("refused");
	expect((await browser.post("/api/login")).status).toBe(409);
	await ada.send(`/admin_login ${code}`);
	expect(ada.last.text).toContain("not right, or no longer good");
	expect((await audited("login.refused")).map(({ actor }) => actor)).toEqual(["telegram:4242"]);
});

test("logins are counted by address, and a named bot alone takes codes", async () => {
	const browser = new Browser();
	for (let i = 0; i < 5; i++) expect((await browser.post("/api/request-login")).status).toBe(200);
	const refused = await browser.post("/api/request-login");
	expect(refused.status).toBe(429);
	expect(refused.headers.get("retry-after")).toBe("900");
	expect(refused.headers.get("ratelimit-policy")).toBe('"login";q=5;w=900');
	expect((await browser.post("/api/auth/sign-in/magic-link", { email: "a@rialto.test" })).status).toBe(429);
	later(15);
	expect((await browser.post("/api/request-login")).status).toBe(200);

	await owner().post("/api/config", { key: "staff.login_bot", value: "@other_bot" });
	const asked = await browser.post("/api/request-login");
	expect(asked.body.bot).toBeNull();
	const nowhere = await owner().post("/api/staff/invitations", { role: "viewer" });
	expect(Object.keys(nowhere.body.error.fields)).toEqual(["email"]);
	const ada = await admin(4242);
	const heard = ada.heard.length;
	await ada.send(`/admin_login ${asked.body.code}`);
	expect(ada.heard.slice(heard).join()).not.toContain("Is it you?");
	await owner().post("/api/config", { key: "staff.login_bot", value: "@Rialto_bot" });
	expect((await browser.post("/api/request-login")).body.bot.username).toBe("rialto_bot");
	await owner().post("/api/config", { key: "staff.login_bot", value: "" });
});
