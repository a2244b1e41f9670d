import { memo, type ReactNode, useState } from "react";
import { PaidMedia } from "../payments/PaidMedia.tsx";
import { useChat } from "../phone/context.ts";
import type { SeenMessage } from "../types.ts";
import { Avatar, peerColour } from "../ui/Avatar.tsx";
import { Icon } from "../ui/Icon.tsx";
import { below, type Place } from "../ui/Menu.tsx";
import { timeOf } from "../ui/time.ts";
import { useLongPress } from "../ui/useLongPress.ts";
import { Card } from "./Cards.tsx";
import { authorId, authorOf, forwardedFrom, isBigEmoji, previewOf } from "./describe.ts";
import { InlineKeyboard } from "./InlineKeyboard.tsx";
import { Attachment, Visual } from "./Media.tsx";
import { MessageMenu } from "./MessageMenu.tsx";
import { MessageText } from "./MessageText.tsx";
import { Reactions } from "./Reactions.tsx";

function Meta({ message }: { message: SeenMessage }) {
	return (
		<span className="meta">
			{message.edit_date !== undefined && <span>edited </span>}
			<time dateTime={new Date(message.date * 1000).toISOString()}>{timeOf(message.date)}</time>
			{message.out && <Icon name="check" size={14} />}
		</span>
	);
}

function Quote({ message }: { message: SeenMessage }) {
	const chat = useChat();
	const original = message.reply_to_message;
	const words = message.quote?.text ?? (original ? previewOf(original) : undefined);
	if (words === undefined) return null;
	const author = original ? authorOf(original) : "Reply";
	const colour = { "--author": peerColour(original ? authorId(original) : 0) };
	return (
		<button
			type="button"
			className="quote"
			style={colour}
			aria-label={`In reply to ${author}: ${words}`}
			onClick={() => original && chat.scrollTo(original.message_id)}
		>
			<b>{author}</b>
			<span>{words}</span>
		</button>
	);
}

/** Several messages of one album are drawn as one bubble; every other message is an album of one. */
export const Bubble = memo(function Bubble(props: {
	album: SeenMessage[];
	inGroup: boolean;
	first: boolean;
	last: boolean;
}) {
	const [menu, setMenu] = useState<Place>();
	const longPress = useLongPress(setMenu);
	const message = props.album[0];
	if (!message) return null;
	const captioned = props.album.find((each) => each.caption !== undefined) ?? message;
	const words = captioned.text ?? captioned.caption;
	const entities = captioned.entities ?? captioned.caption_entities;
	const forwarded = forwardedFrom(message);
	const mine = message.out === true;
	const named = props.inGroup && !mine;
	const id = authorId(message);
	const big = isBigEmoji(message);
	const bare = Boolean(message.sticker || message.video_note || message.dice) || big;
	const isVisual = Boolean(message.photo || message.video || message.animation || message.paid_media);
	const above = message.show_caption_above_media === true;
	const markup = message.reply_markup;

	const visual: ReactNode =
		props.album.length > 1 && isVisual ? (
			<div className={`album of-${Math.min(props.album.length, 5)}`}>
				{props.album.map((each) => (
					<Visual key={each.message_id} message={each} fill />
				))}
			</div>
		) : message.paid_media ? (
			<PaidMedia message={message} info={message.paid_media} />
		) : (
			<Visual message={message} />
		);
	const text = words !== undefined && (
		<div className={big ? "text big" : "text"} dir="auto">
			<MessageText text={words} entities={entities} />
			{!bare && <Meta message={captioned} />}
		</div>
	);
	const shape = `${mine ? "out" : "in"}${props.last ? " last" : ""}${props.first ? " first" : ""}`;
	const look = `${bare ? " bare" : ""}${isVisual ? " visual" : ""}${isVisual && words === undefined ? " only" : ""}`;
	return (
		<article
			className={`row ${shape}`}
			data-message={message.message_id}
			aria-label={`${mine ? "You" : authorOf(message)}, ${timeOf(message.date)}`}
		>
			{named && (
				<span className="face">{props.last && <Avatar id={id} title={authorOf(message)} size={34} />}</span>
			)}
			<div className={markup ? "stack keyed" : "stack"}>
				{/* biome-ignore lint/a11y/noStaticElementInteractions: the menu's button below does the same for a keyboard */}
				<div
					className={`bubble${look}`}
					{...longPress}
					onContextMenu={(event) => {
						event.preventDefault();
						setMenu({ x: event.clientX, y: event.clientY });
					}}
				>
					{named && props.first && (
						<b className="author" style={{ color: peerColour(id) }}>
							{authorOf(message)}
						</b>
					)}
					{forwarded && (
						<span className="forwarded">
							Forwarded from <b>{forwarded}</b>
						</span>
					)}
					<Quote message={message} />
					{above && text}
					{visual}
					{props.album.map((each) => (
						<Attachment key={each.message_id} message={each} />
					))}
					<Card message={message} />
					{!above && text}
					<Reactions message={captioned} />
					{(words === undefined || bare) && <Meta message={message} />}
				</div>
				{markup && "inline_keyboard" in markup && <InlineKeyboard message={message} markup={markup} />}
			</div>
			<button
				type="button"
				className="bubble-menu"
				aria-label="Message menu"
				aria-haspopup="menu"
				onClick={(event) => setMenu(below(event.currentTarget))}
			>
				<Icon name="down" size={16} />
			</button>
			{menu && <MessageMenu message={message} at={menu} onClose={() => setMenu(undefined)} />}
		</article>
	);
});
