import type { BotRecord, WorldState } from "./records.ts";
import { emptyState } from "./world.ts";

/**
 * What is left when people, chats and messages are forgotten: all that a platform which runs on holds in its hands. Its
 * bots with tokens and webhooks, files that it names by id, links to pay by, and how far it has read its statement of
 * Stars. Ids keep increasing, so that nobody new is taken for somebody from before.
 */
export function afterReset(state: WorldState): WorldState {
	const { bots, files, counters, limits, clock_ahead, books } = state;
	const subscriptions = [...books.subscriptions].map(([id, one]) => {
		const running =
			one.state === "canceled" ? {} : { state: "canceled" as const, canceled_by: "user" as const };
		return [id, { ...one, ...running }] as const;
	});
	return {
		...emptyState(),
		...{ files, counters, limits, clock_ahead },
		bots: new Map([...bots].map(([id, bot]) => [id, withoutUpdates(bot)])),
		books: {
			...books,
			balances: new Map([...books.balances].filter(([id]) => bots.has(id))),
			checkouts: new Map(),
			subscriptions: new Map(subscriptions),
		},
	};
}

/** The same record, which deliveries under way hold on to. */
function withoutUpdates(bot: BotRecord): BotRecord {
	bot.queues.clear();
	bot.history.clear();
	return bot;
}
