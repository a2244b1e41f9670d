import { api, Unreachable } from "../api.ts";
import type { ChatSummary, ChatView, Peer, SeenMessage, Stars, State, User } from "../types.ts";
import { createStore } from "./store.ts";

type Typing = { text: string; until: number };
type World = State & {
	phase: "loading" | "ready";
	reachable: boolean;
	summaries: Record<number, ChatSummary[]>;
	views: Record<string, ChatView>;
	/** What keeps a view from being shown, in the simulator's words. */
	problems: Record<string, string>;
	typing: Record<string, Typing>;
	/** of whoever has looked at them */
	stars: Record<number, Stars>;
};

export const world = createStore<World>({
	phase: "loading",
	reachable: true,
	bots: [],
	users: [],
	chats: [],
	limits: { enabled: false, per_second: 30, per_chat: 1, per_group_minute: 20 },
	summaries: {},
	views: {},
	problems: {},
	typing: {},
	stars: {},
});

export const viewKey = (user: number, chat: number) => `${user}:${chat}`;
export const nameOf = (user: Pick<User, "first_name" | "last_name">) =>
	user.last_name ? `${user.first_name} ${user.last_name}` : user.first_name;

export function peerOf(state: State, id: number): Peer | undefined {
	const user = state.bots.find((bot) => bot.id === id) ?? state.users.find((person) => person.id === id);
	if (user) {
		const peer: Peer = { id, title: nameOf(user), kind: user.is_bot ? "bot" : "person" };
		return user.username ? { ...peer, username: user.username } : peer;
	}
	const chat = state.chats.find((each) => each.id === id);
	if (!chat || chat.type === "private") return undefined;
	const peer: Peer = { id, title: chat.title ?? "Group", kind: chat.type };
	return chat.username ? { ...peer, username: chat.username } : peer;
}

/** Runs one refresh per key at a time, and once more if it was asked for meanwhile: bursts of events cost two calls. */
const running = new Map<string, { again: boolean; done: Promise<void> }>();
function coalesce(key: string, work: () => Promise<void>): Promise<void> {
	const now = running.get(key);
	if (now) {
		now.again = true;
		return now.done;
	}
	const mine = { again: false, done: Promise.resolve() };
	running.set(key, mine);
	const run = async () => {
		try {
			do {
				mine.again = false;
				await work();
			} while (mine.again);
		} catch (error) {
			if (!(error instanceof Unreachable)) throw error;
			world.set({ reachable: false });
		} finally {
			running.delete(key);
		}
	};
	mine.done = run();
	return mine.done;
}

export const refreshState = () =>
	coalesce("state", async () => {
		const { bots, users, chats, limits } = await api.state();
		world.set({ bots, users, chats, limits, phase: "ready", reachable: true });
	});

export const refreshChats = (user: number) =>
	coalesce(`chats ${user}`, async () => {
		const chats = await api.chats(user);
		world.set((now) => ({ summaries: { ...now.summaries, [user]: chats } }));
	});

export const refreshStars = (user: number) =>
	coalesce(`stars ${user}`, async () => {
		const stars = await api.stars(user);
		world.set((now) => ({ stars: { ...now.stars, [user]: stars } }));
	});

/** Unchanged messages stay the same objects, so their bubbles are not drawn again. */
function keepSame(before: SeenMessage[] | undefined, after: SeenMessage[]): SeenMessage[] {
	if (!before) return after;
	const known = new Map(before.map((message) => [message.message_id, message]));
	return after.map((message) => {
		const old = known.get(message.message_id);
		return old && JSON.stringify(old) === JSON.stringify(message) ? old : message;
	});
}

export const refreshView = (user: number, chat: number) =>
	coalesce(`view ${user} ${chat}`, async () => {
		const key = viewKey(user, chat);
		try {
			const view = await api.messages(user, chat);
			world.set((now) => {
				const messages = keepSame(now.views[key]?.messages, view.messages);
				const { [key]: _, ...problems } = now.problems;
				return { views: { ...now.views, [key]: { ...view, messages } }, problems };
			});
		} catch (error) {
			if (error instanceof Unreachable) throw error;
			const words = error instanceof Error ? error.message : String(error);
			world.set((now) => ({ problems: { ...now.problems, [key]: words } }));
		}
	});

export function forgetWorld(): void {
	world.set({ summaries: {}, views: {}, problems: {}, typing: {}, stars: {} });
}
