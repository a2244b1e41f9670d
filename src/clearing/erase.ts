import { failureClass, mayDo, rightWords } from "../groups/rules.ts";
import type { Calls } from "../groups/service/calls.ts";
import type { Group } from "../groups/service.ts";
import { RetryLater } from "../platform/errors.ts";
import { callFailure, migratedTo } from "../platform/telegram.ts";
import type { Erase, Erased } from "./rules.ts";
import { movedNote } from "./store.ts";

export const switchOn = `Group > Edit > Administrators > the bot > ${rightWords.can_delete_messages}`;

/** Deletes messages of a group as one bot. @param own all of them are this bot's, for which it needs no right */
export type Eraser = (group: Group, botId: number, own: boolean) => Erase;

/** Telegram, with what its refusals mean. Asks for nobody's slot: deleting is not posting. */
export const eraserBy =
	(calls: Calls): Eraser =>
	(group, botId, own) => {
		let allowed: Promise<boolean> | null = null;

		/** Telegram has the same words for what is too old and for what the bot may not delete. */
		const lacksRight = async (): Promise<boolean> => {
			if (own) return false;
			allowed ??= calls
				.in(as(group, botId), (api, chatId) => api.getChatMember(chatId, botId))
				.then((seen) => seen.ok && mayDo({ ...seen.value }, "can_delete_messages"));
			return !(await allowed);
		};

		return async (messageIds) => {
			try {
				const answer = await calls.in(as(group, botId), async (api, chatId): Promise<Erased> => {
					if (chatId !== group.id) return { kind: "over", note: movedNote };
					try {
						await api.deleteMessages(chatId, [...messageIds]);
						return { kind: "deleted" };
					} catch (error) {
						const failure = callFailure(error);
						if (failure.kind === "wait") return failure;
						if (failureClass(failure) === "retry")
							return { kind: "trouble", description: failure.description };
						const gone = failureClass(failure) === "deactivate";
						// The group's own bot being out is the group's end; that of an earlier one is only this clearing's.
						if (gone && botId !== group.botId) return { kind: "over", note: failure.description };
						if (gone || migratedTo(error) !== null) throw error;
						return { kind: "refused", description: failure.description };
					}
				});
				if (!answer.ok) return { kind: "over", note: answer.description };
				const { value } = answer;
				// Its own it may delete all the same: which those are, halving shows.
				return value.kind === "refused" && (await lacksRight()) ? { ...value, switchOn } : value;
			} catch (error) {
				if (error instanceof RetryLater) return { kind: "wait", seconds: error.seconds };
				throw error;
			}
		};
	};

const as = (group: Group, botId: number): Group => (botId === group.botId ? group : { ...group, botId });
