import { useState } from "react";
import { api } from "../api.ts";
import { purchaseOfInvoice } from "../payments/purchase.ts";
import { StarredText } from "../payments/Star.tsx";
import { useChat, usePhone } from "../phone/context.ts";
import type { InlineKeyboardButton, InlineKeyboardMarkup, SeenMessage } from "../types.ts";
import { copyText } from "../ui/copy.ts";
import { Icon, type IconName } from "../ui/Icon.tsx";

/** The little sign in the corner that tells what a button leads to. */
function cornerOf(button: InlineKeyboardButton): IconName | undefined {
	if ("url" in button || "login_url" in button) return "leads";
	if ("web_app" in button) return "album";
	if ("copy_text" in button) return "copy";
	return "switch_inline_query" in button || "switch_inline_query_current_chat" in button
		? "forward"
		: undefined;
}

function Button({
	message,
	button,
	data,
}: {
	message: SeenMessage;
	button: InlineKeyboardButton;
	data?: string;
}) {
	const phone = usePhone();
	const chat = useChat();
	const [waiting, setWaiting] = useState(false);

	const press = async () => {
		setWaiting(true);
		await phone.attempt(async () => {
			const named = data === undefined ? { text: button.text } : { callback_data: data };
			const where = { chat: chat.chat, message_id: message.message_id };
			const result = await api.press(phone.user.id, { ...where, ...named });
			if (result.kind === "url") phone.openLink(result.url);
			if (result.kind !== "callback" || !result.answer) return;
			const { text, show_alert, url } = result.answer;
			if (url) phone.openLink(url);
			if (text) (show_alert ? phone.alert : phone.toast)(text);
		});
		setWaiting(false);
	};

	const onClick = () => {
		if ("url" in button) return phone.openLink(button.url);
		if ("web_app" in button) return phone.openLink(button.web_app.url);
		if ("login_url" in button) return phone.openLink(button.login_url.url);
		if ("pay" in button) {
			const purchase = purchaseOfInvoice(message, chat.chat);
			return purchase && phone.buy(purchase);
		}
		if ("copy_text" in button) {
			return void phone.attempt(async () => {
				await copyText(button.copy_text.text);
				phone.toast("Copied");
			});
		}
		if ("switch_inline_query_current_chat" in button || "switch_inline_query" in button) {
			const bot = message.via_bot?.username ?? message.from?.username ?? "bot";
			const query =
				"switch_inline_query" in button
					? button.switch_inline_query
					: button.switch_inline_query_current_chat;
			return chat.prefill(`@${bot} ${query}`);
		}
		if (!waiting) void press();
	};

	const corner = cornerOf(button);
	const style = button.style ? ` ${button.style}` : "";
	return (
		<button type="button" className={`key${style}`} aria-busy={waiting} onClick={onClick}>
			<span>{"pay" in button ? <StarredText text={button.text} /> : button.text}</span>
			{waiting && <i className="spinner" />}
			{corner && !waiting && <Icon name={corner} size={13} />}
		</button>
	);
}

export function InlineKeyboard({ message, markup }: { message: SeenMessage; markup: InlineKeyboardMarkup }) {
	const keyOf = (button: InlineKeyboardButton, index: number) => `${index} ${button.text}`;
	return (
		<div className="inline-keyboard">
			{markup.inline_keyboard.map((row, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
				<div className="keys" key={index}>
					{row.map((button, place) => {
						const data = "callback_data" in button ? { data: button.callback_data } : {};
						return <Button key={keyOf(button, place)} message={message} button={button} {...data} />;
					})}
				</div>
			))}
		</div>
	);
}
