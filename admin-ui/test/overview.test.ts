import { expect, test } from "vitest";
import { filled, windowOf } from "../src/pages/overview/trends.ts";

const now = Date.parse("2026-11-21T16:40:00Z");
const iso = (time: number | undefined) => new Date(time ?? 0).toISOString();

test("a chart has the hours that are over, or the days with this one", () => {
	const hours = windowOf("24h", now).times;
	expect([hours.length, iso(hours[0]), iso(hours.at(-1))]).toEqual([
		24,
		"2026-11-20T16:00:00.000Z",
		"2026-11-21T15:00:00.000Z",
	]);
	const days = windowOf("30d", now).times;
	expect([days.length, iso(days[0]), iso(days.at(-1))]).toEqual([
		30,
		"2026-10-23T00:00:00.000Z",
		"2026-11-21T00:00:00.000Z",
	]);
});

test("when nothing was counted nothing has happened", () => {
	const counted = { new_users: 3, chats_begun: 2, stars_received: 50, stars_refunded: 10 };
	const points = filled([{ at: "2026-11-21T15:00:00.000Z", ...counted }], windowOf("24h", now));
	expect(points).toHaveLength(24);
	expect(points.at(-1)).toEqual({
		at: "2026-11-21T15:00:00.000Z",
		people: 3,
		chats: 2,
		stars: 50,
		refunded: 10,
	});
	expect(points[0]).toMatchObject({ people: 0, chats: 0, stars: 0, refunded: 0 });
});
