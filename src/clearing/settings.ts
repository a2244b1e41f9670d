import { keepDaysSetting } from "../platform/keep-days.ts";

export const keepClearingsDays = keepDaysSetting(
	"groups.keep_clearings_days",
	90,
	"Keep clearings, days",
	"How long it is known what was deleted in groups, and how that went.",
);

export const clearingSettings = [keepClearingsDays];
