import { may } from "../../platform/access.ts";
import { audit } from "../../platform/audit.ts";
import { commit } from "../../platform/outbox.ts";
import type { Admins } from "../../platform/staff-chat.ts";
import { approvalCard, rightsOf, stateOnEntry } from "../rules.ts";
import { requireApproval } from "../settings.ts";
import {
	findGroup,
	type Group,
	type GroupFacts,
	insertGroup,
	leaveGroupsOf,
	newestOf,
	readFacts,
	rememberTopic,
	updateGroup,
} from "../store.ts";
import { approvalKeyboard } from "../views.ts";
import { keptMessages, recentFacts, sawMessage } from "./cache.ts";
import type { Calls } from "./calls.ts";
import type { Needs } from "./needs.ts";

/** A group as an update names it. */
export interface GroupChat {
	id: number;
	type: "group" | "supergroup";
	title: string;
	username?: string | undefined;
	is_forum?: boolean | undefined;
}

/** How a bot came to be in a group, as far as it is known. */
interface Entry {
	by: number | null;
	added: boolean;
	rights: string[] | null;
}

/** How groups come and go, as their updates tell it. */
export function createEntry(
	needs: Needs & { admins: Admins; calls: Calls; get: (id: number) => Promise<Group> },
) {
	const { admins, cards, db, settings, alerts, now, calls, get } = needs;

	async function facts(id: number): Promise<GroupFacts> {
		const known = recentFacts.get(String(id), now());
		if (known) return known;
		const read = await readFacts(db, id);
		recentFacts.set(String(id), read, now());
		return read;
	}

	async function announce(group: Group): Promise<void> {
		if (group.state !== "waiting") return;
		const sent = await alerts.send(`The group “${group.title}” waits for approval.`, {
			keyboard: approvalKeyboard(group.id),
			page: `groups/${group.id}`,
		});
		if (sent) await cards.keep(approvalCard(group.id), { ...sent, userId: null });
	}

	const isStaff = async (by: number) => may((await admins.permissionsOf(by)) ?? {}, "groups", "write");

	const entryOf = async (before: Group | null, by: number | null) =>
		stateOnEntry(before, {
			byStaff: by !== null && (await isStaff(by)),
			requireApproval: settings.get(requireApproval),
		});

	/** The row of a group that is new to us; whoever comes second finds the first one's. */
	async function register(
		chat: GroupChat,
		botId: number,
		{ by, rights }: { by: number | null; rights: string[] | null },
	): Promise<{ group: Group; isNew: boolean } | null> {
		const entry = await entryOf(null, by);
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
			postedAt: 0,
		};
		const isNew = await insertGroup(db, row);
		recentFacts.delete(String(chat.id));
		if (isNew) {
			const actor = by === null ? "system" : `telegram:${by}`;
			await audit(db, now(), { actor, action: "group.added", subject: String(chat.id) });
			await announce(row);
		}
		const { group } = await facts(chat.id);
		return group && { group, isNew };
	}

	/** Kept now and then; the id of a supergroup's message says how many there were. */
	async function noteMessage(group: Group, messageId: number): Promise<void> {
		const key = String(group.id);
		const newest = sawMessage(group.id, messageId, now());
		if (newest <= (group.lastMessageId ?? 0) || keptMessages.get(key, now())) return;
		keptMessages.set(key, true, now());
		await updateGroup(db, group.id, { lastMessageId: newestOf(newest) });
	}

	async function enter(
		chat: GroupChat,
		botId: number,
		{ by, added, rights }: Entry,
	): Promise<{ group: Group; isNew: boolean } | null> {
		const before = await findGroup(db, chat.id);
		if (!before) {
			if ((await facts(chat.id)).movedTo !== null) return null;
			return register(chat, botId, { by, rights });
		}
		if (before.botId !== botId && before.state !== "inactive") return null;
		const unknown = added && before.state === "waiting" && before.addedBy === null;
		const entry = await entryOf(unknown ? null : before, by);
		const comesBack = before.state === "inactive" && entry.state !== "inactive";
		const change = {
			...entry,
			botId,
			rights,
			title: chat.title,
			...((comesBack || unknown) && by !== null ? { addedBy: by } : {}),
			...(entry.state === "active" ? { approvedAt: before.approvedAt ?? now() } : {}),
		};
		const actor = by === null ? "system" : `telegram:${by}`;
		const told = { actor, action: "group.added", subject: String(chat.id), details: { bot: botId } };
		await commit(
			db,
			now(),
			[updateGroup(db, chat.id, change), ...(comesBack || unknown ? [audit(db, now(), told)] : [])],
			[],
		);
		recentFacts.delete(String(chat.id));
		const group = await get(chat.id);
		if (comesBack) await announce(group);
		return { group, isNew: comesBack || (unknown && group.state === "active") };
	}

	/** The bot that worked here is out, and another one is in: it takes its place. */
	async function takeOver(chat: GroupChat, before: Group, botId: number) {
		const isFree = before.inactiveReason === "removed" || before.inactiveReason === "gone";
		if (before.state !== "inactive" || !isFree) return null;
		// What it tells may be late, and it be out as well.
		const seen = await calls.in({ ...before, botId }, (api, chatId) => api.getChatMember(chatId, botId));
		if (!seen.ok || seen.value.status === "left" || seen.value.status === "kicked") return null;
		return enter(chat, botId, { by: null, added: false, rights: rightsOf({ ...seen.value }) });
	}

	return {
		facts,

		/** The group of an update, if this bot is the one that works there. One that nobody knows is registered. */
		async receive(
			chat: GroupChat,
			botId: number,
			messageId?: number,
		): Promise<{ group: Group; isNew: boolean } | null> {
			const { group, movedTo } = await facts(chat.id);
			if (movedTo !== null) return null;
			if (!group) return register(chat, botId, { by: null, rights: null });
			if (group.botId !== botId) return takeOver(chat, group, botId);
			if (messageId !== undefined && group.state !== "inactive") await noteMessage(group, messageId);
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
		entered: enter,

		/** A bot is out. */
		async left(chatId: number, botId: number): Promise<void> {
			const group = await findGroup(db, chatId);
			if (group?.botId === botId) await calls.deactivate(group, "removed");
		},

		/** A bot was taken out of service: its groups wait for another one, or for staff. */
		async botClosed(botId: number): Promise<void> {
			const left = await leaveGroupsOf(db, botId);
			for (const { id } of left) recentFacts.delete(String(id));
			const entry = { actor: "system", action: "groups.left", subject: `bot:${botId}` };
			if (left.length > 0) await audit(db, now(), { ...entry, details: { groups: left.length } });
		},

		async topicSeen(groupId: number, topicId: number, name: string): Promise<void> {
			if ((await facts(groupId)).topics.get(topicId) === name) return;
			await rememberTopic(db, groupId, topicId, name);
			recentFacts.delete(String(groupId));
		},
	};
}
