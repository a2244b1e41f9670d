import { z } from "zod";
import { keepDaysSetting } from "../platform/retention.ts";
import { defineSetting } from "../platform/settings.ts";

export const requireApproval = defineSetting({
	key: "groups.require_approval",
	schema: z.union([z.boolean(), z.stringbool()]),
	default: true as boolean,
	label: "Groups wait for approval",
	help: "The bot does nothing in a group that somebody else than staff added it to, until staff approve it.",
});

export const keepClearingsDays = keepDaysSetting(
	"groups.keep_clearings_days",
	90,
	"Keep clearings, days",
	"How long it is known what was deleted in groups, and how that went.",
);

export const keepPostingsDays = keepDaysSetting(
	"groups.keep_postings_days",
	90,
	"Keep what was posted in groups, days",
	"After that nobody can look up what a post did in which group.",
);

export const groupSettings = [requireApproval, keepClearingsDays, keepPostingsDays];
