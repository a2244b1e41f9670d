import { z } from "zod";
import { defineSetting } from "../platform/settings.ts";

export const requireApproval = defineSetting({
	key: "groups.require_approval",
	schema: z.union([z.boolean(), z.stringbool()]),
	default: true as boolean,
	label: "Groups wait for approval",
	help: "The bot does nothing in a group that somebody else than staff added it to, until staff approve it.",
});

export const keepPostingsDays = defineSetting({
	key: "groups.keep_postings_days",
	schema: z.number().int().min(1).max(3650),
	default: 90,
	label: "Keep what was posted in groups, days",
	help: "After that nobody can look up what a post did in which group.",
});

export const groupSettings = [requireApproval, keepPostingsDays];
