import { useRef } from "react";

/** What stood here while it was open: a dialog that fades out must not say something else meanwhile. */
export function useLast<T>(value: T, open: boolean): T {
	const last = useRef(value);
	if (open) last.current = value;
	return last.current;
}
