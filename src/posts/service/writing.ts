import type { BatchItem } from "drizzle-orm/batch";
import { type Content, isFileId, isTelegramsToJudge } from "../../delivery/rules/content.ts";
import type { Delivery } from "../../delivery/service.ts";
import { topicOf } from "../../groups/rules/topics.ts";
import { type Group, migrationsOf } from "../../groups/service.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { AppError, violationOf } from "../../platform/errors.ts";
import { commit } from "../../platform/outbox.ts";
import type { Faults, Wish } from "../rules/schedule.ts";
import { firstRound } from "../rules/schedule.ts";
import {
	findGroups,
	findPostByKey,
	insertPost,
	insertTargets,
	type NewPost,
	type Target,
} from "../store/posts.ts";
import { outgoingOf } from "./sender.ts";

export interface PostInput {
	content: Content;
	/** Whoever asks has seen that its medium is there, in a library that is not the operator's. */
	mediaKnown?: true;
	targets: Target[];
	/** null: as the group is set. */
	silent: boolean | null;
	replyTo: number | null;
	bypassCooldown: boolean;
	deleteAfterSeconds: number | null;
	wish: Wish;
}

/** A post that may be written, with its first target's group. */
interface Prepared {
	row: NewPost;
	targets: Target[];
}

interface Needs {
	db: Db;
	delivery: Delivery;
	now: () => number;
	/** Has the work of this post begin. */
	wake: (no: number) => Promise<void>;
}

export const invalid = (faults: Faults) => new AppError(400, "invalid", "Some fields are not right.", faults);

/** What is wrong with where a post goes, by field. */
function targetFaults({ targets, replyTo, content }: PostInput, groups: ReadonlyMap<number, Group>): Faults {
	const faults: Faults = {};
	const seen = new Set<string>();
	for (const [i, { groupId, topicId }] of targets.entries()) {
		const group = groups.get(groupId);
		const field = `targets.${i}.group_id`;
		if (!group) faults[field] = `${groupId} is no group that a bot is in`;
		else if (group.state !== "active") faults[field] = `${groupId} is ${group.state}`;
		else if (seen.has(`${groupId}:${topicId}`)) faults[field] = `${groupId} is named twice`;
		seen.add(`${groupId}:${topicId}`);
	}
	if (replyTo !== null && targets.length > 1) faults.reply_to = "works with one group only";
	const bots = new Set(targets.map(({ groupId }) => groups.get(groupId)?.botId));
	if (isFileId(content.media) && bots.size > 1)
		faults.media = "file ids belong to one bot, and several work in these groups: give an address";
	return faults;
}

/** How posts come to be. */
export function createWriting({ db, delivery, now, wake }: Needs) {
	/** What Telegram alone can judge it is shown; nobody sees it. @throws AppError 400 with its words */
	async function show(content: Content, group: Group | undefined, mediaKnown = false): Promise<void> {
		if (!mediaKnown) await delivery.expectMedia(content);
		if (!group || !isTelegramsToJudge(content)) return;
		await delivery.check(group.botId, group.id, outgoingOf({ content }));
	}

	const groupsOf = async (ids: readonly number[]): Promise<ReadonlyMap<number, Group>> =>
		new Map((await findGroups(db, [...new Set(ids)])).map((group) => [group.id, group]));

	/** As they are now: of groups that have migrated the new id, of a forum's general topic none. */
	async function currentTargets(targets: readonly Target[]): Promise<Target[]> {
		const moved = await migrationsOf(
			db,
			targets.map(({ groupId }) => groupId),
		);
		return targets.map(({ groupId, topicId }) => ({
			...{ groupId: moved.get(groupId) ?? groupId, topicId: topicOf(topicId) },
		}));
	}

	/** @throws AppError 400 that names each field at fault, behind `path` */
	async function prepare(asked: PostInput, actor: string, key: string | null, path = ""): Promise<Prepared> {
		const input = { ...asked, targets: await currentTargets(asked.targets) };
		const groups = await groupsOf(input.targets.map(({ groupId }) => groupId));
		const first = firstRound(input.wish, now());
		const faults = { ...targetFaults(input, groups), ...(first.ok ? {} : first.faults) };
		if (Object.keys(faults).length > 0 || !first.ok)
			throw invalid(Object.fromEntries(Object.entries(faults).map(([field, text]) => [path + field, text])));
		await show(input.content, groups.get(input.targets[0]?.groupId ?? 0), input.mediaKnown);
		const { content, targets, silent, replyTo, bypassCooldown, deleteAfterSeconds, wish } = input;
		const { cron, timeZone, everySeconds, rounds } = wish;
		const row: NewPost = {
			...{
				content,
				silent,
				replyTo,
				bypassCooldown,
				deleteAfterSeconds,
				cron,
				timeZone,
				everySeconds,
				rounds,
			},
			...{ state: "scheduled", nextAt: first.at, createdAt: now(), createdBy: actor, changedAt: now(), key },
		};
		return { row, targets };
	}

	const writes = ({ row, targets }: Prepared, inCampaign = false): BatchItem<"sqlite">[] => [
		insertPost(db, row, inCampaign),
		insertTargets(db, targets),
	];

	return {
		prepare,
		writes,
		show,
		groupsOf,

		/** @returns its number; with a key that is known, the number of before @throws AppError 400 */
		async create(input: PostInput, key: string | null, actor: string): Promise<number> {
			const known = key === null ? null : await findPostByKey(db, key);
			if (known) return known.no;
			const prepared = await prepare(input, actor, key);
			const details = { groups: input.targets.length, at: prepared.row.nextAt };
			const subject = String(input.targets[0]?.groupId);
			const entry = { actor, action: "post.created", subject, details };
			try {
				const { results } = await commit(db, now(), [...writes(prepared), audit(db, now(), entry)], []);
				const [[row]] = results as [[{ no: number }]];
				await wake(row.no);
				return row.no;
			} catch (error) {
				if (key === null || violationOf(error)?.kind !== "unique") throw error;
				return (await findPostByKey(db, key))?.no ?? 0;
			}
		},
	};
}
