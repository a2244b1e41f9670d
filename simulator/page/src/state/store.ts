import { useSyncExternalStore } from "react";

type Store<T> = {
	get: () => T;
	set: (change: Partial<T> | ((now: T) => Partial<T>)) => void;
	subscribe: (listener: () => void) => () => void;
};

/** A value many components watch. Changes replace the object, so a selector's result can be compared by identity. */
export function createStore<T extends object>(initial: T): Store<T> {
	let now = initial;
	const listeners = new Set<() => void>();
	return {
		get: () => now,
		set(change) {
			now = { ...now, ...(typeof change === "function" ? change(now) : change) };
			for (const listener of listeners) listener();
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

/** The selector must return something stored, not something made anew, or React would never settle. */
export function useStore<T, S>(store: Store<T>, select: (now: T) => S): S {
	return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
