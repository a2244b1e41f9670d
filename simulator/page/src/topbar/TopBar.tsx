import { useState } from "react";
import { api } from "../api.ts";
import { createDemoPeople } from "../demo.ts";
import { forgetAll, settings, showPerson, type Theme } from "../state/settings.ts";
import { useStore } from "../state/store.ts";
import { forgetWorld, nameOf, refreshState, world } from "../state/world.ts";
import { IconButton } from "../ui/Icon.tsx";
import { Logo } from "../ui/Logo.tsx";
import { below, Menu, type Place } from "../ui/Menu.tsx";
import { AddBotDialog, AddPersonDialog, ResetDialog } from "./Dialogs.tsx";
import { WorldTools } from "./WorldTools.tsx";

const themes: Record<Theme, { icon: "auto" | "sun" | "moon"; label: string; next: Theme }> = {
	system: { icon: "auto", label: "Theme: as the system. Switch to light", next: "light" },
	light: { icon: "sun", label: "Theme: light. Switch to dark", next: "dark" },
	dark: { icon: "moon", label: "Theme: dark. Switch to the system's", next: "system" },
};

async function reset(): Promise<void> {
	await api.reset();
	forgetAll();
	forgetWorld();
	await refreshState();
	await createDemoPeople();
}

export function TopBar() {
	const users = useStore(world, (now) => now.users);
	const shown = useStore(settings, (now) => now.shown);
	const theme = useStore(settings, (now) => now.theme);
	const panel = useStore(settings, (now) => now.panel);
	const [people, setPeople] = useState<Place>();
	const [dialog, setDialog] = useState<"person" | "bot" | "reset">();
	const close = () => setDialog(undefined);
	const { icon, label, next } = themes[theme];
	const toggle = (which: "faults" | "traffic") => settings.set({ panel: panel === which ? null : which });

	return (
		<header className="top">
			<Logo />
			<strong className="brand">Telegram in a box</strong>
			<span className="gap" />
			<WorldTools />
			<span className="divider" />
			<IconButton
				icon="people"
				text="People"
				label="People shown"
				expanded={people !== undefined}
				onClick={(event) => setPeople(below(event.currentTarget))}
			/>
			<IconButton
				icon="addPerson"
				text="Add person"
				label="Add a person"
				onClick={() => setDialog("person")}
			/>
			<IconButton icon="bot" text="Add bot" label="Add a bot" onClick={() => setDialog("bot")} />
			<span className="divider" />
			<IconButton
				icon="bug"
				text="Faults & limits"
				label="Faults and limits"
				pressed={panel === "faults"}
				onClick={() => toggle("faults")}
			/>
			<IconButton
				icon="traffic"
				text="Traffic"
				label="Traffic"
				pressed={panel === "traffic"}
				onClick={() => toggle("traffic")}
			/>
			<span className="divider" />
			<IconButton icon={icon} label={label} onClick={() => settings.set({ theme: next })} />
			<IconButton icon="reset" label="Reset the simulator" onClick={() => setDialog("reset")} />
			{people && (
				<Menu
					at={people}
					label="People shown"
					onClose={() => setPeople(undefined)}
					items={[
						...users.map((user) => ({
							label: nameOf(user),
							checked: shown.includes(user.id),
							stay: true,
							run: () => showPerson(user.id, !shown.includes(user.id)),
						})),
						{ label: "Add a person…", icon: "addPerson" as const, run: () => setDialog("person") },
					]}
				/>
			)}
			{dialog === "person" && <AddPersonDialog onClose={close} />}
			{dialog === "bot" && <AddBotDialog onClose={close} />}
			{dialog === "reset" && <ResetDialog onClose={close} onReset={reset} />}
		</header>
	);
}
