import { env, runDurableObjectAlarm } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { createDeps } from "../src/deps.ts";
import {
	banOf,
	configure,
	deliverEvents,
	meet,
	report,
	reportsAbout,
	reviewWorld,
	StaffRoom,
	seatOf,
} from "./staff-room.ts";

const world = reviewWorld();

test("a report ends the chat, brings this chat's messages to staff and nothing else, and staff ban", async () => {
	const [ana, bo, cy] = [await world.person("Ana"), await world.person("Bo"), await world.person("Cy")];
	await meet(bo, cy);
	await bo.send("bo to cy, before");
	await cy.send("cy to bo");
	await bo.send("/stop");

	const chatId = await meet(ana, bo);
	await ana.send("hello Bo");
	await bo.send("buy my things");
	await bo.send({ photo: true, caption: "a thing" });
	await ana.press("🚩 Report");
	expect(ana.last.text).toContain("What is wrong?");
	// A look at the reasons ends nothing yet.
	await bo.send("still here");
	expect((await seatOf(bo))?.chatId).toBe(chatId);
	await ana.press("Spam or ads");
	expect(ana.last.text).toContain("staff will look at it");
	expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
	// The reported one reads what anybody reads whose partner leaves.
	expect(bo.heard.slice(-2)).toEqual([
		"👋 Your partner has left the chat.",
		expect.stringMatching(/^Look for somebody else/),
	]);
	expect(bo.heard.join("\n")).not.toContain("🚩");

	// What comes between the report and its delivery is of another chat.
	const dan = await world.person("Dan");
	await meet(bo, dan);
	await bo.send("bo to dan, after");
	await dan.send("dan to bo");
	expect(world.room.heard).toEqual([]);
	await deliverEvents();
	const card = world.room.heard.at(-1) ?? "";
	expect(world.room.heard.slice(0, -1)).toEqual([
		`🚩 Reported ${bo.id} wrote:`,
		...["buy my things", "a thing", "still here"],
		`👤 Reporter ${ana.id} wrote:`,
		"hello Bo",
	]);
	expect(card).toContain("Report: spam or ads");
	expect(card).toContain(`Reported: ${bo.id} (reported 1 time, upheld 0)`);
	expect(card).toContain(`By: ${ana.id}`);
	expect(card).toContain("copied 4 of 4");

	const [row] = await reportsAbout(bo);
	expect(row).toMatchObject({ reason: "spam", chat_id: chatId, reporter_id: ana.id, copyable: 4 });
	expect(JSON.parse(String(row?.copies))).toEqual({
		reported: [expect.any(Number), expect.any(Number), expect.any(Number)],
		reporter: [expect.any(Number)],
	});
	expect(JSON.stringify(row)).not.toMatch(/buy my things|hello Bo|a thing/);

	const stranger = world.telegram.simulator.createUser({ first_name: "Eve" }).id;
	world.telegram.simulator.join(stranger, { chat: world.room.chat });
	expect(await world.room.press("Ban 7 days", stranger)).toMatchObject({
		text: "Only for staff.",
		show_alert: true,
	});
	expect(await banOf(bo)).toBeNull();

	// Two of staff at the same moment: the first decides, the second reads by whom.
	await world.telegram.simulator.press(world.room.owner, { chat: world.room.chat, text: "Warn" });
	expect(await world.room.press("Ban 7 days")).toMatchObject({
		text: "Already decided: Warned by Staff",
		show_alert: true,
	});
	expect(world.room.heard.at(-1)).toContain("✅ Warned by Staff");
	expect(JSON.stringify(await reportsAbout(bo))).toContain('"status":"warned"');
	expect(bo.last.text).toContain("spam or ads");
	expect(await banOf(bo)).toBeNull();
	const audits = await env.DB.prepare("SELECT action, actor FROM audit_entries WHERE subject = ?")
		.bind(row?.id)
		.all();
	expect(audits.results).toEqual([{ action: "report.warned", actor: `telegram:${world.room.owner}` }]);
	await dan.send("/stop");

	// Blocked both ways, for good.
	vi.setSystemTime(Date.now() + 60 * 60_000);
	await bo.send("/find");
	await ana.send("/find");
	expect([await seatOf(ana), await seatOf(bo)]).toEqual([null, null]);
	await bo.send("/stop");
	await ana.send("/stop");
});

test.each([
	["Ban 1 day", "Banned for 1 day", 86_400_000],
	["Ban 7 days", "Banned for 7 days", 7 * 86_400_000],
	["Ban for good", "Banned for good", null],
] as const)("%s holds at once, in the middle of a chat, and says why", async (button, line, length) => {
	const [ana, bo, cy] = [await world.person("Ana"), await world.person("Bo"), await world.person("Cy")];
	await report(ana, bo, "Insults or threats");
	await meet(bo, cy);
	expect(await world.room.press(button)).toMatchObject({ text: `${line} by Staff` });
	expect(await banOf(bo)).toMatchObject({
		reason: "insults or threats",
		until: length === null ? null : Date.now() + length,
	});
	expect([await seatOf(bo), await seatOf(cy)]).toEqual([null, null]);
	expect(cy.heard.at(-2)).toContain("Your partner has left");
	await bo.send("hello?");
	expect(bo.heard.at(-2)).toContain("Reason: insults or threats");
});

test("a chat can be reported for 24 hours after its end, by the button and by /report, then no more", async () => {
	const [ana, bo] = [await world.person("Ana"), await world.person("Bo")];
	const chatId = await meet(ana, bo);
	await ana.send("see you");
	await bo.send("/stop");
	expect(ana.last.text).toContain("report them within 24 hours");
	vi.setSystemTime(Date.now() + 23 * 3_600_000);
	await bo.send("/report");
	await bo.press("Something else");
	expect(bo.last.text).toContain("staff will look at it");
	await ana.press("🚩 Report");
	await ana.press("Scam or begging");
	await deliverEvents();
	expect([await reportsAbout(ana), await reportsAbout(bo)].map((rows) => rows.length)).toEqual([1, 1]);
	expect(world.room.heard.filter((text) => text === "see you")).toHaveLength(2);
	await ana.send("/report");
	await ana.press("Spam or ads");
	expect(ana.last.text).toContain("reported this chat already");
	expect(await reportsAbout(bo)).toHaveLength(1);

	const [cy, dan] = [await world.person("Cy"), await world.person("Dan")];
	const other = await meet(cy, dan);
	await dan.send("/stop");
	await cy.press("🚩 Report");
	vi.setSystemTime(Date.now() + 25 * 3_600_000);
	for (const id of [chatId, other]) await runDurableObjectAlarm(env.CHAT_PAIR.getByName(id));
	await cy.press("Spam or ads");
	expect(cy.last.text).toContain("too long ago");
	await cy.send("/report");
	expect(cy.last.text).toContain("not in a chat");
	expect(await reportsAbout(dan)).toEqual([]);
});

test("the same press, delivered twice and side by side, files one report", async () => {
	const [ana, bo] = [await world.person("Ana"), await world.person("Bo")];
	await meet(ana, bo);
	await bo.send("spam");
	await ana.press("🚩 Report");
	const { simulator, bot } = world.telegram;
	await ana.press("Spam or ads");
	const delivered = simulator.deliveries({ bot }).findLast((one) => one.kind === "callback_query");
	simulator.redeliver(bot, delivered?.update_id ?? 0);
	await simulator.settle();
	expect(ana.heard.filter((text) => text.includes("staff will look at it"))).toHaveLength(1);
	const seat = (await reportsAbout(bo))[0]?.chat_id as `chat_${string}`;
	const { reports } = await createDeps(env);
	const again = [1, 2, 3].map(() => reports.file(bo.id, seat, "other"));
	expect(await Promise.all(again)).toContain("filed");
	expect(await reportsAbout(ana)).toHaveLength(1);
	await deliverEvents();
	await deliverEvents();
	expect(await reportsAbout(bo)).toHaveLength(1);
	expect(world.room.heard.filter((text) => text === "spam")).toHaveLength(2);
	expect(world.room.heard.filter((text) => text.startsWith("🚩 Report:"))).toHaveLength(2);
});

test("without a review chat, or with one the bot can't write to, the report stands and staff are alerted", async () => {
	await configure({ "chat.review_chat_id": 0, "staff.control_chat_id": world.room.chat });
	const [ana, bo, cy, dan] = [
		await world.person("Ana"),
		await world.person("Bo"),
		await world.person("Cy"),
		await world.person("Dan"),
	];
	await report(ana, bo);
	expect(world.room.heard).toEqual([
		expect.stringMatching(new RegExp(`⚠️ New report .* about ${bo.id}.*set one`)),
	]);
	expect(await reportsAbout(bo)).toMatchObject([{ status: "open", copies: "{}" }]);
	await ana.send("/privacy");
	expect(ana.last.text).toContain("Staff get no copies");

	const foreign = new StaffRoom(world.telegram.simulator);
	await configure({ "chat.review_chat_id": foreign.chat });
	await report(cy, dan);
	expect(world.room.heard.at(-1)).toContain("add the bots there as administrators");
	expect(await reportsAbout(dan)).toHaveLength(1);
	expect(foreign.heard).toEqual([]);
});
