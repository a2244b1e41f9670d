import { Hono } from "hono";
import { type Accounts, accountsOf } from "../platform/accounts.ts";
import type { ApiEnv } from "../platform/http.ts";
import { describe, valid } from "../platform/openapi.ts";
import { done } from "../platform/shapes.ts";
import { iso } from "../platform/time.ts";
import * as shapes from "./shapes.ts";
import type { ShopServices } from "./wiring.ts";

type Needs = ShopServices;

async function chatsOf({ shop }: Needs, accounts: Accounts, id: string) {
	const rows = await shop.linking.list(accounts, id);
	return rows.map(({ chat, link, members }) => ({
		...{ chat_id: chat.chatId, title: chat.title, type: chat.type, state: chat.state },
		...{ missing: chat.missing, link, members: members.letIn, unknown: members.kept },
		...{ removing: members.removing, linked_at: iso(chat.linkedAt), checked_at: iso(chat.checkedAt) },
	}));
}

/** Groups and channels that a product lets into, and who is in them. */
export const chatsApi = new Hono<ApiEnv<Needs>>()
	.get(
		"/products/:id/chats",
		describe("Products", "Groups and channels that a product lets into", shapes.chatsAnswer, {
			errors: [400, 404],
		}),
		valid("param", shapes.productParam),
		async (c) => {
			const chats = await chatsOf(c.var.deps, accountsOf(c), c.req.valid("param").id);
			return c.json({ chats });
		},
	)
	.post(
		"/products/:id/chats",
		describe("Products", "Links a group or channel: buyers are let in", shapes.chatsAnswer, {
			status: 201,
			errors: [400, 404, 409],
			write: true,
			description:
				"A bot must be an administrator there, with the rights to invite and to restrict. Members of before stay.",
		}),
		valid("param", shapes.productParam),
		valid("json", shapes.chatInput),
		async (c) => {
			const { id } = c.req.valid("param");
			const accounts = accountsOf(c);
			await c.var.deps.shop.linking.link(accounts, id, c.req.valid("json").chat_id, c.var.actor);
			return c.json({ chats: await chatsOf(c.var.deps, accounts, id) }, 201);
		},
	)
	.delete(
		"/products/:id/chats/:chatId",
		describe("Products", "Unlinks a group or channel: who is in it stays", done, {
			errors: [400, 404],
			write: true,
		}),
		valid("param", shapes.productChatParam),
		async (c) => {
			const { id, chatId } = c.req.valid("param");
			await c.var.deps.shop.linking.unlink(accountsOf(c), id, chatId, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.post(
		"/products/:id/chats/:chatId/adopt",
		describe("Products", "Takes those who were there before for members", shapes.adoptedAnswer, {
			errors: [400, 404, 409],
			write: true,
		}),
		valid("param", shapes.productChatParam),
		async (c) => {
			const { id, chatId } = c.req.valid("param");
			const members = await c.var.deps.shop.linking.adopt(accountsOf(c), id, chatId, c.var.actor);
			return c.json({ members });
		},
	)
	.post(
		"/products/:id/chats/:chatId/remove-unknown",
		describe("Products", "Takes out those who were there before and bought nothing", shapes.removedAnswer, {
			errors: [400, 404, 409],
			write: true,
			description:
				"Only those whom Telegram told the bot of: it tells of nobody else. Administrators and the owner stay.",
		}),
		valid("param", shapes.productChatParam),
		valid("query", shapes.removeUnknownQuery),
		async (c) => {
			const { linking } = c.var.deps.shop;
			const { id, chatId } = c.req.valid("param");
			const accounts = accountsOf(c);
			if (!["false", "0"].includes(c.req.valid("query").dry_run)) {
				const users = await linking.unknown(accounts, id, chatId);
				return c.json({ members: users.length, users: users.slice(0, 1000) });
			}
			const members = await linking.removeUnknown(accounts, id, chatId, c.var.actor);
			return c.json({ members, users: [] });
		},
	);
