import { expect, test, vi } from "vitest";
import { call, groupWorld } from "../../test/group-world.ts";
import { postKit, times } from "../../test/posts-kit.ts";

const world = groupWorld();
const kit = postKit(world);
const takenBack = async (no: number) => (await call("GET", `/api/posts/${no}/take-back`)).body;
const takeBack = async (no: number) => (await call("POST", `/api/posts/${no}/take-back`, {})).status;
const audited = async (no: number) =>
	(await call("GET", `/api/audit?subject=${no}`)).body.entries.map(
		({ action }: { action: string }) => action,
	);

test("a post is taken back in every group by one press; what stays is said, and tried again by a second", async () => {
	const [chess, go, shogi] = [await world.room(), await world.room(), await world.room()];
	const no = await kit.post([chess, go, shogi], { message: "a mistake", every_seconds: 3600 });
	expect([chess, go, shogi].map((room) => times(room, "a mistake"))).toEqual([1, 1, 1]);
	expect(await takenBack(no)).toEqual({
		...{ status: null, deleted: 0, left: 3, too_old: 0, refused: 0, words: [] },
	});
	const refuse = (times: number) =>
		world.telegram.simulator.addFault({
			...{ method: "deleteMessages", chat_id: shogi.id, status: 400, times },
			description: "Bad Request: MESSAGE_ID_INVALID",
		});
	refuse(1);
	expect(await takeBack(no)).toBe(202);
	expect(await takenBack(no)).toMatchObject({ status: "running", left: 3 });
	await kit.run();
	expect([chess, go, shogi].map((room) => times(room, "a mistake"))).toEqual([0, 0, 1]);
	expect(await takenBack(no)).toEqual({
		...{ status: "done", deleted: 2, left: 0, too_old: 0, refused: 1 },
		words: [{ group_id: shogi.id, note: expect.stringContaining("MESSAGE_ID_INVALID") }],
	});
	// No further round goes out.
	await kit.after(4000);
	expect([await kit.states(no), (await kit.view(no)).status]).toEqual([
		expect.arrayContaining(["deleted", "deleted", "sent"]),
		"cancelled",
	]);
	expect(await takeBack(no)).toBe(202);
	await kit.run();
	expect(await takenBack(no)).toMatchObject({ status: "done", deleted: 3, refused: 0, words: [] });
	expect(times(shogi, "a mistake")).toBe(0);
	expect((await audited(no)).filter((action: string) => action !== "post.created")).toEqual([
		...["post.taken_back", "post.taken_back", "post.cancelled"],
	]);
	expect(await takeBack(no + 1000)).toBe(404);
});

test("what is older than 48 hours stays, and is counted before", async () => {
	const room = await world.room();
	const no = await kit.post([room], { message: "weekly", every_seconds: 86_400, rounds: 3 });
	await kit.after(86_400);
	await kit.after(86_400);
	expect(times(room, "weekly")).toBe(3);
	vi.setSystemTime(Date.now() + 3_600_000);
	expect(await takenBack(no)).toMatchObject({ status: null, left: 2, too_old: 1 });
	expect(await takeBack(no)).toBe(202);
	await kit.run();
	expect(await takenBack(no)).toMatchObject({ status: "done", deleted: 2, left: 0, too_old: 1, refused: 0 });
	expect(times(room, "weekly")).toBe(1);
	// Nothing waited any more: it is not said to have been ended.
	expect(await audited(no)).not.toContain("post.cancelled");
});

test("what is just being sent is deleted as soon as it stands", async () => {
	const room = await world.room();
	const no = await kit.queue([room], { message: "on its way" });
	const { simulator } = world.telegram;
	const answer = simulator.fetch.bind(simulator);
	let pressed = 0;
	vi.spyOn(simulator, "fetch").mockImplementation(async (request) => {
		if (request.url.endsWith("/sendMessage") && pressed === 0) pressed = await takeBack(no);
		return answer(request);
	});
	await kit.run();
	expect([pressed, await kit.states(no)]).toEqual([202, ["sent"]]);
	await kit.after(60);
	expect(await kit.states(no)).toEqual(["deleted"]);
	expect(times(room, "on its way")).toBe(0);
});
