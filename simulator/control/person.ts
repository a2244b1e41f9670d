import { type Context, Hono } from "hono";
import { SimulatorError } from "../errors.ts";
import type { Simulator } from "../simulator.ts";

export const ids = (c: Context) => {
	const id = Number(c.req.param("id"));
	if (!Number.isInteger(id)) throw new SimulatorError("no such user", 404);
	return id;
};

const number = (c: Context, name: string): number | undefined => {
	const value = c.req.query(name);
	if (value === undefined || value === "") return undefined;
	const parsed = Number(value);
	if (!Number.isFinite(parsed)) throw new SimulatorError(`${name} is not a number`);
	return parsed;
};

const chatOf = (c: Context): number => {
	const chat = number(c, "chat");
	if (chat === undefined) throw new SimulatorError("which chat?");
	return chat;
};

/** Acting as a person, and reading what the person sees. */
export function personRoutes(simulator: Simulator): Hono {
	return new Hono()
		.post("/:id/send", async (c) => {
			const input = await c.req.json();
			const messages = await simulator.sendAll(ids(c), input);
			return c.json(input.media_group ? { messages } : { message: messages[0] });
		})
		.post("/:id/start", async (c) => c.json({ message: await simulator.start(ids(c), await c.req.json()) }))
		.post("/:id/press", async (c) => c.json(await simulator.press(ids(c), await c.req.json())))
		.post("/:id/edit", async (c) => c.json({ message: await simulator.edit(ids(c), await c.req.json()) }))
		.post("/:id/delete", async (c) => {
			simulator.delete(ids(c), await c.req.json());
			return c.json({});
		})
		.post("/:id/react", async (c) => {
			simulator.react(ids(c), await c.req.json());
			return c.json({});
		})
		.post("/:id/vote", async (c) => {
			simulator.vote(ids(c), await c.req.json());
			return c.json({});
		})
		.post("/:id/block", async (c) => {
			simulator.block(ids(c), await c.req.json());
			return c.json({});
		})
		.post("/:id/unblock", async (c) => {
			simulator.unblock(ids(c), await c.req.json());
			return c.json({});
		})
		.post("/:id/deactivate", (c) => {
			simulator.deactivate(ids(c));
			return c.json({});
		})
		.post("/:id/groups", async (c) => c.json({ chat: simulator.createGroup(ids(c), await c.req.json()) }))
		.post("/:id/join", async (c) => c.json({ status: simulator.join(ids(c), await c.req.json()) }))
		.post("/:id/leave", async (c) => {
			simulator.leave(ids(c), await c.req.json());
			return c.json({});
		})
		.post("/:id/members", async (c) => {
			simulator.setMember(ids(c), await c.req.json());
			return c.json({});
		})
		.post("/:id/link", async (c) => {
			simulator.link(ids(c), await c.req.json());
			return c.json({});
		})
		.post("/:id/migrate", async (c) => c.json({ chat: simulator.migrate(ids(c), await c.req.json()) }))
		.get("/:id/chats", (c) => c.json({ chats: simulator.chats(ids(c)) }))
		.get("/:id/messages", (c) => {
			const after = number(c, "after");
			const limit = number(c, "limit");
			const options = {
				...(after === undefined ? {} : { after }),
				...(limit === undefined ? {} : { limit }),
			};
			return c.json(simulator.screen(ids(c), chatOf(c), options));
		})
		.get("/:id/wait", async (c) => {
			const contains = c.req.query("contains") ?? "";
			const after = number(c, "after") ?? 0;
			const until = Date.now() + (number(c, "timeout") ?? 5000);
			for (;;) {
				const message = simulator.find(ids(c), chatOf(c), { after, contains });
				if (message) return c.json({ message });
				if (Date.now() >= until) throw new SimulatorError(`no message with ${JSON.stringify(contains)}`, 408);
				await new Promise((resolve) => setTimeout(resolve, 10));
			}
		});
}
