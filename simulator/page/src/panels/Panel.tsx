import { settings } from "../state/settings.ts";
import { useStore } from "../state/store.ts";
import { IconButton } from "../ui/Icon.tsx";
import { Faults } from "./Faults.tsx";
import { Traffic } from "./Traffic.tsx";

const titles = { faults: "Faults & limits", traffic: "Traffic" };

/** The developer's side of the page. */
export function Panel() {
	const panel = useStore(settings, (now) => now.panel);
	if (!panel) return null;
	return (
		<aside className="panel" aria-label={titles[panel]}>
			<header>
				<h2>{titles[panel]}</h2>
				<IconButton icon="close" label="Close the panel" onClick={() => settings.set({ panel: null })} />
			</header>
			{panel === "faults" ? <Faults /> : <Traffic />}
		</aside>
	);
}
