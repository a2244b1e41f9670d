import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { createDeps } from "../src/deps.ts";
import { eventually } from "./eventually.ts";
import { banOf, configure, deliverEvents, meet, reviewWorld, statusOf } from "./staff-room.ts";

const world = reviewWorld();

test("`all` copies media as they are relayed, `off` not even a reported chat; the pages say so", async () => {
	await configure({ "chat.media_review": "all" });
	const [ana, bo] = [await world.person("Ana"), await world.person("Bo")];
	expect(ana.heard.find((text) => text.includes("anonymously"))).toContain(
		"Staff see copies of the pictures",
	);
	await ana.send("/privacy");
	expect(ana.last.text).toContain("Staff see copies of the pictures");
	await meet(ana, bo);
	await ana.send("only words");
	await ana.send({ photo: true, caption: "me" });
	expect(bo.last.caption).toBe("me");
	await eventually(() => expect(world.room.heard).toEqual([`me\n\n👤 ${ana.id}`]));
	// An edit that swaps the picture is no way round it.
	const swapped = { ...{ chat: world.telegram.bot, message_id: ana.last.message_id }, photo: true as const };
	await world.telegram.simulator.edit(ana.id, { ...swapped, caption: "me, without" });
	await world.telegram.simulator.settle();
	await eventually(() => expect(world.room.heard.at(-1)).toBe(`me, without\n\n👤 ${ana.id}`));
	// Telegram refusing the copy is nobody's problem in the chat.
	world.telegram.simulator.addFault({
		method: "copyMessage",
		chat_id: world.room.chat,
		status: 400,
		times: 1,
	});
	await bo.send({ photo: true, caption: "you" });
	expect(ana.last.caption).toBe("you");
	await ana.send("/stop");

	await configure({ "chat.media_review": "off" });
	const [cy, dan] = [await world.person("Cy"), await world.person("Dan")];
	const before = world.room.heard.length;
	expect(cy.heard.find((text) => text.includes("anonymously"))).not.toContain("👁");
	await meet(cy, dan);
	await dan.send({ photo: true, caption: "secret" });
	await cy.press("🚩 Report");
	await cy.press("Sexual content");
	await deliverEvents();
	expect(world.room.heard.slice(before)).toEqual([expect.stringContaining("copied 0 of 0")]);
});

test("a ban can be appealed once, and staff lift it or keep it", async () => {
	const { people } = await createDeps(env);
	const [ana, bo] = [await world.person("Ana"), await world.person("Bo")];
	await people.ban(ana.id, { reason: "spam or ads", until: null }, "owner");
	await ana.send("/find");
	expect(ana.last.text).toContain("You can appeal once");
	await ana.press("🙏 Appeal");
	expect(ana.last.text).toContain("Write one message");
	await ana.send({ photo: true });
	expect(ana.last.text).toContain("Write one message");
	await ana.send(`it was my brother${"!".repeat(2982)}🌸`);
	expect(ana.last.text).toContain("Staff will read it");
	const card = world.room.heard.at(-1) ?? "";
	expect(card).toContain(`Appeal of ${ana.id}`);
	expect(card).toContain("spam or ads");
	expect(card).toContain("it was my brother");
	// Cut where it is too long for a card, and never through an emoji: Telegram would refuse the card.
	expect(card.endsWith("!")).toBe(true);
	await ana.send("and my dog");
	await ana.press("🙏 Appeal");
	expect(ana.last.text).toContain("appealed already");
	await ana.send("/find");
	expect(ana.last.text).toContain("Reason: spam or ads");
	expect(world.room.heard.filter((text) => text.includes("Appeal of"))).toHaveLength(1);

	world.telegram.simulator.join(bo.id, { chat: world.room.chat });
	expect(await world.room.press("Lift the ban", bo.id)).toMatchObject({ text: "Only for staff." });
	expect(await banOf(ana)).toMatchObject({ appealed: true });
	expect(await world.room.press("Lift the ban")).toMatchObject({ text: "Lifted by Staff" });
	expect(await banOf(ana)).toBeNull();
	expect(ana.last.text).toContain("the ban is lifted");
	await ana.send("/find");
	expect((await statusOf(ana)).search).not.toBeNull();

	// A new ban has its own appeal; the card of the old one decides nothing about it.
	await people.ban(ana.id, { reason: "scam", until: Date.now() + 86_400_000 }, "owner");
	await ana.send("/profile");
	await ana.press("🙏 Appeal");
	await ana.send("not me");
	expect(await world.room.press("Keep it")).toMatchObject({ text: "Kept by Staff" });
	expect(ana.last.text).toContain("the ban stays");
	expect(await banOf(ana)).toMatchObject({ reason: "scam" });
});
