import { api } from "../api.ts";
import { useStore } from "../state/store.ts";
import { refreshState, world } from "../state/world.ts";
import type { Limits } from "../types.ts";
import { wordsOf } from "../ui/Dialog.tsx";

const fields = [
	{ name: "per_second", label: "Messages a second, all chats" },
	{ name: "per_chat", label: "Messages a second, one chat" },
	{ name: "per_group_minute", label: "Messages a minute, one group" },
] as const;

export function LimitsForm({ onProblem }: { onProblem: (words: string | undefined) => void }) {
	const limits = useStore(world, (now) => now.limits);
	const change = async (next: Limits) => {
		try {
			await api.setLimits(next);
			await refreshState();
			onProblem(undefined);
		} catch (error) {
			onProblem(wordsOf(error));
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
