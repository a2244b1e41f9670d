import { keepDaysSetting } from "../platform/keep-days.ts";

export const keepHours = keepDaysSetting(
	"insights.keep_days",
	800,
	"Keep hourly figures, days",
	"What the charts of the overview are made of.",
);
