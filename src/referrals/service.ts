import { mayTakePart } from "../people/rules.ts";
import type { Notices } from "../people/service/notices.ts";
import type { People } from "../people/service.ts";
import { audit } from "../platform/audit.ts";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import { AppError, RetryLater, violationOf } from "../platform/errors.ts";
import { flags } from "../platform/flags.ts";
import { newId } from "../platform/ids.ts";
import type { Log } from "../platform/log.ts";
import { commit, publish } from "../platform/outbox.ts";
import { pageOf } from "../platform/pages.ts";
import type { Settings } from "../platform/settings.ts";
import { codeFrom, codeLength, holdReason, mayRelease, type ReferralState } from "./rules.ts";
import { erasureHash } from "./service/personal-data.ts";
import { burstLimit, giftDays, vipDays } from "./settings.ts";
import {
	countReferrals,
	decideReferral,
	findCode,
	findReferral,
	insertCode,
	insertReferral,
	listReferrals,
	markRewarded,
	type Referral,
	readReferrer,
	wasErased,
} from "./store.ts";
import { gifted, rewarded } from "./views.ts";

export type { Referral } from "./store.ts";
export type Referrals = ReturnType<typeof createReferrals>;

/** Whoever gives what lasts for a time: once for each source. */
interface Grants {
	give(userId: number, grant: { what: "vip"; days: number; source: string }): Promise<"given" | "already">;
}

interface Needs {
	config: Config;
	db: Db;
	events: Queue;
	settings: Settings;
	people: People;
	notices: Notices;
	grants: Grants;
	/** How many chats somebody had. */
	chats: (userId: number) => Promise<number>;
	log: Log;
	now: () => number;
}

/** Who came by whose link, and the days that are given for it. */
export function createReferrals(needs: Needs) {
	const { config, db, events, settings, people, notices, grants, chats, log, now } = needs;

	/** What speaks against this newcomer as things stand, and how many were counted by then. */
	async function judge(newcomerId: number, referrerId: number) {
		const { newest, ...referrer } = await readReferrer(db, referrerId, now());
		const card = await people.refresh(referrerId);
		const reason = holdReason({
			newcomerId,
			referrerId,
			referrerOut: !mayTakePart(card, now()),
			...referrer,
			burstLimit: settings.get(burstLimit),
			chats: await Promise.all(newest.map(chats)),
		});
		return { reason, countedLately: referrer.countedLately };
	}

	/** Asks for the state `held`. @throws AppError 404, 409 */
	async function decide(newcomerId: number, state: "counted" | "rejected", actor: string): Promise<Referral> {
		const referral = await findReferral(db, { newcomerId });
		if (!referral) throw new AppError(404, "no_referral", "Nobody with this id came by a link.");
		if (state === "counted" && !mayRelease(referral.reason))
			throw new AppError(409, "self", "Coming by one's own link is worth nothing.");
		const { id } = referral;
		try {
			const { ids } = await commit(
				db,
				now(),
				[
					decideReferral(db, id, { state, by: actor, now: now() }),
					audit(db, now(), {
						actor,
						action: state === "counted" ? "referral.released" : "referral.rejected",
						// Not by its people: they may be erased, and the audit stays.
						subject: id,
						details: { reason: referral.reason },
					}),
				],
				state === "counted" ? [{ kind: "referral.counted", payload: { referralId: id } }] : [],
			);
			await publish(events, ids, log);
		} catch (error) {
			if (violationOf(error)?.kind !== "check") throw error;
			const current = await findReferral(db, { id });
			throw new AppError(409, "decided", `This referral is not held: it is ${current?.state}.`);
		}
		return (await findReferral(db, { id })) ?? referral;
	}

	return {
		/** The code of somebody's link; made now if they have none. */
		async codeOf(userId: number): Promise<string> {
			for (let tries = 0; tries < 5; tries++) {
				const found = await findCode(db, { userId });
				if (found) return found.code;
				const code = codeFrom(crypto.getRandomValues(new Uint8Array(codeLength)));
				await insertCode(db, code, userId, now());
			}
			throw new RetryLater(1, "no free code");
		},

		/** What came of somebody's link. */
		counts: (userId: number) => countReferrals(db, userId),

		/** Somebody has completed their first profile by a link. Counts once in a lifetime, and not at all while referrals are off. */
		async welcome(newcomerId: number, code: string): Promise<void> {
			if (!settings.get(flags.referrals)) return;
			if (await wasErased(db, await erasureHash(config, newcomerId))) return;
			for (let tries = 0; tries < 10; tries++) {
				const found = await findCode(db, { code });
				if (!found || (await findReferral(db, { newcomerId }))) return;
				const { userId: referrerId } = found;
				const { reason, countedLately } = await judge(newcomerId, referrerId);
				const id = newId("referral");
				const state = reason === null ? "counted" : "held";
				const days = { vipDays: settings.get(vipDays), giftDays: settings.get(giftDays) };
				const row = { id, newcomerId, referrerId, state, reason, ...days } as const;
				const { ids, results } = await commit(
					db,
					now(),
					[insertReferral(db, { ...row, code, countedLately, now: now() })],
					// Without the row there is nothing to reward, and the event does nothing.
					reason === null ? [{ kind: "referral.counted", payload: { referralId: id } }] : [],
				);
				await publish(events, ids, log);
				if ((results as unknown[][])[0]?.length === 1) return;
			}
			throw new RetryLater(1, "too many newcomers at once");
		},

		/** Gives what a counted newcomer is worth, and tells both; neither hears who the other one is. */
		async reward(referralId: string): Promise<void> {
			const referral = await findReferral(db, { id: referralId });
			if (referral?.state !== "counted" || referral.rewardedAt !== null) return;
			const { id, newcomerId, referrerId } = referral;
			// Named by the referral: a newcomer's id would stay there when they have their data deleted.
			const due = [
				{ userId: referrerId, days: referral.vipDays, source: `referral:${id}`, view: rewarded },
				{ userId: newcomerId, days: referral.giftDays, source: `referral_gift:${id}`, view: gifted },
			].filter(({ userId }) => userId > 0);
			for (const { userId, days, source } of due)
				if (days > 0) await grants.give(userId, { what: "vip", days, source });
			for (const { userId, days, view } of due)
				if (days > 0 || userId === referrerId) await notices.tell(userId, (t) => view(t, days));
			await markRewarded(db, id, now());
		},

		/** Referrals for staff, newest first. @param before the id where the page before ended */
		async list(state: ReferralState | null, before: string | null, limit: number) {
			const found = await listReferrals(db, state, before, limit + 1);
			const { page: rows, last } = pageOf(found, limit);
			return { rows, next: last?.id ?? null };
		},

		/** Counts from now on, with its days. @throws AppError 404, or 409 unless it is held */
		release: (newcomerId: number, actor: string) => decide(newcomerId, "counted", actor),

		/** Rewards nobody, for good. @throws AppError 404, or 409 unless it is held */
		reject: (newcomerId: number, actor: string) => decide(newcomerId, "rejected", actor),
	};
}
