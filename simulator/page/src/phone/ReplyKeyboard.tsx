import { api } from "../api.ts";
import type { KeyboardButton, ReplyKeyboardMarkup } from "../types.ts";
import { useChat, usePhone } from "./context.ts";

const labelOf = (button: KeyboardButton) => (typeof button === "string" ? button : button.text);
const styleOf = (button: KeyboardButton) => (typeof button === "string" ? "" : (button.style ?? ""));

const keyOf = (button: KeyboardButton, place: number) => `${place} ${labelOf(button)}`;

/** The keyboard a bot put under the input. */
export function ReplyKeyboard({ markup, onUsed }: { markup: ReplyKeyboardMarkup; onUsed: () => void }) {
	const phone = usePhone();
	const chat = useChat();

	const press = async (button: KeyboardButton) => {
		const me = phone.user;
		if (typeof button === "object" && "web_app" in button) return phone.openLink(button.web_app.url);
		const done =
			typeof button === "object" && "request_contact" in button
				? await chat.send({
						contact: { phone_number: `+1555${me.id}`, first_name: me.first_name, user_id: me.id },
					})
				: typeof button === "object" && "request_location" in button
					? await chat.send({ location: { latitude: 52.52, longitude: 13.405 } })
					: await phone.attempt(() => api.press(me.id, { chat: chat.chat, text: labelOf(button) }));
		if (done) onUsed();
	};

	return (
		<fieldset
			className={markup.resize_keyboard ? "reply-keyboard" : "reply-keyboard tall"}
			aria-label="The bot's keyboard"
		>
			{markup.keyboard.map((row, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
				<div className="keys" key={index}>
					{row.map((button, place) => (
						<button
							type="button"
							className={`reply-key ${styleOf(button)}`}
							key={keyOf(button, place)}
							onClick={() => void press(button)}
						>
							{labelOf(button)}
						</button>
					))}
				</div>
			))}
		</fieldset>
	);
}
