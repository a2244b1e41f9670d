import type { House } from "../platform/house.ts";
import { lazily } from "../platform/lazily.ts";
import { always, type Room, step, work } from "../platform/room.ts";
import { createRequests, type Requests } from "../platform/staff-requests.ts";
import { controlChat } from "../platform/staff-settings.ts";
import { channelGate, type Gate } from "./bot/channels.ts";
import type { StartPayloadMakers } from "./context.ts";
import { createDirectory, type Directory } from "./directory.ts";
import type { PersonDataMakers } from "./personal-data.ts";
import { type Appeals, createAppeals } from "./service/appeals.ts";
import { type Channels, createChannels } from "./service/channels.ts";
import { createNotices, type Notices } from "./service/notices.ts";
import { createRights, type Rights } from "./service/rights.ts";
import { createSavedReplies, type SavedReplies } from "./service/saved-replies.ts";
import { createSupport, type Support } from "./service/support.ts";
import { createThreads, type Threads } from "./service/threads.ts";
import { createPeople, type Guests, type People } from "./service.ts";
import { keepNames, keepSupport, peopleSettings } from "./settings.ts";

declare module "../platform/outbox.ts" {
	interface Events {
		/** Their card is to reach their actor. */
		"person.changed": { userId: number };
		/** Somebody declared too low an age. */
		"age.refused": { userId: number };
		/** Staff let somebody start over. */
		"age.lifted": { userId: number };
		/** Somebody is VIP no longer. */
		"vip.expired": { userId: number };
	}
}

export interface PeopleServices {
	people: People;
	notices: Notices;
	appeals: Appeals;
	channels: Channels;
	support: Support;
	rights: Rights;
	directory: Directory;
	requests: Requests;
	threads: Threads;
	savedReplies: SavedReplies;
	gate: Gate;
	startPayloads: () => StartPayloadMakers;
}

interface Needs {
	guests: Guests;
	/** What all rooms keep of people, whoever stands on others first. */
	data: () => PersonDataMakers;
	/** What deep links do in all rooms. */
	payloads: () => StartPayloadMakers;
	/** Where staff look after people; 0 is nowhere. */
	reviewChat: () => number;
}

/** Who people are, what they may, and what they ask. */
export function peopleRoom(
	house: House,
	{ guests, data, payloads, reviewChat }: Needs,
): Room<PeopleServices> {
	const services: PeopleServices = lazily<PeopleServices>({
		people: () => createPeople({ ...house, guests }),
		notices: () => createNotices({ ...house, people: services.people }),
		appeals: () => {
			const room = reviewChat() || house.settings.get(controlChat);
			return createAppeals({ ...house, people: services.people, room });
		},
		channels: () => createChannels(house),
		support: () => createSupport(house),
		rights: () => createRights({ ...house, guests, data }),
		directory: () => createDirectory(house),
		requests: () => createRequests(house),
		threads: () => {
			const { people, requests, support } = services;
			return createThreads({ ...house, people, requests, support });
		},
		savedReplies: () => createSavedReplies(house),
		gate: () => channelGate({ channels: services.channels, startPayloads: payloads }),
		startPayloads: () => payloads,
	});
	return {
		name: "people",
		services,
		events: {
			"person.changed": ({ userId }) => services.people.refresh(userId),
		},
		brings: {
			settings: peopleSettings,
			callbacks: [
				...["language", "gender", "edit", "accept_terms", "joined", "preferences", "wish"],
				...["erase", "dont_erase", "appeal", "support"],
			],
			personData: {
				support: () => services.support.data,
				threads: () => services.threads.data,
				cards: () => house.cards.data,
				requests: () => services.requests.data,
			},
			minute: { expired_vips: step(1, () => services.people.noticeExpiredVips()) },
			night: {
				support: work(0, always, () => services.support.purge()),
				threads: work(0, always, () => services.threads.purge()),
				cards: work(0, always, () => house.cards.purge(house.settings.get(keepSupport))),
				names: work(
					0,
					async () => !house.settings.get(keepNames),
					() => services.people.forgetNames(),
				),
			},
		},
	};
}
