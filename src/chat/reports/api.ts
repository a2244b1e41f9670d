import { Hono } from "hono";
import type { z } from "zod";
import { AppError } from "../../platform/errors.ts";
import type { ApiEnv } from "../../platform/http.ts";
import { messageLink } from "../../platform/links.ts";
import { describe, valid } from "../../platform/openapi.ts";
import { iso, isoOrNull } from "../../platform/time.ts";
import type { ChatServices } from "../wiring.ts";
import type { Report, Reports } from "./service.ts";
import * as shapes from "./shapes.ts";

type Needs = Pick<ChatServices, "reports">;

type Shown = z.infer<typeof shapes.reportAnswer>["report"];

const shown = (report: Report): Shown => ({
	id: report.id,
	// Written by our own rules, which know no others.
	reason: report.reason as Shown["reason"],
	status: report.status as Shown["status"],
	reporter_id: report.reporterId,
	reported_id: report.reportedId,
	created_at: iso(report.createdAt),
	decided_at: isoOrNull(report.decidedAt),
	decided_by: report.decidedBy,
	ban_until: isoOrNull(report.banUntil),
	copied: Object.values(report.copies).reduce((sum, ids) => sum + ids.length, 0),
	copyable: report.copyable,
});

const recordOf = ({ reported, upheld, own }: Awaited<ReturnType<Reports["show"]>>["reported"]) => ({
	...{ reported, upheld },
	...{ own_upheld: own.upheld, own_dismissed: own.dismissed },
});

/** What people report about each other. What was said is in the review chat only. */
export const reportsApi = new Hono<ApiEnv<Needs>>()
	.get(
		"/",
		describe("Reports", "Lists reports, newest first", shapes.reportsAnswer, { errors: [400] }),
		valid("query", shapes.reportsQuery),
		async (c) => {
			const { status, about = null, cursor, limit } = c.req.valid("query");
			const which = { open: status === "open", about };
			const { rows, next } = await c.var.deps.reports.list(which, cursor ?? null, limit);
			return c.json({ reports: rows.map(shown), next });
		},
	)
	.get(
		"/:id",
		describe(
			"Reports",
			"One report, the history of both, and where its evidence stands",
			shapes.reportPageAnswer,
			{
				errors: [400, 404],
			},
		),
		valid("param", shapes.reportParam),
		async (c) => {
			const { report, reported, reporter } = await c.var.deps.reports.show(c.req.valid("param").id);
			const { reviewChatId, cardMessageId, copies } = report;
			const linkTo = (id: number | null) => (reviewChatId && id ? messageLink(reviewChatId, id) : null);
			const linksTo = (ids: number[] = []) => ids.map(linkTo).filter((link) => link !== null);
			return c.json({
				report: {
					...shown(report),
					history: { reported: recordOf(reported), reporter: recordOf(reporter) },
					card: linkTo(cardMessageId),
					evidence: { reported: linksTo(copies.reported), reporter: linksTo(copies.reporter) },
				},
			});
		},
	)
	.post(
		"/:id/decide",
		describe("Reports", "Decides a report", shapes.reportAnswer, {
			errors: [400, 404, 409],
			write: true,
			description: "Once, as the buttons in the review chat do; a second verdict is refused.",
		}),
		valid("param", shapes.reportParam),
		valid("json", shapes.verdictInput),
		async (c) => {
			const { id } = c.req.valid("param");
			const { decided, report } = await c.var.deps.reports.decide(
				id,
				c.req.valid("json").verdict,
				c.var.actor,
			);
			if (!report) throw new AppError(404, "no_report", "There is no such report.");
			if (!decided)
				throw new AppError(409, "decided", `This report was decided by ${report.decidedBy} already.`);
			return c.json({ report: shown(report) });
		},
	);
