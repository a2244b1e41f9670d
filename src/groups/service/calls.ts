import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/db.ts";
import { RetryLater } from "../../platform/errors.ts";
import type { Log } from "../../platform/log.ts";
import { commit } from "../../platform/outbox.ts";
import type { StaffCards } from "../../platform/staff-cards.ts";
import { botApi, callFailure, migratedTo } from "../../platform/telegram.ts";
import { approvalCard, failureClass, type InactiveReason } from "../rules.ts";
import { record } from "../store/moderation.ts";
import { type Group, moveGroup, notState, updateGroup } from "../store.ts";
import { recentFacts } from "./cache.ts";
import type { GroupMoves } from "./moves.ts";

type Api = Awaited<ReturnType<typeof botApi>>;
export type Answer<T> =
	| { ok: true; value: T }
	| { ok: false; failure: "skip" | "deactivate"; description: string };

export type Calls = ReturnType<typeof createCalls>;

interface Needs {
	env: Env;
	db: Db;
	now: () => number;
	log: Log;
	cards: StaffCards;
	/** What of other rooms follows a group to its new id. */
	moves: () => GroupMoves;
}

/** Calls of Telegram in a group, with what their failures mean for it. */
export function createCalls({ env, db, now, log, cards, moves }: Needs) {
	async function migrate(oldId: number, newId: number): Promise<void> {
		const following = Object.values(moves()).flatMap((move) => move(oldId, newId, now()));
		await moveGroup(db, oldId, newId, now(), following);
		recentFacts.delete(String(oldId));
		recentFacts.delete(String(newId));
	}

	/** The bot does nothing there until something brings it back. Done once, however often it is said. */
	async function deactivate(group: Group, reason: InactiveReason, actor = "system"): Promise<void> {
		recentFacts.delete(String(group.id));
		if (group.state === "inactive") return;
		const change = { state: "inactive", inactiveReason: reason } as const;
		await commit(
			db,
			now(),
			[
				updateGroup(db, group.id, change, notState("inactive")),
				record(db, now(), { groupId: group.id, action: "deactivated", actor, reason }),
				audit(db, now(), {
					actor,
					action: "group.deactivated",
					subject: String(group.id),
					details: { reason },
				}),
			],
			[],
		);
		await cards.mark(approvalCard(group.id), actor, () => "The bot is in it no longer.");
	}

	return {
		migrate,
		deactivate,

		/**
		 * One call in a group, again with its new id if it has migrated.
		 * @throws RetryLater if the same call may well succeed later
		 */
		async in<T>(group: Group, call: (api: Api, chatId: number) => Promise<T>): Promise<Answer<T>> {
			const api = await botApi(env, group.botId);
			let id = group.id;
			for (;;) {
				try {
					return { ok: true, value: await call(api, id) };
				} catch (error) {
					const moved = migratedTo(error);
					if (moved !== null && id === group.id) {
						await migrate(id, moved);
						id = moved;
						continue;
					}
					const failure = callFailure(error);
					if (failure.kind === "wait") throw new RetryLater(failure.seconds, "Telegram makes us wait");
					const kind = failureClass(failure);
					if (kind === "retry") throw new RetryLater(2, failure.description);
					log.warn("groups", "call refused", { group: id, reason: failure.description });
					if (kind === "deactivate") await deactivate({ ...group, id }, "gone");
					return { ok: false, failure: kind, description: failure.description };
				}
			}
		},
	};
}
