import { State, useNow } from "../../ui/bits.tsx";

/** Whether somebody is VIP at that time. */
export const isVip = (until: string | null | undefined, now: number): boolean =>
	until != null && new Date(until).getTime() > now;

export function VipBadge({ until }: { until: string | null | undefined }) {
	const now = useNow();
	return isVip(until, now) ? <State color="yellow">VIP</State> : null;
}
