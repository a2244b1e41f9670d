import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { day, deps, paymentWorld } from "./payment-world.ts";
import { aCreator, aPicture, aProduct, wants } from "./shop-world.ts";

const world = paymentWorld();

const running = async () => {
	const { results } = await env.DB.prepare("SELECT id FROM handovers WHERE state = 'running'").all<{
		id: string;
	}>();
	return results.map(({ id }) => id);
};

/** Carries out what a job would, once. */
async function carryOut(): Promise<void> {
	const { shop } = await deps();
	for (const id of await running()) await shop.handingOver.carryOut(id);
	await world.simulator.settle();
}

const pictures = (count: number) => Promise.all(Array.from({ length: count }, () => aPicture()));
const sends = () => world.simulator.calls({ method: "sendMediaGroup" }).length;

test("an album that fails half-way with a 429 goes on where it stopped; nothing is sent twice, and files are uploaded once", async () => {
	const creator = await aCreator();
	const pack = await aProduct(creator, { media: await pictures(23) });
	const ana = await world.buyer("Ana");
	await wants(ana, pack);
	await ana.pay();
	world.simulator.addFault({ method: "sendMediaGroup", chat_id: ana.id, retry_after: 7 });
	const before = sends();
	await carryOut();
	expect(sends() - before).toBe(1);
	// Telegram wants us to wait, so nobody goes on before that.
	await carryOut();
	expect(sends() - before).toBe(1);
	vi.setSystemTime(Date.now() + 8_000);
	await carryOut();
	expect(await running()).toEqual([]);
	const seen = ana.messages().filter(({ photo }) => photo);
	expect(seen).toHaveLength(23);
	expect(seen.every(({ has_protected_content }) => has_protected_content)).toBe(true);
	const { results } = await env.DB.prepare("SELECT count(*) AS files FROM media_files WHERE bot_id = ?")
		.bind(ana.bot)
		.all<{ files: number }>();
	expect(results[0]?.files).toBeGreaterThanOrEqual(23);
	await carryOut();
	expect(ana.messages().filter(({ photo }) => photo)).toHaveLength(23);
});

test("what may have arrived is not sent again by itself: it is said, with a button", async () => {
	const creator = await aCreator();
	const pack = await aProduct(creator, { media: await pictures(12) });
	const ana = await world.buyer("Ana");
	await wants(ana, pack);
	await ana.pay();
	world.simulator.addFault({ method: "sendMediaGroup", chat_id: ana.id, drop_answer: true });
	await carryOut();
	expect(await running()).toEqual([]);
	expect(ana.messages().filter(({ photo }) => photo)).toHaveLength(12);
	expect(ana.last.text).toContain("10 items may not have arrived");
});

test("a run that died leaves what it was sending unknown, and the next one goes on", async () => {
	const creator = await aCreator();
	const pack = await aProduct(creator, { media: await pictures(11) });
	const ana = await world.buyer("Ana");
	await wants(ana, pack);
	await ana.pay();
	await env.DB.prepare(
		"UPDATE handover_parts SET state = 'sending' WHERE no = 0 AND state = 'waiting'",
	).run();
	await carryOut();
	expect(ana.messages().filter(({ photo }) => photo)).toHaveLength(1);
	expect(ana.last.text).toContain("10 items may not have arrived");
});

test("who gave the Stars back gets nothing; a failure of Telegram's is tried again", async () => {
	const creator = await aCreator();
	const pack = await aProduct(creator);
	const ana = await world.buyer("Ana");
	await wants(ana, pack);
	await ana.pay();
	world.simulator.addFault({ method: "sendPhoto", chat_id: ana.id, status: 502, times: 2 });
	await carryOut();
	expect(await running()).toHaveLength(1);
	for (const ms of [1_000, 5_000]) {
		vi.setSystemTime(Date.now() + ms);
		await carryOut();
	}
	expect(ana.messages().filter(({ photo }) => photo)).toHaveLength(1);
	const { payments, shop } = await deps();
	const [paid] = await ana.payments();
	// It was delivered: no rule gives it back.
	expect(await payments.refunds.ask(ana.id, paid?.id ?? 0)).toBe("requested");
	await payments.refunds.byStaff(paid?.id ?? 0, "kindness", "owner");
	await shop.fulfilment.deliver({ userId: ana.id, botId: ana.bot, productNo: pack.no, cause: "again:1" });
	expect(await running()).toEqual([]);
	vi.setSystemTime(Date.now() + day);
});
