import { plainEmoji } from "../bot-api/reactions.ts";
import { SimulatorError } from "../errors.ts";
import { MEDIA_KINDS } from "../world/files.ts";
import { memberOf } from "../world/members.ts";
import { forwarded, isService, messageForPerson, type PersonMessage } from "../world/messages.ts";
import { edit, post, react, remove } from "../world/post.ts";
import type { Room, StoredMessage } from "../world/records.ts";
import type { Message } from "../world/types.ts";
import { addUpdate, botsIn, isAdmin } from "../world/updates.ts";
import type { World } from "../world/world.ts";
import { type ContentInput, type Download, personContent } from "./content.ts";
import type {
	Checked,
	editInput,
	messageInput,
	reactInput,
	sendInput,
	startInput,
	voteInput,
} from "./inputs.ts";
import { findMessage, findRoom, findWritableRoom } from "./rooms.ts";

/** A person writes; an album comes as several messages. */
export async function sendAs(
	world: World,
	download: Download,
	person: number,
	input: Checked<typeof sendInput>,
): Promise<PersonMessage[]> {
	const room = findWritableRoom(world, person, input.chat);
	const { user } = world.person(person);
	const source = input.forward_from ? forwardable(world, person, input.forward_from) : null;
	const contents = source ? [forwarded(source)] : await contentsOf(world, download, input);
	const about = { ...reply(world, person, room, input), ...authorship(world, room, person, input.as) };
	if (room.kind === "private") room.started = true;
	return contents.map((content) => {
		const stored = post(world, room, user, { ...content, ...about }, { product: source?.product });
		return messageForPerson(world, person, room, stored);
	});
}

async function contentsOf(
	world: World,
	download: Download,
	{ media_group, ...input }: Checked<typeof sendInput>,
): Promise<Partial<Message>[]> {
	if (!media_group) {
		const content = await personContent(world, download, input);
		if (Object.keys(content).length === 0) throw new SimulatorError("nothing to send");
		return [content];
	}
	const media_group_id = `13${String(world.next("media_group")).padStart(15, "0")}`;
	const items: Partial<Message>[] = [];
	for (const item of media_group) {
		const content = await personContent(world, download, item as ContentInput);
		items.push({ ...content, media_group_id });
	}
	return items;
}

/** As whom a message stands there: an own channel, or for an anonymous administrator the group (Bot API, Message.sender_chat). */
function authorship(world: World, room: Room, person: number, as: number | undefined): Partial<Message> {
	if (as !== undefined) return asChannel(world, room, person, as);
	if (room.kind !== "group" || room.chat.type === "channel") return {};
	const { status, rights } = memberOf(world, room, person);
	const isAdministrator = status === "administrator" || status === "creator";
	if (!isAdministrator || rights.is_anonymous !== true) return {};
	const from = { id: 1087968824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };
	return { from, sender_chat: room.chat };
}

function asChannel(world: World, room: Room, person: number, id: number): Partial<Message> {
	const owned = (chat: number) => memberOf(world, world.group(chat), person).status === "creator";
	const channel = world.group(id);
	if (room.kind !== "group" || room.chat.type !== "supergroup" || channel.chat.type !== "channel")
		throw new SimulatorError("only in a supergroup somebody writes as a channel");
	if (!owned(id)) throw new SimulatorError(`user ${person} does not own channel ${id}`);
	// Bot API, banChatSenderChat: its owner can write as none of their channels.
	if (room.banned_channels?.some(owned)) throw new SimulatorError("the person's channels are banned there");
	const from = { id: 136817688, is_bot: true, first_name: "Channel", username: "Channel_Bot" };
	return { from, sender_chat: channel.chat };
}

function reply(
	world: World,
	person: number,
	room: Room,
	{ reply_to, reply_from, quote }: Checked<typeof sendInput>,
): Partial<Message> {
	if (reply_from !== undefined) return replyElsewhere(world, person, reply_from, quote);
	if (reply_to === undefined) return {};
	const { reply_to_message: _, ...message } = findMessage(room, reply_to).message;
	return { reply_to_message: message, ...quoted(message, quote) };
}

/** What is shown of a message of another chat: where it is from, its media and what is quoted (Bot API, ExternalReplyInfo). */
function replyElsewhere(
	world: World,
	person: number,
	from: { chat: number; message_id: number },
	quote: string | undefined,
): Partial<Message> {
	const stored = forwardable(world, person, from);
	const { chat, message_id } = stored.message;
	const { forward_origin: origin, ...content } = forwarded(stored);
	const {
		text: _,
		entities: __,
		caption: ___,
		caption_entities: ____,
		reply_markup: _____,
		...shown
	} = content;
	const known = chat.type === "supergroup" || chat.type === "channel" ? { chat, message_id } : {};
	return {
		...(origin ? { external_reply: { ...shown, origin, ...known } } : {}),
		...quoted(stored.message, quote),
	};
}

/** Of its entities only those of style stay in a quote (Bot API, TextQuote), so none that is a link. */
function quoted(message: Message, quote: string | undefined): Partial<Message> {
	if (quote === undefined) return {};
	const position = (message.text ?? message.caption ?? "").indexOf(quote);
	if (position < 0) throw new SimulatorError("the quote does not stand in that message");
	return { quote: { text: quote, position, is_manual: true } };
}

function forwardable(
	world: World,
	person: number,
	from: { chat: number; message_id: number },
): StoredMessage {
	const stored = findMessage(findRoom(world, person, from.chat), from.message_id);
	if (stored.message.has_protected_content) throw new SimulatorError("protected content can't be forwarded");
	if (isService(stored.message)) throw new SimulatorError("service messages can't be forwarded");
	return stored;
}

/** Opens t.me/<bot>?start=<payload> and presses Start, which also lets a blocked bot write again. */
export function startText({ payload }: Checked<typeof startInput>): string {
	return payload ? `/start ${payload}` : "/start";
}

export async function editAs(
	world: World,
	download: Download,
	person: number,
	{ chat, message_id, ...input }: Checked<typeof editInput>,
): Promise<PersonMessage> {
	const room = findWritableRoom(world, person, chat);
	const stored = findMessage(room, message_id);
	if (stored.sender !== person) throw new SimulatorError("only one's own messages can be edited");
	const content = await personContent(world, download, input);
	if (Object.keys(content).length === 0) throw new SimulatorError("nothing to change");
	const newMedia = MEDIA_KINDS.some((kind) => kind in content);
	const cleared = {
		...(newMedia ? Object.fromEntries(MEDIA_KINDS.map((kind) => [kind, undefined])) : {}),
		...(content.text === undefined ? {} : { entities: undefined }),
		...(content.caption === undefined ? {} : { caption_entities: undefined }),
	};
	edit(world, room, stored, { ...cleared, ...content });
	return messageForPerson(world, person, room, stored);
}

export function deleteAs(
	world: World,
	person: number,
	{ chat, message_id }: Checked<typeof messageInput>,
): void {
	const room = findRoom(world, person, chat);
	const stored = findMessage(room, message_id);
	if (room.kind === "group" && stored.sender !== person && !isAdmin(room, person)) {
		throw new SimulatorError("only administrators can delete others' messages");
	}
	remove(world, room, stored);
}

export function reactAs(
	world: World,
	person: number,
	{ chat, message_id, emoji }: Checked<typeof reactInput>,
): void {
	const room = findRoom(world, person, chat);
	const stored = findMessage(room, message_id);
	react(
		world,
		room,
		stored,
		world.person(person).user,
		emoji ? [{ type: "emoji", emoji: plainEmoji(emoji) }] : [],
	);
}

/** Votes in a poll of a bot: poll_answer if it is not anonymous, and the poll's new count. */
export function voteAs(
	world: World,
	person: number,
	{ chat, message_id, options }: Checked<typeof voteInput>,
): void {
	const room = findRoom(world, person, chat);
	const stored = findMessage(room, message_id);
	const poll = stored.message.poll;
	if (!poll || poll.is_closed) throw new SimulatorError("no open poll there");
	stored.votes ??= new Map();
	stored.votes.set(person, options);
	const votes = [...stored.votes.values()];
	poll.total_voter_count = votes.filter((chosen) => chosen.length > 0).length;
	for (const [index, option] of poll.options.entries()) {
		option.voter_count = votes.filter((chosen) => chosen.includes(index)).length;
	}
	const bots = room.kind === "private" ? [world.bot(room.bot)] : botsIn(world, room);
	const { user } = world.person(person);
	for (const bot of bots.filter((one) => one.user.id === stored.sender)) {
		if (!poll.is_anonymous) {
			addUpdate(world, bot, "poll_answer", { poll_id: poll.id, user, option_ids: options }, person);
		}
		addUpdate(world, bot, "poll", structuredClone(poll), Number(poll.id));
	}
}
