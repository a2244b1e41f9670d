import { createStore } from "./store.ts";

export type Theme = "system" | "light" | "dark";
type Settings = {
	theme: Theme;
	/** People with a column, left to right. */
	shown: number[];
	/** The one person shown where there is room for one only. */
	front: number | null;
	/** The open chat of each person; null is the chat list. */
	open: Record<string, number | null>;
	drafts: Record<string, string>;
	panel: "faults" | "traffic" | null;
};

const key = "telegram-in-a-box";
const defaults: Settings = { theme: "system", shown: [], front: null, open: {}, drafts: {}, panel: null };

function load(): Settings {
	try {
		const saved: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
		return typeof saved === "object" && saved !== null ? { ...defaults, ...saved } : defaults;
	} catch {
		return defaults; // Storage may be forbidden or spoilt: the page works without.
	}
}

export const settings = createStore<Settings>(load());

let timer: ReturnType<typeof setTimeout> | undefined;
settings.subscribe(() => {
	clearTimeout(timer);
	timer = setTimeout(() => {
		try {
			localStorage.setItem(key, JSON.stringify(settings.get()));
		} catch {
			// As above.
		}
	}, 150);
});

export const draftKey = (user: number, chat: number) => `${user}:${chat}`;

export function openChat(user: number, chat: number | null): void {
	settings.set((now) => ({ open: { ...now.open, [user]: chat } }));
}

export function saveDraft(user: number, chat: number, text: string): void {
	settings.set((now) => {
		const { [draftKey(user, chat)]: _, ...others } = now.drafts;
		return { drafts: text === "" ? others : { ...others, [draftKey(user, chat)]: text } };
	});
}

export function showPerson(user: number, shown: boolean): void {
	settings.set((now) => {
		const others = now.shown.filter((id) => id !== user);
		const list = shown ? [...others, user] : others;
		return { shown: list, front: shown ? user : (list[0] ?? null) };
	});
}

export function forgetAll(): void {
	settings.set({ shown: [], front: null, open: {}, drafts: {} });
}

export function applyTheme(theme: Theme): void {
	document.documentElement.dataset.theme = theme;
}
