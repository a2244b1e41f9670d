import { SimulatorError } from "../errors.ts";
import { messageForBot, type PersonMessage } from "../world/messages.ts";
import type { CallbackAnswer, Room, StoredMessage } from "../world/records.ts";
import type { InlineKeyboardButton } from "../world/types.ts";
import { addUpdate } from "../world/updates.ts";
import type { World } from "../world/world.ts";
import type { Checked, pressInput } from "./inputs.ts";
import { findRoom } from "./rooms.ts";

export type Pressed =
	| { kind: "callback"; query_id: string; answer: CallbackAnswer | null }
	| { kind: "message"; message: PersonMessage }
	| { kind: "url"; url: string };

type Press = Checked<typeof pressInput>;

interface Found {
	stored: StoredMessage;
	button: InlineKeyboardButton;
}

function findInlineButton(room: Room, { message_id, text, callback_data }: Press): Found | undefined {
	const candidates =
		message_id === undefined ? [...room.messages.values()].reverse() : [room.messages.get(message_id)];
	for (const stored of candidates) {
		const button = stored?.message.reply_markup?.inline_keyboard
			.flat()
			.find(
				(one) =>
					(text === undefined || one.text === text) &&
					(callback_data === undefined || one.callback_data === callback_data),
			);
		if (stored && button) return { stored, button };
	}
	return undefined;
}

/** What a button of the reply keyboard sends. */
interface PressedContent {
	text?: string;
	contact?: { phone_number: string; first_name: string; user_id: number };
	reply_to?: number;
}

/**
 * Presses a button: an inline one, else one of the reply keyboard, whose text (or contact) is sent. What that sends is
 * left to `send`.
 */
export async function pressAs(
	world: World,
	person: number,
	input: Press,
	send: (content: PressedContent) => Promise<PersonMessage>,
): Promise<Pressed> {
	if (input.text === undefined && input.callback_data === undefined)
		throw new SimulatorError("give text or callback_data");
	const room = findRoom(world, person, input.chat);
	const found = findInlineButton(room, input);
	if (found) return pressInline(world, person, input.chat, found);
	const button =
		input.message_id === undefined && input.text !== undefined
			? room.keyboard?.markup.keyboard.flat().find((one) => one.text === input.text)
			: undefined;
	if (!button)
		throw new SimulatorError(`no button ${JSON.stringify(input.text ?? input.callback_data)} there`, 404);
	// In a group the text is a reply to the keyboard's message, so that a bot in privacy mode sees it.
	const reply = room.kind === "group" && room.keyboard ? { reply_to: room.keyboard.message_id } : {};
	if (room.keyboard?.markup.one_time_keyboard) room.keyboard = null;
	if (!button.request_contact)
		return { kind: "message", message: await send({ text: button.text, ...reply }) };
	const { first_name, id } = world.person(person).user;
	const contact = { phone_number: `+1555${String(id).slice(-7)}`, first_name, user_id: id };
	return { kind: "message", message: await send({ contact, ...reply }) };
}

function pressInline(world: World, person: number, chat: number, { stored, button }: Found): Pressed {
	const url = button.url ?? button.web_app?.url;
	if (url) return { kind: "url", url };
	if (button.pay) throw new SimulatorError("that is a Pay button: see pay");
	if (button.callback_data === undefined) throw new SimulatorError("that button has no callback_data");
	const bot = world.bot(stored.sender);
	const id = String(4_000_000_000_000_000 + world.next("callback"));
	const query = {
		id,
		bot: bot.user.id,
		user: person,
		chat,
		message_id: stored.message.message_id,
		at: world.now(),
		answer: null,
	};
	world.state.callbacks.set(id, query);
	const update = {
		id,
		from: world.person(person).user,
		message: messageForBot(bot, stored.message),
		chat_instance: String(stored.message.chat.id * 1_000_003),
		data: button.callback_data,
	};
	addUpdate(world, bot, "callback_query", update, person);
	forgetOld(world);
	return { kind: "callback", query_id: id, answer: null };
}

const KEEP = 5000;

function forgetOld(world: World): void {
	const { callbacks } = world.state;
	if (callbacks.size <= KEEP) return;
	const oldest = callbacks.keys().next().value;
	if (oldest !== undefined) callbacks.delete(oldest);
}
