// Links that lead into a group or a channel.
import type { GroupRoom, InviteLink } from "./records.ts";
import type { World } from "./world.ts";

/**
 * Bot API's ChatInviteLink as this bot sees it. Of a link that somebody else has made it learns the beginning only, as
 * nobody uses another administrator's links.
 */
export function linkForBot(
	world: World,
	room: GroupRoom,
	link: InviteLink,
	bot: number,
): Record<string, unknown> {
	const { creator, creates_join_request, is_primary, is_revoked, name, expire_date, member_limit } = link;
	const waiting = [...room.join_requests.values()].filter((used) => used === link.invite_link).length;
	return {
		invite_link: creator === bot ? link.invite_link : shortened(link.invite_link),
		creator: world.account(creator),
		creates_join_request,
		is_primary,
		is_revoked,
		name,
		expire_date,
		member_limit,
		pending_join_request_count: waiting || undefined,
	};
}

const shortened = (link: string) => `${link.slice(0, (link.indexOf("+") + link.length) / 2)}…`;

export function makeInviteLink(
	world: World,
	room: GroupRoom,
	creator: number,
	options: Partial<InviteLink>,
): InviteLink {
	const code = world.next("link").toString(36).padStart(6, "0");
	const link: InviteLink = {
		invite_link: `https://t.me/+sim${code}`,
		creator,
		creates_join_request: false,
		is_primary: false,
		is_revoked: false,
		...options,
	};
	room.invite_links.push(link);
	world.changed();
	return link;
}

/** Every administrator has a primary link of their own; a new one takes the place of the one before. */
export function makePrimaryLink(world: World, room: GroupRoom, creator: number): InviteLink {
	const before = primaryLink(room, creator);
	if (before) before.is_revoked = true;
	return makeInviteLink(world, room, creator, { is_primary: true });
}

export const primaryLink = (room: GroupRoom, creator: number): InviteLink | undefined =>
	room.invite_links.find((link) => link.is_primary && !link.is_revoked && link.creator === creator);
