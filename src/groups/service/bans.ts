import { audit } from "../../platform/audit.ts";
import { AppError } from "../../platform/errors.ts";
import { commit, publish } from "../../platform/outbox.ts";
import { sixAtOnce } from "../../platform/six-at-once.ts";
import { findBan, liftBan, listBans, putBan, type SharedBan } from "../store/bans.ts";
import { groupsWithSharedBans } from "../store.ts";
import type { Calls } from "./calls.ts";
import type { Joins } from "./joins.ts";
import type { Needs } from "./needs.ts";
import { namesOf } from "./personal-data.ts";

export type { SharedBan } from "../store/bans.ts";
export type SharedBans = ReturnType<typeof createSharedBans>;

const holds = (ban: SharedBan | null, now: number): ban is SharedBan =>
	ban !== null && ban.liftedAt === null && (ban.until === null || ban.until > now);

/** The operator's list of people who are banned from every group that uses it. */
export function createSharedBans(needs: Needs & { calls: Calls; keepOut: Joins["keepOut"] }) {
	const { env, db, log, now, calls, keepOut } = needs;

	async function find(userId: number): Promise<SharedBan> {
		const ban = await findBan(db, await namesOf(needs, userId));
		if (!ban) throw new AppError(404, "not_listed", "Nobody with this id is or was on the list.");
		return ban;
	}

	return {
		find,

		/** The ban that holds now, if there is one. */
		async standing(userId: number): Promise<SharedBan | null> {
			const ban = await findBan(db, await namesOf(needs, userId));
			return holds(ban, now()) ? ban : null;
		},

		/** Puts somebody on the list, or changes what is said of them there. */
		async put(
			userId: number,
			{ reason, evidence, until }: { reason: string; evidence: string | null; until: number | null },
			actor: string,
		): Promise<SharedBan> {
			const ban = { person: String(userId), reason, evidence, until, bannedAt: now(), bannedBy: actor };
			const details = { reason, until };
			const { ids } = await commit(
				db,
				now(),
				[
					putBan(db, { ...ban, liftedAt: null }),
					audit(db, now(), { actor, action: "group_ban.put", subject: String(userId), details }),
				],
				[{ kind: "shared_ban.put", payload: { userId } }],
			);
			await publish(env.EVENTS, ids, log);
			return find(userId);
		},

		/** Turns them out of the groups that use the list, where they are now. Who joins later is met at the door. */
		async carryOut(userId: number): Promise<void> {
			const ban = await findBan(db, await namesOf(needs, userId));
			if (!holds(ban, now())) return;
			await sixAtOnce(await groupsWithSharedBans(db), async (group) => {
				const seen = await calls.in(group, (api, chatId) => api.getChatMember(chatId, userId));
				if (!seen.ok || !["member", "restricted"].includes(seen.value.status)) return;
				await keepOut(group, userId, { ...ban, cause: `shared_ban:${ban.bannedAt}:${group.id}` });
			});
		},

		async lift(userId: number, actor: string): Promise<SharedBan> {
			const ban = await find(userId);
			if (ban.liftedAt !== null) return ban;
			await commit(
				db,
				now(),
				[
					liftBan(db, await namesOf(needs, userId), now()),
					audit(db, now(), { actor, action: "group_ban.lifted", subject: String(userId) }),
				],
				[],
			);
			return find(userId);
		},

		list: (before: { at: number; id: string } | null, limit: number) => listBans(db, now(), before, limit),
	};
}
