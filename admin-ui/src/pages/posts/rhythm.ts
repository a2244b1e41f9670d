import type { ListedPost } from "../../api/types.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Translate } from "../../i18n/text.tsx";

type Rhythm = Pick<ListedPost, "cron" | "time_zone" | "every_seconds" | "rounds">;

/** How often it is posted, in words. */
export function rhythmWords(post: Rhythm, t: Translate, format: Formats): string {
	const { cron, time_zone, every_seconds, rounds } = post;
	const often = rounds === null ? [] : [t("post-rounds-of", { count: rounds })];
	if (cron !== null) return [`${cron} (${time_zone})`, ...often].join(" · ");
	if (every_seconds !== null)
		return [t("post-every-time", { time: format.duration(every_seconds) }), ...often].join(" · ");
	return t("post-once");
}
