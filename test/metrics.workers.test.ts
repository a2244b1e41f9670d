import { env } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { consumeJob } from "./delivery-kit.ts";
import { api, Phone, startTelegram } from "./telegram.ts";

test("updates, requests and jobs are measured, without ids of people", async () => {
	const { simulator, bot } = await startTelegram();
	const points: AnalyticsEngineDataPoint[] = [];
	const write = vi
		.spyOn(Object.getPrototypeOf(env.METRICS) as AnalyticsEngineDataset, "writeDataPoint")
		.mockImplementation((point) => void points.push(point ?? {}));
	const ana = await new Phone(simulator, bot, "Ana").settleIn("Female", "27");
	await api(`/api/users/${ana.id}`);
	await api(`/api/users/${ana.id}/ban`, { reason: "x" });
	await consumeJob({ kind: "probe" });
	write.mockRestore();
	const named = (name: string) =>
		points.filter(({ indexes }) => indexes?.[0] === name).map(({ blobs }) => blobs);
	expect(named("update")).toContainEqual([String(bot), "message", "200"]);
	expect(named("api")).toContainEqual(["POST", "/api/users/:id/ban", "200"]);
	expect(named("job")).toContainEqual(["send", "probe", "done"]);
	expect(JSON.stringify(points)).not.toContain(String(ana.id));
});
