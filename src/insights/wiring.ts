import type { ChatServices } from "../chat/wiring.ts";
import { clock } from "../platform/clock.ts";
import type { House } from "../platform/house.ts";
import { lazily } from "../platform/lazily.ts";
import { always, type Room, step, work } from "../platform/room.ts";
import { webhookUrl } from "../platform/telegram.ts";
import { createMonitoring, type Monitoring } from "./monitoring.ts";
import { createInsights, type Insights } from "./service.ts";
import { keepHours } from "./settings.ts";

export interface InsightsServices {
	insights: Insights;
	monitoring: Monitoring;
}

interface Needs {
	below: Pick<ChatServices, "chat">;
}

/** How things stand, and whether everything works. */
export function insightsRoom(house: House, { below }: Needs): Room<InsightsServices> {
	const { env, config, registry, pacer } = house;
	const services: InsightsServices = lazily<InsightsServices>({
		insights: () =>
			createInsights({
				...house,
				bots: registry.bots,
				pools: () => below.chat.counts([...registry.bots.keys()]),
			}),
		monitoring: () =>
			createMonitoring({
				...house,
				queues: { events: env.EVENTS, send: env.SEND, delete: env.DELETE },
				webhookUrl: (botId) => webhookUrl(config, botId),
				chats: services.insights.chats,
				pace: async (botId) => {
					const { nextAt, penaltyUntil } = await pacer(`bot:${botId}`).pace();
					return { nextAt: clock.ofActor(nextAt), penaltyUntil: clock.ofActor(penaltyUntil) };
				},
			}),
	});
	return {
		name: "insights",
		services,
		events: {},
		brings: {
			settings: [keepHours],
			minute: {
				insights: work(
					2,
					() => services.insights.due(),
					() => services.insights.refresh(),
				),
				monitoring: step(13, () => services.monitoring.watch()),
			},
			night: { insights: work(0, always, () => services.insights.purge()) },
		},
	};
}
