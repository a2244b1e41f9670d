import { useState } from "react";
import { api } from "../api.ts";
import { useChat, usePhone } from "../phone/context.ts";
import { refreshView } from "../state/world.ts";
import type { SeenMessage } from "../types.ts";

/** A poll one can vote in. Results are always shown: a message does not tell whether this person has voted. */
export function PollCard({ message }: { message: SeenMessage }) {
	const phone = usePhone();
	const { chat } = useChat();
	const [chosen, setChosen] = useState<number[]>([]);
	const poll = message.poll;
	if (!poll) return null;
	const kind = poll.type === "quiz" ? "Quiz" : poll.is_anonymous === false ? "Public poll" : "Anonymous poll";

	const vote = (index: number) => {
		const others = poll.allows_multiple_answers ? chosen : [];
		const next = chosen.includes(index) ? chosen.filter((one) => one !== index) : [...others, index];
		void phone.attempt(async () => {
			await api.vote(phone.user.id, chat, message.message_id, next);
			setChosen(next);
			await refreshView(phone.user.id, chat);
		});
	};

	return (
		<div className="poll">
			<b>{poll.question}</b>
			<small>{poll.is_closed ? "Final results" : kind}</small>
			<ul>
				{poll.options.map((option, index) => {
					const part = poll.total_voter_count > 0 ? option.voter_count / poll.total_voter_count : 0;
					const percent = Math.round(part * 100);
					return (
						// biome-ignore lint/suspicious/noArrayIndexKey: options have no other identity and keep their order
						<li key={index}>
							<button
								type="button"
								disabled={poll.is_closed}
								aria-pressed={chosen.includes(index)}
								aria-label={`${option.text}, ${percent}%`}
								onClick={() => vote(index)}
							>
								<span>
									{chosen.includes(index) && "✓ "}
									{option.text}
								</span>
								<span className="percent">{percent}%</span>
								<span className="line" style={{ "--part": part }} />
							</button>
						</li>
					);
				})}
			</ul>
			<small>{poll.total_voter_count === 0 ? "No votes" : `Votes: ${poll.total_voter_count}`}</small>
		</div>
	);
}
