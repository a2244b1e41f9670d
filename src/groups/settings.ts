import { z } from "zod";
import { defineSetting } from "../platform/settings.ts";

export const requireApproval = defineSetting({
	key: "groups.require_approval",
	schema: z.union([z.boolean(), z.stringbool()]),
	default: true as boolean,
	label: "Groups wait for approval",
	help: "The bot does nothing in a group that somebody else than staff added it to, until staff approve it.",
});

export const groupSettings = [requireApproval];
