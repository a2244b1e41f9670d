import { app } from "./app.ts";
import { runSchedule } from "./cron.ts";
import { consume } from "./jobs.ts";

export { ChatPair, Matchmaker, Pacer, Person } from "../durable-objects/index.ts";

export default {
	fetch: app.fetch,
	queue: consume,
	scheduled: async (controller, env) => void (await runSchedule(controller.cron, env)),
} satisfies ExportedHandler<Env>;
