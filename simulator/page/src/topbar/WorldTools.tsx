import { useEffect, useState } from "react";
import { clock, letTimePass, refreshClock, worldNow } from "../state/clock.ts";
import { useStore } from "../state/store.ts";
import { world } from "../state/world.ts";
import { Field, FormDialog, textOf } from "../ui/Dialog.tsx";
import { Icon, IconButton } from "../ui/Icon.tsx";

const lengths = [
	{ value: "3600", label: "An hour" },
	{ value: "86400", label: "A day" },
	{ value: "604800", label: "A week" },
	{ value: "2592000", label: "A month" },
	{ value: "own", label: "As long as I say" },
];

const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short" });

function PassDialog({ onClose }: { onClose: () => void }) {
	const [length, setLength] = useState("86400");
	return (
		<FormDialog
			title="Let time pass"
			action="Let it pass"
			onClose={onClose}
			onSubmit={(fields) => {
				const own = Math.round(Number(textOf(fields, "hours")) * 3600);
				return letTimePass(length === "own" ? own : Number(length));
			}}
		>
			<p className="muted">Here it is {moment.format(worldNow())}.</p>
			<label className="field">
				<span>How long</span>
				<select value={length} onChange={(event) => setLength(event.target.value)}>
					{lengths.map(({ value, label }) => (
						<option key={value} value={value}>
							{label}
						</option>
					))}
				</select>
			</label>
			{length === "own" && <Field label="Hours" name="hours" type="number" min={1} value="12" required />}
			<p className="muted">
				Everybody's clock goes on: subscriptions renew, and what the platform does by the clock happens
				meanwhile. A month may take a minute. Chats that are going on keep real time, and time never goes
				back.
			</p>
		</FormDialog>
	);
}

/** The way to the dashboard, and the clock of this world. */
export function WorldTools() {
	const { aheadMs, dashboard } = useStore(clock, (now) => now);
	// Made anew whenever the simulator says that something about the whole world has changed.
	const state = useStore(world, (now) => now.users);
	const [passing, setPassing] = useState(false);
	useEffect(() => {
		if (state) void refreshClock().catch(() => undefined);
	}, [state]);
	return (
		<>
			{dashboard && (
				<a
					className="icon-button"
					href={dashboard}
					target="_blank"
					rel="noreferrer"
					title="Open the dashboard"
				>
					<Icon name="leads" />
					<span className="icon-text">Dashboard</span>
				</a>
			)}
			<IconButton
				icon="clock"
				text={aheadMs === 0 ? "Let time pass" : date.format(worldNow())}
				label={aheadMs === 0 ? "Let time pass" : `Let time pass. Here it is ${moment.format(worldNow())}`}
				onClick={() => setPassing(true)}
			/>
			{passing && <PassDialog onClose={() => setPassing(false)} />}
		</>
	);
}
