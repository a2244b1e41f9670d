// Messages between people and bots: sending, refusals, editing, copying, albums, reactions, files.
import { describe, expect, it } from "vitest";
import { botClient, world } from "./testing.ts";

describe("writing", () => {
	it("reaches only who has started the bot and not blocked it", async () => {
		const { sim, bot, ana, call } = world();
		expect(await call("sendMessage", { chat_id: 999, text: "hi" })).toMatchObject({
			error_code: 400,
			description: "Bad Request: chat not found",
		});
		expect(await call("sendMessage", { chat_id: ana.id, text: "hi" })).toMatchObject({
			error_code: 403,
			description: "Forbidden: bot can't initiate conversation with a user",
		});
		await sim.start(ana.id, { bot: bot.id, payload: "ref_7" });
		expect(sim.messages(ana.id, bot.id)[0]).toMatchObject({
			text: "/start ref_7",
			out: true,
			entities: [{ type: "bot_command", offset: 0, length: 6 }],
		});
		const sent = await call("sendmessage", { chat_id: ana.id, text: " <b>Hi</b> @ana ", parse_mode: "HTML" });
		expect(sent.result).toMatchObject({
			message_id: 2,
			chat: { id: ana.id, type: "private" },
			from: { id: bot.id },
			text: "Hi @ana",
			entities: [
				{ type: "bold", offset: 0, length: 2 },
				{ type: "mention", offset: 3, length: 4 },
			],
		});
		expect(sim.messages(ana.id, bot.id, { after: 1 })).toMatchObject([
			{ chat: { id: bot.id }, text: "Hi @ana" },
		]);
		sim.block(ana.id, { bot: bot.id });
		expect((await call("sendMessage", { chat_id: ana.id, text: "hi" })).description).toBe(
			"Forbidden: bot was blocked by the user",
		);
		sim.unblock(ana.id, { bot: bot.id });
		sim.deactivate(ana.id);
		expect((await call("sendMessage", { chat_id: ana.id, text: "hi" })).description).toBe(
			"Forbidden: user is deactivated",
		);
	});

	it("is refused with Telegram's words", async () => {
		const { sim, bot, ana, call } = world();
		await sim.start(ana.id, { bot: bot.id });
		const refused = async (parameters: object, method = "sendMessage") =>
			(await call(method, { chat_id: ana.id, ...parameters })).description;
		expect(await refused({ text: " \n" })).toBe("Bad Request: message text is empty");
		expect(await refused({})).toBe("Bad Request: message text is empty");
		expect(await refused({ text: "😀".repeat(4097) })).toBe("Bad Request: message is too long");
		expect(await refused({ text: "😀".repeat(4096) })).toBeUndefined();
		expect(await refused({ text: "x", reply_parameters: { message_id: 77 } })).toBe(
			"Bad Request: message to be replied not found",
		);
		const longData = { inline_keyboard: [[{ text: "x", callback_data: "é".repeat(33) }]] };
		expect(await refused({ text: "x", reply_markup: longData })).toBe("Bad Request: BUTTON_DATA_INVALID");
		expect(await refused({ text: "x", reply_markup: { inline_keyboard: [[{ text: "x" }]] } })).toBe(
			"Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
		);
		expect(await refused({ text: "é<b>x", parse_mode: "HTML" })).toBe(
			"Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
		);
		expect(await refused({ text: "é<x>x</x>", parse_mode: "HTML" })).toBe(
			'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 2',
		);
		expect(await refused({ text: "Done.", parse_mode: "MarkdownV2" })).toBe(
			"Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
		);
		expect(await refused({ text: "é *x", parse_mode: "MarkdownV2" })).toBe(
			"Bad Request: can't parse entities: Can't find end of Bold entity at byte offset 3",
		);
		expect(await refused({ text: "\ud83d" })).toBe("Bad Request: can't parse JSON object");
		const cut = [{ type: "bold", offset: 0, length: 1 }];
		expect(await refused({ text: "😀", entities: cut })).toContain("middle of a UTF-16 symbol");
		expect(await refused({ photo: "nonsense" }, "sendPhoto")).toBe(
			"Bad Request: wrong file identifier/HTTP URL specified",
		);
		expect(await refused({ media: [{ type: "photo", media: "x" }] }, "sendMediaGroup")).toContain("2-10");
		expect(await refused({ message_id: 1, text: "x" }, "editMessageText")).toBe(
			"Bad Request: message can't be edited",
		);
		expect((await call("getEverything", {})).error_code).toBe(404);
		expect(await botClient(sim, "1:nobody")("getMe", {})).toEqual({
			ok: false,
			error_code: 401,
			description: "Unauthorized",
		});
	});

	it("understands every way of passing parameters", async () => {
		const { sim, bot, token, ana } = world();
		await sim.start(ana.id, { bot: bot.id });
		const url = `http://telegram.test/bot${token}`;
		const keyboard = JSON.stringify({ inline_keyboard: [[{ text: "Go", callback_data: "go" }]] });
		await sim.fetch(new Request(`${url}/sendMessage?chat_id=${ana.id}&text=query`));
		const form = new URLSearchParams({ chat_id: String(ana.id), text: "form", reply_markup: keyboard });
		await sim.fetch(new Request(`${url}/sendMessage`, { method: "POST", body: form }));
		const parts = new FormData();
		parts.set("chat_id", String(ana.id));
		parts.set(
			"media",
			JSON.stringify([
				{ type: "photo", media: "attach://one", caption: "first" },
				{ type: "video", media: "attach://two", has_spoiler: true },
			]),
		);
		parts.set("one", new File(["1"], "one.jpg", { type: "image/jpeg" }));
		parts.set("two", new File(["22"], "two.mp4", { type: "video/mp4" }));
		await sim.fetch(new Request(`${url}/sendMediaGroup`, { method: "POST", body: parts }));
		const [query, sent, first, second] = sim.messages(ana.id, bot.id, { after: 1 });
		// As grammY writes it: no quotes, no spaces, and a byte order of its own in the file.
		const loose = [
			`--b\r\ncontent-disposition:form-data;name="chat_id"\r\n\r\n${ana.id}`,
			'--b\r\ncontent-disposition:form-data;name="document"\r\n\r\nattach://f',
			'--b\r\ncontent-disposition:form-data;name="f";filename=é.json\r\ncontent-type:application/json\r\n\r\n{"é":\r\n--}',
			"--b--\r\n",
		].join("\r\n");
		const headers = { "Content-Type": "multipart/form-data; boundary=b" };
		await sim.fetch(new Request(`${url}/sendDocument`, { method: "POST", headers, body: loose }));
		const { document } = sim.messages(ana.id, bot.id).at(-1) ?? {};
		expect(document).toMatchObject({ file_name: "é.json", mime_type: "application/json" });
		const { bytes } = sim.file(document?.file_unique_id ?? "") ?? {};
		expect(new TextDecoder().decode(bytes)).toBe('{"é":\r\n--}');
		expect(query).toMatchObject({ text: "query" });
		expect(sent).toMatchObject({ text: "form", reply_markup: { inline_keyboard: [[{ text: "Go" }]] } });
		expect(first).toMatchObject({ caption: "first", media_group_id: second?.media_group_id });
		expect(second).toMatchObject({ has_media_spoiler: true, video: { file_name: "two.mp4", file_size: 2 } });
	});
});

describe("files", () => {
	it("belong to one bot and can be downloaded up to 20 MB", async () => {
		const { sim, bot, token, ana, call } = world();
		const other = sim.createBot({ first_name: "Other", username: "other_bot" });
		await sim.start(ana.id, { bot: bot.id });
		await sim.start(ana.id, { bot: other.bot.id });
		await sim.send(ana.id, { chat: bot.id, document: { data: btoa("hello"), file_name: "a.txt" } });
		const copy = await call("copyMessage", { chat_id: ana.id, from_chat_id: ana.id, message_id: 3 });
		expect(copy.description).toBe("Bad Request: message to copy not found");
		const forwarded = await call("forwardMessage", { chat_id: ana.id, from_chat_id: ana.id, message_id: 2 });
		const { file_id } = forwarded.result.document;
		const { result: file } = await call("getFile", { file_id });
		const download = `http://telegram.test/file/bot${token}/${file.file_path}`;
		expect(await (await sim.fetch(new Request(download))).text()).toBe("hello");
		const stolen = await botClient(sim, other.token)("sendDocument", { chat_id: ana.id, document: file_id });
		expect(stolen.description).toBe("Bad Request: wrong file identifier/HTTP URL specified");
		const again = await call("sendDocument", { chat_id: ana.id, document: file_id });
		expect(again.result.document.file_unique_id).toBe(file.file_unique_id);
		const big = sim.world.state.files.get(file.file_unique_id);
		if (big) big.bytes = new Uint8Array(20 * 1024 * 1024 + 1);
		expect((await call("getFile", { file_id })).description).toBe("Bad Request: file is too big");
	});

	it("are real pictures in several sizes where somebody sends a photo", async () => {
		const { sim, bot, ana } = world();
		const sent = await sim.send(ana.id, { chat: bot.id, photo: {}, caption: "look https://example.com" });
		expect(sent.photo).toMatchObject([
			{ width: 90, height: 90 },
			{ width: 96, height: 96 },
		]);
		const bytes = sim.file(sent.photo?.at(-1)?.file_unique_id ?? "")?.bytes ?? new Uint8Array();
		expect([...bytes.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
		expect(sent.caption_entities).toMatchObject([{ type: "url", offset: 5 }]);
	});
});

describe("changing and copying", () => {
	it("keeps content, drops the origin, keeps albums together", async () => {
		const { sim, bot, ana, call } = world();
		const bob = sim.createUser({ first_name: "Bob" });
		await sim.start(ana.id, { bot: bot.id });
		await sim.start(bob.id, { bot: bot.id });
		const album = await sim.sendAll(ana.id, {
			chat: bot.id,
			media_group: [{ photo: {}, caption: "one", has_media_spoiler: true }, { video: {} }],
		});
		const ids = album.map((message) => message.message_id);
		const copied = await call("copyMessages", { chat_id: bob.id, from_chat_id: ana.id, message_ids: ids });
		expect(copied.result).toHaveLength(2);
		const [first, second] = sim.messages(bob.id, bot.id).slice(-2);
		expect(first).toMatchObject({ caption: "one", has_media_spoiler: true, from: { id: bot.id } });
		expect(first?.forward_origin).toBeUndefined();
		expect(first?.media_group_id).toBe(second?.media_group_id);
		expect(first?.media_group_id).not.toBe(album[0]?.media_group_id);
		await call("copyMessage", {
			chat_id: bob.id,
			from_chat_id: ana.id,
			message_id: ids[0],
			caption: "*new*",
			parse_mode: "MarkdownV2",
			protect_content: true,
			reply_parameters: { message_id: first?.message_id },
		});
		const last = sim.messages(bob.id, bot.id).at(-1);
		expect(last).toMatchObject({
			caption: "new",
			has_protected_content: true,
			reply_to_message: { caption: "one" },
		});
		const forward_from = { chat: bot.id, message_id: last?.message_id ?? 0 };
		await expect(sim.send(bob.id, { chat: bot.id, forward_from })).rejects.toThrow("protected");
		const quiz = await sim.send(ana.id, {
			chat: bot.id,
			poll: { question: "?", options: ["a", "b"], type: "quiz" },
		});
		const refused = await call("copyMessage", {
			chat_id: bob.id,
			from_chat_id: ana.id,
			message_id: quiz.message_id,
		});
		expect(refused.description).toBe("Bad Request: message can't be copied");
		const unordered = { chat_id: bob.id, from_chat_id: ana.id, message_ids: [...ids].reverse() };
		expect((await call("copyMessages", unordered)).error_code).toBe(400);
	});

	it("edits, deletes within 48 hours, and reacts once", async () => {
		let now = Date.UTC(2026, 0, 1);
		const { sim, bot, ana, call } = world({ now: () => now });
		await sim.start(ana.id, { bot: bot.id });
		const markup = { inline_keyboard: [[{ text: "A", callback_data: "a" }]] };
		const { result: sent } = await call("sendMessage", {
			chat_id: ana.id,
			text: "one",
			reply_markup: markup,
		});
		const target = { chat_id: ana.id, message_id: sent.message_id };
		const same = await call("editMessageText", { ...target, text: "one", reply_markup: markup });
		expect(same.description).toContain("Bad Request: message is not modified");
		const edited = await call("editMessageText", { ...target, text: "two" });
		expect(edited.result).toMatchObject({ text: "two", edit_date: now / 1000 });
		expect(edited.result.reply_markup).toBeUndefined();
		expect((await call("editMessageCaption", { ...target, caption: "x" })).description).toBe(
			"Bad Request: there is no caption in the message to edit",
		);
		await call("setMessageReaction", { ...target, message_id: 1, reaction: [{ type: "emoji", emoji: "❤️" }] });
		expect(sim.messages(ana.id, bot.id)[0]?.reactions).toEqual([{ emoji: "❤", from: bot.id }]);
		const wrong = await call("setMessageReaction", { ...target, reaction: [{ type: "emoji", emoji: "🥕" }] });
		expect(wrong.description).toBe("Bad Request: REACTION_INVALID");
		const missing = await call("setMessageReaction", { ...target, message_id: 99 });
		expect(missing.description).toBe("Bad Request: message to react not found");
		now += 49 * 3_600_000;
		expect((await call("deleteMessage", target)).description).toBe(
			"Bad Request: message can't be deleted for everyone",
		);
		const { result: fresh } = await call("sendMessage", { chat_id: ana.id, text: "fresh" });
		const both = { chat_id: ana.id, message_ids: [fresh.message_id, 12_345] };
		expect((await call("deleteMessages", both)).result).toBe(true);
		expect(sim.messages(ana.id, bot.id).map((message) => message.text)).toEqual(["/start", "two"]);
		expect((await call("deleteMessage", { ...target, message_id: 12_345 })).description).toBe(
			"Bad Request: message to delete not found",
		);
	});
});
