import type { MediaServices } from "../media/wiring.ts";
import type { PeopleServices } from "../people/wiring.ts";
import { clock } from "../platform/clock.ts";
import type { House } from "../platform/house.ts";
import { newId } from "../platform/ids.ts";
import { lazily } from "../platform/lazily.ts";
import { always, byBot, byNo, job, type Room, step, work } from "../platform/room.ts";
import type { DeliveryOwnerMakers } from "./owner.ts";
import { type Broadcast, broadcastOwner, createBroadcast } from "./service/broadcast.ts";
import { type Carry, createCarrier } from "./service/carrier.ts";
import type { Pacer } from "./service/slots.ts";
import { createTemplates, type Templates } from "./service/templates.ts";
import { createDelivery, type Delivery } from "./service.ts";
import { deliverySettings } from "./settings.ts";
import { usesOfMedia } from "./store/media-uses.ts";
import { removeBy, type Transmit, transmitBy } from "./transmit.ts";

/** What it takes to send at Telegram's pace. */
export interface Sending {
	transmit: Transmit;
	carry: Carry;
	pacer: Pacer;
	sleep: (ms: number) => Promise<void>;
	newToken: () => string;
	/** Puts a job on the queue `send`. */
	enqueue: (job: { kind: string }, delaySeconds?: number) => Promise<void>;
}

export interface DeliveryServices {
	delivery: Delivery;
	broadcast: Broadcast;
	templates: Templates;
	sending: Sending;
}

interface Needs {
	below: Pick<PeopleServices, "people"> & MediaServices;
	/** Whoever has campaigns. */
	owners: () => DeliveryOwnerMakers;
}

const sendingOf = ({ env, pacer }: House, carry: Carry): Sending => ({
	carry,
	transmit: transmitBy(env, carry),
	pacer: {
		lease: async (botId, lane, count) => {
			const slots = await pacer(`bot:${botId}`).lease(lane, count);
			return { ...slots, startAt: clock.ofActor(slots.startAt) };
		},
		heldUntil: async (botId) => clock.ofActor((await pacer(`bot:${botId}`).pace()).penaltyUntil),
	},
	sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
	newToken: () => newId("pump"),
	enqueue: async (job, delaySeconds = 0) => void (await env.SEND.send(job, { delaySeconds })),
});

/** Sending one message to many. */
export function deliveryRoom(house: House, { below, owners }: Needs): Room<DeliveryServices> {
	const services: DeliveryServices = lazily<DeliveryServices>({
		sending: () => sendingOf(house, createCarrier(below.media, house.log)),
		delivery: () =>
			createDelivery({
				...house,
				...services.sending,
				media: below.media,
				remove: removeBy(house.env),
				bots: () => [...house.registry.bots.keys()],
				enqueue: async (job, delaySeconds = 0) => {
					const queue = job.kind === "campaign.take_back" ? house.env.DELETE : house.env.SEND;
					await queue.send(job, { delaySeconds });
				},
				owners,
				alert: async (no, text) => void (await house.alerts.send(text, { page: `campaigns/${no}` })),
			}),
		templates: () => createTemplates(house),
		broadcast: () =>
			createBroadcast({
				...house,
				people: below.people,
				delivery: services.delivery,
				admit: async (limit) => house.pacer("api:broadcast").admit(limit, 3600),
			}),
	});
	return {
		name: "delivery",
		services,
		events: {},
		brings: {
			settings: deliverySettings,
			callbacks: ["fewer_messages", "all_messages"],
			deliveryOwners: { broadcast: () => broadcastOwner(below.people, house.registry) },
			mediaUses: { campaigns: () => (id) => usesOfMedia(house.db, id) },
			personData: { delivery: () => services.delivery.data },
			jobs: {
				"campaign.expand": job(byNo, ({ no }) => services.delivery.expand(no)),
				"campaign.take_back": job(byBot, ({ botId }) => services.delivery.runTakeBack(botId)),
				pump: job(byBot, ({ botId }) => services.delivery.pump(botId)),
			},
			minute: { delivery: step(2, () => services.delivery.watch()) },
			night: { delivery: work(0, always, () => services.delivery.purge()) },
		},
	};
}
