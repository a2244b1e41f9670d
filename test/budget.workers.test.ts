import { env, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { ChatPair, Matchmaker, Person } from "../durable-objects/index.ts";
import { receiveUpdate } from "../src/bot.ts";
import { createDeps } from "../src/deps.ts";
import { madeOf } from "../src/platform/lazily.ts";
import { getRegistry } from "../src/platform/registry.ts";
import { Phone, startTelegram } from "./telegram.ts";

const { simulator, bot } = await startTelegram();

/** Has `count` called before every call of this method. */
function before(prototype: object, name: string, count: () => void): void {
	const original = Reflect.get(prototype, name);
	Reflect.set(prototype, name, function (this: unknown, ...args: unknown[]) {
		count();
		return Reflect.apply(original, this, args);
	});
}

/** Everything that costs, counted where it happens: calls of actors, rows written by them, queries of D1. */
async function countCosts(userId: number) {
	const costs = { actorCalls: [] as string[], rowsWritten: 0, alarms: 0, d1: 0 };
	for (const actor of [Person, Matchmaker, ChatPair]) {
		for (const name of Object.getOwnPropertyNames(actor.prototype)) {
			if (name === "constructor" || name === "alarm") continue;
			before(actor.prototype, name, () => costs.actorCalls.push(`${actor.name}.${name}`));
		}
	}
	await runInDurableObject(env.PERSON.getByName(String(userId)), (_, { storage }) => {
		const sql = Object.getPrototypeOf(storage.sql);
		const exec = sql.exec;
		sql.exec = function (...args: unknown[]) {
			const cursor: SqlStorageCursor<never> = Reflect.apply(exec, this, args);
			costs.rowsWritten += cursor.rowsWritten;
			return cursor;
		};
		before(Object.getPrototypeOf(storage), "setAlarm", () => costs.alarms++);
	});
	for (const name of ["prepare", "exec"]) before(Object.getPrototypeOf(env.DB), name, () => costs.d1++);
	return costs;
}

test("a relayed message costs 2 actor calls, 2 rows, no D1 query and 1 Telegram call", async () => {
	const ana = await new Phone(simulator, bot, "Ana").settleIn();
	const bo = await new Phone(simulator, bot, "Bo").settleIn();
	await ana.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	await ana.send("warm");

	const costs = await countCosts(ana.id);
	// The counters count: a search costs rows, alarms and D1 reads or calls of its own.
	await ana.send("/help");
	expect(costs.actorCalls).toEqual(["Person.begin"]);
	await ana.press("⏹ Stop");
	expect(costs.rowsWritten).toBeGreaterThan(4);
	await ana.press("🔍 Find Partner");
	expect(costs.actorCalls).toContain("Matchmaker.join");
	const cy = await new Phone(simulator, bot, "Cy").settleIn();
	expect(costs.d1).toBeGreaterThan(4);
	await cy.press("🔍 Find Partner");
	expect(cy.last.text).toContain("Somebody is here");

	for (const content of [
		"plain",
		{ photo: true, caption: "a picture" },
		{ text: "reply", reply_to: cy.last.message_id },
	]) {
		Object.assign(costs, { actorCalls: [], rowsWritten: 0, alarms: 0, d1: 0 });
		const earlier = simulator.calls({}).length;
		await cy.send(content as string);
		expect(costs).toEqual({
			actorCalls: ["Person.begin", "ChatPair.relay"],
			rowsWritten: 2,
			alarms: 0,
			d1: 0,
		});
		expect(
			simulator
				.calls({})
				.slice(earlier)
				.map((call) => call.method),
		).toEqual(["copyMessage"]);
	}
	expect(ana.last.text).toBe("reply");
});

test("a relayed message makes at most 5 services, and building the bot none", async () => {
	const ana = await new Phone(simulator, bot, "Ana").settleIn();
	const bo = await new Phone(simulator, bot, "Bo").settleIn();
	await ana.press("🔍 Find Partner");
	await bo.press("🔍 Find Partner");
	const record = (await getRegistry(env)).bots.get(bot);
	if (!record) throw new Error("no bot");
	// Not delivered by the simulator yet: that comes after.
	const { message_id } = await simulator.send(bo.id, { chat: bot, text: "hello" });
	const message = {
		message_id,
		date: Math.floor(Date.now() / 1000),
		chat: { id: bo.id, type: "private", first_name: "Bo" },
		from: { id: bo.id, is_bot: false, first_name: "Bo" },
	} as const;
	let updateId = 900_000;
	/** The services that an update of Bo's makes, in its own invocation. */
	const madeBy = async (update: object) => {
		const deps = await createDeps(env);
		const made = () => deps.rooms.flatMap(({ services }) => madeOf(services));
		expect(made()).toEqual([]);
		const { status } = await receiveUpdate(deps, record, { update_id: updateId++, ...update });
		expect(status).toBe(200);
		return made();
	};

	expect((await madeBy({ message: { ...message, text: "hello" } })).length).toBeLessThanOrEqual(5);
	expect(ana.last.text).toBe("hello");
	await simulator.settle();
	// An edit of what was never relayed: every composer is passed, and none finds anything to do.
	const edited = await madeBy({ edited_message: { ...message, edit_date: message.date, text: "no" } });
	expect(edited.length).toBeLessThanOrEqual(1);
	// Who is in no chat: the whole bot is built, and only tells them so.
	await bo.press("⏹ Stop");
	expect(await madeBy({ message: { ...message, text: "anybody?" } })).toEqual([]);
	expect(bo.last.text).toContain("not in a chat");
});
