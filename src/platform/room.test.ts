import { expect, test } from "vitest";
import { z } from "zod";
import { lazily, madeOf, together } from "./lazily.ts";
import {
	type Brings,
	followUps,
	gather,
	job,
	type Room,
	refuseDoubles,
	servicesOf,
	settled,
	step,
} from "./room.ts";
import { defineSetting } from "./settings.ts";

const room = (name: string, more: Partial<Room> = {}): Room => ({
	...{ name, services: {}, events: {}, brings: {} },
	...more,
});

const closed = { botId: 1, after: 0 };

test("services are made when they are asked for, once, and never by a spread", () => {
	const parts: { a: string; b: { a: string } } = lazily<typeof parts>({
		a: () => `made ${madeOf(parts).length}`,
		b: () => ({ a: parts.a }),
	});
	const both = together({ plain: 1 }, parts, { plain: 2 });
	expect(madeOf(parts)).toEqual([]);
	expect(() => ({ ...parts })).toThrow("not spread");
	expect(() => ({ ...both })).toThrow("not spread");
	expect([both.b.a, both.a, both.plain]).toEqual(["made 0", "made 0", 2]);
	expect(madeOf(parts)).toEqual(["a", "b"]);
	expect(servicesOf([{ ...room("x"), services: parts }] as const).b).toEqual({ a: "made 0" });
});

test("two rooms that claim one name are refused, whatever it names", () => {
	const setting = defineSetting({ key: "a.b", schema: z.string(), default: "", label: "", help: "" });
	const nothing = async () => undefined;
	const tick = step(0, nothing);
	const unmade = () => {
		throw new Error("nobody asks for it");
	};
	// All there is to bring: another kind does not compile until it stands here.
	const claims: Brings = {
		settings: [setting],
		callbacks: ["lock"],
		jobs: { pump: job(z.object({}), nothing) },
		minute: { sweep: tick },
		hour: { sweep: tick },
		night: { sweep: tick },
		checks: { media: async () => ({ name: "", ok: true, detail: "" }) },
		personData: { chat: unmade },
		orderKinds: { vip: unmade },
		deliveryOwners: { broadcast: unmade },
		groupCommands: { post: unmade },
		groupMoves: { posts: unmade },
		mediaUses: { posts: unmade },
	};
	for (const [what, brought] of Object.entries(claims)) {
		const brings = { [what]: brought };
		expect(() => refuseDoubles([room("a", { brings }), room("b", { brings })])).toThrow("a and b both bring");
		expect(() => refuseDoubles([room("a", { brings }), room("b")])).not.toThrow();
	}
	// One step may be a minute's and a night's.
	expect(() =>
		refuseDoubles([room("a", { brings: { minute: { x: tick }, night: { x: tick } } })]),
	).not.toThrow();
	expect(Object.keys(gather([room("a", { brings: { minute: { x: tick } } }), room("b")], "minute"))).toEqual([
		"x",
	]);
});

test("what several rooms do about one event happens in the stated order, until it is settled", async () => {
	const told: string[] = [];
	const tells = (name: string, answer?: symbol) => {
		const tell = async () => {
			told.push(name);
			return answer;
		};
		return room(name, { events: { "bot.closed": tell } });
	};
	const rooms = [tells("a"), tells("b", settled), tells("c")];
	await followUps(rooms, { "bot.closed": ["c", "b", "a"] })["bot.closed"](closed);
	expect(told).toEqual(["c", "b"]);
	for (const order of [undefined, ["a", "b"], ["a", "b", "nobody"]])
		expect(() => followUps(rooms, order ? { "bot.closed": order } : {})).toThrow("their order is not stated");
	expect(followUps([tells("a")], {})).toHaveProperty("bot.closed");
});
