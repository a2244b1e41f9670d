// Before anything is drawn, so that a dark page doesn't flash white.
{
	const chosen = localStorage.getItem("mantine-color-scheme-value");
	const dark =
		chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
	document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
}
