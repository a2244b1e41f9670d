import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { reportPageAnswer } from "../src/chat/reports/shapes.ts";
import { createDeps } from "../src/deps.ts";
import { read } from "./staff-answers.ts";
import { api, startTelegram, twoTalking } from "./telegram.ts";

const { simulator, bot } = await startTelegram();

interface Shown {
	id: string;
	status: string;
	reason: string;
	reporter_id: number;
	reported_id: number;
	decided_by: string | null;
}
const list = async (query: string) =>
	(await (await api(`/api/reports${query}`)).json()) as { reports: Shown[]; next: string | null };

test("staff list reports and decide each once, and the right to one's data covers them", async () => {
	const { ana, bo } = await twoTalking(simulator, bot);
	await ana.press("🚩 Report");
	await ana.press("Spam or ads");
	const { ana: cy, bo: dan } = await twoTalking(simulator, bot);
	await cy.press("🚩 Report");
	await cy.press("Insults or threats");

	const first = await list("?status=open&limit=1");
	expect(first.reports).toMatchObject([{ reporter_id: cy.id, reported_id: dan.id, reason: "insults" }]);
	const second = await list(`?status=open&limit=1&cursor=${first.next}`);
	expect(second.reports).toMatchObject([{ reporter_id: ana.id, reported_id: bo.id, status: "open" }]);
	expect(second.next).toBeNull();
	expect((await api("/api/reports?status=closed")).status).toBe(400);
	const plan = await env.DB.prepare(
		"EXPLAIN QUERY PLAN SELECT * FROM reports WHERE status = 'open' ORDER BY id DESC LIMIT 2",
	).all<{ detail: string }>();
	expect(plan.results.map((row) => row.detail).join()).toContain("reports_open");

	const id = second.reports[0]?.id ?? "";
	expect((await api(`/api/reports/${id}/decide`, { verdict: "hang" })).status).toBe(400);
	expect((await api(`/api/reports/report_${"0".repeat(26)}/decide`, { verdict: "ban" })).status).toBe(404);
	const decided = await api(`/api/reports/${id}/decide`, { verdict: "ban7" });
	expect(await decided.json()).toMatchObject({ report: { status: "banned", decided_by: "owner" } });
	const { report: page } = await read(`/api/reports/${id}`, reportPageAnswer);
	expect(page).toMatchObject({ id, status: "banned", card: null, evidence: { reported: [], reporter: [] } });
	expect(page.history).toEqual({
		reported: { reported: 1, upheld: 1, own_upheld: 0, own_dismissed: 0 },
		reporter: { reported: 0, upheld: 0, own_upheld: 1, own_dismissed: 0 },
	});
	expect((await list(`?about=${dan.id}`)).reports.map(({ reported_id }) => reported_id)).toEqual([dan.id]);
	expect((await list(`?about=${ana.id}`)).reports).toEqual([]);
	expect((await api(`/api/reports/report_${"0".repeat(26)}`)).status).toBe(404);
	const again = await api(`/api/reports/${id}/decide`, { verdict: "dismiss" });
	expect(again.status).toBe(409);
	expect(await again.text()).toContain("owner");
	await bo.send("/find");
	expect(bo.last.text).toContain("excluded from this bot until");
	expect((await list("?status=open")).reports).toHaveLength(1);

	const { reports, rights } = await createDeps(env);
	expect(await reports.data.export(ana.id)).toMatchObject({
		filed: [{ reason: "spam", status: "banned" }],
		decided_about_you: 0,
	});
	expect(await reports.data.export(bo.id)).toEqual({ filed: [], decided_about_you: 1 });
	// Whoever was reported is not told before staff have decided, and never by whom.
	expect(await reports.data.export(dan.id)).toEqual({ filed: [], decided_about_you: 0 });
	await rights.erase(ana.id);
	await rights.erase(bo.id);
	await rights.erase(dan.id);
	const left = (await list("")).reports;
	expect(
		left.map((report) =>
			[report.reporter_id, report.reported_id].map((person) => (person < 0 ? "erased" : person)),
		),
	).toEqual([
		// Open: erasure is no way round staff's decision.
		[cy.id, dan.id],
		["erased", "erased"],
	]);
});
