import { expect, test, vi } from "vitest";
import { deps, follow, paymentWorld } from "./payment-world.ts";
import { StaffRoom } from "./staff-room.ts";
import { api, type Phone } from "./telegram.ts";

const world = paymentWorld();
const age = async (ana: Phone, years: string) => {
	await ana.send("/profile");
	await ana.press("Edit age");
	await ana.send(years);
	await follow(world.simulator);
};
const lift = async (ana: Phone) => {
	expect((await api(`/api/users/${ana.id}/lift-age-refusal`, {})).status).toBe(200);
	await follow(world.simulator);
};
const subscriptionOf = async (userId: number) =>
	(await (await deps()).payments.subscriptions.list(userId))[0]?.subscription;

async function subscribed(name: string) {
	const ana = await world.buyer(name);
	await ana.send("/premium");
	await ana.press("Every 30 days · ⭐ 400");
	return { ana, charge: await ana.pay({ link: ana.link }) };
}

test("a slip costs nobody what they paid for: charges stop at once, and all of it is back when staff lift it", async () => {
	const { ana, charge } = await subscribed("Ana");
	expect(await ana.vipDays()).toBe(30);
	await age(ana, "15");
	expect(ana.last.text).toContain("nothing is charged any more");
	expect(world.simulator.stars(ana.id).subscriptions[0]).toMatchObject({
		state: "canceled",
		canceled_by: "bot",
	});
	expect((await subscriptionOf(ana.id))?.state).toBe("cancelled");
	expect(await ana.vipDays()).toBe(0);

	// Nothing is sold to them meanwhile, nor may they have charges begin again.
	await ana.send("/paysupport");
	await ana.press("Resume: VIP for 30 days");
	expect(ana.last.text).toContain("I can't let you in");
	expect(world.simulator.stars(ana.id).subscriptions[0]?.state).toBe("canceled");

	await lift(ana);
	expect(ana.last.text).toContain("you can start over");
	expect(ana.last.text).toContain("Your VIP is yours again, until 2030-01-31");
	expect(ana.last.text).toContain("/paysupport lets you resume it");
	await ana.start();
	await ana.press("Female");
	await ana.send("51");
	expect(ana.last.text).toContain("all set");
	expect(await ana.vipDays()).toBe(30);
	await ana.send("/paysupport");
	await ana.press("Resume: VIP for 30 days");
	expect(ana.last.text).toContain("Confirm it there");
	world.simulator.resumeSubscription(ana.id, charge);
	await world.simulator.settle();
	expect((await subscriptionOf(ana.id))?.state).toBe("active");
});

test("who is refused pays nothing: an open invoice is refused, and what is charged all the same goes back", async () => {
	const { ana, charge } = await subscribed("Ana");
	await ana.send("/credits");
	await ana.press("50 AI credits · ⭐ 150");
	await ana.send("/profile");
	await ana.press("Edit age");
	await ana.send("16");
	expect((await ana.checkOut()).error).toContain("nothing can be sold to you");
	const before = ana.stars;
	// Telegram has begun this charge before it was stopped.
	vi.setSystemTime(Date.now() + 29 * 86_400_000);
	world.simulator.renewSubscription(ana.id, charge, {});
	await world.simulator.settle();
	await follow(world.simulator);
	expect(ana.stars).toBe(before);
	expect(ana.last.text).toContain("400 Stars are back");
	await lift(ana);
	expect(ana.last.text).toContain("Your VIP is yours again");
});

test("a minimum age raised later refuses nobody who is here: the profile stays, and they read so", async () => {
	const ana = await world.buyer("Ana");
	await age(ana, "19");
	await ana.send("/premium");
	await ana.press("Every 30 days · ⭐ 400");
	await api("/api/config", { key: "people.minimum_age", value: 21 });
	// What was begun before, and what is offered now.
	expect((await ana.checkOut({ link: ana.link })).error).toContain("nothing can be sold to you");
	for (const page of ["/premium", "/credits"]) {
		await ana.send(page);
		expect(ana.heard.at(-2)).toContain("have to be 21 or older, and your profile says 19");
		expect(JSON.stringify(ana.last)).not.toContain("· ⭐");
	}
	await ana.send("/find");
	expect(ana.last.text).toContain("have to be 21 or older, and your profile says 19");
	expect(ana.last.text).toContain("Your profile stays as it is");
	expect(ana.last.text).not.toContain("Kept are");
	await age(ana, "20");
	expect(ana.last.text).toContain("Saved");
	expect((await ana.card())?.age).toBe(20);
	await api("/api/config", { key: "people.minimum_age", value: 18 });
	await ana.send("/find");
	expect(ana.last.text).toContain("Looking for somebody");
});

test("a refusal can be appealed once, in the bot, and decided by a button or in the dashboard", async () => {
	const { simulator, bot } = world;
	const room = new StaffRoom(simulator, bot);
	await api("/api/config", { key: "chat.review_chat_id", value: room.chat });
	const refused = async (name: string) => {
		const phone = await world.buyer(name);
		await age(phone, "15");
		expect(phone.last.text).toContain("You can appeal once");
		return phone;
	};
	const appealing = async (phone: Phone) => {
		await phone.press("🙏 Appeal");
		expect(phone.last.text).toContain("Write one message");
		await phone.send("I am 51, it was a slip");
		expect(phone.last.text).toContain("Staff will read it");
	};
	const ana = await refused("Ana");
	await appealing(ana);
	expect(room.heard.at(-1)).toMatch(
		new RegExp(`Appeal of ${ana.id}\nRefused for their age on 20.*\n\nI am 51, it was a slip`),
	);
	await ana.press("🙏 Appeal");
	expect(ana.last.text).toContain("appealed already");
	await ana.send("/start");
	expect(ana.last.text).toContain("I can't let you in");
	// Deleting is no way to a second one, and staff find them by their whole id all the same.
	await ana.send("/deletemydata");
	await ana.press("Delete everything");
	const { users } = await (await api(`/api/users?q=${ana.id}`)).json<{ users: unknown[] }>();
	expect(users).toMatchObject([{ id: ana.id, created_at: null, age_refused_at: expect.any(String) }]);
	expect(await (await api(`/api/users/${ana.id}`)).json()).toMatchObject({
		user: { profile: null, age_refused_at: expect.any(String), bots: [] },
	});
	await ana.start();
	expect(ana.last.text).toContain("I can't let you in");

	const bo = await refused("Bo");
	await appealing(bo);
	await room.press("Keep it");
	expect(bo.last.text).toContain("the refusal stays");
	const cy = await refused("Cy");
	await appealing(cy);
	await room.press("Let them start over");
	await follow(simulator);
	expect(cy.last.text).toContain("you can start over");
	// Refused once more, they have their say once more.
	await cy.start();
	await cy.press("Male");
	await cy.send("16");
	await appealing(cy);
	const { requests } = await (await api("/api/requests?kind=appeal")).json<{
		requests: { id: string; ref: string; user_id: number }[];
	}>();
	const own = requests.find(({ user_id }) => user_id === cy.id);
	expect(own?.ref).toBe(`age:${cy.id}`);
	expect((await api(`/api/requests/${own?.id}/appeal`, { lift: true })).status).toBe(200);
	await follow(simulator);
	expect(cy.last.text).toContain("you can start over");
	expect((await api(`/api/requests/${own?.id}/appeal`, { lift: true })).status).toBe(409);
});
