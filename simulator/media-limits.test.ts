// What Telegram takes of pictures and albums, and what protected content allows.
import { expect, it } from "vitest";
import { botClient, world } from "./testing.ts";

/** The head of a PNG of that size, which is all that is read of it. */
function png(width: number, height: number, length = 64): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(length);
	bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
	new DataView(bytes.buffer).setUint32(16, width);
	new DataView(bytes.buffer).setUint32(20, height);
	return bytes;
}

async function started() {
	const made = world();
	const { sim, bot, ana, token } = made;
	await sim.start(ana.id, { bot: bot.id });
	const upload = async (method: string, files: Record<string, Uint8Array<ArrayBuffer>>, fields = {}) => {
		const body = new FormData();
		for (const [name, value] of Object.entries({ chat_id: String(ana.id), ...fields }))
			body.set(name, String(value));
		for (const [name, bytes] of Object.entries(files)) body.set(name, new File([bytes], `${name}.png`));
		const request = new Request(`http://telegram.test/bot${token}/${method}`, { method: "POST", body });
		return (await (await sim.fetch(request)).json()) as {
			ok: boolean;
			description?: string;
			result: unknown;
		};
	};
	return { ...made, upload };
}

it("measures a photo by its bytes, alone, in an album and for sale", async () => {
	const { upload } = await started();
	const wrong = "Bad Request: PHOTO_INVALID_DIMENSIONS";
	const photo = async (width: number, height: number, length?: number) =>
		(await upload("sendPhoto", { photo: png(width, height, length) })).description;
	expect(await photo(5_000, 5_000)).toBeUndefined();
	expect(await photo(5_001, 5_000)).toBe(wrong);
	expect(await photo(2_000, 100)).toBeUndefined();
	expect(await photo(2_001, 100)).toBe(wrong);
	expect(await photo(100, 2_001)).toBe(wrong);
	const limit = 10 * 1024 * 1024;
	expect(await photo(100, 100, limit)).toBeUndefined();
	expect(await photo(100, 100, limit + 1)).toBe(`Bad Request: too big for a photo: ${limit + 1} bytes`);
	// A document is sent as it is.
	expect((await upload("sendDocument", { document: png(9_000, 9_000) })).ok).toBe(true);
	const items = ["a", "b"].map((name) => ({ type: "photo", media: `attach://${name}` }));
	const files = { a: png(100, 100), b: png(9_000, 9_000) };
	const media = JSON.stringify(items);
	expect((await upload("sendMediaGroup", files, { media })).description).toBe(wrong);
	expect((await upload("sendPaidMedia", files, { media, star_count: 1 })).description).toBe(wrong);
});

it("takes albums of two to ten, and documents among themselves only", async () => {
	const { sim, bot, ana, upload } = await started();
	const files = { a: png(100, 100) };
	const album = async (...types: string[]) => {
		const items = types.map((type) => ({ type, media: "attach://a" }));
		return (await upload("sendMediaGroup", files, { media: JSON.stringify(items) })).description;
	};
	const photos = (count: number): string[] => Array(count).fill("photo");
	const count = "Bad Request: media group must include 2-10 items";
	expect(await album(...photos(1))).toBe(count);
	expect(await album(...photos(11))).toBe(count);
	expect(await album(...photos(10))).toBeUndefined();
	expect(await album("photo", "video")).toBeUndefined();
	expect(await album("document", "document")).toBeUndefined();
	for (const other of ["photo", "video"])
		expect(await album("document", other)).toBe(
			"Bad Request: document can't be mixed with other media types",
		);
	expect(await album("audio", "photo")).toBe("Bad Request: audio can't be mixed with other media types");
	await expect(
		sim.send(ana.id, { chat: bot.id, media_group: [{ photo: true }, { document: true }] }),
	).rejects.toThrow("can't be mixed");
});

it("lets nobody forward protected content, and no bot copy what others protect", async () => {
	const { sim, bot, ana, call } = await started();
	const bob = sim.createUser({ first_name: "Bob" });
	await sim.start(bob.id, { bot: bot.id });
	const { result: sent } = await call("sendMessage", { chat_id: ana.id, text: "x", protect_content: true });
	expect(sent.has_protected_content).toBe(true);
	const from = { chat_id: bob.id, from_chat_id: ana.id, message_id: sent.message_id };
	expect((await call("forwardMessage", from)).description).toBe("Bad Request: message can't be forwarded");
	await expect(
		sim.send(ana.id, { chat: bot.id, forward_from: { chat: bot.id, message_id: sent.message_id } }),
	).rejects.toThrow("protected content");
	const { result: copy } = await call("copyMessage", { ...from, protect_content: true });
	expect(sim.messages(bob.id, bot.id).at(-1)).toMatchObject({
		message_id: copy.message_id,
		has_protected_content: true,
	});

	const group = sim.createGroup(ana.id, { title: "Club", type: "supergroup" });
	const other = sim.createBot({ first_name: "Other", username: "other_bot" });
	for (const user of [bot.id, other.bot.id])
		sim.setMember(ana.id, { chat: group.id, user, status: "administrator" });
	const { result: shown } = await call("sendMessage", {
		chat_id: group.id,
		text: "x",
		protect_content: true,
	});
	const foreign = { chat_id: group.id, from_chat_id: group.id, message_id: shown.message_id };
	expect((await botClient(sim, other.token)("copyMessage", foreign)).description).toBe(
		"Bad Request: message can't be copied",
	);
});
