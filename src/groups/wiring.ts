import { withoutProfile } from "../people/context.ts";
import type { House } from "../platform/house.ts";
import { lazily } from "../platform/lazily.ts";
import { type Room, work } from "../platform/room.ts";
import type { Admins } from "../platform/staff-chat.ts";
import type { RoomCommandMakers } from "./bot/talk.ts";
import { type Albums, createAlbums } from "./service/albums.ts";
import { createSharedBans, type SharedBans } from "./service/bans.ts";
import { createJoins, type Joins } from "./service/joins.ts";
import { createKnownChats, type KnownChats } from "./service/known-chats.ts";
import { createModeration, type Moderation } from "./service/moderation.ts";
import type { GroupMoves } from "./service/moves.ts";
import { groupData } from "./service/personal-data.ts";
import { createGroups, type Groups } from "./service.ts";
import { groupSettings } from "./settings.ts";

declare module "../platform/outbox.ts" {
	interface Events {
		/** Somebody was put on the operator's list: groups that use it turn them out. */
		"shared_ban.put": { userId: number };
	}
}

export interface GroupsServices {
	albums: Albums;
	groups: Groups;
	moderation: Moderation;
	joins: Joins;
	sharedBans: SharedBans;
	knownChats: KnownChats;
	groupCommands: () => RoomCommandMakers;
}

interface Needs {
	below: { admins: Admins };
	/** Commands in groups that other rooms bring. */
	commands: () => RoomCommandMakers;
	/** What of other rooms follows a group to its new id. */
	moves: () => GroupMoves;
}

/** Groups that the bots are in, and the order kept there. */
export function groupsRoom(house: House, { below, commands, moves }: Needs): Room<GroupsServices> {
	const services: GroupsServices = lazily<GroupsServices>({
		groups: () => createGroups({ ...house, moves, admins: below.admins }),
		knownChats: () => createKnownChats(house),
		groupCommands: () => commands,
		albums: () => createAlbums(house),
		moderation: () => createModeration({ ...house, moves, calls: services.groups.calls }),
		joins: () => createJoins({ ...house, moves, calls: services.groups.calls }),
		sharedBans: () => {
			const { calls } = services.groups;
			return createSharedBans({ ...house, moves, calls, keepOut: services.joins.keepOut });
		},
	});
	return {
		name: "groups",
		services,
		events: {
			"bot.closed": ({ botId }) => services.groups.botClosed(botId),
			"bot.room_closed": async ({ botId, room }) =>
				room === "groups" ? services.groups.botClosed(botId) : undefined,
			"shared_ban.put": ({ userId }) => services.sharedBans.carryOut(userId),
		},
		brings: {
			settings: groupSettings,
			callbacks: ["grp"],
			startPayloads: { grp: withoutProfile },
			personData: { groups: () => groupData(house) },
			minute: {
				joins: work(
					1,
					() => services.joins.due(),
					() => services.joins.sweep(),
				),
				moderation: work(
					1,
					() => services.moderation.due(),
					() => services.moderation.sweep(),
				),
			},
		},
	};
}
