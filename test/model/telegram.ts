import { currentLife, type Life, never } from "./scheduler.ts";
import type { World } from "./world.ts";

/** A message in somebody's private chat with a bot, as that bot numbers it. */
export interface Item {
	id: number;
	at: number;
	/** Names what a person wrote; the copies of it carry the same. */
	marker: string | null;
	text: string | null;
	/** The chat whose match card this is. */
	card: string | null;
	/** Callback data. */
	buttons: string[];
	fromUser: boolean;
	deleted: boolean;
	/** The chat's end, as its actor tells it: with the menu's keyboard. */
	end: string | null;
	/** What it replies to. */
	replyTo: number | null;
}

export interface PrivateChat {
	botId: number;
	userId: number;
	/** The person has blocked the bot. */
	blocked: boolean;
	items: Map<number, Item>;
}

interface Body {
	chat_id: number;
	text?: string;
	from_chat_id?: number;
	message_id?: number;
	message_ids?: number[];
	media?: { media: string }[];
	reply_parameters?: { message_id: number };
	reply_markup?: {
		inline_keyboard?: { text: string; callback_data?: string }[][];
		keyboard?: { text: string }[][];
	};
}

type Answer =
	| { ok: true; result: unknown }
	| { ok: false; error_code: number; description: string; parameters?: { retry_after: number } };

interface Flight {
	act: () => void;
	acted: boolean;
}

const refusal = (error_code: number, description: string): Answer => ({ ok: false, error_code, description });
const responseOf = (answer: Answer) => ({ json: () => Promise.resolve(answer) }) as unknown as Response;

/** The Bot API in memory: who received what and when, and calls that fail. */
export class Telegram {
	readonly #world: World;
	readonly chats = new Map<string, PrivateChat>();
	/** Message ids rise through all chats of a bot. */
	readonly #lastId = new Map<number, number>();
	readonly #flights = new Map<Life, Set<Flight>>();
	/** Told of everything a bot puts before somebody. */
	received: (chat: PrivateChat, item: Item, by: Life | undefined) => void = () => undefined;

	/** Told of every text a bot changes. */
	edited: (chat: PrivateChat, item: Item, by: Life | undefined) => void = () => undefined;

	constructor(world: World) {
		this.#world = world;
	}

	chat(botId: number, userId: number): PrivateChat {
		const key = `${botId}:${userId}`;
		let chat = this.chats.get(key);
		if (!chat) {
			chat = { botId, userId, blocked: false, items: new Map() };
			this.chats.set(key, chat);
		}
		return chat;
	}

	/** Adds what a person sends, or a bot. */
	add(chat: PrivateChat, content: Partial<Item>): Item {
		const id = (this.#lastId.get(chat.botId) ?? 100) + 1;
		this.#lastId.set(chat.botId, id);
		const item: Item = {
			...{
				id,
				at: this.#world.now,
				marker: null,
				text: null,
				card: null,
				end: null,
				buttons: [] as string[],
			},
			...{ fromUser: false, deleted: false, replyTo: null, ...content },
		};
		chat.items.set(id, item);
		return item;
	}

	/** What a dead caller had sent is carried out right then, or never. */
	drop(who: Life): void {
		for (const flight of this.#flights.get(who) ?? []) {
			if (!flight.acted && this.#world.random.chance(0.5)) flight.act();
			flight.acted = true;
		}
		this.#flights.delete(who);
	}

	readonly fetch = ((url: string, init: RequestInit): Promise<Response> => {
		const who = currentLife();
		if (who?.alive === false) return never();
		const world = this.#world;
		const { scheduler, random } = world;
		const [, bot, method] = /\/bot(\d+):[^/]+\/(\w+)$/.exec(String(url)) ?? [];
		const body = JSON.parse(String(init.body)) as Body;
		return new Promise((resolve, reject) => {
			let answer: Answer = refusal(500, "not carried out");
			const flight: Flight = {
				acted: false,
				act: () => {
					flight.acted = true;
					answer = this.#carryOut(Number(bot), method ?? "", body, who);
				},
			};
			const later = (settle: () => void) =>
				scheduler.after(world.telegramLatency(), () => {
					this.#flightsOf(who)?.delete(flight);
					if (who?.alive === false) return false;
					settle();
					return true;
				});
			const fault = world.happens(world.profile.telegram) ? this.#fault(method ?? "") : null;
			if (fault) world.fault(`${method} to ${body.chat_id}: ${fault}`, who);
			if (fault === "too fast") {
				const parameters = { retry_after: 1 + random.below(3) };
				answer = { ok: false, error_code: 429, description: "Too Many Requests", parameters };
			}
			if (fault === "refused") answer = refusal(400, "Bad Request: can't be copied");
			if (fault === "too fast" || fault === "server error" || fault === "refused") {
				later(() => resolve(responseOf(answer)));
				return;
			}
			if (fault === "not sent") {
				later(() => reject(new TypeError("fetch failed")));
				return;
			}
			this.#flightsOf(who)?.add(flight);
			scheduler.after(world.telegramLatency(), () => {
				if (flight.acted) return false;
				flight.act();
				if (fault === "no answer") return true;
				later(() =>
					fault === "answer lost" ? reject(new TypeError("fetch failed")) : resolve(responseOf(answer)),
				);
				return true;
			});
		});
	}) as unknown as typeof globalThis.fetch;

	#fault(method: string) {
		const common = { "too fast": 4, "server error": 3, "answer lost": 3, "not sent": 3, "no answer": 1 };
		return this.#world.random.weighted({ ...common, refused: method.startsWith("copy") ? 1 : 0 });
	}

	#flightsOf(who: Life | undefined): Set<Flight> | undefined {
		if (!who) return undefined;
		let flights = this.#flights.get(who);
		if (!flights) {
			flights = new Set();
			this.#flights.set(who, flights);
		}
		return flights;
	}

	#carryOut(botId: number, method: string, body: Body, who: Life | undefined): Answer {
		if (method === "answerCallbackQuery") return { ok: true, result: true };
		const chat = this.chat(botId, body.chat_id);
		if (chat.blocked) return refusal(403, "Forbidden: bot was blocked by the user");
		const replyTo = body.reply_parameters?.message_id ?? null;
		const put = (content: Partial<Item>) => {
			const item = this.add(chat, { ...content, replyTo });
			this.#world.note(
				() =>
					`    ${body.chat_id} gets ${item.id} ${item.marker ?? item.text?.slice(0, 30)} from ${who?.name}`,
			);
			this.received(chat, item, who);
			return item.id;
		};
		switch (method) {
			case "sendMessage":
				return { ok: true, result: { message_id: put(contentOf(body, who)), chat: { id: body.chat_id } } };
			case "copyMessage":
			case "copyMessages": {
				const ids = body.message_ids ?? [body.message_id ?? 0];
				const from = this.chat(botId, body.from_chat_id ?? 0);
				const originals = ids.flatMap((id) => from.items.get(id) ?? []);
				if (originals.length === 0) return refusal(400, "Bad Request: message to copy not found");
				const copies = originals.map(({ marker, text }) => ({ message_id: put({ marker, text }) }));
				return { ok: true, result: method === "copyMessage" ? copies[0] : copies };
			}
			case "sendMediaGroup": {
				// A file's id is its marker here.
				const sent = (body.media ?? []).map(({ media }) => ({ message_id: put({ marker: media }) }));
				return { ok: true, result: sent };
			}
			case "editMessageText":
			case "deleteMessage": {
				const item = chat.items.get(body.message_id ?? 0);
				if (!item) return refusal(400, "Bad Request: message not found");
				if (method === "deleteMessage") Object.assign(item, { deleted: true, buttons: [] });
				else {
					Object.assign(item, { text: body.text ?? null, buttons: buttonsOf(body) });
					this.edited(chat, item, who);
				}
				return { ok: true, result: true };
			}
			default:
				this.#world.fail("bot api", `unknown method ${method}`);
				return refusal(404, "Not Found");
		}
	}
}

function contentOf(body: Body, who: Life | undefined): Partial<Item> {
	const chat = who?.name.startsWith("chat_") ? who.name : null;
	// Only a match card brings the keyboard of a chat, with two buttons in its first row; the end brings the menu's.
	const firstRow = body.reply_markup?.keyboard?.[0]?.length ?? 0;
	return {
		text: body.text ?? null,
		card: firstRow === 2 ? chat : null,
		end: firstRow === 1 ? chat : null,
		buttons: buttonsOf(body),
	};
}

const buttonsOf = ({ reply_markup }: Body): string[] =>
	(reply_markup?.inline_keyboard ?? []).flat().flatMap((button) => button.callback_data ?? []);
