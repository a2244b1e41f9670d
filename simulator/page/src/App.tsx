import { useEffect } from "react";
import { readAddress } from "./arrivals/arrivals.ts";
import { OpenAs } from "./arrivals/OpenAs.tsx";
import { createDemoPeople, openFirstBot, showSomebody } from "./demo.ts";
import { Panel } from "./panels/Panel.tsx";
import { Phone } from "./phone/Phone.tsx";
import { follow, retry } from "./state/live.ts";
import { applyTheme, settings } from "./state/settings.ts";
import { useStore } from "./state/store.ts";
import { nameOf, refreshChats, refreshState, world } from "./state/world.ts";
import { TopBar } from "./topbar/TopBar.tsx";
import { Avatar } from "./ui/Avatar.tsx";

function Unreachable() {
	return (
		<div className="banner" role="alert">
			<span>The simulator does not answer. Trying again…</span>
			<button type="button" className="button small" onClick={retry}>
				Retry now
			</button>
		</div>
	);
}

/** Where there is room for one phone only, this chooses whose. */
function Switcher({ ids, front }: { ids: number[]; front: number | undefined }) {
	const users = useStore(world, (now) => now.users);
	return (
		<nav className="switcher" aria-label="Whose phone">
			{ids.map((id) => {
				const user = users.find((each) => each.id === id);
				return (
					user && (
						<button
							type="button"
							key={id}
							aria-pressed={id === front}
							onClick={() => settings.set({ front: id })}
						>
							<Avatar id={id} title={nameOf(user)} size={24} />
							{user.first_name}
						</button>
					)
				);
			})}
		</nav>
	);
}

function Phones() {
	const phase = useStore(world, (now) => now.phase);
	const users = useStore(world, (now) => now.users);
	const shown = useStore(settings, (now) => now.shown);
	const chosen = useStore(settings, (now) => now.front);
	const ids = shown.filter((id) => users.some((user) => user.id === id));
	const front = chosen !== null && ids.includes(chosen) ? chosen : ids[0];

	const key = ids.join(",");
	useEffect(() => {
		for (const id of key.split(",").filter(Boolean)) void refreshChats(Number(id)).catch(() => undefined);
	}, [key]);

	if (phase === "loading") return <p className="nobody">Looking for the simulator…</p>;
	if (users.length === 0)
		return (
			<div className="nobody">
				<p>Nobody lives here.</p>
				<button
					type="button"
					className="button"
					onClick={() => void createDemoPeople().catch((error) => console.warn(error))}
				>
					Invite Alice and Bob
				</button>
			</div>
		);
	if (ids.length === 0)
		return <p className="nobody">Nobody is shown. Choose people from the menu at the top.</p>;
	return (
		<>
			{ids.length > 1 && <Switcher ids={ids} front={front} />}
			<div className="phones">
				{ids.map((id) => {
					const user = users.find((each) => each.id === id);
					return (
						user && (
							<div key={id} className={id === front ? "slot front" : "slot"}>
								<Phone user={user} />
							</div>
						)
					);
				})}
			</div>
		</>
	);
}

export function App() {
	const theme = useStore(settings, (now) => now.theme);
	const reachable = useStore(world, (now) => now.reachable);
	const phase = useStore(world, (now) => now.phase);
	useEffect(() => applyTheme(theme), [theme]);
	useEffect(readAddress, []);
	useEffect(() => {
		void refreshState().catch(() => undefined);
		return follow();
	}, []);
	useEffect(() => {
		if (phase !== "ready") return;
		showSomebody();
		void createDemoPeople().catch(() => undefined);
	}, [phase]);
	const hasBot = useStore(world, (now) => now.bots.length > 0);
	useEffect(() => {
		if (hasBot) openFirstBot();
	}, [hasBot]);
	return (
		<>
			<TopBar />
			{!reachable && <Unreachable />}
			<div className="stage">
				<main>
					<Phones />
				</main>
				<Panel />
			</div>
			<OpenAs />
		</>
	);
}
