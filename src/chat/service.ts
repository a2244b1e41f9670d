import type { PersonData } from "../people/personal-data.ts";
import { flags } from "../platform/flags.ts";
import { languages } from "../platform/i18n/index.ts";
import type { ChatId } from "../platform/ids.ts";
import type { Settings } from "../platform/settings.ts";
import type { EndReason } from "./rules/end.ts";
import { cohortOf, poolName } from "./rules/matching.ts";
import type { LeaveAnswer } from "./rules/pairing.ts";
import type { Search, SearchAnswer, SearchRequest, Seat, Ticket } from "./rules/seating.ts";

export type Chat = ReturnType<typeof createChat>;
type Actors = Pick<Env, "PERSON" | "MATCHMAKER" | "CHAT_PAIR">;

/** Searching, and the chats it leads to. What must happen one at a time happens in the actors; this is the order of the calls. */
export function createChat({ PERSON, MATCHMAKER, CHAT_PAIR }: Actors, settings: Settings) {
	const person = (userId: number) => PERSON.getByName(String(userId));
	const pool = (cohort: string, language: string) => MATCHMAKER.getByName(poolName(cohort, language));
	const pair = (chatId: ChatId) => CHAT_PAIR.getByName(chatId);

	async function leavePools(userId: number, { cohort, language, no }: Search): Promise<void> {
		await Promise.all([pool(cohort, language).leave(userId, no), pool(cohort, "any").leave(userId, no)]);
	}

	async function leave(
		userId: number,
		chatId: ChatId,
		reason: EndReason,
		pressedAt: number | null,
	): Promise<LeaveAnswer> {
		const answer = await pair(chatId).leave(userId, reason, pressedAt);
		if (answer.kind === "left" && (reason === "block" || reason === "report")) {
			await person(userId).block(answer.partner);
			if (reason === "report") await person(answer.partner).block(userId);
		}
		return answer;
	}

	const data: PersonData = {
		async export(userId) {
			const { search, seat } = await person(userId).status();
			return {
				...(await person(userId).counts()),
				searching: search && { bot: search.botId, language: search.language },
				in_a_chat: seat && { chat: seat.chatId, bot: seat.botId },
			};
		},
		erase: (userId) => person(userId).forgetMeetings(),
	};

	return {
		pair,
		data,

		/** What goes on in the pools of these bots: one call each. */
		async counts(botIds: readonly number[]) {
			const cohorts = new Set(botIds.map((botId) => cohortOf(botId, settings.get(flags.crossBot))));
			const found = await Promise.all(
				[...cohorts].flatMap((cohort) =>
					[...languages, "any"].map(async (language) => ({
						language,
						...(await pool(cohort, language).counts()),
					})),
				),
			);
			const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
			return {
				// Who waits for any language waits in their own pool as well.
				waiting: sum(found.filter(({ language }) => language !== "any").map(({ waiting }) => waiting)),
				chats: sum(found.map(({ chats }) => chats)),
				begun: sum(found.map(({ begun }) => begun)),
			};
		},

		/** Begins a search, or gives the one again that this very update began. */
		search: (request: Omit<SearchRequest, "cohort">): Promise<SearchAnswer> =>
			person(request.userId).search({
				...request,
				cohort: cohortOf(request.botId, settings.get(flags.crossBot)),
			}),

		/** Puts the ticket into its language's pool; the search message with it turns there. */
		join: (ticket: Ticket, messageId: number): Promise<void> =>
			pool(ticket.cohort, ticket.language).join(ticket, messageId, false),

		/** @param no only this search; any if null @returns whether there was one */
		async cancel(userId: number, no: number | null): Promise<boolean> {
			const ended = await person(userId).endSearch(no);
			if (ended) await leavePools(userId, ended);
			return ended !== null;
		},

		/** Ends the search and has the person told once when somebody waits. @returns false if it was over */
		async notifyLater(userId: number, no: number): Promise<boolean> {
			const ended = await person(userId).endSearch(no);
			if (!ended) return false;
			await pool(ended.cohort, ended.language).stopAndListen(userId, no);
			return true;
		},

		/** Ends this chat; with the reason `block` the two never meet again. @param pressedAt see ChatPair.leave */
		leave,

		/** Blocks the partner of a chat that is open or not long over. */
		blockPartnerOf: (userId: number, chatId: ChatId): Promise<LeaveAnswer> =>
			leave(userId, chatId, "block", null),

		/** The newest chat this person has left, of those of which something is still kept. */
		async lastChat(userId: number): Promise<ChatId | null> {
			for (const chatId of await person(userId).pastChats()) {
				const sides = await pair(chatId).evidence(0);
				if (sides.some((side) => side.userId === userId)) return chatId;
			}
			return null;
		},

		/** The chat knows nothing of this seat any more: frees it, so that nobody stays seated alone. */
		freeSeat: (userId: number, seat: Seat): Promise<void> => person(userId).leave(seat.chatId, null),

		/** Ends the search that this update began: it was given up, so nobody would wait for it. */
		async abandonSearch(userId: number, updateKey: string): Promise<void> {
			const { search } = await person(userId).status();
			if (search?.by !== updateKey) return;
			await person(userId).endSearch(search.no);
			await leavePools(userId, search);
		},

		/** Takes somebody out of search and chat. @param botId only with this bot; any if null @returns whether they were in one */
		async expel(userId: number, reason: EndReason, botId: number | null): Promise<boolean> {
			const { seat, search } = await person(userId).status();
			const here = (at: { botId: number }) => botId === null || at.botId === botId;
			if (search && here(search)) {
				await person(userId).endSearch(search.no);
				await leavePools(userId, search);
			}
			if (seat && here(seat)) await leave(userId, seat.chatId, reason, null);
			return [seat, search].some((place) => place && here(place));
		},
	};
}
