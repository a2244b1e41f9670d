import type { PaymentsServices } from "../payments/wiring.ts";
import type { PeopleServices } from "../people/wiring.ts";
import type { House } from "../platform/house.ts";
import { lazily } from "../platform/lazily.ts";
import { type Room, settled } from "../platform/room.ts";
import { findPayload } from "./bot/find.ts";
import { closeBot, closeChats } from "./close-bot.ts";
import { createLocks, type Locks } from "./locks/service.ts";
import { createReports, type Reports } from "./reports/service.ts";
import { type Chat, createChat } from "./service.ts";
import { chatSettings } from "./settings.ts";

declare module "../platform/outbox.ts" {
	interface Events {
		"report.filed": { reportId: string };
		"report.decided": { reportId: string };
		/** A lock is paid with credits: its chat is locked, or they go back. */
		"lock.promised": { lockId: string };
		/** A chat ended before its lock did, and not by who locked it. */
		"lock.ended": { lockId: string; unusedMinutes: number };
	}
}

export interface ChatServices {
	chat: Chat;
	reports: Reports;
	locks: Locks;
}

interface Needs {
	below: Pick<PeopleServices, "people" | "gate"> & Pick<PaymentsServices, "payments">;
}

/** Strangers meet, one to one. */
export function chatRoom(house: House, { below }: Needs): Room<ChatServices> {
	const services: ChatServices = lazily<ChatServices>({
		chat: () => createChat(house.env, house.settings),
		reports: () => createReports({ ...house, people: below.people, chat: services.chat }),
		locks: () => {
			const { ledger, sellLockCredits: sellCredits } = below.payments;
			return createLocks({ ...house, chat: services.chat, ledger, sellCredits });
		},
	});
	return {
		name: "chat",
		services,
		events: {
			"report.filed": ({ reportId }) => services.reports.bring(reportId),
			"report.decided": ({ reportId }) => services.reports.carryOut(reportId),
			"lock.promised": ({ lockId }) => services.locks.bringPromised(lockId),
			"lock.ended": (payload) => services.locks.ended(payload),
			// Whoever bought credits to lock this chat reads of the lock.
			async "payment.credited"({ chargeId }) {
				const { lock } = await below.payments.books.bought(chargeId);
				if (lock && (await services.locks.resume({ ...lock, chargeId }))) return settled;
			},
			// Once more: they may have been let in somewhere between that and their refusal.
			"age.refused": ({ userId }) => services.chat.expel(userId, "excluded", null),
			"bot.closed": (payload) => closeBot({ ...house, people: below.people, chat: services.chat }, payload),
			"bot.room_closed": async ({ room, ...payload }) =>
				room === "chat"
					? closeChats({ ...house, people: below.people, chat: services.chat }, payload)
					: undefined,
		},
		brings: {
			settings: chatSettings,
			callbacks: [
				...["find", "end", "cancel", "widen", "notify", "block", "share", "dont_share"],
				...["lock", "report", "review"],
			],
			startPayloads: {
				find: () => findPayload({ ...house, chat: services.chat, gate: below.gate }),
			},
			personData: {
				chat: () => services.chat.data,
				reports: () => services.reports.data,
				locks: () => services.locks.data,
			},
		},
	};
}
