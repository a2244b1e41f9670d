import { chatSettings } from "./chat/settings.ts";
import { deliverySettings } from "./delivery/settings.ts";
import { groupSettings } from "./groups/settings.ts";
import { keepHours } from "./insights/settings.ts";
import { paymentSettings } from "./payments/settings.ts";
import { peopleSettings } from "./people/settings.ts";
import { controlChat, staffBot } from "./platform/alerts.ts";
import { flags } from "./platform/flags.ts";
import { retentionSettings } from "./platform/retention.ts";
import type { Setting } from "./platform/settings.ts";
import { referralSettings } from "./referrals/settings.ts";
import { staffSettings } from "./staff/settings.ts";

/** Every setting there is: a new capability adds its own here. */
export const allSettings = [
	...Object.values(flags),
	controlChat,
	staffBot,
	...peopleSettings,
	...paymentSettings,
	...deliverySettings,
	...chatSettings,
	...referralSettings,
	...groupSettings,
	...retentionSettings,
	keepHours,
	...staffSettings,
] as Setting[];
