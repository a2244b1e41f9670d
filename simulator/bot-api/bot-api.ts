import { Hono } from "hono";
import { Log } from "../delivery/log.ts";
import { BotApiError } from "../errors.ts";
import type { BotRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { Faults, faultError } from "./faults.ts";
import type { Call } from "./method.ts";
import { METHODS, NAMES } from "./methods.ts";
import { Pace } from "./pace.ts";
import { type Parameters, readParameters } from "./parameters.ts";

export interface CallRecord {
	bot: number;
	method: string;
	parameters: Record<string, unknown>;
	status: number;
	error: string | null;
}

interface Answer {
	status: number;
	body: Record<string, unknown>;
}

/** The connection broke after the call had its effect. */
export class DroppedAnswer extends Error {
	constructor() {
		super("The connection was closed before the answer");
		this.name = "DroppedAnswer";
	}
}

interface BotApiOptions {
	download: (url: string) => Promise<Response>;
	wake: () => void;
}

export class BotApi {
	readonly calls: Log<CallRecord>;
	readonly faults = new Faults();
	readonly pace: Pace;
	readonly app: Hono;
	readonly #world: World;
	readonly #options: BotApiOptions;

	constructor(world: World, options: BotApiOptions) {
		this.#world = world;
		this.#options = options;
		this.calls = new Log(10_000, world.now);
		this.pace = new Pace(world);
		this.app = this.#routes();
	}

	#routes(): Hono {
		return new Hono()
			.all("/:bot{bot[^/]+}/:method", async (c) => {
				const bot = this.#world.botByToken(c.req.param("bot").slice("bot".length));
				if (!bot) return c.json({ ok: false, error_code: 401, description: "Unauthorized" }, 401);
				const { status, body } = await this.#answer(bot, c.req.param("method"), c.req.raw);
				return Response.json(body, { status });
			})
			.get("/file/:bot{bot[^/]+}/:path{.+}", (c) => {
				const bot = this.#world.botByToken(c.req.param("bot").slice("bot".length));
				if (!bot) return c.json({ ok: false, error_code: 401, description: "Unauthorized" }, 401);
				const uniqueId =
					c.req
						.param("path")
						.split("/")
						.at(-1)
						?.replace(/\.\w+$/, "") ?? "";
				const file = this.#world.state.files.get(uniqueId);
				if (!file) return c.json({ ok: false, error_code: 404, description: "Not Found" }, 404);
				return new Response(file.bytes.slice(), { headers: { "Content-Type": "application/octet-stream" } });
			});
	}

	async #answer(bot: BotRecord, method: string, request: Request): Promise<Answer> {
		let parameters: Parameters;
		try {
			parameters = await readParameters(request);
		} catch (error) {
			return refusal(error);
		}
		return this.call(bot, method, parameters);
	}

	/** Runs a call and logs it. Throws only for an answer that is lost on purpose. */
	async call(bot: BotRecord, name: string, { values, uploads }: Parameters): Promise<Answer> {
		const method = name.toLowerCase();
		const fault = this.faults.take(bot.user.id, method, values);
		if (fault?.latency_ms) await new Promise((resolve) => setTimeout(resolve, fault.latency_ms));
		let answer: Answer;
		try {
			const error = fault && faultError(fault);
			if (error) throw error;
			const implementation = METHODS.get(method);
			if (!implementation) throw new BotApiError(404, "Not Found");
			this.pace.check(bot, method, values);
			const { download, wake } = this.#options;
			const call: Call = { world: this.#world, bot, uploads, download, wake };
			answer = { status: 200, body: { ok: true, result: await implementation.run(call, values) } };
		} catch (error) {
			answer = refusal(error);
		}
		const { status, body } = answer;
		const description = typeof body.description === "string" ? body.description : null;
		const parameters = {
			...values,
			...Object.fromEntries([...uploads.keys()].map((part) => [part, "(upload)"])),
		};
		this.calls.add({
			bot: bot.user.id,
			method: NAMES.get(method) ?? name,
			parameters,
			status,
			error: description,
		});
		if (fault?.drop_answer) throw new DroppedAnswer();
		return answer;
	}
}

function refusal(error: unknown): Answer {
	if (!(error instanceof BotApiError)) throw error;
	const { code, message: description, parameters } = error;
	const body = { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) };
	return { status: code, body };
}
