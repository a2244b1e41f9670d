import type { Message, Update } from "grammy/types";
import type { Card } from "../../src/people/rules.ts";
import type { BotRecord } from "../../src/platform/registry.ts";
import type { Inbox } from "./inbox.ts";
import type { Item, PrivateChat, Telegram } from "./telegram.ts";
import type { Witness } from "./witness.ts";
import type { World } from "./world.ts";

const labels = {
	find: "🔍 Find Partner",
	next: "⏭ Next",
	stop: "⏹ Stop",
	block: "🚫 Block",
	lock: "🔒 Lock Chat",
};

const inChat = {
	...{ write: 12, reply: 3, album: 2.5, delete: 0.7, button: 0.7, find: 0.4 },
	...{ next: 1.6, stop: 1.2, block: 0.6, kick: 0.3, lock: 2 },
};
const alone = { find: 9, button: 4, write: 1, album: 0.2, next: 1.5, stop: 2, block: 0.1, kick: 0.25 };
type Action = keyof typeof inChat | keyof typeof alone;

interface Actor {
	userId: number;
	/** The bots this person uses. */
	records: BotRecord[];
}

interface Parts {
	world: World;
	telegram: Telegram;
	inbox: Inbox;
	witness: Witness;
}

/** Strangers who press, write and leave at random, on what they have really been sent. */
export class People {
	readonly #parts: Parts;
	readonly #people: Actor[];
	#updates = 0;
	#markers = 0;

	constructor(parts: Parts, people: Actor[]) {
		this.#parts = parts;
		this.#people = people;
	}

	/** Somebody does something. */
	act(): void {
		const { world, telegram } = this.#parts;
		const person = world.random.pick(this.#people);
		const record = person && world.random.pick(person.records);
		if (!person || !record) return;
		const chat = telegram.chat(record.id, person.userId);
		// Whoever has blocked the bot can do nothing but take that back.
		if (chat.blocked) this.#member(record, chat, false);
		else this.#do(this.#decide(record, chat), record, chat);
	}

	/** Everybody looks for a partner: a run begins with a crowd. */
	findAll(): void {
		for (const { userId, records } of this.#people) {
			const [record] = records;
			if (record) this.#do("find", record, this.#parts.telegram.chat(record.id, userId));
		}
	}

	#decide(record: BotRecord, { userId }: PrivateChat): Action {
		const { world, witness } = this.#parts;
		if (witness.chatOf(record.id, userId)) return world.random.weighted(inChat);
		return world.random.weighted({ ...alone, stop: alone.stop * world.profile.fickle });
	}

	#do(action: Action, record: BotRecord, chat: PrivateChat): void {
		const { random } = this.#parts.world;
		const items = [...chat.items.values()].filter((item) => !item.deleted);
		switch (action) {
			case "find":
			case "next":
			case "stop":
			case "block":
				this.#message(record, chat, { text: labels[action] }, labels[action]);
				break;
			case "write":
				this.#write(record, chat, null);
				break;
			case "reply":
				this.#write(record, chat, random.pick(items.slice(-8)) ?? null);
				break;
			case "album": {
				const media_group_id = `album${this.#markers}`;
				for (let left = 2 + random.below(2); left > 0; left--)
					this.#write(record, chat, null, media_group_id);
				break;
			}
			case "delete":
				this.#delete(record, chat, items);
				break;
			case "lock":
				this.#lock(record, chat);
				break;
			case "button":
				this.#press(record, chat, () => true);
				break;
			case "kick":
				this.#member(record, chat, true);
		}
	}

	/** Mostly they choose for how long, once they have seen what there is; and often one of the two has had enough then. */
	#lock(record: BotRecord, chat: PrivateChat): void {
		const { world, witness, telegram } = this.#parts;
		const { random, scheduler } = world;
		const chatId = witness.chatOf(record.id, chat.userId);
		this.#message(record, chat, { text: labels.lock }, labels.lock);
		scheduler.after(random.between(300, 5_000), () => {
			this.#press(record, chat, (data) => data.startsWith("lock:"));
			return true;
		});
		if (random.chance(0.4)) return;
		scheduler.after(random.between(2_000, 90_000), () => {
			const both = this.#people.filter(({ userId }) => witness.chatOf(record.id, userId) === chatId);
			const one = random.pick(both);
			const end = random.weighted({ block: 3, kick: 2, stop: 2, next: 2, lock: 1 });
			if (one && chatId !== null) this.#do(end, record, telegram.chat(record.id, one.userId));
			return true;
		});
	}

	#delete(record: BotRecord, chat: PrivateChat, items: Item[]): void {
		const { world, witness } = this.#parts;
		const own = items.filter((item) => item.fromUser && witness.written.has(item.marker ?? ""));
		const item = world.random.pick(own.slice(-4));
		const original = witness.written.get(item?.marker ?? "");
		if (!item || !original) return;
		original.deleted = true;
		this.#message(record, chat, { text: "/del", ...replyTo(chat, item) }, `/del ${item.marker}`);
	}

	#write(record: BotRecord, chat: PrivateChat, target: Item | null, media_group_id?: string): void {
		const { witness, world } = this.#parts;
		this.#markers += 1;
		const marker = `m${this.#markers}`;
		const file = { file_id: marker, file_unique_id: marker, width: 1, height: 1 };
		const content = media_group_id ? { media_group_id, photo: [file] } : { text: marker };
		const chatId = witness.chatOf(record.id, chat.userId);
		const { item, update } = this.#message(record, chat, { ...content, ...replyTo(chat, target) }, marker);
		item.marker = marker;
		witness.written.set(marker, {
			...{ marker, botId: record.id, userId: chat.userId, messageId: item.id, chatId, at: world.now },
			...{ update, replyTo: target?.marker ?? null, deleted: false, copies: 0 },
		});
	}

	#message(record: BotRecord, chat: PrivateChat, content: Partial<Message>, what: string) {
		const item = this.#parts.telegram.add(chat, { fromUser: true, text: content.text ?? null });
		const message = { ...messageOf(chat, item), from: userOf(chat.userId), ...content };
		const update = this.#send(record, chat, "messages", { message } as Partial<Update>, what);
		return { item, update };
	}

	#press(record: BotRecord, chat: PrivateChat, wanted: (data: string) => boolean): void {
		const { random } = this.#parts.world;
		const buttons = [...chat.items.values()].flatMap((item) =>
			item.buttons.filter(wanted).map((data) => ({ data, item })),
		);
		const recent = random.chance(0.8) ? buttons.slice(-4) : buttons;
		const button = random.pick(recent);
		if (!button) return;
		const { data, item } = button;
		const callback_query = {
			...{ id: `q${this.#updates}`, from: userOf(chat.userId), chat_instance: "1", data },
			message: messageOf(chat, item),
		};
		const named = /^(?:block|end|report|lock):(\w+)/.exec(data)?.[1];
		this.#send(record, chat, "callbacks", { callback_query } as Partial<Update>, data, named);
	}

	#member(record: BotRecord, chat: PrivateChat, blocked: boolean): void {
		const { world, witness } = this.#parts;
		chat.blocked = blocked;
		if (blocked) witness.kicks.push({ userId: chat.userId, at: world.now });
		const user = userOf(chat.userId);
		const [was, is] = blocked ? ["member", "kicked"] : ["kicked", "member"];
		const my_chat_member = {
			...{ chat: privateChat(chat.userId), from: user, date: this.#seconds() },
			old_chat_member: { status: was, user: record.info },
			new_chat_member: { status: is, user: record.info, until_date: 0 },
		};
		this.#send(record, chat, "members", { my_chat_member } as Partial<Update>, `bot ${is}`);
	}

	#send(
		record: BotRecord,
		{ userId }: PrivateChat,
		queue: string,
		content: Partial<Update>,
		what: string,
		chatId?: string,
	): string {
		const { world, inbox, witness } = this.#parts;
		this.#updates += 1;
		// Ids don't rise evenly: after a week without updates Telegram chooses them at random.
		const update_id = this.#updates * 7 + (world.random.chance(0.5) ? 0 : 50_000);
		const key = `${record.id}:${update_id}`;
		inbox.push(`${record.id}:${userId}:${queue}`, {
			...{
				key,
				record,
				userId,
				what,
				at: world.now,
				lastAt: world.now,
				triedAt: null,
				answeredAt: null,
				replies: [],
			},
			chatId: chatId ?? witness.chatOf(record.id, userId),
			update: { update_id, ...content },
		});
		return key;
	}

	#seconds(): number {
		return Math.floor(this.#parts.world.now / 1_000);
	}
}

const userOf = (id: number) => ({ id, is_bot: false, first_name: `P${id}`, language_code: "en" });
const privateChat = (id: number) => ({ id, type: "private" as const, first_name: `P${id}` });
const messageOf = (chat: PrivateChat, item: Item) => ({
	...{ message_id: item.id, date: Math.floor(item.at / 1_000), chat: privateChat(chat.userId) },
	...(item.text === null ? {} : { text: item.text }),
});
const replyTo = (chat: PrivateChat, item: Item | null) =>
	item ? { reply_to_message: messageOf(chat, item) as NonNullable<Message["reply_to_message"]> } : {};

/** A complete profile, as D1 would have it. */
export function randomCard({ random }: World, languages: readonly Card["language"][]): Card {
	const vip = random.chance(0.35);
	return {
		...{ version: 1, ban: null, refused: false, termsVersion: "1" },
		language: random.pick(languages) ?? "en",
		gender: random.weighted({ male: 5, female: 4, other: 1 }),
		age: 18 + random.below(50),
		wish: random.weighted({ any: 4, female: 2, male: 2, other: 0.5 }),
		vipUntil: vip ? Number.MAX_SAFE_INTEGER : null,
	};
}
