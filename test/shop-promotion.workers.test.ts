import { expect, test } from "vitest";
import { call, groupWorld } from "./group-world.ts";
import { deps } from "./payment-world.ts";
import { postKit } from "./posts-kit.ts";
import { aCreator, aPicture } from "./shop-world.ts";

const world = groupWorld();
const kit = postKit(world);

const promote = (id: string, body: object = {}) => call("POST", `/api/creators/${id}/promotions`, body);

async function shownCreator() {
	const creator = await aCreator();
	const { shop } = await deps();
	const picture = await aPicture();
	await shop.catalogue.setGallery("all", creator.id, [picture], "owner");
	return creator;
}

test("a promotion is a picture with a button that opens the creator, and names the post its sales are counted for", async () => {
	const room = await world.room();
	const creator = await shownCreator();
	const { status, body } = await promote(creator.id, { group_ids: [room.id], language: "pt" });
	expect(status).toBe(202);
	expect(body.link).toMatch(new RegExp(`start=model_${creator.id}-${body.post}$`));
	expect(body.groups).toEqual([{ id: room.id, title: "Chess" }]);
	await kit.run();
	expect(await kit.states(body.post)).toEqual(["sent"]);
	const seen = world.telegram.simulator.messages(room.owner, room.id).at(-1);
	expect(seen).toMatchObject({ photo: expect.anything(), caption: `${creator.name}\n\nHello` });
	expect(seen?.reply_markup?.inline_keyboard).toEqual([[{ text: "🔥 Quero Ver Mais", url: body.link }]]);

	// Its text can be put right, and the button leads where it led.
	const { content } = await kit.view(body.post);
	const edited = { ...content, message: "New words" };
	expect((await call("PUT", `/api/posts/${body.post}/content`, edited)).status).toBe(200);
	await kit.run();
	const now = world.telegram.simulator.messages(room.owner, room.id).at(-1);
	expect(now?.caption).toBe("New words");
	expect(now?.reply_markup?.inline_keyboard?.[0]?.[0]?.url).toBe(body.link);
});

test("promoted is only where the bot is administrator, who can be seen, and what is a picture of theirs", async () => {
	const creator = await shownCreator();
	const powerless = await world.room();
	await powerless.addBot({ admin: false });
	const refused = await promote(creator.id, { group_ids: [powerless.id] });
	expect([refused.status, refused.body.error.code]).toEqual([409, "not_admin"]);
	expect(refused.body.error.message).toContain("Chess");
	const room = await world.room();
	const foreign = await promote(creator.id, { group_ids: [room.id], media: "media_of_nobody" });
	expect(foreign.status).toBe(404);
	const { shop } = await deps();
	await shop.catalogue.change("all", creator.id, { active: false }, "owner");
	expect((await promote(creator.id, { group_ids: [room.id] })).body.error.code).toBe("not_visible");
	expect(kit.jobs).toEqual([]);
});
