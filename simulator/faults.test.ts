// Limits, injected faults, the control interface over HTTP, and keeping the state.
import { describe, expect, it } from "vitest";
import { Simulator } from "./simulator.ts";
import { botClient, world } from "./testing.ts";

describe("limits and faults", () => {
	it("answers 429 to a bot that is too fast, and lets it go on after retry_after", async () => {
		let now = 1_700_000_000_000;
		const { sim, bot, ana, call } = world({ now: () => now });
		await sim.start(ana.id, { bot: bot.id });
		for (let n = 0; n < 50; n += 1)
			expect((await call("sendMessage", { chat_id: ana.id, text: "x" })).ok).toBe(true);
		sim.setLimits({ enabled: true });
		const send = () => call("sendMessage", { chat_id: ana.id, text: "x" });
		let answer = await send();
		let sent = 0;
		while (answer.ok) {
			sent += 1;
			answer = await send();
		}
		expect(sent).toBe(5);
		expect(answer).toEqual({
			ok: false,
			error_code: 429,
			description: "Too Many Requests: retry after 1",
			parameters: { retry_after: 1 },
		});
		now += 1000;
		expect((await send()).ok).toBe(true);
		expect((await call("getMe", {})).ok).toBe(true);
	});

	it("fails as asked, as often as asked, and can lose an answer", async () => {
		const { sim, bot, ana, call } = world();
		await sim.start(ana.id, { bot: bot.id });
		const send = () => call("sendMessage", { chat_id: ana.id, text: "x" });
		sim.addFault({ method: "sendMessage", status: 500, times: 2 });
		sim.addFault({ method: "*", chat_id: ana.id, retry_after: 3 });
		expect((await send()).error_code).toBe(500);
		expect((await call("getMe", {})).ok).toBe(true);
		expect((await send()).error_code).toBe(500);
		expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
		expect((await send()).ok).toBe(true);
		sim.addFault({ method: "sendMessage", drop_answer: true });
		const before = sim.messages(ana.id, bot.id).length;
		await expect(send()).rejects.toThrow("connection was closed");
		expect(sim.messages(ana.id, bot.id)).toHaveLength(before + 1);
		sim.addFault({ method: "sendMessage", status: 400, description: "Bad Request: no" });
		sim.clearFaults();
		expect((await send()).ok).toBe(true);
		expect(sim.calls({ method: "sendmessage" }).map(({ status }) => status)).toEqual([
			500, 500, 429, 200, 200, 200,
		]);
	});
});

it("serves the control interface", async () => {
	const sim = new Simulator({ autoDeliver: false });
	const control = async (path: string, body?: object, method = body ? "POST" : "GET") => {
		const init = body ? { method, body: JSON.stringify(body) } : { method };
		const response = await sim.fetch(new Request(`http://telegram.test/control${path}`, init));
		// biome-ignore lint/suspicious/noExplicitAny: what is asserted on
		return { status: response.status, body: (await response.json()) as any };
	};
	const { bot, token } = (await control("/bots", { first_name: "Bot", username: "some_bot" })).body;
	expect((await control("/bots", { first_name: "Bot", username: "some_bot" })).body.token).toBe(token);
	const { user } = (await control("/users", { first_name: "Ana", language_code: "pt" })).body;
	await control(`/users/${user.id}/start`, { bot: bot.id });
	const keyboard = { keyboard: [[{ text: "Next" }], ["Stop"]], resize_keyboard: true };
	await botClient(sim, token)("sendMessage", { chat_id: user.id, text: "menu", reply_markup: keyboard });
	const screen = (await control(`/users/${user.id}/messages?chat=${bot.id}&after=1`)).body;
	expect(screen).toMatchObject({
		messages: [{ text: "menu" }],
		reply_keyboard: { keyboard: [[{ text: "Next" }], [{ text: "Stop" }]], resize_keyboard: true },
		blocked: false,
	});
	const pressed = (await control(`/users/${user.id}/press`, { chat: bot.id, text: "Stop" })).body;
	expect(pressed).toMatchObject({ kind: "message", message: { text: "Stop", out: true } });
	const found = await control(`/users/${user.id}/wait?chat=${bot.id}&contains=men`);
	expect(found.body.message.text).toBe("menu");
	expect((await control(`/users/${user.id}/wait?chat=${bot.id}&contains=never&timeout=20`)).status).toBe(408);
	expect((await control(`/users/${user.id}/chats`)).body.chats).toMatchObject([{ title: "Bot", unread: 0 }]);
	expect(await control(`/users/${user.id}/send`, { chat: bot.id })).toMatchObject({ status: 400 });
	expect(await control("/users/5/chats")).toEqual({ status: 404, body: { error: "no user 5" } });
	expect((await control("/limits", { enabled: true }, "PUT")).body.enabled).toBe(true);
	await control("/reset", {});
	expect((await control("/state")).body).toMatchObject({
		bots: [{ id: bot.id }],
		users: [],
		chats: [],
		limits: { enabled: true },
	});
});

it("comes back from a snapshot, with ids that keep increasing", async () => {
	const { sim, bot, token, ana } = world();
	await botClient(sim, token)("setWebhook", { url: "https://rialto.test/hook", secret_token: "s" });
	const sent = await sim.send(ana.id, { chat: bot.id, photo: {}, caption: "kept" });
	const written = JSON.stringify(sim.snapshot());
	const updates: { update_id: number; message: { message_id: number } }[] = [];
	const again = new Simulator({
		autoDeliver: false,
		deliver: async (request) => {
			updates.push((await request.json()) as (typeof updates)[number]);
			return new Response();
		},
	});
	again.restore(JSON.parse(written));
	expect(again.messages(ana.id, bot.id)).toEqual([sent]);
	const fileId = sent.photo?.at(-1)?.file_unique_id ?? "";
	expect(again.file(fileId)?.bytes).toEqual(sim.file(fileId)?.bytes);
	const next = await again.send(ana.id, { chat: bot.id, text: "later" });
	expect(next.message_id).toBe(1002);
	await again.settle();
	expect(updates.map(({ message }) => message.message_id)).toEqual([1, 1002]);
	expect((updates[1]?.update_id ?? 0) - (updates[0]?.update_id ?? 0)).toBe(1001);
});
