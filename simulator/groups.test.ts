// Groups and channels: who is told what, and who may do what.
import { expect, it } from "vitest";
import { world } from "./testing.ts";

const HOOK = {
	url: "https://rialto.test/hook",
	allowed_updates: [
		"message",
		"chat_member",
		"my_chat_member",
		"chat_join_request",
		"channel_post",
		"message_reaction",
	],
};

function recording() {
	const updates: Record<string, { new_chat_member?: { status: string }; text?: string }>[] = [];
	const deliver = async (request: Request) => {
		updates.push((await request.json()) as (typeof updates)[number]);
		return new Response();
	};
	return { updates, deliver };
}

it("gives a bot what its rights allow", async () => {
	const { updates, deliver } = recording();
	const { sim, bot, ana, call } = world({ deliver });
	await call("setWebhook", HOOK);
	const bob = sim.createUser({ first_name: "Bob" });
	const chat = sim.createGroup(ana.id, { title: "Club", type: "supergroup" });
	expect((await call("sendMessage", { chat_id: chat.id, text: "x" })).description).toBe(
		"Bad Request: chat not found",
	);
	sim.setMember(ana.id, { chat: chat.id, user: bot.id, status: "member" });
	sim.join(bob.id, { chat: chat.id });
	await sim.send(bob.id, { chat: chat.id, text: "unheard" });
	await sim.send(bob.id, { chat: chat.id, text: "/rules@rialto_bot" });
	await sim.settle();
	const texts = updates.flatMap((update) => update.message?.text ?? []);
	expect(texts).toEqual(["/rules@rialto_bot"]);
	expect(updates.some((update) => update.chat_member)).toBe(false);
	const ban = { chat_id: chat.id, user_id: bob.id };
	expect((await call("banChatMember", ban)).description).toBe(
		"Bad Request: not enough rights to restrict/unrestrict chat member",
	);
	sim.setMember(ana.id, { chat: chat.id, user: bot.id, status: "administrator" });
	await sim.send(bob.id, { chat: chat.id, text: "heard" });
	expect((await call("banChatMember", { ...ban, user_id: ana.id })).description).toBe(
		"Bad Request: can't remove chat owner",
	);
	expect((await call("banChatMember", ban)).result).toBe(true);
	expect((await call("getChatMember", ban)).result).toMatchObject({ status: "kicked", user: { id: bob.id } });
	expect(() => sim.join(bob.id, { chat: chat.id })).toThrow("banned");
	await sim.settle();
	expect(updates.flatMap((update) => update.message?.text ?? [])).toContain("heard");
	expect(updates.findLast((update) => update.chat_member)?.chat_member?.new_chat_member?.status).toBe(
		"kicked",
	);
	await call("unbanChatMember", ban);
	sim.join(bob.id, { chat: chat.id });
	await call("restrictChatMember", { ...ban, permissions: { can_send_messages: false } });
	await expect(sim.send(bob.id, { chat: chat.id, text: "x" })).rejects.toThrow("may not write");
	const { result: own } = await call("sendMessage", { chat_id: chat.id, text: "own" });
	sim.setMember(ana.id, { chat: chat.id, user: bot.id, status: "kicked" });
	for (const [name, parameters] of [
		["sendMessage", { text: "x" }],
		["deleteMessage", { message_id: own.message_id }],
		["deleteMessages", { message_ids: [own.message_id] }],
	] as const)
		expect((await call(name, { chat_id: chat.id, ...parameters })).description).toBe(
			"Forbidden: bot was kicked from the supergroup chat",
		);
});

it("tells who writes as a channel, what a discussion group gets, and what a reply shows of another chat", async () => {
	const { updates, deliver } = recording();
	const { sim, bot, ana, call } = world({ deliver });
	await call("setWebhook", HOOK);
	const chat = sim.createGroup(ana.id, { title: "Club", type: "supergroup" });
	sim.setMember(ana.id, { chat: chat.id, user: bot.id, status: "administrator" });
	const news = sim.createGroup(ana.id, { title: "News", type: "channel" });
	sim.link(ana.id, { chat: chat.id, channel: news.id });
	expect((await call("getChat", { chat_id: chat.id })).result.linked_chat_id).toBe(news.id);
	const heard = async () => {
		await sim.settle();
		return updates.findLast((update) => update.message)?.message;
	};
	await sim.send(ana.id, { chat: news.id, text: "a post" });
	expect(await heard()).toMatchObject({
		...{ text: "a post", is_automatic_forward: true, from: { id: 777000 }, sender_chat: { id: news.id } },
		forward_origin: { type: "channel", chat: { id: news.id } },
	});
	sim.setMember(ana.id, { chat: news.id, user: bot.id, status: "administrator" });
	await call("sendMessage", { chat_id: news.id, text: "the bot's post", protect_content: true });
	expect(await heard()).toMatchObject({
		...{ chat: { id: chat.id }, text: "the bot's post", is_automatic_forward: true },
		...{ sender_chat: { id: news.id }, has_protected_content: true },
	});
	const bob = sim.createUser({ first_name: "Bob" });
	sim.join(bob.id, { chat: chat.id });
	const ads = sim.createGroup(bob.id, { title: "Ads", type: "channel" });
	const ad = await sim.send(bob.id, { chat: ads.id, photo: true, caption: "see https://example.com now" });
	await sim.send(bob.id, {
		...{ chat: chat.id, text: "well", quote: "https://example.com" },
		reply_from: { chat: ads.id, message_id: ad.message_id },
	});
	const reply = await heard();
	expect(reply).toMatchObject({
		external_reply: {
			...{ chat: { id: ads.id }, message_id: ad.message_id, photo: expect.anything() },
			origin: { type: "channel", chat: { id: ads.id } },
		},
		quote: { text: "https://example.com", position: 4 },
	});
	expect(JSON.stringify(reply)).not.toContain("caption");
	await expect(sim.send(ana.id, { chat: chat.id, text: "x", as: ads.id })).rejects.toThrow("own");
	await sim.send(bob.id, { chat: chat.id, text: "buy", as: ads.id });
	expect(await heard()).toMatchObject({ from: { username: "Channel_Bot" }, sender_chat: { id: ads.id } });
	const sender = { chat_id: chat.id, sender_chat_id: ads.id };
	expect((await call("banChatSenderChat", sender)).result).toBe(true);
	await expect(sim.send(bob.id, { chat: chat.id, text: "buy", as: ads.id })).rejects.toThrow("banned");
	expect((await call("unbanChatSenderChat", sender)).result).toBe(true);
	await sim.send(bob.id, { chat: chat.id, text: "buy", as: ads.id });
	expect((await call("banChatSenderChat", { ...sender, sender_chat_id: bob.id })).description).toBe(
		"Bad Request: PARTICIPANT_ID_INVALID",
	);
});

it("refuses a button without a host, and the general topic by its id", async () => {
	const { sim, bot, ana, call } = world();
	const chat = sim.createGroup(ana.id, { title: "Club", type: "supergroup" });
	sim.setMember(ana.id, { chat: chat.id, user: bot.id, status: "administrator" });
	const button = (url: string) =>
		call("sendMessage", {
			...{ chat_id: chat.id, text: "x" },
			reply_markup: { inline_keyboard: [[{ text: "Go", url }]] },
		});
	expect((await button("http://localhost")).description).toBe(
		"Bad Request: inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
	);
	expect((await button("https://localhost:8787/x")).ok).toBe(false);
	for (const url of ["https://example.com:443/a?b#c", "http://127.0.0.1/", "t.me/rialto", "tg://user?id=1"])
		expect([url, (await button(url)).ok]).toEqual([url, true]);
	const topic = (message_thread_id: number) =>
		call("sendMessage", { chat_id: chat.id, text: "x", message_thread_id });
	expect((await topic(1)).description).toBe("Bad Request: message thread not found");
	expect((await topic(7)).ok).toBe(true);
});

it("lets people into a channel by request", async () => {
	const { updates, deliver } = recording();
	const { sim, bot, ana, call } = world({ deliver });
	await call("setWebhook", HOOK);
	const bob = sim.createUser({ first_name: "Bob" });
	const chat = sim.createGroup(ana.id, { title: "VIP", type: "channel" });
	sim.setMember(ana.id, {
		chat: chat.id,
		user: bot.id,
		status: "administrator",
		rights: { can_post_messages: false },
	});
	expect((await call("sendMessage", { chat_id: chat.id, text: "x" })).description).toBe(
		"Bad Request: need administrator rights in the channel chat",
	);
	const { result: link } = await call("createChatInviteLink", {
		chat_id: chat.id,
		creates_join_request: true,
	});
	expect(sim.join(bob.id, { invite_link: link.invite_link })).toBe("requested");
	// For five minutes the bot may write to who asked.
	expect((await call("sendMessage", { chat_id: bob.id, text: "why?" })).ok).toBe(true);
	const request = { chat_id: chat.id, user_id: bob.id };
	expect((await call("approveChatJoinRequest", request)).result).toBe(true);
	expect((await call("approveChatJoinRequest", request)).description).toBe(
		"Bad Request: USER_ALREADY_PARTICIPANT",
	);
	await sim.send(ana.id, { chat: chat.id, text: "news" });
	await sim.settle();
	expect(
		updates
			.flatMap((update) => Object.keys(update))
			.filter((key) => key !== "update_id")
			.sort(),
	).toEqual(["channel_post", "chat_join_request", "chat_member", "my_chat_member"]);
	await call("revokeChatInviteLink", { chat_id: chat.id, invite_link: link.invite_link });
	sim.leave(bob.id, { chat: chat.id });
	expect(() => sim.join(bob.id, { invite_link: link.invite_link })).toThrow("revoked");
	expect((await call("getChatMemberCount", { chat_id: chat.id })).result).toBe(2);
});

it("moves a group to a supergroup with a new id", async () => {
	const { sim, bot, ana, call } = world();
	const chat = sim.createGroup(ana.id, { title: "Small", type: "group" });
	sim.setMember(ana.id, { chat: chat.id, user: bot.id, status: "member" });
	const moved = sim.migrate(ana.id, { chat: chat.id });
	expect(await call("sendMessage", { chat_id: chat.id, text: "x" })).toMatchObject({
		error_code: 400,
		parameters: { migrate_to_chat_id: moved.id },
	});
	expect((await call("sendMessage", { chat_id: moved.id, text: "x" })).ok).toBe(true);
});
