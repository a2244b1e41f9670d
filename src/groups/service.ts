import { sql } from "drizzle-orm";
import type { Alerts } from "../platform/alerts.ts";
import { audit } from "../platform/audit.ts";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import { AppError, violationOf } from "../platform/errors.ts";
import type { Log } from "../platform/log.ts";
import { commit } from "../platform/outbox.ts";
import type { Settings } from "../platform/settings.ts";
import type { OptionsChange } from "./options.ts";
import { type GroupState, type InactiveReason, stateOnEntry } from "./rules.ts";
import { newestMessages, recentFacts } from "./service/cache.ts";
import { type Calls, createCalls } from "./service/calls.ts";
import { createSync } from "./service/sync.ts";
import { requireApproval } from "./settings.ts";
import { listHistory, record } from "./store/moderation.ts";
import {
	findGroup,
	type Group,
	type GroupFacts,
	insertGroup,
	listGroups,
	mergeOptions,
	readFacts,
	readTopics,
	rememberTopic,
	updateGroup,
} from "./store.ts";

export type { Group } from "./store.ts";
export type Groups = ReturnType<typeof createGroups>;

export interface Needs {
	env: Env;
	config: Config;
	db: Db;
	settings: Settings;
	alerts: Alerts;
	log: Log;
	now: () => number;
}

/** A group as an update names it. */
export interface GroupChat {
	id: number;
	type: "group" | "supergroup";
	title: string;
	username?: string | undefined;
	is_forum?: boolean | undefined;
}

/** Groups as rows: how they come, change and go. */
export function createGroups(needs: Needs) {
	const { config, db, settings, alerts, now } = needs;
	const calls: Calls = createCalls(needs);

	async function facts(id: number): Promise<GroupFacts> {
		const known = recentFacts.get(String(id), now());
		if (known) return known;
		const read = await readFacts(db, id);
		recentFacts.set(String(id), read, now());
		return read;
	}

	async function get(id: number): Promise<Group> {
		const group = await findGroup(db, id);
		if (!group) throw new AppError(404, "no_group", "No bot was ever in a group with this id.");
		return group;
	}

	async function announce(group: Group): Promise<void> {
		if (group.state !== "waiting") return;
		await alerts.send(
			`The group ${group.id} waits for approval. POST /api/groups/${group.id}/approve, or /reject.`,
		);
	}

	const entryOf = (before: Group | null, by: number | null) =>
		stateOnEntry(before, {
			byStaff: by !== null && config.ADMIN_TELEGRAM_IDS.includes(by),
			requireApproval: settings.get(requireApproval),
		});

	/** The row of a group that is new to us; whoever comes second finds the first one's. */
	async function register(
		chat: GroupChat,
		botId: number,
		{ by, rights }: { by: number | null; rights: string[] | null },
	): Promise<{ group: Group; isNew: boolean } | null> {
		const entry = entryOf(null, by);
		const row: Group = {
			...entry,
			id: chat.id,
			botId,
			title: chat.title,
			type: chat.type,
			username: chat.username ?? null,
			isForum: chat.is_forum ?? false,
			addedBy: by,
			approvedAt: entry.state === "active" ? now() : null,
			options: {},
			rights,
			memberCount: null,
			lastMessageId: null,
			syncedAt: null,
			createdAt: now(),
		};
		const isNew = await insertGroup(db, row);
		recentFacts.delete(String(chat.id));
		if (isNew) await announce(row);
		const { group } = await facts(chat.id);
		return group && { group, isNew };
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
		facts,
		get,
		calls,
		...createSync({ ...needs, calls, get }),

		/** The group of an update, if this bot is the one that works there. One that nobody knows is registered. */
		async receive(
			chat: GroupChat,
			botId: number,
			messageId?: number,
		): Promise<{ group: Group; isNew: boolean } | null> {
			const { group, movedTo } = await facts(chat.id);
			if (movedTo !== null) return null;
			if (!group) return register(chat, botId, { by: null, rights: null });
			if (group.botId !== botId) return null;
			if (messageId !== undefined) newestMessages.set(String(chat.id), messageId, now());
			if (group.state !== "inactive" && group.title !== chat.title) {
				await updateGroup(db, chat.id, { title: chat.title });
				recentFacts.delete(String(chat.id));
			}
			return { group, isNew: false };
		},

		/**
		 * A bot was added, or its rights changed. Messages of the group can be here before, from which nobody knows who
		 * brought the bot. @returns the group, and whether it is to be greeted
		 */
		async entered(
			chat: GroupChat,
			botId: number,
			{ by, added, rights }: { by: number; added: boolean; rights: string[] | null },
		): Promise<{ group: Group; isNew: boolean } | null> {
			const before = await findGroup(db, chat.id);
			if (!before) {
				if ((await facts(chat.id)).movedTo !== null) return null;
				return register(chat, botId, { by, rights });
			}
			if (before.botId !== botId && before.state !== "inactive") return null;
			const unknown = added && before.state === "waiting" && before.addedBy === null;
			const entry = entryOf(unknown ? null : before, by);
			const comesBack = before.state === "inactive" && entry.state !== "inactive";
			await updateGroup(db, chat.id, {
				...entry,
				botId,
				rights,
				title: chat.title,
				...(comesBack || unknown ? { addedBy: by } : {}),
				...(entry.state === "active" ? { approvedAt: before.approvedAt ?? now() } : {}),
			});
			recentFacts.delete(String(chat.id));
			const group = await get(chat.id);
			if (comesBack) await announce(group);
			return { group, isNew: comesBack || (unknown && group.state === "active") };
		},

		/** A bot is out. */
		async left(chatId: number, botId: number): Promise<void> {
			const group = await findGroup(db, chatId);
			if (group?.botId === botId) await calls.deactivate(group, "removed");
		},

		async topicSeen(groupId: number, topicId: number, name: string): Promise<void> {
			if ((await facts(groupId)).topics.get(topicId) === name) return;
			await rememberTopic(db, groupId, topicId, name);
			recentFacts.delete(String(groupId));
		},

		async withTopics(id: number) {
			const [group, topics] = await Promise.all([get(id), readTopics(db, id)]);
			return { group, topics };
		},

		list: (state: GroupState | null, after: number | null, limit: number) =>
			listGroups(db, state, after, limit),

		async history(id: number, before: string | null, limit: number) {
			await get(id);
			return listHistory(db, id, before, limit);
		},

		async approve(id: number, actor: string): Promise<Group> {
			const group = await get(id);
			expectState(group, "waiting");
			return change(group, "active", { action: "approved", actor });
		},

		/** The bot leaves, and comes back only if staff bring it. */
		async reject(id: number, actor: string): Promise<Group> {
			const group = await get(id);
			expectState(group, "waiting");
			const rejected = await change(group, "inactive", { action: "rejected", actor, reason: "rejected" });
			await calls.in(rejected, (api, chatId) => api.leaveChat(chatId));
			return rejected;
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
		async setOptions(id: number, options: OptionsChange, actor: string): Promise<Group> {
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
