/** What staff can be let into, as the API names it. */
export const areas = [
	"people",
	"reports",
	"requests",
	"groups",
	"campaigns",
	"payments",
	"referrals",
	"shop",
	"sales",
	"settings",
	"bots",
	"system",
	"staff",
] as const;
export type Area = (typeof areas)[number];
export const actions = ["read", "write"] as const;
export type Action = (typeof actions)[number];
