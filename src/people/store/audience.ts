import { type SQL, sql } from "drizzle-orm";

/** Who of the people is meant. */
export interface AudienceSpec {
	audience: "all" | "vip" | "free";
	language?: string | undefined;
	/** Only through these. */
	bots: number[];
}

/**
 * A SELECT of `chat_id`, `bot_id` and `language`: everybody meant who may be written to, once, through the bot they
 * started last of those they didn't block. Nobody banned or refused.
 */
export function audienceOf({ audience, language, bots }: AudienceSpec, now: number): SQL {
	const tier = {
		all: sql``,
		vip: sql`AND people.vip_until > ${now}`,
		free: sql`AND coalesce(people.vip_until, 0) <= ${now}`,
	}[audience];
	return sql`SELECT people.id AS chat_id, people.language AS language, (
			SELECT bot_id FROM person_bots WHERE user_id = people.id AND blocked_at IS NULL
			AND bot_id IN (SELECT value FROM json_each(${JSON.stringify(bots)}))
			ORDER BY started_at DESC, bot_id DESC LIMIT 1) AS bot_id
		FROM people
		WHERE NOT EXISTS (SELECT 1 FROM bans WHERE user_id = people.id AND lifted_at IS NULL AND (until IS NULL OR until > ${now}))
		AND NOT EXISTS (SELECT 1 FROM age_refusals WHERE user_id = people.id AND lifted_at IS NULL)
		${tier} ${language === undefined ? sql`` : sql`AND people.language = ${language}`}`;
}
