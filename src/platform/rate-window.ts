/** What was counted since `from`. */
export interface RateWindow {
	from: number;
	count: number;
}

export interface Taken {
	window: RateWindow;
	/** So many more may happen in this window. */
	left: number;
	/** Seconds until the next window. */
	resetSeconds: number;
	allowed: boolean;
}

export const freshWindow: RateWindow = { from: 0, count: 0 };

/** Counts one more of what may happen `limit` times in a window that begins with the first. What is refused does not count. */
export function take(before: RateWindow, limit: number, windowMs: number, now: number): Taken {
	// A clock that went back must not make the window last longer.
	const over = now >= before.from + windowMs || now < before.from;
	const window = over ? { from: now, count: 0 } : before;
	const allowed = window.count < limit;
	const count = allowed ? window.count + 1 : window.count;
	return {
		window: { from: window.from, count },
		left: Math.max(0, limit - count),
		resetSeconds: Math.max(1, Math.ceil((window.from + windowMs - now) / 1000)),
		allowed,
	};
}
