import { useStore } from "../state/store.ts";
import { peerOf, world } from "../state/world.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { usePhone } from "./context.ts";

export function ForwardDialog(props: { onClose: () => void; onChoose: (chat: number) => void }) {
	const phone = usePhone();
	const state = useStore(world, (now) => now);
	const ids = new Set([
		...(state.summaries[phone.user.id] ?? []).map((summary) => summary.chat),
		...state.bots.map((bot) => bot.id),
	]);
	return (
		<Dialog title="Forward to…" onClose={props.onClose}>
			<ul className="members">
				{[...ids].map((id) => {
					const peer = peerOf(state, id);
					return (
						peer && (
							<li key={id}>
								<button
									type="button"
									className="chat-row"
									onClick={() => {
										props.onChoose(id);
										props.onClose();
									}}
								>
									<Avatar id={id} title={peer.title} size={36} />
									<span className="file-text">
										<b>{peer.title}</b>
										<small>{peer.kind}</small>
									</span>
								</button>
							</li>
						)
					);
				})}
			</ul>
		</Dialog>
	);
}
