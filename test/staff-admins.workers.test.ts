import { env } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import { Browser, logIn, owner, staffIdOf } from "./staff-kit.ts";
import { StaffRoom } from "./staff-room.ts";
import { api, Phone, startTelegram } from "./telegram.ts";

let telegram: Awaited<ReturnType<typeof startTelegram>>;
beforeAll(async () => {
	telegram = await startTelegram();
});

const change = (id: string, body: object) => owner().call("PATCH", `/api/staff/${id}`, body);

/** One of ADMIN_TELEGRAM_IDS, see vitest.config.ts. */
async function adminPhone(id: 4242 | 4343) {
	const { simulator, bot } = telegram;
	simulator.createUser({ first_name: "Admin", id });
	const phone = Object.assign(new Phone(simulator, bot, "Spare"), { id });
	await simulator.start(id, { bot });
	await simulator.settle();
	return phone;
}

/** Which of staff's commands are anything to the bot. @param victim somebody to ban */
async function commandsOf(phone: Phone, victim: number) {
	const orders = {
		stats: "/stats",
		ban: `/ban ${victim} 1d x`,
		unban: `/unban ${victim}`,
		set: "/set people.terms_version",
	};
	const known: string[] = [];
	for (const [name, text] of Object.entries(orders)) {
		const heard = phone.heard.length;
		await phone.send(text);
		if (/people,|is banned|is lifted|No ban holds|Version of/.test(phone.heard.slice(heard).join()))
			known.push(name);
	}
	return known;
}

test("the team's row says what an administrator of the environment may do in the bot", async () => {
	const admin = await adminPhone(4242);
	expect(await commandsOf(admin, 31_001)).toEqual(["stats", "ban", "unban", "set"]);
	const browser = new Browser();
	await logIn(browser, admin);
	const id = await staffIdOf(browser);
	expect(await commandsOf(admin, 31_002)).toEqual(["stats", "ban", "unban", "set"]);

	// Somebody else has to own this before.
	const other = new Browser();
	await logIn(other, await adminPhone(4343));
	await change(id, { role: "operator" });
	expect(await commandsOf(admin, 31_003)).toEqual(["stats", "ban", "unban"]);
	await change(id, { role: "viewer" });
	expect(await commandsOf(admin, 31_004)).toEqual(["stats"]);
	await change(id, { disabled: true });
	expect(await commandsOf(admin, 31_005)).toEqual([]);
	expect((await api("/api/users/31005/unban", {})).status).toBe(404);

	// Without the row's Telegram id the environment would make an owner of them anew.
	for (const telegram_id of [null, 77]) {
		const answer = await change(id, { telegram_id });
		expect([answer.status, answer.body.error.code]).toEqual([409, "named_by_environment"]);
	}
	await admin.send("/deletemydata");
	await admin.press("Delete everything");
	expect(await commandsOf(admin, 31_006)).toEqual([]);
	const again = (await new Browser().post("/api/request-login")).body.code;
	await admin.send(`/admin_login ${again}`);
	expect(admin.last.text).toContain("not right, or no longer good");
	const rows = await env.DB.prepare("SELECT role, telegram_id FROM staff WHERE id = ?").bind(id).all();
	expect(rows.results).toEqual([{ role: "viewer", telegram_id: 4242 }]);

	await change(id, { disabled: false, role: "owner" });
	expect(await commandsOf(admin, 31_007)).toEqual(["stats", "ban", "unban", "set"]);
});

test("who is shut out presses no button of staff, as an administrator of staff's chat either", async () => {
	const { simulator, bot } = telegram;
	const room = new StaffRoom(simulator, bot);
	await api("/api/config/bulk", { "chat.review_chat_id": room.chat });
	const ana = await new Phone(simulator, bot, "Ana").settleIn();
	await api(`/api/users/${ana.id}/ban`, { reason: "Testing" });
	await ana.send("hello?");
	await ana.press("🙏 Appeal");
	await ana.send("It was not me");
	expect(room.heard.join()).toContain(`Appeal of ${ana.id}`);

	const { body } = await owner().get("/api/staff");
	const admin = body.staff.find((one: { telegram_id: number }) => one.telegram_id === 4242);
	simulator.setMember(room.owner, { chat: room.chat, user: 4242, status: "administrator" });
	await change(admin.id, { disabled: true });
	expect((await room.press("Lift the ban", 4242))?.text).toContain("Only for staff");
	await change(admin.id, { disabled: false, role: "viewer" });
	expect((await room.press("Lift the ban", 4242))?.text).toContain("Only for staff");
	await change(admin.id, { role: "operator" });
	expect((await room.press("Lift the ban", 4242))?.text).toContain("Lifted by Admin");
});

test("a group that somebody shut out adds the bot to waits for approval", async () => {
	const { simulator, bot } = telegram;
	const { body } = await owner().get("/api/staff");
	const withId = (id: number) => body.staff.find((one: { telegram_id: number }) => one.telegram_id === id);
	const admin = withId(4343);
	await change(withId(4242).id, { role: "owner" });
	const added = async () => {
		const group = simulator.createGroup(4343, { title: "Chess", type: "supergroup" });
		simulator.setMember(4343, { chat: group.id, user: bot, status: "administrator" });
		await simulator.settle();
		return (await (await api(`/api/groups/${group.id}`)).json<{ group: { state: string } }>()).group.state;
	};
	await api("/api/config", { key: "groups.require_approval", value: true });
	expect(await added()).toBe("active");
	expect((await change(admin.id, { disabled: true })).status).toBe(200);
	expect(await added()).toBe("waiting");
	await change(admin.id, { disabled: false });
	expect(await added()).toBe("active");
});
