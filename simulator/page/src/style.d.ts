import "react";

declare module "react" {
	interface CSSProperties {
		/** The style sheet takes some values, such as a peer's colour, from custom properties. */
		[name: `--${string}`]: string | number | undefined;
	}
}
