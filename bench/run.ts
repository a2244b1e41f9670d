/** `npm run bench [-- --real]`: how fast delivery and deletion are; ends with 1 if a limit is exceeded. */
import "./load.ts";
import type { DeliveryFigures } from "./delivery.ts";

const real = process.argv.includes("--real");
const recipients = 5_000;
const perSecond = 30;
const lowered = 15;
const messages = 1_000;
const callMs = 50;
let exceeded = 0;

function figure(name: string, value: number, { digits = 2, limit = "", ok = true } = {}): void {
	console.log(
		`  ${name.padEnd(38)} ${value.toFixed(digits).padStart(10)}  ${limit}${ok ? "" : "  EXCEEDED"}`,
	);
	if (!ok) exceeded++;
}

const atMost = (name: string, value: number, most: number, digits = 2) =>
	figure(name, value, { digits, limit: `at most ${most}`, ok: value <= most });
const exactly = (name: string, value: number, wanted: number) =>
	figure(name, value, { digits: 0, limit: `must be ${wanted}`, ok: value === wanted });
const atLeast = (name: string, value: number, least: number) =>
	figure(name, value, { digits: 1, limit: `at least ${least}`, ok: value >= least });

function showDelivery(title: string, figures: DeliveryFigures, ratio: number, lowered = 0): void {
	const { seconds, floor, delivered, busiest, busiestAfter, tooFast, rows, queueOperations } = figures;
	console.log(`\n${title}`);
	exactly("delivered", delivered, recipients);
	figure("seconds", seconds, { limit: `floor ${floor.toFixed(1)}` });
	atMost("ratio to the floor", seconds / floor, ratio, 4);
	atMost("most in any second", busiest, perSecond, 0);
	if (lowered) atMost("most in any second at that pace", busiestAfter, lowered, 0);
	exactly("429s of a bucket of 30 a second", tooFast, 0);
	atMost("rows written a recipient", rows, 2.1);
	atMost("queue operations a recipient", queueOperations, 0.05, 4);
}

// Behind the hooks of `load.ts`.
const { benchDelivery } = await import("./delivery.ts");
const { benchDeletion, oneByOne } = await import("./deletion.ts");

const clock = real ? "real clock" : "virtual clock";
showDelivery(
	`Delivery: ${recipients} recipients at ${perSecond} a second, ${clock}`,
	await benchDelivery({ recipients, perSecond, real }),
	1.02,
);
if (!real)
	showDelivery(
		`Delivery: the same, lowered to ${lowered} a second in the middle, ${clock}`,
		await benchDelivery({ recipients, perSecond, thenPerSecond: lowered }),
		1.05,
		lowered,
	);

const { deleted, calls, sideBySide, seconds, rows } = await benchDeletion(messages, callMs);
const slow = real ? await oneByOne(messages, callMs) : (messages * callMs) / 1000;
console.log(`\nDeletion: ${messages} messages, ${callMs} ms a call, real clock`);
exactly("deleted", deleted, messages);
figure("seconds", seconds, { digits: 3 });
figure(`one by one, seconds (${real ? "run" : "computed"})`, slow, { digits: 1 });
atLeast("times faster", slow / seconds, 50);
exactly("calls", calls, messages / 100);
atMost("calls at once", sideBySide, 6, 0);
figure("rows written a message", rows);

console.log(
	`\nnpm run bench${real ? " -- --real" : ""}: ${exceeded === 0 ? "within all limits" : `${exceeded} exceeded`}`,
);
process.exit(exceeded === 0 ? 0 : 1);
