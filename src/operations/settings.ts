import { flags } from "../platform/flags.ts";
import { retentionSettings } from "../platform/keep-days.ts";
import { controlChat, staffBot } from "../platform/staff-settings.ts";

/** What no other room is asked for. */
export const operationsSettings = [...Object.values(flags), controlChat, staffBot, ...retentionSettings];
