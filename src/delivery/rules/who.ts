import { z } from "zod";

/** Whom a broadcast is for, as it was asked for: which bots that is, is seen when it begins. */
const who = z.object({
	audience: z.enum(["all", "vip", "free"]).default("all"),
	language: z.string().optional(),
	/** Only who did nothing for more than so many days. */
	inactiveDays: z.number().optional(),
	/** Only through this bot. */
	botId: z.number().nullish(),
	bots: z.array(z.number()).optional(),
});
export interface Who {
	audience: "all" | "vip" | "free";
	language?: string | undefined;
	inactiveDays?: number | undefined;
	botId?: number | undefined;
}

/** Of what a campaign keeps, also of one from before that: its bots alone. */
export function whoOf(spec: unknown): Who {
	const { botId, bots, ...rest } = who.parse(spec ?? {});
	const only = botId === undefined && bots?.length === 1 ? bots[0] : botId;
	return { ...rest, ...(only == null ? {} : { botId: only }) };
}
