import { eventsUrl } from "../api.ts";
import type { LiveEvent } from "../types.ts";
import { forgetAll, settings } from "./settings.ts";
import { nameOf, refreshChats, refreshStars, refreshState, refreshView, viewKey, world } from "./world.ts";

const actions: Record<string, string> = {
	typing: "typing",
	upload_photo: "sending a photo",
	record_video: "recording a video",
	upload_video: "sending a video",
	record_voice: "recording a voice message",
	upload_voice: "sending a voice message",
	upload_document: "sending a file",
	choose_sticker: "choosing a sticker",
	find_location: "picking a location",
	record_video_note: "recording a video message",
	upload_video_note: "sending a video message",
};

function noteAction(event: LiveEvent): void {
	if (typeof event.user !== "number" || typeof event.chat !== "number") return;
	const key = viewKey(event.user, event.chat);
	const id = typeof event.from === "object" ? event.from.id : (event.from ?? event.chat);
	const state = world.get();
	const author = [...state.bots, ...state.users].find((each) => each.id === id);
	const what = actions[event.action ?? "typing"] ?? "typing";
	const text = event.chat < 0 && author ? `${nameOf(author)} is ${what}` : what;
	// Telegram shows an action for five seconds, or until the message comes.
	const until = Date.now() + 5000;
	world.set((now) => ({ typing: { ...now.typing, [key]: { text, until } } }));
	setTimeout(() => clearAction(key, until), 5050);
}

function clearAction(key: string, until?: number): void {
	world.set((now) => {
		const { [key]: current, ...others } = now.typing;
		return until === undefined || current?.until === until ? { typing: others } : {};
	});
}

/** What a person with a column sees: the chat list, and the open chat. */
function refreshPerson(user: number, chat?: number): void {
	const { shown, open } = settings.get();
	if (!shown.includes(user)) return;
	const current = open[user];
	const touched = chat === undefined || chat === current;
	// Reading comes first: it is what takes the unread count away.
	const read = typeof current === "number" && touched ? refreshView(user, current) : Promise.resolve();
	void read.finally(() => refreshChats(user));
}

/** Fetched only where somebody looks at them. */
function noteStars({ user }: LiveEvent): void {
	if (typeof user === "number" && world.get().stars[user]) void refreshStars(user);
}

const refreshEverything = (): void => void refreshState().then(dropTheForgotten);

function handle(kind: string, event: LiveEvent): void {
	// Whoever pressed gets a callback's answer as the answer to the press.
	if (kind === "callback_answer") return;
	if (kind === "action") noteAction(event);
	else if (kind === "stars") noteStars(event);
	else if (kind === "state" || typeof event.user !== "number") refreshEverything();
	else {
		if (kind === "message" && typeof event.chat === "number") clearAction(viewKey(event.user, event.chat));
		refreshPerson(event.user, event.chat ?? undefined);
	}
}

/** After a reset from elsewhere, or a restart of the simulator, the columns' people no longer exist. */
function dropTheForgotten(): void {
	const alive = new Set(world.get().users.map((user) => user.id));
	const { shown, front } = settings.get();
	if (!world.get().reachable) return;
	if (alive.size === 0 && shown.length > 0) forgetAll();
	else if (shown.some((id) => !alive.has(id))) {
		const left = shown.filter((id) => alive.has(id));
		settings.set({ shown: left, front: front !== null && alive.has(front) ? front : (left[0] ?? null) });
	}
	for (const user of settings.get().shown) refreshPerson(user);
}

const kinds = [
	...["message", "edit", "delete", "reaction", "keyboard"],
	...["callback_answer", "action", "stars", "state"],
];

/** Follows the simulator's events; after any break everything is fetched again, for events may have been missed. */
export function follow(): () => void {
	let source: EventSource | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let stopped = false;
	const connect = () => {
		source = new EventSource(eventsUrl);
		source.onopen = () => {
			world.set({ reachable: true });
			refreshEverything();
		};
		source.onerror = () => {
			source?.close();
			world.set({ reachable: false });
			if (!stopped) timer = setTimeout(connect, 1500);
		};
		for (const kind of kinds) {
			source.addEventListener(kind, (event: MessageEvent<string>) => {
				try {
					handle(kind, JSON.parse(event.data) as LiveEvent);
				} catch {
					refreshEverything(); // An event we cannot read still tells that something happened.
				}
			});
		}
	};
	retryNow = () => {
		clearTimeout(timer);
		source?.close();
		connect();
	};
	connect();
	return () => {
		stopped = true;
		clearTimeout(timer);
		source?.close();
	};
}

let retryNow = () => {};
export const retry = () => retryNow();
