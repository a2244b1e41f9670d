import { vi } from "vitest";

/** Waits until something holds. So long is only waited by a test that fails: a slow machine has its time. */
export const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 120_000, interval: 20 });
