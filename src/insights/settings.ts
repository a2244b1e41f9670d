import { keepDaysSetting } from "../platform/retention.ts";

export const keepHours = keepDaysSetting(
	"insights.keep_days",
	800,
	"Keep hourly figures, days",
	"What the charts of the overview are made of.",
);
