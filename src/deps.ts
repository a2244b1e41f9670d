import { reviewChat } from "./chat/settings.ts";
import { chatRoom } from "./chat/wiring.ts";
import { clearingRoom } from "./clearing/wiring.ts";
import { deliveryRoom } from "./delivery/wiring.ts";
import { groupsRoom } from "./groups/wiring.ts";
import { insightsRoom } from "./insights/wiring.ts";
import { mediaRoom } from "./media/wiring.ts";
import { operationsRoom } from "./operations/wiring.ts";
import { paymentsRoom } from "./payments/wiring.ts";
import { peopleRoom } from "./people/wiring.ts";
import { type House, openHouse } from "./platform/house.ts";
import { lazily, together } from "./platform/lazily.ts";
import type { Log } from "./platform/log.ts";
import type { Events, OutboxHandlers } from "./platform/outbox.ts";
import { followUps, gather, type Room, refuseDoubles, servicesOf } from "./platform/room.ts";
import { problemsOf } from "./platform/settings.ts";
import { postsRoom } from "./posts/wiring.ts";
import { referralsRoom } from "./referrals/wiring.ts";
import { shopRoom } from "./shop/wiring.ts";
import { staffRoom } from "./staff/wiring.ts";

/** Where several rooms do something about one event: who comes first. */
const orders: Partial<Record<keyof Events, readonly string[]>> = {
	"age.refused": ["chat", "payments"],
	"bot.closed": ["groups", "chat"],
	"bot.room_closed": ["groups", "chat"],
	// A share is counted before its person is told; of credits for a lock the lock tells.
	"payment.credited": ["referrals", "shop", "chat", "payments"],
	"payment.refunded": ["referrals", "shop", "payments"],
};

/** The rooms, those that others stand on first. What a lower one asks of a higher one is handed to it here. */
function roomsOf(house: House) {
	const all = (): readonly Room[] => rooms;
	const person = (userId: number) => house.persons.getByName(String(userId));
	const media = mediaRoom(house, { uses: () => gather(all(), "mediaUses") });
	const staff = staffRoom(house);
	const people = peopleRoom(house, {
		guests: { expel: async (userId) => void (await chat.services.chat.expel(userId, "excluded", null)) },
		// What stands on others is erased before these.
		data: () => gather(all().toReversed(), "personData"),
		payloads: () => gather(all(), "startPayloads"),
		reviewChat: () => house.settings.get(reviewChat),
	});
	const payments = paymentsRoom(house, {
		below: people.services,
		orderKinds: () => gather(all(), "orderKinds"),
		lastSearch: async (userId) => person(userId).lastSearch(),
		changeSettings: (values, actor) => operations.services.operations.changeSettings(values, actor),
	});
	const delivery = deliveryRoom(house, {
		below: together(people.services, media.services),
		owners: () => gather(all(), "deliveryOwners"),
	});
	const chat = chatRoom(house, { below: together(people.services, payments.services) });
	const referrals = referralsRoom(house, {
		below: together(people.services, payments.services),
		chats: async (userId) => (await person(userId).counts()).chats,
	});
	const groups = groupsRoom(house, {
		below: staff.services,
		commands: () => gather(all(), "groupCommands"),
		moves: () => gather(all(), "groupMoves"),
	});
	const posts = postsRoom(house, {
		below: together(people.services, delivery.services, groups.services),
	});
	const shop = shopRoom(house, {
		below: together(people.services, payments.services, media.services),
		affiliateShare: (chargeId) => referrals.services.affiliates.shareOf(chargeId),
	});
	const clearing = clearingRoom(house, { below: together(groups.services, posts.services) });
	const operations = operationsRoom(house, {
		below: groups.services,
		allSettings: () => settingsOf(all()),
		checks: () => gather(all(), "checks"),
	});
	const insights = insightsRoom(house, { below: chat.services });
	const rooms = [
		media,
		staff,
		people,
		payments,
		delivery,
		chat,
		referrals,
		groups,
		posts,
		shop,
		clearing,
		operations,
		insights,
	] as const;
	return rooms;
}

const settingsOf = (rooms: readonly Room[]) => rooms.flatMap(({ brings }) => brings.settings ?? []);

/** Environments that were looked through: once an isolate is enough. */
const checked = new WeakSet<Env>();

function checkOnce({ env, config, log }: House, rooms: readonly Room[]): void {
	if (checked.has(env)) return;
	refuseDoubles(rooms);
	for (const problem of problemsOf(config.SETTINGS, settingsOf(rooms)))
		log.warn("operations", "SETTINGS has something that does not count", { problem });
	checked.add(env);
}

export type Deps = Awaited<ReturnType<typeof createDeps>>;

/** Bindings become services here, for requests, queues and the clock alike; each is made when it is asked for. */
export async function createDeps(env: Env, log?: Log) {
	const house = await openHouse(env, log);
	const rooms = roomsOf(house);
	checkOnce(house, rooms);
	const events = lazily<{ outbox: OutboxHandlers }>({ outbox: () => followUps(rooms, orders) });
	return together(house, { rooms }, events, servicesOf(rooms));
}
