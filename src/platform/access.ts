import { AppError } from "./errors.ts";

/** What staff can be let into. A route's area follows from its tag. */
export const areas = [
	...(["people", "reports", "requests", "groups", "campaigns", "payments", "referrals"] as const),
	...(["settings", "bots", "system", "staff"] as const),
] as const;
export type Area = (typeof areas)[number];

export const actions = ["read", "write"] as const;
export type Action = (typeof actions)[number];
export type Permissions = Partial<Record<Area, Action[]>>;

export const roles = ["owner", "operator", "viewer"] as const;
export type Role = (typeof roles)[number];
export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

const ownersOnly: readonly Area[] = ["settings", "bots", "staff"];

/** Whether a role may; everything else about roles follows from it. */
const roleMay = (role: Role, area: Area, action: Action): boolean => {
	if (role === "owner") return true;
	if (action === "read") return area !== "staff";
	return role === "operator" && !ownersOnly.includes(area);
};

const build = (allowed: (area: Area, action: Action) => boolean): Permissions =>
	Object.fromEntries(
		areas.flatMap((area) => {
			const some = actions.filter((action) => allowed(area, action));
			return some.length > 0 ? [[area, some]] : [];
		}),
	);

export const permissionsOf = (role: Role): Permissions =>
	build((area, action) => roleMay(role, area, action));

export const may = (permissions: Permissions, area: Area, action: Action): boolean =>
	permissions[area]?.includes(action) ?? false;

/** What both hold. */
export const common = (a: Permissions, b: Permissions): Permissions =>
	build((area, action) => may(a, area, action) && may(b, area, action));

/** What is wanted and not held, e.g. `staff:write`. */
export const beyond = (wanted: Permissions, held: Permissions): string[] =>
	areas.flatMap((area) =>
		(wanted[area] ?? []).filter((action) => !may(held, area, action)).map((action) => `${area}:${action}`),
	);

/** Who calls. */
export interface Identity {
	/** As the audit names them: `owner` (the bootstrap key), `staff:{id}` or `key:{id}`. */
	actor: string;
	permissions: Permissions;
	/** A person who is signed in; null for keys. */
	person: { id: string; sessionId: string } | null;
	/** The person a key was made by, or who is signed in; null for the bootstrap key. */
	staffId: string | null;
}

/** The tags of routes, and what each asks for: an area, somebody who is signed in, or nothing. */
export const areaOfTag = {
	People: "people",
	Reports: "reports",
	Groups: "groups",
	"Group bans": "groups",
	Deleting: "groups",
	Posts: "groups",
	"Group campaigns": "groups",
	Requests: "requests",
	Broadcasts: "campaigns",
	// Whoever writes to people or to groups.
	Media: "campaigns groups",
	Money: "payments",
	Referrals: "referrals",
	Payouts: "referrals",
	Settings: "settings",
	Bots: "bots",
	Watching: "system",
	Staff: "staff",
	Session: "person",
	Login: "open",
} as const satisfies Record<string, Area | `${Area} ${Area}` | "person" | "open">;
export type Tag = keyof typeof areaOfTag;

/** One of these is enough. */
const areasOf = (tag: Tag): Area[] => areas.filter((area) => areaOfTag[tag].split(" ").includes(area));

/** @throws AppError 401 if nobody is known, or nobody of those a route is for; 403 if they may not */
export function permit(identity: Identity | null, tag: Tag, action: Action): void {
	const area = areaOfTag[tag];
	if (area === "open") return;
	if (!identity) throw unauthorized();
	if (area === "person") {
		if (!identity.person) throw notSignedIn();
	} else if (!areasOf(tag).some((one) => may(identity.permissions, one, action))) {
		throw new AppError(403, "forbidden", `This needs the permission ${wordsOf(tag, action, "")}.`);
	}
}

const wordsOf = (tag: Tag, action: Action, quote: string) =>
	areasOf(tag)
		.map((area) => `${quote}${area}:${action}${quote}`)
		.join(" or ");

export const notSignedIn = () =>
	new AppError(401, "unauthorized", "This is for people who are signed in, not for keys.");

export const unauthorized = () =>
	new AppError(401, "unauthorized", "Sign in, or send a key as `Authorization: Bearer ...`.");

/** For the document: who may use a route. */
export function accessText(tag: Tag, action: Action): string {
	const area = areaOfTag[tag];
	if (area === "open") return "Open to everybody.";
	if (area === "person") return "For whoever is signed in.";
	const allowed = roles.filter((role) => areasOf(tag).some((one) => roleMay(role, one, action)));
	return `Needs ${wordsOf(tag, action, "`")} (${allowed.join(", ")}).`;
}
