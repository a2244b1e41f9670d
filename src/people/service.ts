import { eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { audit } from "../platform/audit.ts";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import { AppError } from "../platform/errors.ts";
import type { Language } from "../platform/i18n/index.ts";
import type { Log } from "../platform/log.ts";
import { reason } from "../platform/log.ts";
import { commit, type OutboxEvent, publish } from "../platform/outbox.ts";
import { outbox } from "../platform/schema.ts";
import type { Settings } from "../platform/settings.ts";
import type { StaffCards } from "../platform/staff-cards.ts";
import { closeRequest } from "../platform/staff-requests.ts";
import type { Called } from "./rules/names.ts";
import { activeBan, ageVerdict, type Ban, type Card, type Gender, type Wish } from "./rules.ts";
import { keepNames, minimumAge, termsVersion } from "./settings.ts";
import { type AudienceSpec, audienceOf } from "./store/audience.ts";
import { erasedHash, restoreErased } from "./store/erasures.ts";
import { forgetName, forgetNames, keepName } from "./store/names.ts";
import {
	emptyProfile,
	insertBan,
	insertPerson,
	insertRefusal,
	liftBan,
	liftRefusal,
	markActive,
	markAppealed,
	markBlocked,
	markRefusalAppealed,
	markToldOfVip,
	type PersonChanges,
	readCard,
	selectExpiredVips,
	selectPeopleOf,
	selectReach,
	updatePerson,
	upsertReach,
} from "./store.ts";

export type { AudienceSpec };
export type People = ReturnType<typeof createPeople>;

interface Needs {
	config: Config;
	db: Db;
	persons: Env["PERSON"];
	events: Queue;
	settings: Settings;
	log: Log;
	now: () => number;
	guests: Guests;
	cards: Pick<StaffCards, "mark">;
}

/** Whoever seats people somewhere: asked to free somebody who may no longer take part. */
export interface Guests {
	expel(userId: number): Promise<void>;
}

/** How an appeal against an age refusal is named among requests; one against a ban by the person alone. */
export const refusalRef = (userId: number) => `age:${userId}`;

/** How the card of an appeal is known among those in staff's chats. */
export const appealCard = (against: "ban" | "refusal", userId: number) => `appeal:${against}:${userId}`;

/** Who people are: their profile, its rules, and the way of every change to their actor. */
export function createPeople({
	config,
	db,
	persons,
	events: queue,
	settings,
	log,
	now,
	guests,
	cards,
}: Needs) {
	/**
	 * Writes, and brings the new card to the person's actor: at once if it answers, else through the outbox.
	 * Either way the promise stands in the batch of the change, so a crash in between loses nothing.
	 */
	async function change(
		userId: number,
		statements: readonly BatchItem<"sqlite">[],
		following: readonly OutboxEvent[] = [],
	): Promise<Card | null> {
		const changed = { kind: "person.changed", payload: { userId } } as const;
		const { ids } = await commit(db, now(), statements, [changed, ...following]);
		const [own, ...others] = ids;
		try {
			const card = await refresh(userId);
			if (own !== undefined) await db.delete(outbox).where(eq(outbox.id, own));
			await publish(queue, others, log);
			return card;
		} catch (error) {
			log.warn("people", "card goes through the outbox", { reason: reason(error) });
			await publish(queue, ids, log);
			return readCard(db, userId);
		}
	}

	/** Reads the card from D1 and hands it to the person's actor. */
	async function refresh(userId: number): Promise<Card | null> {
		const card = await readCard(db, userId);
		if (card) await persons.getByName(String(userId)).put(card);
		return card;
	}

	/** Statements: what outlived the deletion of their data holds again. */
	const restored = async (userId: number) =>
		restoreErased(db, userId, await erasedHash(config.HASH_KEY, userId), now());

	const update = (userId: number, changes: PersonChanges) =>
		change(userId, [updatePerson(db, userId, now(), changes)]);

	/** Statements: how they are called, if that is kept at all. */
	const naming = (userId: number, called: Called | null) =>
		called && settings.get(keepNames) ? keepName(db, userId, called) : [];

	return {
		refresh,
		/** Writes what others change of a person, with its consequences, and pushes the card. */
		change,

		/** The card as D1 has it. */
		find: (userId: number) => readCard(db, userId),

		/** Statement: until when they are VIP, ms. Goes into a `change`. */
		vipUntil: (userId: number, until: number | null) => updatePerson(db, userId, now(), { vipUntil: until }),

		/** Has everybody told whose VIP has run out; it ended by itself. */
		async noticeExpiredVips(): Promise<void> {
			const expired = await selectExpiredVips(db, now(), 100);
			const told = expired.map(({ userId, until }) => markToldOfVip(db, userId, until));
			const events = expired.map(({ userId }) => ({ kind: "vip.expired" as const, payload: { userId } }));
			const { ids } = await commit(db, now(), told, events);
			await publish(queue, ids, log);
		},

		/** Somebody pressed Start: makes the record if there is none, and notes that this bot can write to them. */
		register: async (userId: number, botId: number, called: Called | null = null) =>
			change(userId, [
				insertPerson(db, userId, now()),
				upsertReach(db, userId, botId, now(), null),
				...(await restored(userId)),
				...naming(userId, called),
			]),

		setLanguage: (userId: number, language: Language) => update(userId, { language }),

		setGender: (userId: number, gender: Gender) => update(userId, { gender }),

		/** Whom they would like to meet: enforced while they are VIP, from the next search on. */
		setWish: (userId: number, wish: Wish) => update(userId, { wish }),

		acceptTerms: (userId: number, version: string) =>
			update(userId, { termsVersion: version, termsAcceptedAt: now() }),

		/**
		 * Takes an age that `parseAge` let pass. The first one completes the profile, and with it the terms shown there are accepted.
		 * Refused: the profile is emptied, and what follows is promised: nothing is charged any more, no seat stays taken.
		 */
		async declareAge(userId: number, age: number, previous: number | null) {
			const verdict = ageVerdict(age, previous, settings.get(minimumAge));
			if (verdict === "locked") return { verdict } as const;
			if (verdict === "refused") {
				await guests.expel(userId);
				const refused = { kind: "age.refused", payload: { userId } } as const;
				const emptied = [emptyProfile(db, userId, now()), ...forgetName(db, userId)];
				await change(userId, [insertRefusal(db, userId, now()), ...emptied], [refused]);
				return { verdict } as const;
			}
			const terms =
				previous === null ? { termsVersion: settings.get(termsVersion), termsAcceptedAt: now() } : {};
			return { verdict, card: await update(userId, { age, ...terms }) } as const;
		},

		/** Takes somebody out of everything at once, in every bot. @throws AppError 400 if it would be over already */
		async ban(userId: number, ban: Ban, actor: string) {
			if (ban.until !== null && ban.until <= now()) {
				throw new AppError(400, "invalid", "A ban must end later than now.", { until: "is in the past" });
			}
			await change(userId, [
				insertBan(db, userId, now(), actor, ban),
				audit(db, now(), { actor, action: "person.banned", subject: String(userId), details: ban }),
			]);
			// After the card: whoever is let out here can't come in again.
			await guests.expel(userId);
		},

		/** @throws AppError 404 if no ban holds */
		async unban(userId: number, actor: string) {
			await db.batch(await restored(userId));
			if (!activeBan(await readCard(db, userId), now())) {
				throw new AppError(404, "no_ban", "No ban holds for this person.");
			}
			await change(userId, [
				liftBan(db, userId, now()),
				closeRequest(db, now(), { kind: "appeal", ref: userId, by: actor, outcome: "lifted" }),
				audit(db, now(), { actor, action: "person.unbanned", subject: String(userId) }),
			]);
			await cards.mark(appealCard("ban", userId), actor, (by) => `Lifted ${by}`);
		},

		/** Their one appeal against this ban is spent. */
		markAppealed: (userId: number, request: BatchItem<"sqlite">[]) =>
			change(userId, [markAppealed(db, userId, now()), ...request]),

		/** Their one appeal against this refusal is spent. */
		markRefusalAppealed: (userId: number, request: BatchItem<"sqlite">[]) =>
			db.batch([markRefusalAppealed(db, userId, now()), ...request]),

		/** Staff believe them: they may start over, have again what they paid for, and are told. @throws AppError 404 if no refusal stands */
		async liftAgeRefusal(userId: number, actor: string) {
			await db.batch(await restored(userId));
			const card = await readCard(db, userId);
			if (!card?.refused) throw new AppError(404, "no_refusal", "No age refusal stands for this person.");
			await change(
				userId,
				[
					liftRefusal(db, userId, now(), actor),
					closeRequest(db, now(), { kind: "appeal", ref: refusalRef(userId), by: actor, outcome: "lifted" }),
					audit(db, now(), { actor, action: "age_refusal.lifted", subject: String(userId) }),
				],
				[{ kind: "age.lifted", payload: { userId } }],
			);
			await cards.mark(appealCard("refusal", userId), actor, (by) => `Lifted ${by}`);
		},

		/** People who started this bot, by id from `after` on. */
		peopleOf: async (botId: number, after: number, limit: number): Promise<number[]> =>
			(await selectPeopleOf(db, botId, after, limit)).map((row) => row.userId),

		/** The bots that can write to this person, the one they started last first. */
		botsOf: async (userId: number): Promise<number[]> =>
			(await selectReach(db, userId)).map((row) => row.botId),

		/** SELECT: who of the people is meant and may be written to, see there. */
		audience: (spec: AudienceSpec, at: number) => audienceOf(spec, at),

		/** A campaign found out that this bot can't write to them. */
		lostTouch: async (userIds: readonly number[], botId: number): Promise<void> =>
			void (await markBlocked(db, userIds, botId, now())),

		/**
		 * They were here on this day, and are called so. Lost if the database stumbles: their next day makes up for it.
		 */
		noteActive: async (userId: number, day: number, called: Called | null = null): Promise<void> =>
			void (await db
				.batch([markActive(db, userId, day), ...naming(userId, called)])
				.catch((error: unknown) => {
					log.warn("people", "a day of somebody was not noted", { reason: reason(error) });
				})),

		/** Staff want no names: those that were kept go. */
		forgetNames: () => forgetNames(db),

		/** Whether this bot can write to the person: false when they blocked it. */
		setReachable: (userId: number, botId: number, reachable: boolean) =>
			upsertReach(db, userId, botId, now(), reachable ? null : now()),
	};
}
