import { env } from "cloudflare:test";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
	account,
	audited,
	Browser,
	catchMail,
	deps,
	linkIn,
	logIn,
	member,
	owner,
	staffIdOf,
} from "./staff-kit.ts";
import { Phone, startTelegram } from "./telegram.ts";

let telegram: Awaited<ReturnType<typeof startTelegram>>;
let clock = Date.UTC(2031, 0, 1);
beforeEach(async () => {
	vi.useFakeTimers({ toFake: ["Date"], now: clock });
	telegram ??= await startTelegram();
});
afterEach(() => {
	clock = Date.now() + 86_400_000;
	vi.useRealTimers();
});
const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);

const phone = (name: string, language = "en") =>
	account(telegram, new Phone(telegram.simulator, telegram.bot, name, language));

/** One of ADMIN_TELEGRAM_IDS. */
async function admin(id: number) {
	telegram.simulator.createUser({ first_name: "Ada", last_name: "Min", id });
	const spare = new Phone(telegram.simulator, telegram.bot, "Spare");
	return account(telegram, Object.assign(spare, { id }));
}

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
		...{ id: telegram.bot, username: "rialto_bot" },
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
		...{ role: "owner", language: "en" },
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
	const ada = await admin(4242);
	const heard = ada.heard.length;
	await ada.send(`/admin_login ${asked.body.code}`);
	expect(ada.heard.slice(heard).join()).not.toContain("Is it you?");
	await owner().post("/api/config", { key: "staff.login_bot", value: "@Rialto_bot" });
	expect((await browser.post("/api/request-login")).body.bot.username).toBe("rialto_bot");
	await owner().post("/api/config", { key: "staff.login_bot", value: "" });
});

test("a link by mail signs in whom the team knows, once; nobody else can sign up", async () => {
	const mail = catchMail();
	const ask = (email: string) =>
		new Browser().post("/api/auth/sign-in/magic-link", { email, callbackURL: "/admin" });
	const invited = await owner().post("/api/staff/invitations", {
		role: "operator",
		email: "Ola@Rialto.test",
	});
	expect(invited.status).toBe(201);
	expect(invited.body).toMatchObject({
		mailed: true,
		invitation: { email: "ola@rialto.test", role: "operator" },
	});
	expect(mail.map(({ to }) => to)).toEqual(["ola@rialto.test"]);
	expect(linkIn(mail[0])).toBe(invited.body.link);
	const listed = (await owner().get("/api/staff/invitations")).text;
	expect(listed).toContain("ola@rialto.test");
	expect(listed).not.toContain("token");

	// Six days later, in a browser that has never been here.
	later(6 * 1440);
	const ola = new Browser();
	const opened = await ola.get(invited.body.link);
	expect(opened.status).toBe(302);
	expect(opened.headers.get("location")).toBe("https://rialto.test/admin");
	expect((await ola.get("/api/session")).body.staff).toMatchObject({
		email: "ola@rialto.test",
		role: "operator",
	});
	const olaId = await staffIdOf(ola);
	expect((await audited("staff.joined")).at(-1)).toEqual({
		...{ actor: `staff:${olaId}`, subject: olaId, details: { role: "operator", by: "link" } },
	});
	const twice = new Browser();
	expect((await twice.get(invited.body.link)).headers.get("location")).toContain("error=INVALID_TOKEN");
	expect((await twice.get("/api/session")).status).toBe(401);
	expect(
		(await owner().post("/api/staff/invitations", { role: "viewer", email: "ola@rialto.test" })).status,
	).toBe(409);

	// Strangers hear the same as staff, and get nothing.
	const answers = [await ask("ola@rialto.test"), await ask("eve@rialto.test")];
	expect(answers.map(({ status, text }) => `${status} ${text}`)).toEqual(
		Array(2).fill('200 {"status":true}'),
	);
	await vi.waitFor(() => expect(mail).toHaveLength(2));
	expect(mail[1]?.to).toBe("ola@rialto.test");
	const anew = new Browser();
	await anew.get(linkIn(mail[1]));
	expect(await staffIdOf(anew)).toBe(olaId);
	expect((await audited("staff.login")).at(-1)).toMatchObject({ subject: olaId, details: { by: "link" } });

	await ask("ola@rialto.test");
	await vi.waitFor(() => expect(mail).toHaveLength(3));
	later(16);
	expect((await new Browser().get(linkIn(mail[2]))).headers.get("location")).toContain("error=");

	// Withdrawn, the link leads nowhere.
	const pia = await owner().post("/api/staff/invitations", { role: "owner", email: "pia@rialto.test" });
	expect((await owner().call("DELETE", `/api/staff/invitations/${pia.body.invitation.id}`)).status).toBe(200);
	const turned = new Browser();
	expect((await turned.get(pia.body.link)).headers.get("location")).toContain("error=");
	expect((await turned.get("/api/session")).status).toBe(401);
	expect(
		await env.DB.prepare("SELECT count(*) AS n FROM staff WHERE email = 'pia@rialto.test'").first("n"),
	).toBe(0);

	// Nothing else of the library can be reached.
	for (const path of [
		"/sign-up/email",
		"/sign-in/email",
		"/update-user",
		"/api-key/create",
		"/get-session",
		"/delete-user",
	])
		expect(
			(await anew.post(`/api/auth${path}`, { email: "x@rialto.test", password: "long-enough-1" })).status,
		).toBe(404);
	const elsewhere = await anew.call("POST", "/api/auth/sign-in/magic-link", {
		...{ email: "ola@rialto.test", callbackURL: "https://evil.example/" },
	});
	expect(elsewhere.status).toBe(403);
});

test("an invitation in a bot is for whom it names, once", async () => {
	const gus = await phone("Gus");
	const eve = await phone("Eve");
	const { telegram_link } = (
		await owner().post("/api/staff/invitations", { role: "viewer", telegram_id: gus.id })
	).body;
	const payload = new URL(telegram_link).searchParams.get("start") ?? "";
	await eve.start(payload);
	expect(eve.last.text).toContain("This invitation is not for you");
	await gus.start(payload);
	expect(gus.last.text).toContain("Welcome to the team, as viewer. Sign in at https://rialto.test/admin");
	await eve.start(payload);
	expect(eve.last.text).toContain("This invitation is not for you");
	const browser = new Browser();
	await logIn(browser, gus);
	expect((await browser.get("/api/session")).body.staff).toMatchObject({ name: "Gus", role: "viewer" });

	const open = (await owner().post("/api/staff/invitations", { role: "viewer" })).body.telegram_link;
	const [ivo, jan] = [await phone("Ivo"), await phone("Jan")];
	const start = new URL(open).searchParams.get("start") ?? "";
	await ivo.start(start);
	await jan.start(start);
	expect(ivo.last.text).toContain("Welcome to the team");
	expect(jan.last.text).toContain("no longer good");
});

test("passkeys are offered to whoever is signed in, and to nobody else", async () => {
	const ada = await admin(4242);
	const browser = new Browser();
	const options = "/api/auth/passkey/generate-register-options";
	expect((await browser.get(options)).status).toBe(401);
	expect((await browser.post("/api/auth/passkey/verify-registration", { response: {} })).status).toBe(401);
	expect((await browser.get("/api/auth/passkey/list-user-passkeys")).status).toBe(401);
	await logIn(browser, ada);
	const offered = await browser.get(options);
	expect(offered.body).toMatchObject({
		rp: { id: "rialto.test", name: "Rialto" },
		challenge: expect.any(String),
	});
	expect(browser.lastSet.join()).toMatch(
		/__Host-rialto\.better-auth-passkey=.*HttpOnly; Secure; SameSite=Lax/,
	);
	expect(
		(await browser.post("/api/auth/passkey/verify-registration", { response: { id: "x" } })).status,
	).not.toBe(200);
	expect((await browser.get("/api/auth/passkey/list-user-passkeys")).body).toEqual([]);

	const id = await staffIdOf(browser);
	await env.DB.prepare(
		"INSERT INTO staff_passkeys (id, public_key, user_id, credential_id, counter, device_type, backed_up) VALUES ('psk_1', 'k', ?, 'c', 0, 'singleDevice', 0)",
	)
		.bind(id)
		.run();
	const team = (await browser.get("/api/staff")).body.staff;
	expect(team.find((one: { id: string }) => one.id === id).passkeys).toBe(1);
	expect(
		(await new Browser().get("/api/auth/passkey/generate-authenticate-options")).body.challenge,
	).toBeTypeOf("string");
	expect((await browser.post("/api/auth/passkey/delete-passkey", { id: "psk_1" })).status).toBe(200);
	expect((await audited("passkey.removed")).at(-1)).toMatchObject({ actor: `staff:${id}` });
	// A session of more than a day ago is good for work, and not for new passkeys.
	later(25 * 60);
	expect((await browser.get("/api/session")).status).toBe(200);
	expect((await browser.get(options)).status).toBe(403);
});

test("whoever deletes their data keeps the account they work with, and loses one that is shut", async () => {
	const kim = await phone("Kim");
	const browser = await member(kim, "operator");
	const id = await staffIdOf(browser);
	const { rights } = await deps();
	expect(JSON.stringify(await rights.export(kim.id))).toContain('"role":"operator"');
	await rights.erase(kim.id);
	expect((await browser.get("/api/session")).status).toBe(200);
	const logins = env.DB.prepare("SELECT count(*) AS n FROM staff_logins WHERE telegram_id = ?").bind(kim.id);
	expect(await logins.first("n")).toBe(0);
	await owner().call("PATCH", `/api/staff/${id}`, { disabled: true });
	await rights.erase(kim.id);
	const account = env.DB.prepare("SELECT name, telegram_id FROM staff WHERE id = ?").bind(id);
	expect(await account.first()).toEqual({ name: "-", telegram_id: null });
});

test("what is over is forgotten at night", async () => {
	const { team } = await deps();
	await new Browser().post("/api/request-login");
	later(30 * 1440);
	await team.purge();
	for (const table of ["staff_logins", "staff_sessions", "staff_verifications", "staff_invitations"])
		expect(await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first("n"), table).toBe(0);
});
