import { useState } from "react";
import { api } from "../api.ts";
import type { Limits } from "../types.ts";
import { wordsOf } from "../ui/Dialog.tsx";

const fields = [
	{ name: "per_second", label: "Messages a second, all chats" },
	{ name: "per_chat", label: "Messages a second, one chat" },
	{ name: "per_group_minute", label: "Messages a minute, one group" },
] as const;

type Full = Required<Limits>;
const telegrams: Full = { enabled: false, per_second: 30, per_chat: 1, per_group_minute: 20 };

/** The simulator does not tell how its limits stand, so this remembers what was set from here. */
export function LimitsForm({ onProblem }: { onProblem: (words: string | undefined) => void }) {
	const [limits, setLimits] = useState<Full>(telegrams);
	const change = async (next: Full) => {
		setLimits(next);
		try {
			await api.setLimits(next);
			onProblem(undefined);
		} catch (error) {
			onProblem(wordsOf(error));
			setLimits(limits);
		}
	};
	return (
		<>
			<h3>Telegram's limits</h3>
			<label className="switch">
				<input
					type="checkbox"
					role="switch"
					aria-checked={limits.enabled}
					checked={limits.enabled}
					onChange={(event) => void change({ ...limits, enabled: event.target.checked })}
				/>
				<span>Refuse bots that are too fast (429)</span>
			</label>
			<div className="limits">
				{fields.map(({ name, label }) => (
					<label key={name} className="limit">
						<span>{label}</span>
						<input
							type="number"
							min={1}
							value={limits[name]}
							onChange={(event) =>
								void change({ ...limits, [name]: Math.max(1, Number(event.target.value)) })
							}
						/>
					</label>
				))}
			</div>
		</>
	);
}
