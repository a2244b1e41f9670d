// Webhooks: which updates, in what order, again after failures.
import { describe, expect, it } from "vitest";
import { world } from "./testing.ts";

interface Received {
	update_id: number;
	kind: string;
	text: string | undefined;
}

/** A webhook that answers as told, and remembers what it got. */
function webhook(answer: (received: Received) => Response | Promise<Response> = () => new Response()) {
	const received: Received[] = [];
	const secrets = new Set<string | null>();
	const deliver = async (request: Request) => {
		secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"));
		const update = (await request.json()) as { update_id: number; [kind: string]: unknown };
		const kind = Object.keys(update).find((key) => key !== "update_id") ?? "";
		const { text, data } = update[kind] as { text?: string; data?: string };
		const one = { update_id: update.update_id, kind, text: text ?? data };
		received.push(one);
		return answer(one);
	};
	return { received, secrets, deliver };
}

const HOOK = { url: "https://rialto.test/hook", secret_token: "s3cret" };

describe("webhook delivery", () => {
	it("sends what was asked for, with the secret, one after another", async () => {
		const hook = webhook();
		const { sim, bot, ana, call } = world({ deliver: hook.deliver });
		expect((await call("setWebhook", { url: "http://example.com/" })).description).toContain(
			"HTTPS URL must be provided",
		);
		expect((await call("setWebhook", { ...HOOK, secret_token: "a b" })).description).toContain(
			"unallowed characters",
		);
		await call("setWebhook", HOOK);
		await sim.start(ana.id, { bot: bot.id });
		sim.react(ana.id, { chat: bot.id, message_id: 1, emoji: "👍" });
		await sim.edit(ana.id, { chat: bot.id, message_id: 1, text: "/start again" });
		sim.block(ana.id, { bot: bot.id });
		expect((await call("getWebhookInfo", {})).result.pending_update_count).toBe(3);
		await sim.settle();
		expect(hook.received.map(({ kind }) => kind).sort()).toEqual([
			"edited_message",
			"message",
			"my_chat_member",
		]);
		expect([...hook.secrets]).toEqual(["s3cret"]);
		sim.unblock(ana.id, { bot: bot.id });
		// An omitted list keeps the old one.
		await call("setWebhook", { ...HOOK, allowed_updates: ["message_reaction"] });
		await call("setWebhook", HOOK);
		await sim.send(ana.id, { chat: bot.id, text: "unseen" });
		sim.react(ana.id, { chat: bot.id, message_id: 1 });
		await sim.settle();
		expect(hook.received.at(-1)?.kind).toBe("message_reaction");
		expect(hook.received.some(({ text }) => text === "unseen")).toBe(false);
	});

	it("holds a chat's order through failures, while callbacks overtake", async () => {
		let failures = 3;
		const hook = webhook(({ text }) => {
			if (text !== "one" || failures === 0) return new Response();
			failures -= 1;
			return new Response("busy", { status: 503, headers: { "Retry-After": failures === 2 ? "7" : "0" } });
		});
		const { sim, bot, ana, call } = world({ deliver: hook.deliver });
		await call("setWebhook", HOOK);
		await sim.send(ana.id, { chat: bot.id, text: "one" });
		await sim.send(ana.id, { chat: bot.id, text: "two" });
		const markup = { inline_keyboard: [[{ text: "Go", callback_data: "pressed" }]] };
		await call("sendMessage", { chat_id: ana.id, text: "?", reply_markup: markup });
		const pressed = await sim.press(ana.id, { chat: bot.id, text: "Go" });
		await sim.settle();
		expect(hook.received.map(({ text }) => text)).toEqual(["one", "pressed", "one", "one", "one", "two"]);
		const waits = sim.deliveries().filter(({ status }) => status === 503);
		expect(waits.map(({ wait }) => wait)).toEqual([7, 2, 4]);
		expect((await call("getWebhookInfo", {})).result.last_error_message).toBe(
			"Wrong response from the webhook: 503 Service Unavailable",
		);
		if (pressed.kind !== "callback") throw new Error("not a callback");
		const { query_id } = pressed;
		expect(pressed.answer).toBeNull();
		expect((await call("answerCallbackQuery", { callback_query_id: query_id, text: "ok" })).ok).toBe(true);
		expect(sim.callbackAnswer(query_id)).toMatchObject({ text: "ok", show_alert: false });
		expect((await call("answerCallbackQuery", { callback_query_id: query_id })).description).toBe(
			"Bad Request: query is too old and response timeout expired or query ID is invalid",
		);
	});

	it("tells what can't be delivered, and drops a callback after 150 s", async () => {
		let now = 1_700_000_000_000;
		const hook = webhook(() => {
			throw new Error("connection refused");
		});
		const { sim, bot, ana, call } = world({ deliver: hook.deliver, now: () => now });
		await call("setWebhook", HOOK);
		const [message] = await sim.sendAll(ana.id, { chat: bot.id, text: "lost" });
		await expect(sim.settle({ rounds: 2 })).rejects.toThrow("connection refused");
		expect(hook.received).toHaveLength(2);
		const markup = { inline_keyboard: [[{ text: "Go", callback_data: "go" }]] };
		await call("sendMessage", { chat_id: ana.id, text: "?", reply_markup: markup });
		await sim.press(ana.id, { chat: bot.id, callback_data: "go" });
		await sim.settle({ rounds: 2, allowFailures: true });
		now += 151_000;
		await sim.settle({ rounds: 3, allowFailures: true });
		expect((await call("getWebhookInfo", {})).result.pending_update_count).toBe(1);
		expect(message?.message_id).toBe(1);
	});

	it("runs a call in the answer, and sends updates again on demand", async () => {
		const { sim, bot, ana, call } = world({
			deliver: async (request) => {
				const { message } = (await request.json()) as { message: { chat: { id: number }; text: string } };
				return Response.json({
					method: "sendMessage",
					chat_id: message.chat.id,
					text: `echo ${message.text}`,
				});
			},
		});
		await call("setWebhook", HOOK);
		await sim.send(ana.id, { chat: bot.id, text: "hi" });
		await sim.settle();
		sim.redeliver(bot.id, sim.deliveries()[0]?.update_id ?? 0);
		await sim.settle();
		sim.sendUpdate(bot.id, {
			update_id: 5,
			message: { message_id: 900, chat: { id: ana.id }, text: "made up" },
		});
		await sim.settle();
		expect(sim.messages(ana.id, bot.id).map(({ text }) => text)).toEqual([
			"hi",
			"echo hi",
			"echo hi",
			"echo made up",
		]);
		expect(
			sim
				.deliveries()
				.map(({ update_id }) => update_id)
				.at(-1),
		).toBe(5);
	});

	it("delivers by itself, several queues at a time", async () => {
		let running = 0;
		let most = 0;
		const hook = webhook(async () => {
			running += 1;
			most = Math.max(most, running);
			await new Promise((resolve) => setTimeout(resolve, 5));
			running -= 1;
			return new Response();
		});
		const { sim, bot, call } = world({ deliver: hook.deliver, autoDeliver: true });
		await call("setWebhook", { ...HOOK, max_connections: 3 });
		const people = Array.from({ length: 6 }, (_, n) => sim.createUser({ first_name: `P${n}` }));
		for (const text of ["1", "2", "3"]) {
			for (const { id } of people) await sim.send(id, { chat: bot.id, text });
		}
		await sim.settle();
		expect(hook.received).toHaveLength(18);
		expect(most).toBe(3);
		sim.close();
	});
});
