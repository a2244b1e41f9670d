import { z } from "zod";
import { defineSetting, type Setting } from "./settings.ts";

/** How long something is kept. */
export const keepDaysSetting = (key: string, days: number, label: string, help: string): Setting<number> =>
	defineSetting({ key, schema: z.number().int().min(1).max(3650), default: days, label, help });

export const keepFailedUpdates = keepDaysSetting(
	"system.keep_failed_updates_days",
	30,
	"Keep failed updates, days",
	"Updates whose handling threw, with their shape and no words of people.",
);

export const keepDeadJobs = keepDaysSetting(
	"system.keep_dead_jobs_days",
	90,
	"Keep given-up jobs, days",
	"Jobs that nobody retried or discarded until then are forgotten.",
);

export const retentionSettings = [keepFailedUpdates, keepDeadJobs];
