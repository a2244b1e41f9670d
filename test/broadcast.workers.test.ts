import { env } from "cloudflare:test";
import { beforeEach, expect, test } from "vitest";
import { previewAnswer } from "../src/staff/shapes-broadcast.ts";
import { broadcast, campaign, consumeJob, deliveries, holdSends, runJobs, tick } from "./delivery-kit.ts";
import { post } from "./shop.ts";
import { fieldsOf } from "./staff-answers.ts";
import { configure } from "./staff-room.ts";
import { addBot, api, Phone, startTelegram } from "./telegram.ts";

const { simulator, bot } = await startTelegram();
const second = simulator.createBot({ first_name: "Second", username: "second_bot" });
await addBot(second.token);
let jobs: ReturnType<typeof holdSends>;
let people = 0;

beforeEach(async () => {
	jobs = holdSends();
	simulator.clearFaults();
	await env.DB.batch(["people", "person_bots", "bans", "deliveries", "delivery_blocks", "campaigns"].map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
	await configure({ "delivery.broadcasts_an_hour": 1000, "delivery.messages_per_second": 1000 });
});

const person = (language?: string) => new Phone(simulator, bot, `Person${++people}`).settleIn("Male", "30", language);
const makeVip = (phone: Phone) =>
	env.DB.prepare("UPDATE people SET vip_until = ? WHERE id = ?")
		.bind(Date.now() + 86_400_000, phone.id)
		.run();
const got = (phone: Phone, text: string) => phone.heard.filter((heard) => heard === text).length;

test("each audience gets it once, through the bot started last, and nobody who must not", async () => {
	const ana = await person();
	const vic = await person("🇵🇹 Português").catch(() => null);
	expect(vic).toBeNull();
	const vip = await person();
	await makeVip(vip);
	const gone = await person();
	await simulator.block(gone.id, { bot });
	await simulator.settle();
	const banned = await person();
	await post(`/api/users/${banned.id}/ban`, { reason: "spam" });
	const away = await person();
	await away.press("👤 Profile").catch(() => undefined);
	const both = await person();
	const otherPhone = new Phone(simulator, second.bot.id, "unused");
	Object.assign(otherPhone, { id: both.id });
	await otherPhone.start();

	const preview = previewAnswer.parse(await post("/api/broadcast/preview", { message: "x", audience: "all" }));
	expect(preview.recipients).toBe(5);
	for (const [audience, readers] of [
		["all", [ana, vip, away]],
		["vip", [vip]],
		["free", [ana, away]],
	] as const) {
		const id = await broadcast({ message: `for ${audience}`, audience });
		expect(await runJobs(jobs)).toBeLessThanOrEqual(4);
		const { status, counts, progress } = await campaign(id);
		expect([status, counts.queued, progress]).toEqual(["finished", 0, 1]);
		expect(counts.sent + counts.skipped + counts.failed).toBe(counts.sent);
		for (const phone of [ana, vip, away, gone, banned])
			expect([audience, phone.id, got(phone, `for ${audience}`)]).toEqual([
				audience,
				phone.id,
				(readers as Phone[]).includes(phone) ? 1 : 0,
			]);
		if (audience === "all") {
			expect(got(both, "for all")).toBe(0);
			expect(got(otherPhone, "for all")).toBe(1);
		}
	}
});
