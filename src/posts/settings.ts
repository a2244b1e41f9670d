import { keepDaysSetting } from "../platform/keep-days.ts";

export const keepPostingsDays = keepDaysSetting(
	"groups.keep_postings_days",
	90,
	"Keep what was posted in groups, days",
	"After that nobody can look up what a post did in which group.",
);

export const postSettings = [keepPostingsDays];
