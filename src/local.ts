/**
 * The Worker as `npm start` runs it on a developer's machine: with a clock that can be moved, and a dashboard that knows
 * where the simulator is. A deployment bundles `index.ts`, which knows nothing of this file.
 */
import { Hono } from "hono";
import worker from "./index.ts";
import { advance, type LocalEnv, passTime, restoreClock } from "./local-clock.ts";
import { unauthorized } from "./platform/access.ts";
import { clock } from "./platform/clock.ts";
import { readConfig } from "./platform/env.ts";
import { body, type HttpEnv, limitBody, toResponse, withRequest } from "./platform/http.ts";
import { sameSecret } from "./platform/secrets.ts";

export { ChatPair, Matchmaker, Pacer, Person } from "./index.ts";

const dev = new Hono<HttpEnv & { Bindings: LocalEnv }>()
	.use(withRequest)
	.post("/dev/clock", limitBody, async (c) => {
		const [, key = ""] = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "") ?? [];
		if (!(await sameSecret(key, readConfig(c.env).OWNER_KEY))) throw unauthorized();
		const { advanceSeconds } = await body(c, advance);
		return c.json(await passTime(c.env, advanceSeconds));
	});
dev.onError(toResponse);

/** Tells the dashboard what it can't know: where `t.me` is in this world, and what time it is. */
function signposted(answer: Response, { SIMULATOR_URL }: LocalEnv): Response {
	if (!answer.headers.get("content-type")?.startsWith("text/html")) return answer;
	const told = {
		...(SIMULATOR_URL ? { simulator: new URL(SIMULATOR_URL).href } : {}),
		"clock-ahead": String(clock.aheadMs()),
	};
	const metas = Object.entries(told).map(([name, content]) => `<meta name="${name}" content="${content}">`);
	const head = { element: (element: Element) => void element.append(metas.join(""), { html: true }) };
	return new HTMLRewriter().on("head", head).transform(answer);
}

export default {
	async fetch(request, env, context) {
		await restoreClock(env);
		const { pathname } = new URL(request.url);
		if (pathname === "/dev/clock") return dev.fetch(request, env, context);
		const answer = await worker.fetch(request, env, context);
		return pathname.startsWith("/admin") ? signposted(answer, env) : answer;
	},
	async queue(batch, env) {
		await restoreClock(env);
		await worker.queue(batch, env);
	},
	async scheduled(controller, env) {
		await restoreClock(env);
		await worker.scheduled(controller, env);
	},
} satisfies ExportedHandler<LocalEnv>;
