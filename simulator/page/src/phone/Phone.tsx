import { useCallback, useMemo, useRef, useState } from "react";
import { Refused, Unreachable } from "../api.ts";
import { arrivals, useArrival } from "../arrivals/arrivals.ts";
import { MyStars } from "../payments/MyStars.tsx";
import { PaymentSheet } from "../payments/PaymentSheet.tsx";
import { type Purchase, purchaseOfLink } from "../payments/purchase.ts";
import { openChat, settings, showPerson } from "../state/settings.ts";
import { useStore } from "../state/store.ts";
import { nameOf, peerOf, world } from "../state/world.ts";
import type { User } from "../types.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { wordsOf } from "../ui/Dialog.tsx";
import { IconButton } from "../ui/Icon.tsx";
import { below, Menu, type Place } from "../ui/Menu.tsx";
import { ChatList } from "./ChatList.tsx";
import { ChatView } from "./ChatView.tsx";
import { PhoneContext, type PhoneTools } from "./context.ts";
import { followLink } from "./links.ts";
import { NewGroupDialog, OpenLinkDialog } from "./NewDialogs.tsx";

function Alert({ text, onClose }: { text: string; onClose: () => void }) {
	return (
		<div className="alert-veil">
			<div
				className="alert"
				role="alertdialog"
				aria-modal="true"
				aria-label="Message from the bot"
				onKeyDown={(event) => event.key === "Escape" && onClose()}
			>
				<p>{text}</p>
				{/* biome-ignore lint/a11y/noAutofocus: as in any alert, the next key press closes it */}
				<button type="button" className="button" autoFocus onClick={onClose}>
					OK
				</button>
			</div>
		</div>
	);
}

/** One person's phone: the chat list, or the open chat. */
export function Phone({ user }: { user: User }) {
	const current = useStore(settings, (now) => now.open[user.id] ?? null);
	const state = useStore(world, (now) => now);
	const peer = current === null ? undefined : peerOf(state, current);
	const [toast, setToast] = useState<string>();
	const [alert, setAlert] = useState<string>();
	const [menu, setMenu] = useState<Place>();
	const [dialog, setDialog] = useState<"group" | "link" | "stars">();
	const [purchase, setPurchase] = useState<Purchase>();
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

	const say = useCallback((text: string) => {
		clearTimeout(timer.current);
		setToast(text);
		timer.current = setTimeout(() => setToast(undefined), 4000);
	}, []);

	const openLink = useCallback(
		async (url: string) => {
			const result = await followLink(user.id, url);
			if (result.kind === "chat") {
				openChat(user.id, result.chat);
				const { message: id, chat } = result;
				if (id !== undefined) arrivals.set({ message: { user: user.id, chat, id } });
			} else if (result.kind === "share") arrivals.set({ link: result.url });
			else if (result.kind === "invoice") setPurchase(await purchaseOfLink(result.slug));
			else if (result.kind === "asked") say("The group's admins must let you in first");
			else window.open(result.url, "_blank", "noopener");
		},
		[user.id, say],
	);

	const tools = useMemo<PhoneTools>(() => {
		const attempt = async (action: () => Promise<unknown>) => {
			try {
				await action();
				return true;
			} catch (error) {
				if (error instanceof Unreachable) world.set({ reachable: false });
				else if (!(error instanceof Refused)) console.warn(error);
				say(wordsOf(error));
				return false;
			}
		};
		return {
			user,
			attempt,
			buy: setPurchase,
			toast: say,
			alert: setAlert,
			openChat: (chat) => openChat(user.id, chat),
			openLink: (url) => void attempt(() => openLink(url)),
		};
	}, [user, say, openLink]);

	useArrival(user.id, tools.openLink);

	return (
		<PhoneContext value={tools}>
			<section className="phone" aria-label={`${nameOf(user)}'s phone`}>
				<header className="person">
					<Avatar id={user.id} title={nameOf(user)} size={30} />
					<h1>{nameOf(user)}</h1>
					<small>
						{user.username ? `@${user.username}` : user.id}
						{user.language_code && ` · ${user.language_code}`}
					</small>
					<IconButton
						icon="add"
						label={`${user.first_name}: new group, link or Stars`}
						expanded={menu !== undefined}
						onClick={(event) => setMenu(below(event.currentTarget))}
					/>
				</header>
				<div className="screen">
					<div className="under-sheet" inert={purchase !== undefined}>
						{peer ? <ChatView key={peer.id} peer={peer} /> : <ChatList current={current} />}
					</div>
					{purchase && <PaymentSheet purchase={purchase} onClose={() => setPurchase(undefined)} />}
					{toast && (
						<div className="toast" role="status">
							{toast}
						</div>
					)}
					{alert && <Alert text={alert} onClose={() => setAlert(undefined)} />}
				</div>
				{menu && (
					<Menu
						at={menu}
						label={nameOf(user)}
						onClose={() => setMenu(undefined)}
						items={[
							{ label: "New group or channel…", icon: "people", run: () => setDialog("group") },
							{ label: "Open a t.me link…", icon: "link", run: () => setDialog("link") },
							{ label: "My Stars…", icon: "star", run: () => setDialog("stars") },
							{ label: "Hide this phone", icon: "close", run: () => showPerson(user.id, false) },
						]}
					/>
				)}
				{dialog === "group" && <NewGroupDialog onClose={() => setDialog(undefined)} />}
				{dialog === "stars" && <MyStars onClose={() => setDialog(undefined)} />}
				{dialog === "link" && <OpenLinkDialog onClose={() => setDialog(undefined)} onOpen={openLink} />}
			</section>
		</PhoneContext>
	);
}
