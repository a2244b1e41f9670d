import { api } from "../api.ts";
import { useChat, usePhone } from "../phone/context.ts";
import type { SeenMessage, SeenReaction } from "../types.ts";

export const commonReactions = ["👍", "❤", "🔥", "🎉", "😁", "😢", "🤔", "👎"];

/** Telegram names the heart without the sign that asks for its coloured picture. */
export const coloured = (emoji: string) => (emoji === "❤" ? "❤\ufe0f" : emoji);

const idsOf = ({ from }: SeenReaction): number[] =>
	(Array.isArray(from) ? from : from === undefined ? [] : [from]).map((one) =>
		typeof one === "number" ? one : one.id,
	);

export const reactedWith = (message: SeenMessage, user: number, emoji: string) =>
	message.reactions?.some((reaction) => reaction.emoji === emoji && idsOf(reaction).includes(user)) ?? false;

export function Reactions({ message }: { message: SeenMessage }) {
	const phone = usePhone();
	const chat = useChat();
	if (!message.reactions?.length) return null;
	const counts = new Map<string, number>();
	for (const reaction of message.reactions) {
		counts.set(reaction.emoji, (counts.get(reaction.emoji) ?? 0) + Math.max(1, idsOf(reaction).length));
	}
	return (
		<div className="reactions">
			{[...counts].map(([emoji, count]) => {
				const mine = reactedWith(message, phone.user.id, emoji);
				const next = mine ? undefined : emoji;
				return (
					<button
						type="button"
						key={emoji}
						className="reaction"
						aria-pressed={mine}
						aria-label={`${emoji} ${count}${mine ? ", yours" : ""}`}
						onClick={() =>
							void phone.attempt(() => api.react(phone.user.id, chat.chat, message.message_id, next))
						}
					>
						{coloured(emoji)} <span>{count}</span>
					</button>
				);
			})}
		</div>
	);
}
