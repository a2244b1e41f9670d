import { useState } from "react";
import { IconButton } from "../ui/Icon.tsx";
import { below, Menu, type MenuItem, type Place } from "../ui/Menu.tsx";
import {
	type Attachment,
	chooseFiles,
	fromFiles,
	sampleAlbum,
	sampleContact,
	sampleLocation,
	samples,
} from "./attachments.ts";
import { usePhone } from "./context.ts";
import { PollDialog } from "./PollDialog.tsx";

export function AttachMenu({ onAttach }: { onAttach: (attachment: Attachment) => Promise<unknown> }) {
	const phone = usePhone();
	const [at, setAt] = useState<Place>();
	const [more, setMore] = useState(false);
	const [poll, setPoll] = useState(false);
	const [busy, setBusy] = useState(false);

	const attach = (make: () => Promise<Attachment | Attachment[]>) => {
		setBusy(true);
		void phone
			.attempt(async () => {
				for (const each of [await make()].flat()) await onAttach(each);
			})
			.then(() => setBusy(false));
	};
	const choose = (accept: string, kind?: "document") =>
		attach(async () => fromFiles(await chooseFiles(accept, true), kind));

	const everyday: MenuItem[] = [
		{ label: "Photo or video file…", icon: "photo", run: () => choose("image/*,video/*") },
		{ label: "Any file…", icon: "file", run: () => choose("", "document") },
		{ label: "Sample photo", icon: "photo", run: () => attach(samples.photo) },
		{ label: "Sample album", icon: "album", run: () => attach(sampleAlbum) },
		{ label: "Sample video", icon: "video", run: () => attach(samples.video) },
		{ label: "Sample voice message", icon: "mic", run: () => attach(samples.voice) },
		{ label: "Sample sticker", icon: "smile", run: () => attach(samples.sticker) },
		{ label: "More…", icon: "more", stay: true, run: () => setMore(true) },
	];
	const rest: MenuItem[] = [
		{ label: "Sample document", icon: "file", run: () => attach(samples.document) },
		{ label: "Sample music", icon: "play", run: () => attach(samples.audio) },
		{ label: "Sample GIF", icon: "video", run: () => attach(samples.animation) },
		{ label: "Sample round video", icon: "video", run: () => attach(samples.video_note) },
		{ label: "My contact", icon: "contact", run: () => attach(async () => sampleContact(phone.user)) },
		{ label: "Location", icon: "pin", run: () => attach(async () => sampleLocation) },
		{ label: "Poll…", icon: "poll", run: () => setPoll(true) },
		{ label: "Dice", icon: "dice", run: () => attach(async () => ({ dice: { emoji: "🎲" } })) },
	];

	return (
		<>
			<IconButton
				icon="attach"
				label="Attach"
				className={busy ? "busy" : ""}
				disabled={busy}
				expanded={at !== undefined}
				onClick={(event) => {
					setMore(false);
					setAt(below(event.currentTarget));
				}}
			/>
			{at && (
				<Menu
					key={more ? "more" : "first"}
					at={at}
					label="Attach"
					items={more ? rest : everyday}
					onClose={() => setAt(undefined)}
				/>
			)}
			{poll && <PollDialog onClose={() => setPoll(false)} onSend={onAttach} />}
		</>
	);
}
