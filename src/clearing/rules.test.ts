import { expect, test } from "vitest";
import { afterTrouble, batchesOf, type Erase, joined, refusedAs, type Settled, settle } from "./rules.ts";

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const tooOld = "Bad Request: message can't be deleted for everyone";

/** Telegram for one chat: refuses a call with any of these, and says which calls there were. */
function chat(refused: (id: number) => string | null) {
	const calls: number[][] = [];
	const erase: Erase = async (ids) => {
		calls.push([...ids]);
		const description = ids.map(refused).find((words) => words !== null);
		return description ? { kind: "refused", description } : { kind: "deleted" };
	};
	return { calls, erase };
}

test("a refused call is halved until it is known for which messages, and everything else is deleted", async () => {
	const { calls, erase } = chat((id) =>
		id === 7 || id === 64 ? tooOld : id === 65 ? "Bad Request: MESSAGE_ID_INVALID" : null,
	);
	const settled = await settle(range(1, 100), erase);
	expect(settled.deleted).toEqual(range(1, 100).filter((id) => ![7, 64, 65].includes(id)));
	expect([settled.tooOld, settled.failed, settled.words]).toEqual([
		[7, 64],
		[65],
		"Bad Request: MESSAGE_ID_INVALID",
	]);
	expect(calls.length).toBeLessThan(45);
	expect((await settle([], erase)).deleted).toEqual([]);
	const clean = chat(() => null);
	await settle(range(1, 100), clean.erase);
	expect(clean.calls).toHaveLength(1);
	const hopeless = chat(() => tooOld);
	expect((await settle(range(1, 100), hopeless.erase)).tooOld).toEqual(range(1, 100));
	expect(hopeless.calls).toHaveLength(199);
});

test("what is settled before a stop counts, from the left and without a gap", async () => {
	const { erase } = chat((id) => (id === 2 ? tooOld : null));
	let calls = 0;
	const stopping: Erase = async (ids) => (++calls > 5 ? { kind: "wait", seconds: 3 } : erase(ids));
	const first = await settle(range(1, 8), stopping);
	expect(first).toMatchObject({ deleted: [1], tooOld: [2], stop: { kind: "wait", seconds: 3 } });
	const whole: Settled = { deleted: [9], tooOld: [], failed: [], words: null, stop: null };
	expect(joined([whole, first, { ...whole, deleted: [20] }])).toEqual({ ...first, deleted: [9, 1] });
	expect(joined([]).stop).toBeNull();
});

test("batches of a hundred from the cursor on", () => {
	const ids = range(1, 250);
	expect(batchesOf(ids, 0, 6).map((batch) => batch.length)).toEqual([100, 100, 50]);
	expect(batchesOf(ids, 37, 2).map((batch) => [batch[0], batch.at(-1)])).toEqual([
		[38, 137],
		[138, 237],
	]);
	expect(batchesOf(ids, 250, 6)).toEqual([]);
});

test("either wording of Telegram is too old, other refusals keep its words", () => {
	expect(refusedAs(tooOld)).toBe("tooOld");
	expect(refusedAs("Bad Request: message can't be deleted")).toBe("tooOld");
	expect(refusedAs("Bad Request: MESSAGE_ID_INVALID")).toBe("failed");
});

test("three repeats, then the clock's, then it has failed", () => {
	const kinds = range(1, 10).map((tries) => afterTrouble(tries).kind);
	expect(kinds).toEqual([...Array(3).fill("again"), ...Array(6).fill("stand"), "fail"]);
	expect(afterTrouble(3)).toEqual({ kind: "again", seconds: 30 });
});
