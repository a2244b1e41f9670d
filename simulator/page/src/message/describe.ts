import { nameOf } from "../state/world.ts";
import type { Message, SeenMessage, User } from "../types.ts";
import { duration } from "../ui/time.ts";

const names = (users: User[]) => users.map(nameOf).join(", ");

/** The words of a centred service message, or null for an ordinary message. */
export function serviceText(message: SeenMessage): string | null {
	const who = message.from ? nameOf(message.from) : (message.sender_chat?.title ?? "Somebody");
	const joined = message.new_chat_members;
	if (joined) {
		const alone = joined.length === 1 && joined[0]?.id === message.from?.id;
		return alone ? `${who} joined the group` : `${who} added ${names(joined)}`;
	}
	const left = message.left_chat_member;
	if (left) return left.id === message.from?.id ? `${who} left the group` : `${who} removed ${nameOf(left)}`;
	if (message.new_chat_title !== undefined) return `${who} changed the name to “${message.new_chat_title}”`;
	if (message.new_chat_photo) return `${who} changed the photo`;
	if (message.delete_chat_photo) return `${who} removed the photo`;
	if (message.group_chat_created || message.supergroup_chat_created) return `${who} created the group`;
	if (message.channel_chat_created) return "Channel created";
	if (message.migrate_to_chat_id !== undefined) return "The group became a supergroup";
	if (message.migrate_from_chat_id !== undefined) return "This supergroup was a group before";
	if (message.pinned_message) return `${who} pinned a message`;
	if (message.forum_topic_created) return `${who} created the topic “${message.forum_topic_created.name}”`;
	if (message.forum_topic_edited) return `${who} changed the topic`;
	if (message.forum_topic_closed) return `${who} closed the topic`;
	if (message.forum_topic_reopened) return `${who} reopened the topic`;
	if (message.message_auto_delete_timer_changed) return `${who} changed the auto-delete timer`;
	if (message.users_shared) return `${who} shared ${message.users_shared.users.length} people with the bot`;
	if (message.chat_shared) return `${who} shared a chat with the bot`;
	if (message.write_access_allowed) return `${who} allowed the bot to write`;
	if (message.web_app_data) return `${who} sent data from “${message.web_app_data.button_text}”`;
	if (message.successful_payment) return paymentText(message, message.successful_payment);
	if (message.refunded_payment)
		return `${starsOf(message.refunded_payment.total_amount)} refunded${forWhat(message)}`;
	if (message.boost_added) return `${who} boosted the group`;
	if (message.video_chat_started) return "Video chat started";
	if (message.video_chat_ended) return `Video chat ended (${duration(message.video_chat_ended.duration)})`;
	return null;
}

const forWhat = (message: SeenMessage) => (message.receipt ? ` for “${message.receipt.title}”` : "");
const starsOf = (amount: number) => `${amount.toLocaleString("en-GB")} ${amount === 1 ? "Star" : "Stars"}`;

function paymentText(message: SeenMessage, payment: NonNullable<SeenMessage["successful_payment"]>): string {
	const price = starsOf(payment.total_amount);
	if (payment.is_recurring && !payment.is_first_recurring)
		return `Subscription renewed${forWhat(message)}: ${price}`;
	const who = message.out ? "You" : message.from ? nameOf(message.from) : "Somebody";
	const what = forWhat(message);
	return payment.is_recurring ? `${who} subscribed${what}: ${price} a month` : `${who} paid ${price}${what}`;
}

function mediaText(message: Message): string | null {
	if (message.animation) return "GIF";
	if (message.photo) return "🖼 Photo";
	if (message.video) return "🎬 Video";
	if (message.voice) return "🎤 Voice message";
	if (message.video_note) return "📹 Video message";
	if (message.audio) return `🎵 ${message.audio.title ?? message.audio.file_name ?? "Audio"}`;
	if (message.sticker) return `${message.sticker.emoji ?? ""} Sticker`.trim();
	if (message.document) return `📎 ${message.document.file_name ?? "File"}`;
	if (message.contact) return `👤 ${message.contact.first_name}`;
	if (message.venue) return `📍 ${message.venue.title}`;
	if (message.location) return "📍 Location";
	if (message.poll) return `📊 ${message.poll.question}`;
	if (message.dice) return `${message.dice.emoji} ${message.dice.value}`;
	if (message.invoice) return `🧾 ${message.invoice.title}`;
	if (message.paid_media)
		return `⭐️ ${message.paid_media.paid_media.length > 1 ? "Paid album" : "Paid media"}`;
	if (message.game) return `🎮 ${message.game.title}`;
	return null;
}

/** One line for chat lists, quotes and screen readers. */
export function previewOf(message: SeenMessage): string {
	const words = message.text ?? message.caption;
	const media = mediaText(message);
	if (words !== undefined) {
		const icon = media && /^\p{Extended_Pictographic}/u.test(media) ? `${[...media][0]} ` : "";
		return icon + words;
	}
	return media ?? serviceText(message) ?? "Message";
}

export const authorOf = (message: Message): string =>
	message.sender_chat?.title ?? (message.from ? nameOf(message.from) : (message.chat.title ?? "Channel"));

export const authorId = (message: Message): number =>
	message.sender_chat?.id ?? message.from?.id ?? message.chat.id;

export function forwardedFrom(message: Message): string | null {
	const origin = message.forward_origin;
	if (!origin) return null;
	switch (origin.type) {
		case "user":
			return nameOf(origin.sender_user);
		case "hidden_user":
			return origin.sender_user_name;
		case "chat":
			return origin.sender_chat.title ?? "a group";
		case "channel":
			return origin.chat.title ?? "a channel";
	}
}

/** Nothing but emoji: Telegram shows up to three of them large. */
export const isBigEmoji = (message: SeenMessage) =>
	message.text !== undefined &&
	!message.entities?.length &&
	/^(?:\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})*){1,3}$/u.test(
		message.text,
	);
