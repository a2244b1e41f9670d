import { expect, test } from "vitest";
import { benchDeletion } from "../bench/deletion.ts";
import { benchDelivery } from "../bench/delivery.ts";

test("the benchmarks measure what they say, with few", async () => {
	const delivery = await benchDelivery({ recipients: 400, perSecond: 30, thenPerSecond: 15 });
	expect(delivery).toMatchObject({ delivered: 400, floor: 20, tooFast: 0 });
	expect(delivery.seconds).toBeGreaterThan(18);
	expect(delivery.busiestAfter).toBeLessThan(20);
	expect(delivery.busiest).toBeGreaterThan(25);
	const deletion = await benchDeletion(250, 5);
	expect(deletion).toMatchObject({ deleted: 250, calls: 3, sideBySide: 3 });
});
