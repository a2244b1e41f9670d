import { type RefObject, useEffect } from "react";
import { settings, showPerson } from "../state/settings.ts";
import { createStore, useStore } from "../state/store.ts";
import type { ChatView } from "../types.ts";

/** Links that come from outside, until somebody here has followed them. */
type Arrivals = {
	/** Nobody has said yet who opens it. */
	link: string | null;
	/** By person. */
	chosen: Record<number, string>;
	/** What a link to a message leads to, once its chat is open. */
	message: { user: number; chat: number; id: number } | null;
};

export const arrivals = createStore<Arrivals>({ link: null, chosen: {}, message: null });

/** `?open=t.me/...`: what the dashboard's links to Telegram lead to in this world. */
export function readAddress(): void {
	const link = new URLSearchParams(location.search).get("open");
	if (link === null) return;
	arrivals.set({ link });
	history.replaceState(null, "", location.pathname);
}

/** This person's phone comes to the front and follows the link. */
export function openAs(user: number, link: string): void {
	if (!settings.get().shown.includes(user)) showPerson(user, true);
	settings.set({ front: user });
	arrivals.set((now) => ({ link: null, chosen: { ...now.chosen, [user]: link } }));
}

/** On a phone: follows what its person was chosen to open. */
export function useArrival(user: number, open: (link: string) => void): void {
	const link = useStore(arrivals, (now) => now.chosen[user]);
	useEffect(() => {
		if (link === undefined) return;
		arrivals.set((now) => {
			const { [user]: _, ...chosen } = now.chosen;
			return { chosen };
		});
		open(link);
	}, [user, link, open]);
}

/** In a chat: shows the message that a link names, as soon as there are any. */
export function useMessageArrival(
	user: number,
	chat: number,
	view: ChatView | undefined,
	list: RefObject<{ toMessage: (id: number) => void } | null>,
): void {
	const message = useStore(arrivals, (now) => now.message);
	useEffect(() => {
		if (message?.user !== user || message.chat !== chat || !view) return;
		arrivals.set({ message: null });
		list.current?.toMessage(message.id);
	}, [message, user, chat, view, list]);
}
