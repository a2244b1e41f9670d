import { type DragEvent, useEffect, useMemo, useRef, useState } from "react";
import { api } from "../api.ts";
import { useMessageArrival } from "../arrivals/arrivals.ts";
import { useStore } from "../state/store.ts";
import { refreshChats, refreshView, viewKey, world } from "../state/world.ts";
import type { Peer, SeenMessage } from "../types.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { ChatHeader } from "./ChatHeader.tsx";
import { Composer, type ComposerHandle, type Target } from "./Composer.tsx";
import { ChatContext, type ChatTools, usePhone } from "./context.ts";
import { ForwardDialog } from "./ForwardDialog.tsx";
import { type ListHandle, MessageList } from "./MessageList.tsx";

const none: SeenMessage[] = [];

function Welcome({ peer }: { peer: Peer }) {
	return (
		<div className="welcome">
			<Avatar id={peer.id} title={peer.title} size={72} />
			<b>{peer.title}</b>
			<p>{peer.kind === "bot" ? "Press Start to write to this bot." : "No messages here yet."}</p>
		</div>
	);
}

export function ChatView({ peer }: { peer: Peer }) {
	const phone = usePhone();
	const me = phone.user.id;
	const key = viewKey(me, peer.id);
	const view = useStore(world, (now) => now.views[key]);
	const problem = useStore(world, (now) => now.problems[key]);
	const [target, setTarget] = useState<Target | null>(null);
	const [forwarding, setForwarding] = useState<SeenMessage>();
	const [dropping, setDropping] = useState(false);
	const list = useRef<ListHandle>(null);
	const composer = useRef<ComposerHandle>(null);

	useEffect(() => {
		void refreshView(me, peer.id).then(() => refreshChats(me));
	}, [me, peer.id]);

	const tools = useMemo<ChatTools>(
		() => ({
			chat: peer.id,
			send: (body) =>
				phone.attempt(async () => {
					await api.send(me, { chat: peer.id, ...body });
					void refreshView(me, peer.id);
					list.current?.toBottom();
				}),
			reply: (message) => setTarget({ kind: "reply", message }),
			edit: (message) => setTarget({ kind: "edit", message }),
			forward: setForwarding,
			scrollTo: (id) => list.current?.toMessage(id),
			prefill: (text) => composer.current?.prefill(text),
		}),
		[phone, me, peer.id],
	);

	useMessageArrival(me, peer.id, view, list);
	const messages = view?.messages ?? none;
	const fresh = peer.kind === "bot" && view !== undefined && messages.length === 0;
	const bottomAction = view?.blocked
		? { label: "Unblock", run: () => api.unblock(me, peer.id) }
		: fresh
			? { label: "Start", run: () => api.start(me, peer.id) }
			: undefined;
	const onDrop = (event: DragEvent) => {
		event.preventDefault();
		setDropping(false);
		composer.current?.attachFiles([...event.dataTransfer.files]);
	};

	return (
		<ChatContext value={tools}>
			<section
				className={dropping ? "chat dropping" : "chat"}
				aria-label={`Chat with ${peer.title}`}
				onDragOver={(event) => {
					event.preventDefault();
					setDropping(true);
				}}
				onDragLeave={() => setDropping(false)}
				onDrop={onDrop}
			>
				<ChatHeader peer={peer} blocked={view?.blocked ?? false} />
				<div className="wallpaper">
					{messages.length === 0 && view && <Welcome peer={peer} />}
					{view && <MessageList messages={messages} inGroup={peer.kind !== "bot"} ref={list} />}
				</div>
				{problem && (
					<p className="problem" role="alert">
						{problem}
					</p>
				)}
				{bottomAction ? (
					<button
						type="button"
						className="start"
						onClick={() =>
							void phone.attempt(async () => {
								await bottomAction.run();
								await refreshView(me, peer.id);
							})
						}
					>
						{bottomAction.label}
					</button>
				) : (
					view && (
						<Composer keyboard={view.reply_keyboard} target={target} onTarget={setTarget} ref={composer} />
					)
				)}
			</section>
			{forwarding && (
				<ForwardDialog
					onClose={() => setForwarding(undefined)}
					onChoose={(chat) =>
						void phone.attempt(async () => {
							const forward_from = { chat: peer.id, message_id: forwarding.message_id };
							await api.send(me, { chat, forward_from });
							phone.openChat(chat);
						})
					}
				/>
			)}
		</ChatContext>
	);
}
