import { createTheme } from "@mantine/core";

/** The water under the bridge. */
const lagoon = [
	"#e9f8f8",
	"#d5eef0",
	"#a9dde0",
	"#7acacf",
	"#54bac1",
	"#3cb0b8",
	"#2babb4",
	"#1b969f",
	"#04868e",
	"#00747c",
] as const;

export const theme = createTheme({
	primaryColor: "lagoon",
	colors: { lagoon },
	primaryShade: { light: 9, dark: 9 },
	defaultRadius: "md",
	fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif",
	headings: { fontWeight: "650", sizes: { h1: { fontSize: "1.5rem" }, h2: { fontSize: "1.125rem" } } },
	cursorType: "pointer",
	respectReducedMotion: true,
	focusRing: "auto",
	components: {
		Modal: { defaultProps: { centered: true } },
		Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
	},
});
