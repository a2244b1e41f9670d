// Ways into groups and channels and out of them: links, requests, bans, and what the bot is told of each.
import { expect, it } from "vitest";
import { type Update, world } from "./testing.ts";

const KINDS = ["message", "chat_member", "my_chat_member", "chat_join_request"];

/** Ana's chat with the bot as its administrator; `told` answers what the bot has heard since. */
async function chatWithBot(type: "group" | "supergroup" | "channel", rights?: Record<string, boolean>) {
	let now = Date.UTC(2026, 0, 1);
	const updates: Update[] = [];
	const made = world({
		now: () => now,
		deliver: async (request) => {
			updates.push((await request.json()) as Update);
			return new Response();
		},
	});
	const { sim, bot, ana, call } = made;
	await call("setWebhook", { url: "https://rialto.test/hook", allowed_updates: KINDS });
	const bob = sim.createUser({ first_name: "Bob" });
	const chat = sim.createGroup(ana.id, { title: "VIP", type });
	sim.setMember(ana.id, {
		...{ chat: chat.id, user: bot.id, status: "administrator" },
		...(rights ? { rights } : {}),
	});
	const told = async (kind: string) => {
		await sim.settle();
		return updates.splice(0).flatMap((update) => update[kind] ?? []);
	};
	const chat_id = chat.id;
	const here = (method: string, parameters: object = {}) => call(method, { chat_id, ...parameters });
	const refused = async (method: string, parameters: object) => (await here(method, parameters)).description;
	const make = async (options: object = {}) => (await here("createChatInviteLink", options)).result;
	const pass = (ms: number) => {
		now += ms;
	};
	return { ...made, bob, chat, told, here, refused, make, pass, date: () => now / 1000 };
}

it("makes, changes and revokes links, and refuses what Telegram refuses", async () => {
	const { sim, bot, ana, bob, here, refused, make, pass, date } = await chatWithBot("channel");
	const link = await make({ name: "June", expire_date: date() + 60 });
	expect(link).toEqual({
		invite_link: expect.stringMatching(/^https:\/\/t\.me\/\+\w+$/),
		creator: bot,
		creates_join_request: false,
		is_primary: false,
		is_revoked: false,
		name: "June",
		expire_date: date() + 60,
	});
	const { invite_link } = link;
	pass(60_000);
	expect(() => sim.join(bob.id, { invite_link })).toThrow("expired");
	const edited = await here("editChatInviteLink", { invite_link, creates_join_request: true });
	expect(edited.result).toMatchObject({ invite_link, creates_join_request: true });
	expect(edited.result).not.toHaveProperty("name");
	expect(edited.result).not.toHaveProperty("expire_date");
	const both = { creates_join_request: true, member_limit: 1 };
	const words = "Bad Request: member limit can't be specified for links requiring administrator approval";
	expect(await refused("createChatInviteLink", both)).toBe(words);
	expect(await refused("editChatInviteLink", { invite_link, ...both })).toBe(words);
	expect(await refused("createChatInviteLink", { member_limit: 100_000 })).toBe(
		"Bad Request: USAGE_LIMIT_INVALID",
	);
	expect(await refused("createChatInviteLink", { expire_date: date() })).toBe(
		"Bad Request: EXPIRE_DATE_INVALID",
	);
	expect((await here("revokeChatInviteLink", { invite_link })).result).toMatchObject({ is_revoked: true });
	expect(() => sim.join(bob.id, { invite_link })).toThrow("revoked");
	expect(await refused("editChatInviteLink", { invite_link })).toBe("Bad Request: INVITE_HASH_EXPIRED");

	// A bot knows its own primary link only, and a new one takes the place of the one before.
	expect((await here("getChat")).result.invite_link).toBeUndefined();
	const { result: first } = await here("exportChatInviteLink");
	const { result: second } = await here("exportChatInviteLink");
	expect((await here("getChat")).result.invite_link).toBe(second);
	expect(() => sim.join(bob.id, { invite_link: first })).toThrow("revoked");
	await here("revokeChatInviteLink", { invite_link: second });
	expect([first, second, undefined]).not.toContain((await here("getChat")).result.invite_link);
	const other = sim.createBot({ first_name: "Other", username: "other_bot" });
	const channel = (await here("getChat")).result.id;
	sim.setMember(ana.id, {
		...{ chat: channel, user: bot.id, status: "administrator" },
		rights: { can_invite_users: false },
	});
	expect(await refused("exportChatInviteLink", {})).toBe(
		"Bad Request: not enough rights to manage chat invite link",
	);
	expect(other.bot.id).not.toBe(bot.id);
});

it("lets a one-use link work again once who came by it has left", async () => {
	const { sim, ana, bob, chat, told, make } = await chatWithBot("channel");
	const cid = sim.createUser({ first_name: "Cid" });
	const link = await make({ member_limit: 1 });
	const { invite_link } = link;
	await told("chat_member");
	// However it is written.
	expect(sim.join(bob.id, { invite_link: invite_link.replace("https://t.me/+", "t.me/joinchat/") })).toBe(
		"member",
	);
	const [joined] = await told("chat_member");
	expect(joined).toMatchObject({
		from: bob,
		old_chat_member: { status: "left" },
		new_chat_member: { status: "member" },
		invite_link: link,
	});
	expect(joined).not.toHaveProperty("via_join_request");
	expect(() => sim.join(cid.id, { invite_link })).toThrow("used up");
	sim.setMember(ana.id, { chat: chat.id, user: bob.id, status: "administrator" });
	expect(() => sim.join(cid.id, { invite_link })).toThrow("used up");
	sim.leave(bob.id, { chat: chat.id });
	expect(sim.join(cid.id, { invite_link })).toBe("member");
	expect(() => sim.join(bob.id, { invite_link })).toThrow("used up");
	sim.join(bob.id, { chat: chat.id });
	const all = await told("chat_member");
	expect(all.at(-1)).not.toHaveProperty("invite_link");
});

it("tells of requests and of who let them in, and shortens others' links", async () => {
	const { sim, ana, bob, chat, told, here, refused, make, call } = await chatWithBot("supergroup");
	const { invite_link } = await make({ creates_join_request: true, name: "Shop" });
	const asked = { user_id: bob.id };
	for (const method of ["approveChatJoinRequest", "declineChatJoinRequest"])
		expect(await refused(method, asked)).toBe("Bad Request: HIDE_REQUESTER_MISSING");
	expect(sim.join(bob.id, { invite_link })).toBe("requested");
	expect(await told("chat_join_request")).toEqual([
		{
			chat,
			from: bob,
			user_chat_id: bob.id,
			date: expect.any(Number),
			invite_link: expect.objectContaining({ invite_link, name: "Shop", pending_join_request_count: 1 }),
		},
	]);
	expect((await call("sendMessage", { chat_id: bob.id, text: "why?" })).ok).toBe(true);
	expect((await here("getChatMember", asked)).result.status).toBe("left");
	expect((await here("declineChatJoinRequest", asked)).result).toBe(true);
	expect(await refused("declineChatJoinRequest", asked)).toBe("Bad Request: HIDE_REQUESTER_MISSING");
	sim.join(bob.id, { invite_link });
	await told("chat_member");
	expect((await here("approveChatJoinRequest", asked)).result).toBe(true);
	expect(await told("chat_member")).toMatchObject([
		{ new_chat_member: { status: "member" }, via_join_request: true, invite_link: { invite_link } },
	]);
	for (const method of ["approveChatJoinRequest", "declineChatJoinRequest"])
		expect(await refused(method, asked)).toBe("Bad Request: USER_ALREADY_PARTICIPANT");

	// A person answers too; another bot sees only the beginning of this one's link.
	const other = sim.createBot({ first_name: "Other", username: "other_bot" });
	sim.setMember(ana.id, { chat: chat.id, user: other.bot.id, status: "administrator" });
	const heard = async () => {
		const response = await sim.fetch(
			new Request(`http://telegram.test/bot${other.token}/getUpdates?allowed_updates=["chat_join_request"]`),
		);
		return ((await response.json()) as { result: Update[] }).result;
	};
	await heard();
	const cid = sim.createUser({ first_name: "Cid" });
	sim.join(cid.id, { invite_link });
	const shown = (await heard()).at(-1)?.chat_join_request.invite_link.invite_link;
	expect(shown).toMatch(/^https:\/\/t\.me\/\+\w+…$/);
	expect(invite_link.startsWith(shown.slice(0, -1))).toBe(true);
	await told("chat_member");
	sim.setMember(ana.id, { chat: chat.id, user: cid.id, status: "member" });
	expect(await told("chat_member")).toMatchObject([{ from: ana, via_join_request: true }]);
	sim.leave(cid.id, { chat: chat.id });
	sim.join(cid.id, { invite_link });
	sim.setMember(ana.id, { chat: chat.id, user: cid.id, status: "left" });
	expect(await refused("approveChatJoinRequest", { user_id: cid.id })).toBe(
		"Bad Request: HIDE_REQUESTER_MISSING",
	);
});

it("says nothing of requests to a bot that may not invite", async () => {
	const { sim, bob, chat, told, refused } = await chatWithBot("supergroup", { can_invite_users: false });
	const owner = sim.world.group(chat.id).invite_links[0];
	sim.world.group(chat.id).join_by_request = true;
	expect(owner?.is_primary).toBe(true);
	expect(sim.join(bob.id, { chat: chat.id })).toBe("requested");
	expect(await told("chat_join_request")).toEqual([]);
	expect(await refused("approveChatJoinRequest", { user_id: bob.id })).toBe(
		"Bad Request: not enough rights to manage chat invite link",
	);
});

it.each(["supergroup", "channel"] as const)("removes from a %s, and leaves nobody banned", async (type) => {
	const { sim, bob, chat, told, here, date, pass } = await chatWithBot(type);
	const who = { user_id: bob.id };
	const status = async () => (await here("getChatMember", who)).result.status;
	const count = async () => (await here("getChatMemberCount")).result;
	expect([await status(), await count()]).toEqual(["left", 2]);
	sim.join(bob.id, { chat: chat.id });
	expect([await status(), await count()]).toEqual(["member", 3]);
	await told("chat_member");
	expect((await here("unbanChatMember", { ...who, only_if_banned: true })).result).toBe(true);
	expect([await status(), await told("chat_member")]).toEqual(["member", []]);
	expect((await here("unbanChatMember", who)).result).toBe(true);
	expect(await told("chat_member")).toMatchObject([
		{ old_chat_member: { status: "member" }, new_chat_member: { status: "left" } },
	]);
	expect(sim.join(bob.id, { chat: chat.id })).toBe("member");
	await here("banChatMember", { ...who, until_date: date() + 60 });
	expect((await here("getChatMember", who)).result).toMatchObject({
		status: "kicked",
		until_date: date() + 60,
	});
	expect(() => sim.join(bob.id, { chat: chat.id })).toThrow("banned");
	pass(60_000);
	expect(await status()).toBe("left");
	await here("banChatMember", { ...who, until_date: date() + 29 });
	pass(3_600_000);
	expect((await here("getChatMember", who)).result).toMatchObject({ status: "kicked", until_date: 0 });
	await here("unbanChatMember", { ...who, only_if_banned: true });
	expect(sim.join(bob.id, { chat: chat.id })).toBe("member");
});

it("has no bans in a basic group", async () => {
	const { sim, bob, chat, told, here, refused } = await chatWithBot("group");
	const who = { user_id: bob.id };
	sim.join(bob.id, { chat: chat.id });
	await told("chat_member");
	expect((await here("banChatMember", { ...who, until_date: 2_000_000_000 })).result).toBe(true);
	expect(await told("chat_member")).toMatchObject([{ new_chat_member: { status: "left" } }]);
	expect((await here("getChatMember", who)).result).toEqual({ user: bob, status: "left" });
	expect(sim.join(bob.id, { chat: chat.id })).toBe("member");
	for (const method of ["unbanChatMember", "promoteChatMember"])
		expect(await refused(method, who)).toBe(
			"Bad Request: method is available for supergroup and channel chats only",
		);
});

it("makes a bot administrator of a person's channel with the rights that were chosen", async () => {
	const { sim, ana, bot, chat, told, here, refused, bob } = await chatWithBot("channel", {
		can_post_messages: false,
	});
	const [added] = await told("my_chat_member");
	expect(added).toMatchObject({
		...{ chat: { id: chat.id, type: "channel" }, from: ana, old_chat_member: { status: "left" } },
		new_chat_member: {
			...{ user: { id: bot.id }, status: "administrator", can_be_edited: false },
			...{
				can_invite_users: true,
				can_restrict_members: true,
				can_post_messages: false,
				is_anonymous: false,
			},
		},
	});
	expect(added.new_chat_member).not.toHaveProperty("can_pin_messages");
	expect((await here("getChat")).result).toMatchObject({ id: chat.id, type: "channel", title: "VIP" });
	expect((await here("getChatMember", { user_id: ana.id })).result.status).toBe("creator");
	const rights = { can_invite_users: false, can_restrict_members: false };
	sim.setMember(ana.id, { chat: chat.id, user: bot.id, status: "administrator", rights });
	expect(await told("my_chat_member")).toMatchObject([
		{
			old_chat_member: { can_invite_users: true, can_post_messages: false },
			new_chat_member: { can_invite_users: false, can_restrict_members: false, can_post_messages: true },
		},
	]);
	expect(await refused("banChatMember", { user_id: bob.id })).toContain("not enough rights");
	sim.setMember(ana.id, { chat: chat.id, user: bot.id, status: "left" });
	expect(await told("my_chat_member")).toMatchObject([{ new_chat_member: { status: "left" } }]);
	expect(await refused("getChatMember", { user_id: ana.id })).toBe(
		"Forbidden: bot is not a member of the channel chat",
	);
});
