import { type PointerEvent, useRef } from "react";
import type { Place } from "./Menu.tsx";

/** A finger held still for half a second: what a right click is to a mouse. */
export function useLongPress(onPress: (at: Place) => void) {
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const cancel = () => clearTimeout(timer.current);
	return {
		onPointerDown(event: PointerEvent) {
			if (event.pointerType === "mouse") return;
			const at = { x: event.clientX, y: event.clientY };
			cancel();
			timer.current = setTimeout(() => onPress(at), 500);
		},
		onPointerUp: cancel,
		onPointerMove: cancel,
		onPointerCancel: cancel,
	};
}
