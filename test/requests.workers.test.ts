import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { requestsAnswer, threadAnswer } from "../src/operations/api/requests.ts";
import { auditAnswer } from "../src/operations/shapes.ts";
import { post } from "./payment-world.ts";
import { read } from "./staff-answers.ts";
import { configure, StaffRoom } from "./staff-room.ts";
import { api, Phone, startTelegram } from "./telegram.ts";

const { simulator, bot } = await startTelegram();
const room = new StaffRoom(simulator, bot);
const list = async (query = "") => (await read(`/api/requests${query}`, requestsAnswer)).requests;

test("a question to support is a request until it is closed, and opens again with the next", async () => {
	await configure({ "people.support_chat_id": room.chat });
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	const ask = async (text: string) => {
		await ana.send("/support");
		await ana.send(text);
	};
	await ask("my profile is wrong");
	await ask("hello?");
	const [open, ...others] = await list("?kind=support");
	expect(others).toEqual([]);
	expect(open).toMatchObject({ kind: "support", user_id: ana.id, state: "open", taken_by: null });

	// Two take it side by side: one of them has it. Here both are the same person, and may.
	await post(`/api/requests/${open?.id}/take`);
	expect((await list())[0]?.taken_by).toBe("owner");
	await env.DB.prepare("UPDATE requests SET taken_by = 'staff:x'").run();
	const refused = await api(`/api/requests/${open?.id}/take`, {});
	expect([refused.status, (await refused.json<{ error: { message: string } }>()).error.message]).toEqual([
		409,
		"staff:x has taken it.",
	]);
	// What had no effect is no act.
	expect((await read("/api/audit?action=request.taken", auditAnswer)).entries).toHaveLength(1);
	await post(`/api/requests/${open?.id}/release`);
	expect((await list())[0]?.taken_by).toBeNull();

	const question = simulator.messages(room.owner, room.chat).at(-1);
	await simulator.send(room.owner, { chat: room.chat, reply_to: question?.message_id ?? 0, text: "fixed" });
	await simulator.settle();
	expect(await list()).toMatchObject([{ id: open?.id, answered: true, unread: false }]);
	const answer = simulator.messages(room.owner, room.chat).at(-1);
	await post(`/api/requests/${open?.id}/close`);
	expect(await list()).toEqual([]);
	expect(await list("?state=closed")).toMatchObject([
		{ id: open?.id, outcome: "closed", closed_by: "owner" },
	]);
	expect(simulator.messages(room.owner, room.chat).at(-1)?.message_id).not.toBe(answer?.message_id);
	await ask("one more thing");
	expect((await list()).map(({ id }) => id)).toEqual([open?.id]);
	await post(`/api/requests/${open?.id}/close`);
	expect((await api(`/api/requests/${open?.id}/close`, {})).status).toBe(409);
	await configure({ "people.support_chat_id": 0 });
});

test("an appeal is decided from the dashboard, and unbanning closes it as well", async () => {
	await configure({ "staff.control_chat_id": room.chat });
	const appealing = async (name: string) => {
		const phone = await new Phone(simulator, bot, name).settleIn("Male", "40");
		await post(`/api/users/${phone.id}/ban`, { reason: "spam" });
		await phone.send("/start");
		await phone.press("🙏 Appeal");
		await phone.send("it was my brother");
		return phone;
	};
	const [bo, cy, di] = [await appealing("Bo"), await appealing("Cy"), await appealing("Di")];
	const open = await list("?kind=appeal");
	expect(open.map(({ user_id }) => user_id)).toEqual([bo.id, cy.id, di.id]);
	const [first, second] = open;
	await post(`/api/requests/${first?.id}/appeal`, { lift: false });
	await post(`/api/requests/${second?.id}/appeal`, { lift: true });
	expect((await api(`/api/requests/${first?.id}/appeal`, { lift: true })).status).toBe(409);
	await post(`/api/users/${di.id}/unban`);
	expect(await list()).toEqual([]);
	// The cards in staff's chat say so, and their words stand in the request.
	const outcomes = room.heard.flatMap((text) => (text.includes("Appeal of") ? [text.split("✅ ")[1]] : []));
	expect(outcomes).toEqual(["Kept in the dashboard", "Lifted in the dashboard", "Lifted in the dashboard"]);
	const { messages } = await read(`/api/requests/${first?.id}`, threadAnswer);
	expect(messages.map(({ text }) => text)).toEqual(["it was my brother"]);
	const closed = await list("?state=closed&kind=appeal&limit=2");
	expect(closed.map(({ user_id, outcome }) => [user_id, outcome])).toEqual([
		[di.id, "lifted"],
		[cy.id, "lifted"],
	]);
	expect(bo.last.text).toContain("stays");
	expect((await api(`/api/requests/${first?.id}/close`, {})).status).toBe(409);
	expect((await api("/api/requests/req_00000000000000000000000000/take", {})).status).toBe(404);
});

test("who deletes their data leaves no request behind", async () => {
	await configure({ "people.support_chat_id": room.chat });
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	await ana.send("/support");
	await ana.send("hello");
	const kept = await (await api(`/api/users/${ana.id}/export`)).json<{ requests: unknown[] }>();
	expect(kept.requests).toHaveLength(1);
	await post(`/api/users/${ana.id}/erase`);
	expect(await list()).toEqual([]);
	expect((await api(`/api/users/${ana.id}`)).status).toBe(404);
	const { entries } = await (await api("/api/audit?action=person.erased")).json<{
		entries: { actor: string; subject: string }[];
	}>();
	expect(entries).toHaveLength(1);
	expect(entries[0]?.actor).toBe("owner");
	expect(JSON.stringify(entries)).not.toContain(String(ana.id));
});

test("what nobody has looked at is counted, until somebody does; a saved reply is kept, changed and gone", async () => {
	await configure({ "people.support_chat_id": 0 });
	await env.DB.prepare("UPDATE requests SET read_at = 9e15").run();
	const unread = async () => (await api("/api/requests/unread")).json<{ all: number; mine: number }>();
	const eve = await new Phone(simulator, bot, "Eve").settleIn("Female", "30");
	await eve.send("/support one");
	await eve.send("/support two");
	const [open] = await list(`?user=${eve.id}`);
	expect(open).toMatchObject({ unread: true, new_messages: 2, answered: false });
	expect(await unread()).toEqual({ all: 1, mine: 0 });
	expect(await list("?taken=none")).toMatchObject([{ id: open?.id }]);
	await post(`/api/requests/${open?.id}/take`);
	expect(await unread()).toEqual({ all: 1, mine: 1 });
	expect(await list("?taken=none")).toEqual([]);
	expect(await list("?taken=mine")).toMatchObject([{ id: open?.id }]);
	await post(`/api/requests/${open?.id}/read`);
	expect(await unread()).toEqual({ all: 0, mine: 0 });
	expect(await list(`?user=${eve.id}`)).toMatchObject([{ unread: false, new_messages: 0 }]);
	expect((await api(`/api/requests/${open?.id}/assign`, { to: "nobody" })).status).toBe(404);

	// Theirs to see and to have deleted.
	const kept = await (await api(`/api/users/${eve.id}/export`)).json<{ threads: { text: string }[] }>();
	expect(kept.threads.map(({ text }) => text)).toEqual(["one", "two"]);
	await post(`/api/users/${eve.id}/erase`);
	const { results } = await env.DB.prepare("SELECT * FROM thread_messages WHERE user_id = ?")
		.bind(eve.id)
		.all();
	expect(results).toEqual([]);

	const replies = async () =>
		(await (await api("/api/saved-replies")).json<{ replies: { id: string; title: string }[] }>()).replies;
	const made = await api("/api/saved-replies", { title: "Hello", text: "Hello, we are looking into it." });
	expect(made.status).toBe(201);
	expect(await replies()).toMatchObject([{ title: "Hello" }]);
	expect((await api("/api/saved-replies", { title: "", text: "x" })).status).toBe(400);
});
