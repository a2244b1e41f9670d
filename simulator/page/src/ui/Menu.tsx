import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Icon, type IconName } from "./Icon.tsx";

export type MenuItem = {
	label: string;
	icon?: IconName;
	danger?: boolean;
	checked?: boolean;
	/** Keeps the menu open, for lists of things to tick. */
	stay?: boolean;
	run: () => void;
};
export type Place = { x: number; y: number };

/** Where a menu that belongs to a button opens: under it, or above where there is no room. */
export const below = (element: Element): Place => {
	const box = element.getBoundingClientRect();
	return { x: box.left, y: box.bottom + 4 };
};

/** A pop-up menu with Telegram's row of reactions on top where `header` is given. Arrow keys move, Escape closes. */
export function Menu(props: {
	at: Place;
	label: string;
	items: MenuItem[];
	header?: ReactNode;
	onClose: () => void;
}) {
	const box = useRef<HTMLDivElement>(null);
	const [place, setPlace] = useState(props.at);
	const close = useRef(props.onClose);
	close.current = props.onClose;

	useLayoutEffect(() => {
		const size = box.current?.getBoundingClientRect();
		if (!size) return;
		const x = Math.max(8, Math.min(props.at.x, innerWidth - size.width - 8));
		const y = Math.max(8, Math.min(props.at.y, innerHeight - size.height - 8));
		setPlace({ x, y });
	}, [props.at]);

	useEffect(() => {
		const before = document.activeElement;
		box.current?.querySelector<HTMLElement>("[role^=menuitem]")?.focus({ preventScroll: true });
		const outside = (event: Event) => {
			if (event.target instanceof Node && !box.current?.contains(event.target)) close.current();
		};
		document.addEventListener("pointerdown", outside, true);
		addEventListener("resize", close.current);
		return () => {
			document.removeEventListener("pointerdown", outside, true);
			removeEventListener("resize", close.current);
			// The focus goes back where it was, unless the chosen item has already taken it elsewhere.
			if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
		};
	}, []);

	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === "Escape" || event.key === "Tab") {
			event.preventDefault();
			event.stopPropagation();
			return props.onClose();
		}
		const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
		if (!step || !box.current) return;
		event.preventDefault();
		const items = [...box.current.querySelectorAll<HTMLElement>("[role^=menuitem]")];
		const at = items.indexOf(document.activeElement as HTMLElement);
		items[(at + step + items.length) % items.length]?.focus();
	};

	return createPortal(
		<div
			ref={box}
			className="menu"
			role="menu"
			tabIndex={-1}
			aria-label={props.label}
			style={{ left: place.x, top: place.y }}
			onKeyDown={onKeyDown}
		>
			{props.header}
			{props.items.map((item) => (
				// biome-ignore lint/a11y/useAriaPropsSupportedByRole: given only with the role that has it
				<button
					key={item.label}
					type="button"
					role={item.checked === undefined ? "menuitem" : "menuitemcheckbox"}
					aria-checked={item.checked}
					tabIndex={-1}
					className={item.danger ? "menu-item danger" : "menu-item"}
					onClick={() => {
						if (!item.stay) props.onClose();
						item.run();
					}}
				>
					{item.checked === undefined ? (
						item.icon && <Icon name={item.icon} size={20} />
					) : (
						<span className={item.checked ? "tick on" : "tick"}>
							{item.checked && <Icon name="check" size={14} />}
						</span>
					)}
					<span>{item.label}</span>
				</button>
			))}
		</div>,
		document.body,
	);
}
