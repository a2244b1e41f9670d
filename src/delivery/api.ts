import { Hono } from "hono";
import type { z } from "zod";
import type { CampaignView } from "../delivery/service/campaigns.ts";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { once } from "../platform/idempotency.ts";
import { describe, valid } from "../platform/openapi.ts";
import { pageOf } from "../platform/pages.ts";
import { admitted } from "../platform/rate-fields.ts";
import { done } from "../platform/shapes.ts";
import { cut } from "../platform/text.ts";
import { iso, isoOrNull } from "../platform/time.ts";
import type { Content } from "./rules/content.ts";
import { broadcastsAnHour } from "./settings.ts";
import * as broadcast from "./shapes.ts";
import type { DeliveryServices } from "./wiring.ts";

type Needs = Pick<DeliveryServices, "delivery" | "broadcast"> &
	Pick<House, "db" | "env" | "now" | "settings">;

const excerptLength = 120;

export const shown = ({
	campaign,
	state,
	counts: { errors: _, kept: __, ...counts },
	underWay,
}: CampaignView) => ({
	id: campaign.no,
	name: campaign.name,
	owner: campaign.owner,
	excerpt: cut((campaign.content as Content).message, excerptLength),
	media: (campaign.content as Content).media?.kind ?? null,
	status: state,
	total: campaign.total,
	counts,
	progress: campaign.total === 0 ? Number(campaign.expanded) : 1 - counts.queued / campaign.total,
	starts_at: isoOrNull(campaign.startsAt),
	take_back: campaign.takeBack,
	blocks_under_way: underWay,
	pause_reason: campaign.pauseReason,
	audience: campaign.audience,
	created_at: iso(campaign.createdAt),
	created_by: campaign.createdBy,
	changed_at: iso(campaign.changedAt),
});

export const inputOf = (input: z.infer<typeof broadcast.draftInput> & { starts_at?: string | undefined }) => {
	const {
		name,
		audience,
		language,
		inactive_days: inactiveDays,
		bot_id: botId,
		starts_at,
		...content
	} = input;
	const startsAt = starts_at === undefined ? undefined : Date.parse(starts_at);
	return { name, audience, language, inactiveDays, botId, startsAt, content };
};

const tag = "Broadcasts";

/** Messages to everybody or some, and what comes of them. */
export const broadcastApi = new Hono<ApiEnv<Needs>>()
	.post(
		"/broadcast",
		async (c, next) => {
			await next();
			const limit = c.var.deps.settings.get(broadcastsAnHour);
			await admitted(c, { name: "broadcast", pacer: "api:broadcast", limit, seconds: 3600 });
		},
		describe(tag, "Sends a message to everybody, to VIPs or to all others", broadcast.broadcastAnswer, {
			status: 202,
			errors: [400, 409, 429],
			write: true,
			description:
				"At `starts_at`, or without it at once. Markup and media are shown to Telegram first. Everybody gets it once, through the bot they started last; a button under it stops further ones. With an `Idempotency-Key`, a repeat sends nothing more.",
		}),
		valid("json", broadcast.broadcastInput),
		async (c) => {
			const input = inputOf(c.req.valid("json"));
			const id = await once(c, input, (key) => c.var.deps.broadcast.start(input, key, c.var.actor));
			return c.json({ id }, 202);
		},
	)
	.post(
		"/broadcast/test",
		describe(tag, "Sends it to one person, as they would read it", broadcast.testAnswer, {
			errors: [400],
			write: true,
		}),
		valid("json", broadcast.testInput),
		async (c) => {
			const { to, bot_id, ...content } = c.req.valid("json");
			const message_id = await c.var.deps.broadcast.test(to, content, bot_id);
			return c.json({ ok: true as const, message_id });
		},
	)
	.post(
		"/broadcast/preview",
		describe(
			tag,
			"How many would get it, how long it takes, what paying for speed would cost",
			broadcast.previewAnswer,
			{
				errors: [400],
				write: true,
			},
		),
		valid("json", broadcast.broadcastInput),
		async (c) => {
			const found = await c.var.deps.broadcast.preview(inputOf(c.req.valid("json")));
			return c.json({
				recipients: found.recipients,
				seconds: found.seconds,
				by_bot: found.byBot.map(({ bot_id, people }) => ({ bot_id, recipients: people })),
				paid_broadcast: found.paid,
			});
		},
	)
	.get(
		"/campaigns",
		describe(tag, "Campaigns, newest first", broadcast.campaignsAnswer, { errors: [400] }),
		valid("query", broadcast.campaignsQuery),
		async (c) => {
			const { state, cursor, limit } = c.req.valid("query");
			const before = cursor === undefined ? null : Number(cursor);
			const states = state === undefined ? null : [state];
			const rows = await c.var.deps.delivery.campaigns.list(states, before, limit + 1);
			const { page, last } = pageOf(rows, limit);
			return c.json({ campaigns: page.map(shown), next: last ? String(last.campaign.no) : null });
		},
	)
	.get(
		"/campaigns/:id",
		describe(tag, "One campaign: its state, and what came of whom", broadcast.campaignAnswer, {
			errors: [400, 404],
		}),
		valid("param", broadcast.campaignParam),
		async (c) => {
			const found = await c.var.deps.delivery.campaigns.find(c.req.valid("param").id);
			return c.json({ ...shown(found), content: found.campaign.content });
		},
	)
	.post(
		"/campaigns/:id/pause",
		describe(tag, "Pauses it", done, {
			errors: [400, 404, 409],
			write: true,
			description:
				"What is just being sent, 31 messages at most, still goes: `blocks_under_way` is 0 after it.",
		}),
		valid("param", broadcast.campaignParam),
		async (c) => {
			await c.var.deps.delivery.campaigns.pause(c.req.valid("param").id, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.post(
		"/campaigns/:id/resume",
		describe(tag, "Lets it go on", done, { errors: [400, 404, 409], write: true }),
		valid("param", broadcast.campaignParam),
		async (c) => {
			await c.var.deps.delivery.campaigns.resume(c.req.valid("param").id, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.post(
		"/campaigns/:id/cancel",
		describe(tag, "Ends it: who has it keeps it, nobody else gets it", done, {
			errors: [400, 404, 409],
			write: true,
		}),
		valid("param", broadcast.campaignParam),
		async (c) => {
			await c.var.deps.delivery.campaigns.cancel(c.req.valid("param").id, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.get(
		"/campaigns/:id/deliveries",
		describe(tag, "To whom it failed and why, or those in another state", broadcast.deliveriesAnswer, {
			errors: [400, 404],
		}),
		valid("param", broadcast.campaignParam),
		valid("query", broadcast.deliveriesQuery),
		async (c) => {
			const { state, q = null, cursor, limit } = c.req.valid("query");
			const { id } = c.req.valid("param");
			const { campaigns } = c.var.deps.delivery;
			const rows = await campaigns.deliveries(id, { state, q }, Number(cursor ?? 0), limit + 1);
			const { page, last } = pageOf(rows, limit);
			return c.json({
				deliveries: page.map((row) => ({
					...{ user_id: row.chat_id, bot_id: row.bot_id, state, message_id: row.message_id, note: row.note },
				})),
				next: last ? String(last.no) : null,
			});
		},
	)
	.get(
		"/campaigns/:id/failures",
		describe(tag, "What it failed of, with what to do about it", broadcast.failuresAnswer, {
			errors: [400, 404],
		}),
		valid("param", broadcast.campaignParam),
		async (c) => {
			const found = await c.var.deps.delivery.campaigns.failures(c.req.valid("param").id);
			return c.json({
				failures: found.map(({ state, cause, advice, count }) => ({
					...{ state, cause, advice },
					recipients: count,
				})),
			});
		},
	)
	.post(
		"/campaigns/:id/resend",
		describe(tag, "Sends it again to whom it failed", done, {
			errors: [400, 404, 409],
			write: true,
			description: "Once it has ended; all of them, some, or those of one cause.",
		}),
		valid("param", broadcast.campaignParam),
		valid("json", broadcast.resendInput),
		async (c) => {
			const { include_unknown, cause, user_ids } = c.req.valid("json");
			const which = { includeUnknown: include_unknown, cause, chatIds: user_ids };
			await c.var.deps.delivery.campaigns.resend(c.req.valid("param").id, which, c.var.actor);
			return c.json({ ok: true as const });
		},
	);
