import { Hono } from "hono";
import type { z } from "zod";
import { groupParam } from "../groups/shapes.ts";
import type { GroupsServices } from "../groups/wiring.ts";
import { AppError } from "../platform/errors.ts";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { once } from "../platform/idempotency.ts";
import { describe, valid } from "../platform/openapi.ts";
import { pageOf } from "../platform/pages.ts";
import { done } from "../platform/shapes.ts";
import { cut } from "../platform/text.ts";
import { iso, isoOrNull } from "../platform/time.ts";
import { postingStates } from "./rules.ts";
import type { Place, Post, PostFilter, PostInput, Posting } from "./service.ts";
import * as shapes from "./shapes.ts";
import type { PostsServices } from "./wiring.ts";

type Needs = PostsServices & Pick<GroupsServices, "groups"> & Pick<House, "db" | "now">;

const hourSeconds = 3600;

const excerptOf = (post: Post | null) => cut(post?.content.message ?? "", 120);

export const shownPost = (row: Post): z.infer<typeof shapes.postsAnswer>["posts"][number] => ({
	id: row.no,
	campaign_id: row.campaignNo,
	status: row.state,
	excerpt: excerptOf(row),
	media: row.content.media?.kind ?? null,
	silent: row.silent,
	reply_to: row.replyTo,
	bypass_cooldown: row.bypassCooldown,
	delete_after_hours: row.deleteAfterSeconds === null ? null : row.deleteAfterSeconds / hourSeconds,
	cron: row.cron,
	time_zone: row.timeZone,
	every_seconds: row.everySeconds,
	rounds: row.rounds,
	round: row.round,
	next_at: isoOrNull(row.nextAt),
	version: row.version,
	editing: row.editing,
	created_at: iso(row.createdAt),
	created_by: row.createdBy,
});

const shownPosting = (row: Posting): z.infer<typeof shapes.postingsAnswer>["postings"][number] => ({
	id: row.id,
	post_id: row.postNo,
	round: row.round,
	group_id: row.groupId,
	topic_id: row.topicId === 0 ? null : row.topicId,
	bot_id: row.botId,
	state: row.state,
	due_at: iso(row.dueAt),
	message_id: row.messageId,
	sent_at: isoOrNull(row.sentAt),
	delete_at: isoOrNull(row.deleteAt),
	note: row.note,
});

/** Every state, those with none included. */
export function shownCounts(rows: readonly { state: string; count: number }[]) {
	const found = new Map(rows.map(({ state, count }) => [state, count]));
	const all = postingStates.map((state) => [state, found.get(state) ?? 0] as const);
	return Object.fromEntries(all) as Record<(typeof postingStates)[number], number>;
}

export function inputOf(input: z.infer<typeof shapes.postInput>): PostInput {
	const { message, entities, parse_mode, media, buttons } = input;
	return {
		content: { message, entities, parse_mode, media, buttons },
		targets: input.targets.map(({ group_id, topic_id = 0 }) => ({ groupId: group_id, topicId: topic_id })),
		silent: input.silent ?? null,
		replyTo: input.reply_to ?? null,
		bypassCooldown: input.bypass_cooldown,
		deleteAfterSeconds:
			input.delete_after_hours === undefined ? null : input.delete_after_hours * hourSeconds,
		wish: {
			at: input.at === undefined ? null : Date.parse(input.at),
			cron: input.cron ?? null,
			timeZone: input.time_zone,
			everySeconds: input.every_seconds ?? null,
			rounds: input.rounds ?? null,
		},
	};
}

function filterOf({ state, group_id, campaign }: z.infer<typeof shapes.postsQuery>): PostFilter {
	const given = [state, group_id, campaign].filter((one) => one !== undefined);
	if (given.length > 1)
		throw new AppError(400, "invalid", "Some fields are not right.", { state: "one filter at a time" });
	if (state !== undefined) return { state };
	if (group_id !== undefined) return { groupId: group_id };
	return campaign === undefined ? null : { campaignNo: campaign };
}

/** `round.group.topic` */
function placeOf(cursor: string | undefined): Place | null {
	const [round = 0, groupId = 0, topicId = 0] = cursor?.split(".").map(Number) ?? [];
	return cursor === undefined ? null : { round, groupId, topicId };
}

const tag = "Posts";
const change = (summary: string, description: string) =>
	describe(tag, summary, done, { errors: [400, 404, 409], write: true, description });

/** What bots post in groups, and what came of it. */
export const postsApi = new Hono<ApiEnv<Needs>>()
	.post(
		"/posts",
		describe(tag, "Posts in groups: now, at a time, or again and again", shapes.idAnswer, {
			status: 202,
			errors: [400, 409],
			write: true,
			description:
				"Markup and media are shown to Telegram first. Each group gets it when its cooldown and Telegram's pace allow. With an `Idempotency-Key`, a repeat posts nothing more.",
		}),
		valid("json", shapes.postInput),
		async (c) => {
			const input = inputOf(c.req.valid("json"));
			const id = await once(c, input, (key) => c.var.deps.posts.create(input, key, c.var.actor));
			return c.json({ id }, 202);
		},
	)
	.post(
		"/posts/test",
		describe(tag, "Sends it to one person, as a group would see it", shapes.testAnswer, {
			errors: [400],
			write: true,
		}),
		valid("json", shapes.testInput),
		async (c) => {
			const { to, bot_id, ...content } = c.req.valid("json");
			return c.json({ ok: true as const, message_id: await c.var.deps.posts.test(to, content, bot_id) });
		},
	)
	.get(
		"/posts",
		describe(tag, "Posts, newest first", shapes.postsAnswer, {
			errors: [400],
			description: "One filter at a time.",
		}),
		valid("query", shapes.postsQuery),
		async (c) => {
			const query = c.req.valid("query");
			const before = query.cursor === undefined ? null : Number(query.cursor);
			const rows = await c.var.deps.posts.list(filterOf(query), before, query.limit + 1);
			const { page, last } = pageOf(rows, query.limit);
			return c.json({ posts: page.map(shownPost), next: last ? String(last.no) : null });
		},
	)
	.get(
		"/posts/calendar",
		describe(tag, "What is planned and what was posted, for a calendar", shapes.calendarAnswer, {
			errors: [400],
			description: "Posts that are paused are not planned.",
		}),
		valid("query", shapes.calendarQuery),
		async (c) => {
			const { from, to } = c.req.valid("query");
			const { planned, posted } = await c.var.deps.posts.calendar(Date.parse(from), Date.parse(to));
			return c.json({
				planned: planned.map(({ post, at }) => ({
					...{ post_id: post.no, at: iso(at), excerpt: excerptOf(post), campaign_id: post.campaignNo },
				})),
				posted: posted.map(({ postNo, round, at, groups, post }) => ({
					...{ post_id: postNo, round, at: iso(at), groups, excerpt: excerptOf(post) },
					campaign_id: post?.campaignNo ?? null,
				})),
			});
		},
	)
	.get(
		"/posts/:no",
		describe(tag, "One post: where it goes, its rounds, and what came of them", shapes.postAnswer, {
			errors: [400, 404],
		}),
		valid("param", shapes.postParam),
		async (c) => {
			const { post, targets, counts } = await c.var.deps.posts.view(c.req.valid("param").no);
			const where = targets.map(({ groupId, topicId, title, state }) => ({
				...{ group_id: groupId, topic_id: topicId === 0 ? null : topicId, title, state },
			}));
			const shown = { ...shownPost(post), content: post.content, targets: where };
			return c.json({ post: { ...shown, counts: shownCounts(counts) } });
		},
	)
	.get(
		"/posts/:no/postings",
		describe(tag, "What came of a post, in which group, the last round first", shapes.postingsAnswer, {
			errors: [400, 404],
		}),
		valid("param", shapes.postParam),
		valid("query", shapes.postingsQuery),
		async (c) => {
			const { state, cursor, limit } = c.req.valid("query");
			const wanted = { state: state ?? null, before: placeOf(cursor), limit: limit + 1 };
			const rows = await c.var.deps.posts.postings(c.req.valid("param").no, wanted);
			const { page, last } = pageOf(rows, limit);
			const next = last ? `${last.round}.${last.groupId}.${last.topicId}` : null;
			return c.json({ postings: page.map(shownPosting), next });
		},
	)
	.post(
		"/posts/:no/pause",
		change("Pauses a post", "What waits, waits on; what is just being sent ends."),
		valid("param", shapes.postParam),
		async (c) => {
			await c.var.deps.posts.pause(c.req.valid("param").no, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.post(
		"/posts/:no/resume",
		change("Lets a post go on", "Rounds that fell into the pause are left out, but for a single one."),
		valid("param", shapes.postParam),
		async (c) => {
			await c.var.deps.posts.resume(c.req.valid("param").no, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.post(
		"/posts/:no/cancel",
		change("Ends a post", "What was posted stays, no other group gets it."),
		valid("param", shapes.postParam),
		async (c) => {
			await c.var.deps.posts.cancel(c.req.valid("param").no, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.post(
		"/posts/:no/resend",
		describe(tag, "Sends again what failed in the last round", shapes.resendAnswer, {
			errors: [400, 404, 409],
			write: true,
		}),
		valid("param", shapes.postParam),
		valid("json", shapes.resendInput),
		async (c) => {
			const { include_unknown } = c.req.valid("json");
			const queued = await c.var.deps.posts.resend(c.req.valid("param").no, include_unknown, c.var.actor);
			return c.json({ ok: true as const, queued });
		},
	)
	.put(
		"/posts/:no/content",
		change("Changes what a post says", "Future rounds say it, and what stands in groups is edited."),
		valid("param", shapes.postParam),
		valid("json", shapes.contentInput),
		async (c) => {
			await c.var.deps.posts.setContent(c.req.valid("param").no, c.req.valid("json"), c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.get(
		"/groups/:id/postings",
		describe(tag, "What was posted in a group, newest first", shapes.postingsAnswer, { errors: [400, 404] }),
		valid("param", groupParam),
		valid("query", shapes.groupPostingsQuery),
		async (c) => {
			const { state, cursor, limit } = c.req.valid("query");
			const { id } = await c.var.deps.groups.get(c.req.valid("param").id);
			const before = cursor === undefined ? null : Number(cursor);
			const wanted = { state: state ?? null, before, limit: limit + 1 };
			const { page, last } = pageOf(await c.var.deps.posts.postingsOf(id, wanted), limit);
			return c.json({ postings: page.map(shownPosting), next: last ? String(last.id) : null });
		},
	);
