import { env } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import { api, Phone, startTelegram } from "./telegram.ts";

let telegram: Awaited<ReturnType<typeof startTelegram>>;
beforeAll(async () => {
	telegram = await startTelegram();
});

/** One of ADMIN_TELEGRAM_IDS, see vitest.config.ts. */
function adminPhone(id = 4242): Phone {
	telegram.simulator.createUser({ first_name: "Admin", id });
	return Object.assign(new Phone(telegram.simulator, telegram.bot, "Spare"), { id });
}

const auditOf = async (subject: string) =>
	(
		await env.DB.prepare("SELECT actor, action FROM audit_entries WHERE subject = ? ORDER BY id")
			.bind(subject)
			.all<{ actor: string; action: string }>()
	).results.map(({ actor, action }) => `${actor} ${action}`);

test("an admin without a profile sees the counts, bans and unbans", async () => {
	const { simulator, bot } = telegram;
	const eve = await new Phone(simulator, bot, "Eve").settleIn("Female", "25");
	const bo = await new Phone(simulator, bot, "Bo").settleIn("Male", "41");
	const admin = adminPhone();
	await simulator.start(admin.id, { bot });
	await simulator.settle();

	await admin.send("/stats");
	expect(admin.last.text).toContain("👥 3 people, 2 with a complete profile");
	expect(admin.last.text).toContain("Bots: 1");

	await eve.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	expect(bo.last.text).toContain("Somebody is here");
	await admin.send(`/ban ${eve.id} 1d Selling things`);
	expect(admin.last.text).toMatch(new RegExp(`^${eve.id} is banned until 20.* UTC: Selling things\n`));
	expect(bo.heard.at(-2)).toContain("Your partner has left");
	await eve.send("/find");
	expect(eve.last.text).toContain("Selling things");
	const { until } = (await env.PERSON.getByName(String(eve.id)).status()).card?.ban ?? {};
	expect(Math.abs((until ?? 0) - Date.now() - 86_400_000)).toBeLessThan(10_000);

	await admin.send(`/unban ${eve.id}`);
	expect(admin.last.text).toBe(`The ban of ${eve.id} is lifted.`);
	await eve.send("/find");
	expect(eve.last.text).toContain("Looking for somebody");
	await eve.send("/stop");
	await admin.send(`/unban ${eve.id}`);
	expect(admin.last.text).toContain("No ban holds");
	expect(await auditOf(String(eve.id))).toEqual([
		"telegram:4242 person.banned",
		"telegram:4242 person.unbanned",
	]);

	await admin.send("/ban 31337");
	expect(admin.last.text).toContain("31337 is banned for good: Breaking the rules");
	for (const wrong of ["/ban", "/ban ana", "/ban 42 7days rude"]) {
		await admin.send(wrong);
		expect(admin.last.text).toContain("/ban <id> [30m|12h|1d|2w|forever] [reason]");
	}
	await admin.send("/unban");
	expect(admin.last.text).toContain("/unban <id>");
	expect(await auditOf("42")).toEqual([]);
});

test("settings are listed and set as JSON or as text, with what is wrong said", async () => {
	const admin = adminPhone();
	await admin.send("/set");
	expect(admin.last.text).toContain("people.minimum_age = 18");
	await admin.send("/set people.minimum_age");
	expect(admin.last.text).toContain("Minimum age");
	await admin.send("/set people.minimum_age 21");
	expect(admin.last.text).toBe("Set: people.minimum_age = 21");
	await admin.send("/set people.minimum_age 12");
	expect(admin.last.text).toContain("people.minimum_age: ");
	expect(admin.last.text).toContain("18");
	// Looks like a number, but the setting takes text.
	await admin.send("/set people.terms_version 2");
	expect(admin.last.text).toBe('Set: people.terms_version = "2"');
	await admin.send("/set people.support_contact @rialto_help please");
	expect(admin.last.text).toBe('Set: people.support_contact = "@rialto_help please"');
	await admin.send("/set chat.protect_content true");
	expect(admin.last.text).toBe("Set: chat.protect_content = true");
	await admin.send("/set no.such 1");
	expect(admin.last.text).toContain("there is no such setting");
	await admin.send("/set no.such");
	expect(admin.last.text).toContain('no setting "no.such"');
	const { settings } = await (await api("/api/config")).json<{
		settings: { key: string; value: unknown }[];
	}>();
	expect(settings.find(({ key }) => key === "people.minimum_age")?.value).toBe(21);
	expect(await auditOf("people.minimum_age")).toEqual(["telegram:4242 setting.changed"]);
	await api("/api/config/bulk", {
		"people.minimum_age": 18,
		"people.terms_version": "1",
		"chat.protect_content": false,
	});
});

test("in a chat an admin's commands are for the bot alone; everybody else's are just something written", async () => {
	const { simulator, bot } = telegram;
	const admin = await adminPhone(4343).settleIn("Other", "50");
	const flo = await new Phone(simulator, bot, "Flo").settleIn("Female", "33");
	await admin.press("🔍 Find Partner");
	await flo.press("🔍 Find Partner");
	expect(flo.last.text).toContain("Somebody is here");

	const heard = flo.messages().length;
	for (const text of ["/stats", "/set", "/ban 555 1h x", "/unban 555"]) await admin.send(text);
	expect(admin.last.text).toBe("The ban of 555 is lifted.");
	expect(flo.messages()).toHaveLength(heard);
	await admin.send("hello");
	expect(flo.last.text).toBe("hello");

	const before = await env.DB.prepare("SELECT count(*) AS n FROM audit_entries").first("n");
	const told = flo.heard.length;
	const got = admin.messages().length;
	for (const text of ["/stats", "/set people.minimum_age 30", `/ban ${admin.id}`, "/unban 31337"])
		await flo.send(text);
	expect(await env.DB.prepare("SELECT count(*) AS n FROM audit_entries").first("n")).toBe(before);
	expect(flo.heard.slice(told).join()).not.toMatch(/people,|banned|Set:/);
	// As any command nobody knows.
	const unknown = admin.messages().length - got;
	await flo.send("/nosuchcommand");
	expect(admin.messages().length - got - unknown).toBe(unknown / 4);
	await flo.send("/stop");
});

test("a ban from the bot that Telegram delivers again is done once", async () => {
	const { simulator, bot } = telegram;
	const admin = adminPhone(4343);
	const update = (id: number, whom: number) => ({
		update_id: id,
		message: {
			message_id: 70_000 + id,
			date: 1_790_000_000,
			chat: { id: admin.id, type: "private" as const, first_name: "Admin" },
			from: { id: admin.id, is_bot: false, first_name: "Admin" },
			text: `/ban ${whom} 1d twice`,
		},
	});
	async function twice(id: number, whom: number) {
		for (let i = 0; i < 2; i++) {
			simulator.sendUpdate(bot, update(id, whom));
			await simulator.settle();
		}
		expect(await auditOf(String(whom))).toEqual(["telegram:4343 person.banned"]);
	}
	await twice(800_000_001, 777);
	// In a chat too, where what is written needs no claim.
	const gia = await new Phone(simulator, bot, "Gia").settleIn("Female", "33");
	await gia.press("🔍 Find Partner");
	await admin.send("/find");
	expect(gia.last.text).toContain("Somebody is here");
	await twice(800_000_002, 778);
});
