import { expect, test } from "vitest";
import { chatsAnswer } from "../src/operations/shapes.ts";
import { GroupRoom, staffId } from "./group-world.ts";
import { read } from "./staff-answers.ts";
import { owner } from "./staff-kit.ts";
import { addBot, api, startTelegram } from "./telegram.ts";

const telegram = await startTelegram();
const { simulator, bot } = telegram;
simulator.createUser({ id: staffId, first_name: "Sam" });

const known = async () => (await read("/api/config/chats", chatsAnswer)).chats;

async function settingOf(key: string): Promise<unknown> {
	const { body } = await owner().get("/api/config");
	return body.settings.find((setting: { key: string }) => setting.key === key).value;
}

const press = async (by: number, chat: number, text: string) => {
	simulator.press(by, { chat, text });
	await simulator.settle();
};

test("chats are known by the bots that are in them: groups, channels and rooms of the staff", async () => {
	const group = await new GroupRoom(telegram, { owner: staffId }).addBot();
	const channel = simulator.createGroup(staffId, {
		title: "Announcements",
		type: "channel",
		username: "announce",
	});
	simulator.setMember(staffId, { chat: channel.id, user: bot, status: "administrator" });
	await simulator.settle();
	expect(await known()).toEqual([
		{ id: channel.id, title: "Announcements", kind: "channel", username: "announce", bots: [bot] },
		{ id: group.id, title: "Chess", kind: "supergroup", username: null, bots: [bot] },
	]);
	// A room of the staff is no group of the bots, but one of their chats; a second bot is in it as well.
	const room = simulator.createGroup(staffId, { title: "Board", type: "group" });
	await api("/api/config", { key: "chat.review_chat_id", value: room.id });
	const { bot: other, token } = simulator.createBot({ first_name: "Two", username: "two_bot" });
	await addBot(token);
	for (const user of [bot, other.id]) simulator.setMember(staffId, { chat: room.id, user, status: "member" });
	await simulator.settle();
	expect((await known()).find(({ id }) => id === room.id)).toMatchObject({
		kind: "group",
		bots: [bot, other.id],
	});
	simulator.setMember(staffId, { chat: room.id, user: other.id, status: "left" });
	simulator.setMember(staffId, { chat: channel.id, user: bot, status: "left" });
	await simulator.settle();
	expect((await known()).map(({ title, bots }) => [title, bots])).toEqual([
		["Board", [bot]],
		["Chess", [bot]],
	]);
	await api("/api/config", { key: "chat.review_chat_id", value: 0 });
});

test("/here lets staff make a group a chat of theirs; nobody else is answered, nor may press", async () => {
	const group = await new GroupRoom(telegram).addBot();
	const stranger = await group.joined("Eve");
	simulator.join(staffId, { chat: group.id });
	await simulator.settle();
	const before = group.heard.length;
	await group.say(stranger, "/here");
	await group.say(group.owner, "/here");
	expect(group.heard.length).toBe(before);
	await group.say(staffId, "/here");
	expect(group.last).toContain(String(group.id));
	await press(stranger, group.id, "Review chat");
	expect(await settingOf("chat.review_chat_id")).toBe(0);
	await press(staffId, group.id, "Review chat");
	expect(await settingOf("chat.review_chat_id")).toBe(group.id);
	// Also now that it is a room of the staff, and it can be several.
	await group.say(staffId, "/here");
	await press(staffId, group.id, "Support chat");
	await press(staffId, group.id, "Control chat");
	expect(await settingOf("people.support_chat_id")).toBe(group.id);
	expect(await settingOf("staff.control_chat_id")).toBe(group.id);
	const { body } = await owner().get("/api/audit?action=setting.changed&limit=1");
	expect(body.entries[0]).toMatchObject({ actor: `telegram:${staffId}`, subject: "staff.control_chat_id" });
});
