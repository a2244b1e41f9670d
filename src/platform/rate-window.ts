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

/** How a window stands, without counting anything. */
export function standing(before: RateWindow, limit: number, windowMs: number, now: number): Taken {
	// A clock that went back must not make the window last longer.
	const over = now >= before.from + windowMs || now < before.from;
	const window = over ? { from: now, count: 0 } : before;
	return {
		window,
		left: Math.max(0, limit - window.count),
		resetSeconds: Math.max(1, Math.ceil((window.from + windowMs - now) / 1000)),
		allowed: window.count < limit,
	};
}

/** Counts one more of what may happen `limit` times in a window that begins with the first. What is refused does not count. */
export function take(before: RateWindow, limit: number, windowMs: number, now: number): Taken {
	const found = standing(before, limit, windowMs, now);
	if (!found.allowed) return found;
	const { from, count } = found.window;
	return { ...found, window: { from, count: count + 1 }, left: found.left - 1 };
}
