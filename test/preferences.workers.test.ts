import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { createDeps } from "../src/deps.ts";
import { api, Phone, startTelegram } from "./telegram.ts";

const { simulator, bot } = await startTelegram();

const statusOf = (phone: Phone) => env.PERSON.getByName(String(phone.id)).status();
const buttonsOf = (phone: Phone) =>
	(phone.last.reply_markup?.inline_keyboard ?? []).flat().map((button) => button.text);

/** As a payment will do it. */
async function makeVip(phone: Phone, until = Date.now() + 86_400_000) {
	await env.DB.prepare("UPDATE people SET vip_until = ?, version = version + 1 WHERE id = ?")
		.bind(until, phone.id)
		.run();
	await (await createDeps(env)).people.refresh(phone.id);
}

test("who is not VIP sees what VIP gives, and changes nothing", async () => {
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	await ana.send("/preferences");
	expect(ana.last.text).toContain("for VIPs");
	expect(buttonsOf(ana)).toEqual([]);
	await ana.send("/profile");
	await ana.press("⭐ Whom to meet");
	expect(ana.last.text).toContain("for VIPs");

	// An old button of a time as VIP is no way round.
	await makeVip(ana);
	await ana.send("/preferences");
	await makeVip(ana, Date.now() - 1);
	await ana.press("Female");
	expect(ana.last.text).toContain("for VIPs");
	expect((await statusOf(ana)).card?.wish).toBe("any");
});

test("a VIP's wish holds from the next search on and can be taken back", async () => {
	const vic = await new Phone(simulator, bot, "Vic").settleIn("Male", "30");
	await makeVip(vic);
	await vic.press("🔍 Find Partner");
	await vic.send("/preferences");
	expect(buttonsOf(vic)).toEqual(["Male", "Female", "Other", "✅ Anybody"]);
	await vic.press("Female");
	expect(vic.last.text).toContain("from your next search on");
	expect(buttonsOf(vic)).toEqual(["Male", "✅ Female", "Other", "Anybody"]);
	expect((await statusOf(vic)).card?.wish).toBe("female");

	// The search under way began without the wish.
	const bo = await new Phone(simulator, bot, "Bo").settleIn("Male", "41");
	await bo.press("🔍 Find Partner");
	expect(bo.last.text).toContain("Somebody is here");
	await vic.press("⏹ Stop");

	const cy = await new Phone(simulator, bot, "Cy").settleIn("Male", "33");
	await vic.press("🔍 Find Partner");
	await cy.press("🔍 Find Partner");
	expect((await statusOf(vic)).seat).toBeNull();
	const dea = await new Phone(simulator, bot, "Dea").settleIn("Female", "33");
	await dea.press("🔍 Find Partner");
	for (const phone of [dea, cy, vic]) await phone.send("/stop");

	await vic.send("/preferences");
	await vic.press("Anybody");
	expect((await statusOf(vic)).card?.wish).toBe("any");
});

test("with VIP off only who still is VIP sees preferences", async () => {
	await api("/api/config/bulk", { "flags.vip": false });
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	await ana.send("/profile");
	expect(buttonsOf(ana)).not.toContain("⭐ Whom to meet");
	await ana.send("/preferences");
	expect(ana.last.text).toContain("no preferences here");
	await makeVip(ana);
	await ana.send("/profile");
	await ana.press("⭐ Whom to meet");
	expect(ana.last.text).toContain("Whom would you like to meet");
	await api("/api/config/bulk", { "flags.vip": true });
});
