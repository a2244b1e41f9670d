import { previewOf } from "../message/describe.ts";
import { draftKey, settings } from "../state/settings.ts";
import { useStore } from "../state/store.ts";
import { peerOf, world } from "../state/world.ts";
import type { ChatSummary, Peer } from "../types.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Icon } from "../ui/Icon.tsx";
import { dayOf, timeOf } from "../ui/time.ts";
import { usePhone } from "./context.ts";

function when(seconds: number): string {
	const day = dayOf(seconds);
	return day === "Today" ? timeOf(seconds) : day;
}

function lineOf(
	summary: ChatSummary | undefined,
	draft: string | undefined,
): { label?: string; text: string } {
	if (draft) return { label: "Draft: ", text: draft };
	const last = summary?.last;
	if (!last) return { text: "No messages yet" };
	return last.out ? { label: "You: ", text: previewOf(last) } : { text: previewOf(last) };
}

function Row(props: { peer: Peer; summary: ChatSummary | undefined; current: boolean }) {
	const phone = usePhone();
	const { peer, summary } = props;
	const draft = useStore(settings, (now) => now.drafts[draftKey(phone.user.id, peer.id)]);
	const unread = props.current ? 0 : (summary?.unread ?? 0);
	const line = lineOf(summary, draft);
	return (
		<li>
			<button type="button" className="chat-row" onClick={() => phone.openChat(peer.id)}>
				<Avatar id={peer.id} title={peer.title} size={50} />
				<span className="chat-row-text">
					<span className="chat-row-line">
						<b>
							{peer.kind !== "person" && (
								<Icon
									name={peer.kind === "bot" ? "bot" : peer.kind === "channel" ? "channel" : "people"}
									size={16}
								/>
							)}
							<span className="chat-row-title">{peer.title}</span>
						</b>
						{summary?.last && <time>{when(summary.last.date)}</time>}
					</span>
					<span className="chat-row-line">
						<span className="chat-row-last">
							{line.label && <span className={draft ? "draft" : "own"}>{line.label}</span>}
							{line.text}
						</span>
						{unread > 0 && (
							<span className="badge-count" role="img" aria-label={`${unread} unread`}>
								{unread}
							</span>
						)}
					</span>
				</span>
			</button>
		</li>
	);
}

/** The chats the person has, then the bots they could write to. */
export function ChatList({ current }: { current: number | null }) {
	const phone = usePhone();
	const state = useStore(world, (now) => now);
	const summaries = state.summaries[phone.user.id];
	const had = new Set(summaries?.map((summary) => summary.chat));
	const others = state.bots.filter((bot) => !had.has(bot.id));
	if (state.bots.length === 0 && had.size === 0)
		return (
			<div className="empty">
				<span className="empty-art" aria-hidden="true">
					🤖
				</span>
				<b>No bot lives here yet</b>
				<p>Start your platform against this simulator, or add a bot from the menu at the top.</p>
			</div>
		);
	const rows = (summaries ?? []).map((summary) => {
		const peer = peerOf(state, summary.chat) ?? {
			id: summary.chat,
			title: summary.title,
			kind: "group" as const,
		};
		return <Row key={summary.chat} peer={peer} summary={summary} current={summary.chat === current} />;
	});
	return (
		<nav className="chat-list" aria-label={`Chats of ${phone.user.first_name}`}>
			<ul>{rows}</ul>
			{others.length > 0 && <h3>{rows.length > 0 ? "More bots" : "Bots"}</h3>}
			<ul>
				{others.map((bot) => {
					const peer = peerOf(state, bot.id);
					return peer && <Row key={bot.id} peer={peer} summary={undefined} current={bot.id === current} />;
				})}
			</ul>
		</nav>
	);
}
