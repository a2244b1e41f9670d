import { expect, test } from "vitest";
import { Phone, startTelegram } from "./telegram.ts";

test("two strangers: from /start to a talk with a reply, an edit, an album, and Stop", async () => {
	const { simulator, bot } = await startTelegram();
	const ana = new Phone(simulator, bot, "Ana");
	const bo = new Phone(simulator, bot, "Bo");

	await ana.start();
	expect(ana.last.text).toContain("Which language");
	await ana.press("🇬🇧 English");
	expect(ana.last.text).toContain("What is your gender?");
	await ana.press("Female");
	await ana.send("young");
	expect(ana.last.text).toContain("a number from 13 to 120");
	await ana.send("27");
	expect(ana.last.text).toContain("Find Partner");
	await bo.settleIn("Male", "41");

	await ana.press("🔍 Find Partner");
	expect(ana.last.text).toContain("Looking for somebody");
	await ana.press("🔍 Find Partner");
	expect(ana.last.text).toContain("already searching");
	await bo.press("🔍 Find Partner");
	expect(ana.last.text).toContain("Gender: Male");
	expect(ana.last.text).toContain("Age: 35-44");
	expect(bo.last.text).toContain("Gender: Female");
	// Never who they are.
	expect(ana.last.text).not.toMatch(new RegExp(`Bo\\b|${bo.id}`));
	expect(bo.last.text).not.toMatch(new RegExp(`Ana|${ana.id}`));

	const hello = await ana.send("hello");
	expect(bo.last.text).toBe("hello");
	await bo.send({ text: "hi there", reply_to: bo.last.message_id });
	expect(ana.last.text).toBe("hi there");
	expect(ana.last.reply_to_message?.message_id).toBe(hello.message_id);

	await simulator.edit(ana.id, { chat: bot, message_id: hello.message_id, text: "hello, Bo" });
	await simulator.settle();
	expect(bo.messages().filter((message) => message.text === "hello, Bo")).toHaveLength(1);

	await simulator.react(ana.id, { chat: bot, message_id: ana.last.message_id, emoji: "❤" });
	await simulator.settle();
	expect(bo.last.reactions?.map((reaction) => reaction.emoji)).toEqual(["❤"]);

	await ana.send({ media_group: [{ photo: true, caption: "me" }, { photo: true }, { video: true }] });
	await ana.send("that was an album");
	const [first, second, third, text] = bo.messages().slice(-4);
	expect(first?.caption).toBe("me");
	expect(new Set([first, second, third].map((message) => message?.media_group_id)).size).toBe(1);
	expect(first?.media_group_id).toBeTruthy();
	expect(text?.text).toBe("that was an album");

	await ana.press("⏹ Stop");
	expect(ana.last.text).toContain("You have left the chat");
	expect(bo.heard.at(-2)).toContain("Your partner has left");
	const said = bo.messages().length;
	await ana.send("anybody?");
	await ana.send("hm?");
	expect(bo.messages()).toHaveLength(said);
	expect(ana.heard.filter((line) => line.includes("not in a chat"))).toHaveLength(1);
});
