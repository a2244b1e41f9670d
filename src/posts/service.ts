import { eq, sql } from "drizzle-orm";
import type { Content } from "../delivery/rules/content.ts";
import type { Carry } from "../delivery/service/carrier.ts";
import type { Delivery } from "../delivery/service.ts";
import { migrationsOf } from "../groups/service.ts";
import type { People } from "../people/service.ts";
import type { Alerts } from "../platform/alerts.ts";
import { audit } from "../platform/audit.ts";
import { AppError } from "../platform/errors.ts";
import { reason } from "../platform/log.ts";
import { commit } from "../platform/outbox.ts";
import type { Settings } from "../platform/settings.ts";
import { dayMs } from "../platform/time.ts";
import { plannedRounds, roundAfter, roundAfterPause } from "./rules/schedule.ts";
import { type PostingState, transitions } from "./rules.ts";
import { postings, posts } from "./schema.ts";
import { createGroupCampaigns } from "./service/campaigns.ts";
import { createEditing } from "./service/editing.ts";
import { createSender, outgoingOf, type SenderNeeds } from "./service/sender.ts";
import { createWriting, invalid } from "./service/writing.ts";
import { keepPostingsDays } from "./settings.ts";
import { moveCampaign } from "./store/campaigns.ts";
import * as history from "./store/history.ts";
import * as placed from "./store/postings.ts";
import * as store from "./store/posts.ts";

export type { SenderNeeds } from "./service/sender.ts";
export type { PostInput } from "./service/writing.ts";
export type { Place } from "./store/history.ts";
export type { Posting } from "./store/postings.ts";
export type { Post, PostFilter } from "./store/posts.ts";
export type Posts = ReturnType<typeof createPosts>;

/** What the queue `send` carries for posts: a bot has some that are due, or a post was edited. */
export type PostJob = { kind: "posts"; botId: number } | { kind: "posts.edit"; no: number };

interface Needs extends SenderNeeds {
	env: Env;
	carry: Carry;
	settings: Settings;
	alerts: Alerts;
	people: People;
	delivery: Delivery;
	enqueue: (job: PostJob, delaySeconds?: number) => Promise<void>;
}

/** So many rounds begin in one minute of the clock; the rest in the next. */
const roundsAtOnce = 100;
/** So far away a run is sent on by itself; what is later, the clock begins. */
const soonSeconds = 60;
const calendarSize = 500;
const purgeBatch = 1_000;
const purgeBatches = 50;

/** What the bots write in groups by themselves: at a time, again and again, under each group's cooldown. */
export function createPosts(needs: Needs) {
	const { db, now, log, settings, people, delivery, enqueue } = needs;
	const send = createSender(needs);
	const edit = createEditing(needs);
	const writing = createWriting({ db, delivery, now, wake });
	const campaigns = createGroupCampaigns({ ...needs, writing, wake });

	async function get(no: number): Promise<store.Post> {
		const post = await store.findPost(db, no);
		if (!post) throw new AppError(404, "no_post", "There is no such post.");
		return post;
	}

	const begin = (post: store.Post) => store.beginRound(db, post, roundAfter(post, now()), now());

	/** A message that is lost here is made up for by the clock. */
	async function wake(no: number): Promise<void> {
		try {
			const post = await store.findPost(db, no);
			if (post?.state === "scheduled" && post.nextAt !== null && post.nextAt <= now()) await begin(post);
			for (const botId of await placed.dueBots(db, now(), no)) await enqueue({ kind: "posts", botId });
			if (post?.editing) await enqueue({ kind: "posts.edit", no });
		} catch (error) {
			log.warn("groups", "a post waits for the clock", { post: no, reason: reason(error) });
		}
	}

	/** What can't be done is not written down as done. */
	function expectState(post: store.Post, transition: keyof typeof transitions): void {
		if (!transitions[transition].from.some((state) => state === post.state)) throw wrongState(post);
	}

	const wrongState = ({ state }: store.Post) =>
		new AppError(409, "wrong_state", `This post is ${state}: that can't be done now.`);

	const entry = (post: store.Post, action: string, actor: string, details?: unknown) =>
		audit(db, now(), { actor, action: `post.${action}`, subject: String(post.no), details });

	/** What was posted stays. @throws AppError 404, 409 */
	async function cancel(no: number, actor: string): Promise<void> {
		const post = await get(no);
		expectState(post, "cancel");
		const { results } = await commit(
			db,
			now(),
			[
				store.move(db, eq(posts.no, no), "cancel", now()),
				placed.cancelWaiting(db, cancelledPosting(no)),
				entry(post, "cancelled", actor),
			],
			[],
		);
		if ((results[0] as unknown[]).length === 0) throw wrongState(post);
	}

	return {
		...campaigns,
		get,
		cancel,
		create: writing.create,
		isKnown: async (key: string) => (await store.findPostByKey(db, key)) !== null,

		/** With where it goes, and how many postings are in which state. */
		async view(no: number) {
			const post = await get(no);
			const [targets, counts] = await Promise.all([store.targetsOf(db, no), history.countStates(db, no)]);
			return { post, targets, counts };
		},

		async list(filter: store.PostFilter, before: number | null, limit: number) {
			if (filter === null || !("groupId" in filter)) return store.listPosts(db, filter, before, limit);
			const { groupId } = filter;
			const current = (await migrationsOf(db, [groupId])).get(groupId) ?? groupId;
			return store.listPosts(db, { groupId: current }, before, limit);
		},

		async postings(
			no: number,
			page: { state: PostingState | null; before: history.Place | null; limit: number },
		) {
			await get(no);
			return history.listOfPost(db, no, page);
		},

		postingsOf: (
			groupId: number,
			page: { state: PostingState | null; before: number | null; limit: number },
		) => history.listOfGroup(db, groupId, page),

		/** What is going to be posted from `from` to `to`, and what was: the first 500 of each. */
		async calendar(from: number, to: number) {
			const [coming, posted] = await Promise.all([
				store.duePosts(db, to, calendarSize),
				history.postedBetween(db, from, to, calendarSize),
			]);
			const planned = plannedRounds(coming, { from, to, limit: calendarSize });
			const known = new Map(coming.map((post) => [post.no, post]));
			const missing = posted.map(({ postNo }) => postNo).filter((no) => !known.has(no));
			for (const post of await store.findPosts(db, missing)) known.set(post.no, post);
			return {
				planned,
				posted: posted.map((round) => ({ ...round, post: known.get(round.postNo) ?? null })),
			};
		},

		/** What waits, waits on; what is just being sent ends. @throws AppError 404, 409 */
		async pause(no: number, actor: string): Promise<void> {
			const post = await get(no);
			expectState(post, "pause");
			const { results } = await commit(
				db,
				now(),
				[store.move(db, eq(posts.no, no), "pause", now()), entry(post, "paused", actor)],
				[],
			);
			if ((results[0] as unknown[]).length === 0) throw wrongState(post);
		},

		/** @throws AppError 404, 409 */
		async resume(no: number, actor: string): Promise<void> {
			const post = await get(no);
			expectState(post, "resume");
			const next = roundAfterPause(post, now());
			const { results } = await commit(
				db,
				now(),
				[store.resume(db, no, next, now()), entry(post, "resumed", actor)],
				[],
			);
			if ((results[0] as unknown[]).length === 0) throw wrongState(post);
			await wake(no);
		},

		/** Nothing more of it goes out, whatever state it is in. @throws AppError 404 */
		async end(no: number, actor: string): Promise<void> {
			const post = await get(no);
			const counts = await history.countStates(db, no);
			const waits = counts.some(({ state }) => state === "waiting");
			if (post.state === "cancelled" || (post.state === "done" && !waits)) return;
			await cancel(no, actor).catch((error: unknown) => {
				// It ended by itself meanwhile.
				if (!(error instanceof AppError) || error.status !== 409) throw error;
			});
		},

		/** Sends again what failed in the last round. @throws AppError 404, 409 if there is nothing */
		async resend(no: number, includeUnknown: boolean, actor: string): Promise<number> {
			const post = await get(no);
			const states: PostingState[] = includeUnknown ? ["failed", "unknown"] : ["failed"];
			const reopened = { from: "complete", to: "active" } as const;
			const waits = sql`EXISTS (SELECT 1 FROM postings WHERE post_no = ${no} AND state IN ('waiting', 'sending'))`;
			const { results } = await commit(
				db,
				now(),
				[
					placed.requeue(db, no, post.round, states, now()),
					entry(post, "resent", actor, { states }),
					...(post.campaignNo === null ? [] : [moveCampaign(db, post.campaignNo, reopened, now(), waits)]),
				],
				[],
			);
			const { length } = results[0] as unknown[];
			if (length === 0)
				throw new AppError(409, "nothing_to_resend", "Nothing of its last round can be sent again.");
			await wake(no);
			return length;
		},

		/** Future rounds have it, and what stands in groups is changed. @throws AppError 400, 404, 409 */
		async setContent(no: number, content: Content, actor: string): Promise<void> {
			const post = await get(no);
			if (post.content.media && !content.media && post.round > 0)
				throw invalid({ media: "what was posted with a medium can't be without one" });
			const targets = await store.targetsOf(db, no);
			const known = await writing.groupsOf(targets.map(({ groupId }) => groupId));
			const active = [...known.values()].find(({ state }) => state === "active");
			const newMedium = (["file", "media_id", "kind"] as const).some(
				(part) => content.media?.[part] !== post.content.media?.[part],
			);
			await writing.show(content, active, !newMedium);
			const { results } = await commit(
				db,
				now(),
				[store.setContent(db, post, content, newMedium), entry(post, "edited", actor)],
				[],
			);
			if ((results[0] as unknown[]).length === 0) throw wrongState(await get(no));
			await wake(no);
		},

		/** Sends it to one person, as a group would see it. @throws AppError 400 with Telegram's words */
		async test(to: number, content: Content, botId: number | undefined): Promise<number> {
			const through = botId === undefined ? await people.botsOf(to) : [botId];
			return delivery.sendTest(through, to, outgoingOf({ content }));
		},

		/** Sends what is due of this bot, for a minute at most. */
		async send(botId: number): Promise<void> {
			const end = await send(botId);
			if (end.again && end.delaySeconds <= soonSeconds)
				await enqueue({ kind: "posts", botId }, end.delaySeconds);
		},

		/** Changes what stands of an edited post. */
		edit,

		/** Every minute: begins what is due, starts again what stopped, gives up who died. */
		async watch(): Promise<void> {
			await placed.giveUpExpired(db, now());
			for (const post of await store.duePosts(db, now(), roundsAtOnce)) await begin(post);
			for (const botId of await placed.dueBots(db, now())) await enqueue({ kind: "posts", botId });
			for (const { no } of await store.editedPosts(db)) await enqueue({ kind: "posts.edit", no });
			await campaigns.check();
		},

		/** Forgets what is long over; in small batches, every night. */
		async purge(): Promise<void> {
			const before = now() - settings.get(keepPostingsDays) * dayMs;
			let batches = purgeBatches;
			for (let gone = 1; gone > 0 && batches-- > 0; )
				gone = await history.purgePostings(db, before, purgeBatch);
			for (let gone = 1; gone > 0 && batches-- > 0; ) gone = await store.purgePosts(db, before, purgeBatch);
		},
	};
}

/** Of a post that is cancelled by now. */
const cancelledPosting = (no: number) =>
	sql`+${postings.postNo} = ${no} AND EXISTS (SELECT 1 FROM posts WHERE no = ${no} AND state = ${transitions.cancel.to})`;
