import { sql } from "drizzle-orm";
import { audit } from "../platform/audit.ts";
import { AppError, unlessLater, violationOf } from "../platform/errors.ts";
import { translator } from "../platform/i18n/index.ts";
import { commit } from "../platform/outbox.ts";
import type { Admins } from "../platform/staff-chat.ts";
import { type OptionsChange, optionsOf } from "./rules/options.ts";
import { approvalCard, type GroupState, type InactiveReason } from "./rules.ts";
import { recentFacts } from "./service/cache.ts";
import { type Calls, createCalls } from "./service/calls.ts";
import { createEntry } from "./service/entry.ts";
import type { Needs } from "./service/needs.ts";
import { createSync } from "./service/sync.ts";
import { listHistory, record } from "./store/moderation.ts";
import { findCurrentGroup, type Group, listGroups, mergeOptions, readTopics, updateGroup } from "./store.ts";

export type { GroupChat } from "./service/entry.ts";
export { findGroup, type Group, migrationsOf } from "./store.ts";
export type Groups = ReturnType<typeof createGroups>;

/** Groups as rows: how they come, change and go. */
export function createGroups(needs: Needs & { admins: Admins }) {
	const { cards, db, now } = needs;
	const calls: Calls = createCalls(needs);

	/** An id of before a migration is the group it has become. */
	async function get(id: number): Promise<Group> {
		const group = await findCurrentGroup(db, id);
		if (!group) throw new AppError(404, "no_group", "No bot was ever in a group with this id.");
		return group;
	}

	/** @throws AppError 409 if it is no longer what it was */
	async function change(
		group: Group,
		state: GroupState,
		{ action, actor, reason = null }: { action: string; actor: string; reason?: InactiveReason | null },
	): Promise<Group> {
		const at = now();
		const set = {
			// A state that no longer holds breaks the CHECK, and so the batch.
			state: sql`CASE WHEN state = ${group.state} THEN ${state} ELSE 'conflict' END` as unknown as GroupState,
			inactiveReason: reason,
			...(state === "active" ? { approvedAt: group.approvedAt ?? at } : {}),
		};
		const entry = { actor, action: `group.${action}`, subject: String(group.id) };
		try {
			await commit(
				db,
				at,
				[
					updateGroup(db, group.id, set),
					record(db, at, { groupId: group.id, action, actor }),
					audit(db, at, entry),
				],
				[],
			);
		} catch (error) {
			if (violationOf(error)?.kind !== "check") throw error;
			throw new AppError(409, "decided", "The group was changed at the same time.");
		}
		recentFacts.delete(String(group.id));
		await cards.mark(approvalCard(group.id), actor, (by) => `It is ${action} ${by}.`);
		return get(group.id);
	}

	function expectState(group: Group, ...states: GroupState[]): void {
		if (!states.includes(group.state)) throw new AppError(409, "decided", `The group is ${group.state}.`);
	}

	/** @throws AppError 409 if the bot is no longer there */
	async function activate(id: number, actor: string): Promise<Group> {
		const group = await get(id);
		expectState(group, "inactive");
		const seen = await calls.in(group, (api, chatId) => api.getChatMember(chatId, group.botId));
		if (!seen.ok) throw new AppError(409, "not_there", "The bot is not in this group: add it again.");
		return change(group, "active", { action: "activated", actor });
	}

	async function deactivate(id: number, actor: string): Promise<Group> {
		const group = await get(id);
		expectState(group, "active", "waiting");
		return change(group, "inactive", { action: "deactivated", actor, reason: "staff" });
	}

	return {
		get,
		calls,
		...createEntry({ ...needs, calls, get }),
		...createSync({ ...needs, calls, get }),

		async withTopics(id: number) {
			const group = await get(id);
			return { group, topics: await readTopics(db, group.id) };
		},

		list: (state: GroupState | null, after: number | null, limit: number) =>
			listGroups(db, state, after, limit),

		async history(id: number, before: string | null, limit: number) {
			const group = await get(id);
			return listHistory(db, group.id, before, limit);
		},

		async approve(id: number, actor: string): Promise<Group> {
			const group = await get(id);
			expectState(group, "waiting");
			const approved = await change(group, "active", { action: "approved", actor });
			const text = translator(optionsOf(approved.options).language)("group-hello");
			// That it is not said now is nothing to repeat an approval for.
			await unlessLater(async () => {
				await calls.in(approved, (api, chatId) => api.sendMessage(chatId, text));
			});
			return approved;
		},

		/** The bot leaves, and comes back only if staff bring it. */
		async reject(id: number, actor: string): Promise<Group> {
			const group = await get(id);
			expectState(group, "waiting");
			const rejected = await change(group, "inactive", { action: "rejected", actor, reason: "rejected" });
			await calls.in(rejected, (api, chatId) => api.leaveChat(chatId));
			return rejected;
		},

		/** The bot was brought back to where staff have turned it away. */
		async leaveAgain(group: Group): Promise<void> {
			await calls.in(group, (api, chatId) => api.leaveChat(chatId));
		},

		activate,
		deactivate,

		/** What it is already stays as it is. @throws AppError 409 as activate, and for a group that waits */
		async setActive(id: number, active: boolean | undefined, actor: string): Promise<Group> {
			const group = await get(id);
			if (active === undefined || (group.state === "active") === active) return group;
			return active ? activate(id, actor) : deactivate(id, actor);
		},

		/** Changes what is named, and leaves the rest. */
		async setOptions(asked: number, options: OptionsChange, actor: string): Promise<Group> {
			const { id } = await get(asked);
			const changed = Object.keys(options);
			if (changed.length > 0) {
				await commit(
					db,
					now(),
					[
						updateGroup(db, id, { options: mergeOptions(options) as never }),
						record(db, now(), { groupId: id, action: "settings", actor, reason: changed.join(", ") }),
						audit(db, now(), {
							actor,
							action: "group.settings_changed",
							subject: String(id),
							details: options,
						}),
					],
					[],
				);
				recentFacts.delete(String(id));
			}
			return get(id);
		},
	};
}
