import type { Formats } from "../../i18n/format.ts";
import type { Translate } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";

/** Whom a campaign goes to, in words; what it keeps is its owner's own, so it is read with care. */
export function audienceWords(spec: unknown, t: Translate, format: Formats): string {
	const { audience, language, bots, inactiveDays } = (spec ?? {}) as Record<string, unknown>;
	const who = oneOf(audience, ["all", "vip", "free"]);
	return [
		who ? t(`audience-${who}`) : "–",
		...(typeof language === "string" ? [format.languageName(language)] : []),
		...(typeof inactiveDays === "number" ? [t("audience-away-for", { count: inactiveDays })] : []),
		...(Array.isArray(bots) ? [t("audience-bots", { count: bots.length })] : []),
	].join(" · ");
}
