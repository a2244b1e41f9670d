import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import {
	audited,
	Browser,
	catchMail,
	deps,
	linkIn,
	logIn,
	loginWorld,
	member,
	owner,
	pressLink,
	staffIdOf,
} from "./staff-kit.ts";

const world = loginWorld();
const { admin, later, phone } = world;

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
	// Programs look through mail: whatever is opened signs nobody in, and uses nothing up.
	const token = new URL(invited.body.link).searchParams.get("token");
	const scanner = new Browser();
	await scanner.get(invited.body.link);
	expect((await scanner.get(`/api/auth/magic-link/verify?token=${token}`)).status).toBe(404);
	expect((await scanner.get(`/api/login/link?token=${token}`)).status).toBe(401);
	expect((await scanner.get("/api/session")).status).toBe(401);
	expect(scanner.lastSet).toEqual([]);
	const pressed = await pressLink(ola, invited.body.link);
	expect([pressed.status, pressed.body]).toEqual([200, { ok: true }]);
	expect((await ola.get("/api/session")).body.staff).toMatchObject({
		email: "ola@rialto.test",
		role: "operator",
	});
	const olaId = await staffIdOf(ola);
	expect((await audited("staff.joined")).at(-1)).toEqual({
		...{ actor: `staff:${olaId}`, subject: olaId, details: { role: "operator", by: "link" } },
	});
	const twice = new Browser();
	const again = await pressLink(twice, invited.body.link);
	expect([again.status, again.body.error.code]).toEqual([409, "bad_link"]);
	expect((await twice.get("/api/session")).status).toBe(401);
	expect(
		(await owner().post("/api/staff/invitations", { role: "viewer", email: "ola@rialto.test" })).status,
	).toBe(409);

	// Strangers hear the same as staff, and get nothing.
	const answers = [await ask("ola@rialto.test"), await ask("eve@rialto.test")];
	expect(answers.map(({ status, text }) => `${status} ${text}`)).toEqual(
		Array(2).fill('200 {"status":true}'),
	);
	await eventually(() => expect(mail).toHaveLength(2));
	expect(mail[1]?.to).toBe("ola@rialto.test");
	const anew = new Browser();
	await pressLink(anew, linkIn(mail[1]));
	expect(await staffIdOf(anew)).toBe(olaId);
	expect((await audited("staff.login")).at(-1)).toMatchObject({ subject: olaId, details: { by: "link" } });

	await ask("ola@rialto.test");
	await eventually(() => expect(mail).toHaveLength(3));
	later(16);
	expect((await pressLink(new Browser(), linkIn(mail[2]))).status).toBe(409);

	// Withdrawn, the link leads nowhere.
	const pia = await owner().post("/api/staff/invitations", { role: "owner", email: "pia@rialto.test" });
	expect((await owner().call("DELETE", `/api/staff/invitations/${pia.body.invitation.id}`)).status).toBe(200);
	const turned = new Browser();
	expect((await pressLink(turned, pia.body.link)).status).toBe(409);
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

test("a link goes on to where somebody wanted to go, and a page of somebody else can't press it", async () => {
	const mail = catchMail();
	await owner().post("/api/staff/invitations", { role: "viewer", email: "max@rialto.test" });
	const ask = (callbackURL: string) =>
		new Browser().post("/api/auth/sign-in/magic-link", { email: "max@rialto.test", callbackURL });
	await ask("/admin/people?q=1");
	await eventually(() => expect(mail).toHaveLength(2));
	const link = new URL(linkIn(mail[1]));
	expect(link.searchParams.get("next")).toBe("/people?q=1");
	await ask("/admin/");
	await eventually(() => expect(mail).toHaveLength(3));
	expect([...new URL(linkIn(mail[2])).searchParams.keys()]).toEqual(["token"]);
	const token = link.searchParams.get("token");
	const from = { origin: "https://evil.example" };
	expect((await new Browser().call("POST", "/api/login/link", { token }, from)).status).toBe(403);
	const max = new Browser();
	expect((await max.post("/api/login/link", { token })).status).toBe(200);
	expect((await audited("staff.login")).at(-1)).toMatchObject({ details: { by: "link" } });

	// Whoever was shut out meanwhile stays out.
	const id = await staffIdOf(max);
	expect((await owner().call("PATCH", `/api/staff/${id}`, { disabled: true })).status).toBe(200);
	expect((await pressLink(new Browser(), linkIn(mail[2]))).status).toBe(409);
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

test("owners give people another way in, which nobody else has", async () => {
	const mail = catchMail();
	const lea = await phone("Lea");
	const browser = await member(lea, "operator");
	const id = await staffIdOf(browser);
	const change = (body: object) => owner().call("PATCH", `/api/staff/${id}`, body);
	expect((await change({ email: "Lea@rialto.test" })).body.staff).toMatchObject({ email: "lea@rialto.test" });
	await new Browser().post("/api/auth/sign-in/magic-link", { email: "lea@rialto.test" });
	await eventually(() => expect(mail).toHaveLength(1));
	const byMail = new Browser();
	await pressLink(byMail, linkIn(mail[0]));
	expect(await staffIdOf(byMail)).toBe(id);
	expect((await change({ email: "ola@rialto.test" })).body.error.code).toBe("is_staff");
	expect((await change({ email: "no address" })).status).toBe(400);

	const old = (await new Browser().post("/api/request-login")).body.code;
	expect((await change({ telegram_id: null })).body.staff.telegram_id).toBeNull();
	await lea.send(`/admin_login ${old}`);
	expect(lea.last.text).toContain("not right, or no longer good");
	expect(JSON.stringify(await audited("staff.changed"))).not.toMatch(/rialto\.test/);
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
