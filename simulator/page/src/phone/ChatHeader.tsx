import { useState } from "react";
import { api } from "../api.ts";
import { refreshView } from "../state/world.ts";
import type { Peer } from "../types.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { IconButton } from "../ui/Icon.tsx";
import { below, Menu, type MenuItem, type Place } from "../ui/Menu.tsx";
import { usePhone } from "./context.ts";
import { MembersDialog } from "./MembersDialog.tsx";
import { useTyping } from "./useTyping.ts";

const kinds = { person: "person", bot: "bot", group: "group", supergroup: "group", channel: "channel" };

export function ChatHeader({ peer, blocked }: { peer: Peer; blocked: boolean }) {
	const phone = usePhone();
	const typing = useTyping(phone.user.id, peer.id);
	const [at, setAt] = useState<Place>();
	const [members, setMembers] = useState(false);
	const me = phone.user.id;
	const run = (action: () => Promise<unknown>) => () =>
		void phone.attempt(async () => {
			await action();
			await refreshView(me, peer.id);
		});

	const forBot: MenuItem[] = blocked
		? [{ label: "Unblock the bot", icon: "block", run: run(() => api.unblock(me, peer.id)) }]
		: [
				{ label: "Send /start again", icon: "reset", run: run(() => api.start(me, peer.id)) },
				{ label: "Block the bot", icon: "block", danger: true, run: run(() => api.block(me, peer.id)) },
			];
	const forGroup: MenuItem[] = [
		{ label: "Members and bots…", icon: "people", run: () => setMembers(true) },
		{
			label: peer.kind === "channel" ? "Leave the channel" : "Leave the group",
			icon: "leave",
			danger: true,
			run: () =>
				void phone.attempt(async () => {
					await api.leave(me, peer.id);
					phone.openChat(null);
				}),
		},
	];

	return (
		<header className="chat-header">
			<IconButton icon="back" label="Back to the chats" onClick={() => phone.openChat(null)} />
			<Avatar id={peer.id} title={peer.title} size={40} />
			<div className="chat-title">
				<h2>{peer.title}</h2>
				<small className={typing ? "typing" : ""} aria-live="polite">
					{typing ? (
						<>
							{typing}
							<i className="dots" aria-hidden="true">
								<i />
								<i />
								<i />
							</i>
						</>
					) : (
						`${blocked ? "blocked " : ""}${kinds[peer.kind]}${peer.username ? ` · @${peer.username}` : ""}`
					)}
				</small>
			</div>
			<IconButton
				icon="more"
				label="Chat menu"
				expanded={at !== undefined}
				onClick={(event) => setAt(below(event.currentTarget))}
			/>
			{at && (
				<Menu
					at={at}
					label="Chat"
					items={peer.kind === "bot" ? forBot : forGroup}
					onClose={() => setAt(undefined)}
				/>
			)}
			{members && <MembersDialog chat={peer} onClose={() => setMembers(false)} />}
		</header>
	);
}
