import { type SQL, sql } from "drizzle-orm";
import { dayMs } from "../../platform/time.ts";

/** Who of the people is meant. */
export interface AudienceSpec {
	audience: "all" | "vip" | "free";
	language?: string | undefined;
	/** Only who did nothing for more than so many days. */
	inactiveDays?: number | undefined;
	/** Only through these. */
	bots: number[];
}

/**
 * A SELECT of `chat_id`, `bot_id` and `language`: everybody meant who may be written to, once, through the bot they
 * started last of those they didn't block. Nobody banned or refused.
 */
export function audienceOf({ audience, language, inactiveDays, bots }: AudienceSpec, now: number): SQL {
	const tier = {
		all: sql``,
		vip: sql`AND people.vip_until > ${now}`,
		free: sql`AND coalesce(people.vip_until, 0) <= ${now}`,
	}[audience];
	const today = Math.floor(now / dayMs);
	// Whoever has done nothing since days are noted is as old as their record. Days are written out, as a bound number may
	// be a real one, and then the division is too.
	const inactive =
		inactiveDays === undefined
			? sql``
			: sql`AND coalesce(people.last_active_day, people.created_at / ${sql.raw(String(dayMs))}) < ${today - inactiveDays}`;
	return sql`SELECT people.id AS chat_id, people.language AS language, (
			SELECT bot_id FROM person_bots WHERE user_id = people.id AND blocked_at IS NULL
			AND bot_id IN (SELECT value FROM json_each(${JSON.stringify(bots)}))
			ORDER BY started_at DESC, bot_id DESC LIMIT 1) AS bot_id
		FROM people
		WHERE NOT EXISTS (SELECT 1 FROM bans WHERE user_id = people.id AND lifted_at IS NULL AND (until IS NULL OR until > ${now}))
		AND NOT EXISTS (SELECT 1 FROM age_refusals WHERE user_id = people.id AND lifted_at IS NULL)
		${tier} ${language === undefined ? sql`` : sql`AND people.language = ${language}`} ${inactive}`;
}
