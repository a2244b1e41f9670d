import { Hono } from "hono";
import { permissionsOf, unauthorized } from "../platform/access.ts";
import { accountsOf } from "../platform/accounts.ts";
import { AppError } from "../platform/errors.ts";
import type { House } from "../platform/house.ts";
import type { ApiEnv } from "../platform/http.ts";
import { describe, valid } from "../platform/openapi.ts";
import { done } from "../platform/shapes.ts";
import { iso } from "../platform/time.ts";
import type { AccountRow } from "./accounts.ts";
import { shownPerson, shownSessions } from "./api-login.ts";
import type { InvitationRow } from "./invitations.ts";
import type { Keys } from "./keys.ts";
import { takesCodes } from "./login/service.ts";
import * as shapes from "./shapes.ts";
import type { StaffServices } from "./wiring.ts";

type Needs = StaffServices & House;

const dateOrNull = (date: Date | null) => date?.toISOString() ?? null;

const shownInvitation = (row: InvitationRow, accounts: readonly number[]) => ({
	accounts: [...accounts],
	id: row.id,
	role: row.role,
	email: row.email,
	telegram_id: row.telegramId,
	created_at: iso(row.createdAt),
	created_by: row.createdBy,
	expires_at: iso(row.expiresAt),
});

type Key = Omit<Awaited<ReturnType<Keys["list"]>>[number], "maker">;
const shownKey = (row: Key, maker: string | null, accounts: readonly number[]) => ({
	accounts: [...accounts],
	id: row.id,
	name: row.name ?? "",
	prefix: row.start ?? "",
	permissions: row.permissions,
	created_by: row.referenceId,
	created_by_name: maker,
	created_at: row.createdAt.toISOString(),
	expires_at: dateOrNull(row.expiresAt),
	last_used_at: dateOrNull(row.lastRequest),
});

const shownAccount = ({ id, name, createdAt }: AccountRow) => ({ id, name, created_at: iso(createdAt) });

const tag = "Staff";

/** Who runs this, and how people come to the team. */
export const teamApi = new Hono<ApiEnv<Needs>>()
	.get("/staff", describe(tag, "The team", shapes.teamAnswer), async (c) => {
		const rows = await c.var.deps.team.list();
		const held = await c.var.deps.accounts.held(rows.map(({ person }) => person.id));
		return c.json({
			staff: rows.map(({ person, passkeys }) => ({
				...shownPerson(person, held.get(person.id) ?? []),
				created_at: person.createdAt.toISOString(),
				last_login_at: dateOrNull(person.lastLoginAt),
				disabled_at: dateOrNull(person.disabledAt),
				passkeys,
			})),
		});
	})
	.get("/staff/invitations", describe(tag, "Invitations that stand", shapes.invitationsAnswer), async (c) => {
		const rows = await c.var.deps.invitations.list();
		const held = await c.var.deps.accounts.held(rows.map(({ id }) => id));
		return c.json({ invitations: rows.map((row) => shownInvitation(row, held.get(row.id) ?? [])) });
	})
	.post(
		"/staff/invitations",
		describe(tag, "Invites somebody", shapes.invitationAnswer, {
			status: 201,
			errors: [400, 409],
			write: true,
			description:
				"With an address, a link is mailed that signs them in. In a bot whoever has the link accepts it, or only who is named. For seven days, once.",
		}),
		valid("json", shapes.invitationInput),
		async (c) => {
			const { role, accounts = [], email = null, telegram_id = null } = c.req.valid("json");
			await c.var.deps.accounts.mustBe(accounts, c.var.identity?.accounts ?? []);
			const { invitations, registry } = c.var.deps;
			const bot = [...registry.bots.values()].find((one) => takesCodes(registry.settings, one));
			if (!bot && email === null)
				throw new AppError(400, "invalid", "Some fields are not right.", {
					email: "is needed, as there is no bot to accept it in",
				});
			const input = { role, accounts, email, telegramId: telegram_id };
			const made = await invitations.invite(input, c.var.actor, c.req.raw.headers);
			return c.json(
				{
					invitation: shownInvitation(made.invitation, accounts),
					link: made.link,
					telegram_link: bot ? `https://t.me/${bot.username}?start=invite_${made.code}` : null,
					mailed: made.mailed,
				},
				201,
			);
		},
	)
	.delete(
		"/staff/invitations/:id",
		describe(tag, "Withdraws an invitation", done, { errors: [400, 404], write: true }),
		valid("param", shapes.staffParam),
		async (c) => {
			await c.var.deps.invitations.withdraw(c.req.valid("param").id, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.patch(
		"/staff/:id",
		describe(tag, "Changes somebody's role or ways in, or shuts them out", shapes.memberAnswer, {
			errors: [400, 404, 409],
			write: true,
			description:
				"Whoever is shut out loses their sessions, and their keys stop working. An owner must be left.",
		}),
		valid("param", shapes.staffParam),
		valid("json", shapes.memberInput),
		async (c) => {
			const { telegram_id: telegramId, ...change } = c.req.valid("json");
			const { id } = c.req.valid("param");
			const { team, accounts } = c.var.deps;
			await accounts.mustBe(change.accounts ?? [], c.var.identity?.accounts ?? []);
			const row = await team.change(id, { ...change, telegramId }, c.var.actor);
			return c.json({ staff: shownPerson(row, await team.accounts(id)) });
		},
	)
	.get(
		"/staff/:id/sessions",
		describe(tag, "Somebody's sessions", shapes.sessionsAnswer, { errors: [400, 404] }),
		valid("param", shapes.staffParam),
		async (c) => {
			const rows = await c.var.deps.team.sessions(c.req.valid("param").id);
			return c.json(shownSessions(rows, c.var.identity?.person?.sessionId));
		},
	)
	.delete(
		"/staff/:id/sessions",
		describe(tag, "Ends all of somebody's sessions", shapes.endedAnswer, { errors: [400, 404], write: true }),
		valid("param", shapes.staffParam),
		async (c) =>
			c.json({ ended: await c.var.deps.team.endAllSessions(c.req.valid("param").id, c.var.actor) }),
	)
	.delete(
		"/staff/:id/sessions/:session",
		describe(tag, "Ends one of somebody's sessions", done, { errors: [400, 404], write: true }),
		valid("param", shapes.staffSessionParam),
		async (c) => {
			const { id, session } = c.req.valid("param");
			await c.var.deps.team.endSession(id, session, c.var.actor);
			return c.json({ ok: true as const });
		},
	)
	.get(
		"/accounts",
		describe("Accounts", "Creators' teams that one may know of", shapes.accountsAnswer),
		async (c) => c.json({ accounts: (await c.var.deps.accounts.list(accountsOf(c))).map(shownAccount) }),
	)
	.post(
		"/accounts",
		describe(tag, "Adds a creators' team", shapes.accountAnswer, { status: 201, errors: [400], write: true }),
		valid("json", shapes.accountInput),
		async (c) => {
			const { deps, actor } = c.var;
			return c.json(shownAccount(await deps.accounts.add(c.req.valid("json").name, actor)), 201);
		},
	)
	.patch(
		"/accounts/:id",
		describe(tag, "Calls a team something else", shapes.accountAnswer, { errors: [400, 404], write: true }),
		valid("param", shapes.accountParam),
		valid("json", shapes.accountInput),
		async (c) => {
			const { deps, actor } = c.var;
			const { name } = c.req.valid("json");
			return c.json(shownAccount(await deps.accounts.rename(c.req.valid("param").id, name, actor)));
		},
	)
	.get("/keys", describe(tag, "Keys for machines, newest first", shapes.keysAnswer), async (c) => {
		const rows = await c.var.deps.keys.list();
		const held = await c.var.deps.accounts.held(rows.map(({ id }) => id));
		return c.json({ keys: rows.map((row) => shownKey(row, row.maker, held.get(row.id) ?? [])) });
	})
	.post(
		"/keys",
		describe(tag, "Makes a key", shapes.keyAnswer, {
			status: 201,
			errors: [400],
			write: true,
			description: "The key itself is in this answer and nowhere else.",
		}),
		valid("json", shapes.keyInput),
		async (c) => {
			const { name, role, accounts = [], expires_at, ...input } = c.req.valid("json");
			const permissions = role ? permissionsOf(role) : (input.permissions ?? {});
			const { identity } = c.var;
			if (!identity) throw unauthorized();
			await c.var.deps.accounts.mustBe(accounts, identity.accounts);
			const expiresAt = expires_at ? new Date(expires_at).getTime() : null;
			const { key, secret } = await c.var.deps.keys.make(
				{ name, permissions, accounts, expiresAt },
				identity,
			);
			return c.json({ key: shownKey(key, null, accounts), secret }, 201);
		},
	)
	.delete(
		"/keys/:id",
		describe(tag, "Deletes a key: it stops working at once", done, { errors: [400, 404], write: true }),
		valid("param", shapes.staffParam),
		async (c) => {
			await c.var.deps.keys.remove(c.req.valid("param").id, c.var.actor);
			return c.json({ ok: true as const });
		},
	);
