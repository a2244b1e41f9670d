import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { readConfig } from "../src/platform/env.ts";
import { webhookSecret } from "../src/platform/registry.ts";
import { mutated } from "./fuzz-updates.ts";
import { GroupRoom, staffId } from "./group-world.ts";
import { sample } from "./sampling.ts";
import { api, Phone, startTelegram, twoTalking } from "./telegram.ts";

const { runs, seed: base } = sample("FUZZ", { all: 3_000, some: 1_000 });

test("an update of an impossible shape is answered 200, and none 500", { timeout: 3_600_000 }, async () => {
	const { simulator, bot } = await startTelegram();
	const { ana, bo } = await twoTalking(simulator, bot);
	const room = await new GroupRoom({ simulator, bot, token: "" }).addBot();
	await api(`/api/groups/${room.id}/approve`, {});
	await room.set({
		moderation: true,
		link_filter: true,
		forward_filter: true,
		captcha: true,
		shared_bans: true,
	});
	const review = simulator.createGroup(room.owner, { title: "Staff", type: "supergroup" });
	await api("/api/config/bulk", { "chat.review_chat_id": review.id, "people.support_chat_id": review.id });
	const { seat } = await env.PERSON.getByName(String(ana.id)).status();
	const newcomer = new Phone(simulator, bot, "New");
	const cast = {
		people: { seated: ana.id, other: bo.id, newcomer: newcomer.id, staff: staffId, owner: room.owner },
		chatId: seat?.chatId ?? "",
		groups: { active: room.id, room: review.id },
		bot: { id: bot, username: "rialto_bot" },
	};
	const secret = await webhookSecret(readConfig(env).ENCRYPTION_KEY, bot);
	const wrong: string[] = [];
	const counts: Record<string, number> = {};
	for (let seed = base; seed < base + runs; seed++) {
		const update = mutated(seed, cast, seed);
		const response = await exports.default.fetch(`https://rialto.test/telegram/${bot}`, {
			method: "POST",
			headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
			body: JSON.stringify(update),
		});
		const { status } = response;
		counts[status] = (counts[status] ?? 0) + 1;
		const later = status === 503 && response.headers.has("Retry-After");
		if (status !== 200 && !later)
			wrong.push(`${status} to FUZZ_SEED=${seed} FUZZ_RUNS=1: ${JSON.stringify(update).slice(0, 1_000)}`);
	}
	console.log(JSON.stringify(counts));
	expect(wrong).toEqual([]);
});
