import { useState } from "react";
import { fileUrl } from "../api.ts";
import type { SeenMessage } from "../types.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { sizeOf } from "../ui/time.ts";
import { Sound } from "./Sound.tsx";

type Box = { width?: number; height?: number };
// Sizes from the message keep the place of a picture before it has come, so that nothing jumps.
const shape = ({ width, height }: Box) => (width && height ? { aspectRatio: `${width} / ${height}` } : {});
const wide = ({ width, height }: Box) => ({
	width: width && height ? Math.max(120, Math.min(320, width, (320 * width) / height)) : undefined,
});

/** The message may not know the real proportions of what was sent. */
const naturalBox = (image: HTMLImageElement): Box => ({
	width: image.naturalWidth,
	height: image.naturalHeight,
});

export function Picture(props: { id: string; box: Box; alt: string; hidden?: boolean; fill?: boolean }) {
	const [open, setOpen] = useState(false);
	const [veiled, setVeiled] = useState(props.hidden === true);
	const [broken, setBroken] = useState(false);
	const [box, setBox] = useState(props.box);
	const url = fileUrl(props.id);
	return (
		<>
			<button
				type="button"
				className={veiled ? "picture veiled" : "picture"}
				style={props.fill ? {} : { ...shape(box), ...wide(box) }}
				aria-label={veiled ? "Hidden photo, press to reveal" : `Open: ${props.alt}`}
				onClick={() => (veiled ? setVeiled(false) : setOpen(true))}
			>
				{broken ? (
					<span className="broken">
						<Icon name="photo" /> No picture
					</span>
				) : (
					<img
						src={url}
						alt={props.alt}
						loading="lazy"
						onError={() => setBroken(true)}
						onLoad={(event) => setBox(naturalBox(event.currentTarget))}
					/>
				)}
			</button>
			{open && (
				<Dialog title={props.alt} onClose={() => setOpen(false)}>
					<img className="lightbox" src={url} alt={props.alt} />
				</Dialog>
			)}
		</>
	);
}

export function Film(props: {
	id: string;
	box: Box;
	loop?: boolean;
	round?: boolean;
	fill?: boolean;
	label: string;
}) {
	const [box, setBox] = useState(props.box);
	return (
		<div
			className={props.round ? "film round" : "film"}
			style={props.round || props.fill ? {} : { ...shape(box), ...wide(box) }}
		>
			<video
				src={fileUrl(props.id)}
				controls={!props.loop}
				autoPlay={props.loop}
				loop={props.loop}
				muted={props.loop}
				playsInline
				preload="metadata"
				onLoadedMetadata={({ currentTarget: film }) =>
					setBox({ width: film.videoWidth, height: film.videoHeight })
				}
				aria-label={props.label}
			/>
			{props.loop && <span className="badge">GIF</span>}
		</div>
	);
}

function FileCard(props: { id: string; name: string; size: number | undefined }) {
	return (
		<a className="file" href={fileUrl(props.id)} download={props.name}>
			<span className="round-icon">
				<Icon name="file" />
			</span>
			<span className="file-text">
				<b>{props.name}</b>
				<small>{props.size === undefined ? "File" : sizeOf(props.size)}</small>
			</span>
		</a>
	);
}

/** The visual part of a message: whatever a frame of its own surrounds. Null when there is none. */
export function Visual({ message, fill }: { message: SeenMessage; fill?: boolean }) {
	const hidden = message.has_media_spoiler === true;
	const { photo, animation, video, video_note, sticker } = message;
	if (photo) {
		const largest = photo.reduce((best, size) => (size.width > best.width ? size : best));
		const id = largest.file_unique_id;
		return (
			<Picture id={id} box={largest} alt={message.caption ?? "Photo"} hidden={hidden} fill={fill === true} />
		);
	}
	if (animation) {
		const gif = animation.mime_type?.startsWith("image/");
		if (gif) return <Picture id={animation.file_unique_id} box={animation} alt="Animation" hidden={hidden} />;
		return <Film id={animation.file_unique_id} box={animation} loop label="Animation" />;
	}
	if (video) return <Film id={video.file_unique_id} box={video} fill={fill === true} label="Video" />;
	if (video_note) return <Film id={video_note.file_unique_id} box={{}} round label="Video message" />;
	if (sticker?.is_video) return <Film id={sticker.file_unique_id} box={sticker} loop label="Sticker" />;
	if (sticker) return <StickerPicture id={sticker.file_unique_id} emoji={sticker.emoji} />;
	return null;
}

/** Animated stickers are a format no browser draws: their emoji stands for them, as for any picture that fails. */
function StickerPicture({ id, emoji }: { id: string; emoji: string | undefined }) {
	const [broken, setBroken] = useState(false);
	const label = `Sticker ${emoji ?? ""}`.trim();
	if (broken)
		return (
			<span className="sticker emoji" role="img" aria-label={label}>
				{emoji ?? "🖼"}
			</span>
		);
	return <img className="sticker" src={fileUrl(id)} alt={label} onError={() => setBroken(true)} />;
}

/** Files that are listened to or kept, inside the bubble. */
export function Attachment({ message }: { message: SeenMessage }) {
	const { voice, audio, document } = message;
	if (voice) return <Sound id={voice.file_unique_id} seconds={voice.duration} />;
	if (audio) {
		const title = audio.title ?? audio.file_name ?? "Audio";
		return <Sound id={audio.file_unique_id} seconds={audio.duration} title={title} by={audio.performer} />;
	}
	// A GIF carries a document too, for old bots' sake; it is shown already.
	if (document && !message.animation)
		return (
			<FileCard id={document.file_unique_id} name={document.file_name ?? "file"} size={document.file_size} />
		);
	return null;
}
