let aheadMs = 0;

/**
 * The Worker's clock. It is the real time, except on a developer's machine, where `src/local-clock.ts` moves it.
 * Actors keep real time, as their alarms do: a moment of theirs is `ofActor` here.
 */
export const clock = {
	now: () => Date.now() + aheadMs,
	aheadMs: () => aheadMs,
	ofActor: (ms: number) => ms + aheadMs,
	/** @param ms how far it stands before the real time */
	set(ms: number) {
		aheadMs = ms;
	},
};
