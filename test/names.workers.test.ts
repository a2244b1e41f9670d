import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { usersAnswer } from "../src/people/shapes.ts";
import { runClock } from "./clock.ts";
import { read } from "./staff-answers.ts";
import { owner } from "./staff-kit.ts";
import { api, keptOf, Phone, startTelegram, twoTalking } from "./telegram.ts";

const { simulator, bot } = await startTelegram();

const rename = (phone: Phone, first_name: string, more: { last_name?: string; username?: string } = {}) =>
	simulator.createUser({ id: phone.id, first_name, ...more });

async function person(first_name: string, more: { last_name?: string; username?: string } = {}) {
	const phone = new Phone(simulator, bot, first_name);
	rename(phone, first_name, more);
	return phone.settleIn();
}

const found = async (query: string) =>
	(await read(`/api/users?${query}`, usersAnswer)).users.map(({ name }) => name);

const namesOf = async (...ids: number[]) => (await owner().get(`/api/users/names?ids=${ids}`)).body.names;

test("people are found by how words of their name or their username begin, and by their id", async () => {
	const bob = await person("Bob", { last_name: "Smith", username: "Night_Owl" });
	await person("Bobby", { username: "bobby_tables" });
	await person("José", { last_name: "Боброва" });
	expect(await found("q=bob")).toEqual(["Bob Smith", "Bobby"]);
	expect(await found("q=BOBB")).toEqual(["Bobby"]);
	expect(await found("q=smith bo")).toEqual(["Bob Smith"]);
	expect(await found("q=@night_ow")).toEqual(["Bob Smith"]);
	expect(await found(`q=${encodeURIComponent("бобр")}`)).toEqual(["José Боброва"]);
	expect(await found("q=jose")).toEqual(["José Боброва"]);
	expect(await found("q=owl")).toEqual([]);
	expect(await found(`q=${bob.id}`)).toEqual(["Bob Smith"]);
	// Page by page, and whoever is found by two words only once.
	const first = await read("/api/users?q=bob&limit=1", usersAnswer);
	const second = await read(`/api/users?q=bob&limit=1&cursor=${first.next}`, usersAnswer);
	expect([first, second].map(({ users }) => users.map(({ username }) => username))).toEqual([
		["Night_Owl"],
		["bobby_tables"],
	]);
	expect(second.next).toBeNull();
	expect(await namesOf(bob.id, 5)).toEqual([{ id: bob.id, name: "Bob Smith", username: "Night_Owl" }]);
	const { body } = await owner().get(`/api/users/${bob.id}`);
	expect(body.user).toMatchObject({
		...{ name: "Bob Smith", username: "Night_Owl" },
		profile: { last_seen_on: new Date().toISOString().slice(0, 10) },
	});
});

test("filters combine with each other and with words", async () => {
	const [zoe, zora] = [await person("Zoe One"), await person("Zora One")];
	const zulmira = await person("Zulmira One");
	await zulmira.send("/language");
	await zulmira.press("🇫🇷 Français");
	for (const { id } of [zoe, zora]) await api(`/api/users/${id}/ban`, { reason: "rude" });
	await env.DB.prepare("UPDATE people SET vip_until = ? WHERE id = ?")
		.bind(Date.now() + 1e6, zora.id)
		.run();
	const unfinished = new Phone(simulator, bot, "Zed One");
	await unfinished.start();
	expect(await found("q=one")).toEqual(["Zoe One", "Zora One", "Zulmira One", "Zed One"]);
	expect(await found("q=one&banned=true")).toEqual(["Zoe One", "Zora One"]);
	expect(await found("q=one&banned=true&vip=true")).toEqual(["Zora One"]);
	expect(await found("banned=true&vip=true")).toEqual(["Zora One"]);
	expect(await found("q=one&language=fr")).toEqual(["Zulmira One"]);
	expect(await found("q=one&profile=incomplete")).toEqual(["Zed One"]);
	expect(await found(`q=one&bot=${bot}&profile=complete&language=en`)).toEqual(["Zoe One", "Zora One"]);
	expect(await found("q=one&bot=5")).toEqual([]);
	expect(await found("q=one&refused=true")).toEqual([]);
	await env.DB.prepare("UPDATE people SET last_active_day = 60000 WHERE id = ?").bind(zoe.id).run();
	expect((await found("sort=seen&language=en"))[0]).toBe("Zoe One");
});

test("a new name is noticed when they come by, and costs nothing while it is the same", async () => {
	const cy = await person("Cy", { username: "cyrus" });
	await cy.send("/find");
	await cy.send("/stop");
	const prepared = vi.spyOn(Object.getPrototypeOf(env.DB) as D1Database, "prepare");
	const asked = () => prepared.mock.calls.filter(([query]) => /into "person_names"/.test(query)).length;
	await cy.send("/find");
	await cy.send("/stop");
	expect(asked()).toBe(0);
	rename(cy, "Cyra");
	await cy.send("/find");
	await cy.send("/stop");
	expect(asked()).toBe(1);
	prepared.mockRestore();
	expect(await namesOf(cy.id)).toEqual([{ id: cy.id, name: "Cyra", username: "cyrus" }]);
	expect([await found("q=cyra"), await found("q=cyrus"), await found("q=cy")]).toEqual([
		...[["Cyra"], ["Cyra"], ["Cyra"]],
	]);
});

test("names are in nothing that strangers are shown", async () => {
	const { ana, bo } = await twoTalking(simulator, bot);
	rename(ana, "Anastasia Petrova", { username: "anastasia_p" });
	await ana.send("hello");
	await ana.press("⏹ Stop");
	await ana.send("/find");
	await ana.send("/stop");
	expect((await namesOf(ana.id))[0].name).toBe("Anastasia Petrova");
	expect(JSON.stringify(bo.messages())).not.toMatch(/anastasia|petrova/i);
	expect(JSON.stringify(await env.PERSON.getByName(String(ana.id)).status())).not.toMatch(/anastasia/i);
});

test("they are theirs to read, and go with their data and with an age that is too low", async () => {
	const eve = await person("Eve Unlike", { username: "eve_unlike" });
	expect((await owner().get(`/api/users/${eve.id}/export`)).body.people.called).toEqual({
		...{ name: "Eve Unlike", username: "eve_unlike" },
	});
	await owner().post(`/api/users/${eve.id}/erase`, {});
	expect(await keptOf("unlike")).toEqual({});
	const kid = new Phone(simulator, bot, "Kiddo");
	await kid.settleIn("Male", "14");
	await kid.send("/start");
	expect(await keptOf("kiddo")).toEqual({});
	expect(await namesOf(kid.id)).toEqual([]);
});

test("switched off, they are shown no longer at once and deleted in the night; /privacy says what holds", async () => {
	const fay = await person("Fay Lonely");
	await fay.send("/privacy");
	expect(fay.last.text).toContain("your name and @username as Telegram has them");
	await api("/api/config/bulk", { "people.keep_names": false });
	await fay.send("/privacy");
	expect(fay.last.text).toContain("Your name and @username are not kept.");
	expect(await namesOf(fay.id)).toEqual([]);
	expect([await found("q=lonely"), await found(`q=${fay.id}`)]).toEqual([[], [null]]);
	await person("Gus Lonely");
	expect(await keptOf("gus")).toEqual({});
	await runClock("17 3 * * *");
	expect(await keptOf("lonely")).toEqual({});
	expect(await env.DB.prepare("SELECT count(*) AS n FROM person_names").first("n")).toBe(0);
	// Switched on again, whoever comes by has one again: a day later at the latest.
	await api("/api/config/bulk", { "people.keep_names": true });
	await fay.start();
	expect((await namesOf(fay.id))[0].name).toBe("Fay Lonely");
});
