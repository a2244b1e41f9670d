import { api } from "../api.ts";
import { useChat, usePhone } from "../phone/context.ts";
import type { SeenMessage } from "../types.ts";
import { copyText } from "../ui/copy.ts";
import { Menu, type MenuItem, type Place } from "../ui/Menu.tsx";
import { coloured, commonReactions, reactedWith } from "./Reactions.tsx";

export function MessageMenu({
	message,
	at,
	onClose,
}: {
	message: SeenMessage;
	at: Place;
	onClose: () => void;
}) {
	const phone = usePhone();
	const chat = useChat();
	const me = phone.user.id;
	const words = message.text ?? message.caption;
	const items: MenuItem[] = [{ label: "Reply", icon: "reply", run: () => chat.reply(message) }];
	// A forwarded message or a poll cannot be edited, nor in a poll's case has it words.
	if (message.out && words !== undefined && !message.forward_origin)
		items.push({ label: "Edit", icon: "edit", run: () => chat.edit(message) });
	if (words !== undefined)
		items.push({
			label: "Copy text",
			icon: "copy",
			run: () =>
				void phone.attempt(async () => {
					await copyText(words);
					phone.toast("Copied");
				}),
		});
	items.push({ label: "Forward to…", icon: "forward", run: () => chat.forward(message) });
	items.push({
		label: "Delete",
		icon: "trash",
		danger: true,
		run: () => void phone.attempt(() => api.remove(me, chat.chat, message.message_id)),
	});
	const header = (
		<div className="menu-reactions">
			{commonReactions.map((emoji) => {
				const mine = reactedWith(message, me, emoji);
				return (
					<button
						key={emoji}
						type="button"
						role="menuitemcheckbox"
						aria-checked={mine}
						aria-label={`React with ${emoji}`}
						tabIndex={-1}
						onClick={() => {
							onClose();
							void phone.attempt(() =>
								api.react(me, chat.chat, message.message_id, mine ? undefined : emoji),
							);
						}}
					>
						{coloured(emoji)}
					</button>
				);
			})}
		</div>
	);
	return <Menu at={at} label="Message" items={items} header={header} onClose={onClose} />;
}
