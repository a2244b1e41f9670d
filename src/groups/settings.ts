import { z } from "zod";
import { defineSetting } from "../platform/settings.ts";

export const requireApproval = defineSetting({
	key: "groups.require_approval",
	schema: z.union([z.boolean(), z.stringbool()]),
	default: true as boolean,
	label: "Groups wait for approval",
	help: "The bot does nothing in a group that somebody else than staff added it to, until staff approve it.",
});

export const keepClearingsDays = defineSetting({
	key: "groups.keep_clearings_days",
	schema: z.number().int().min(1).max(3650),
	default: 90,
	label: "Keep what was deleted, days",
	help: "After that it is no longer known which messages of groups were deleted when, and how that went.",
});

export const groupSettings = [requireApproval, keepClearingsDays];
