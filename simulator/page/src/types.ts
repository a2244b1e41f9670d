import type { Chat, Message, ReplyKeyboardMarkup, User } from "grammy/types";

export type { InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, MessageEntity } from "grammy/types";
export type { Chat, Message, ReplyKeyboardMarkup, User };

/** Whoever has a name: a person, a bot or a group. */
export type Peer = {
	id: number;
	title: string;
	username?: string;
	kind: "person" | "bot" | "group" | "supergroup" | "channel";
};

export type SeenReaction = { emoji: string; from?: number | User | User[] | number[] };

/** A message as one person sees it now. */
export type SeenMessage = Message & {
	out?: boolean;
	reactions?: SeenReaction[];
	/** of service messages about a payment: what it was for */
	receipt?: { title: string };
};

export type WorldClock = { now: number; dashboard: string | null };
export type UserBody = {
	id?: number;
	first_name: string;
	last_name?: string;
	username?: string;
	language_code?: string;
};

export type State = { bots: User[]; users: User[]; chats: Chat[]; limits: Limits };
export type ChatSummary = { chat: number; title: string; unread: number; last?: SeenMessage | null };
export type ChatView = {
	messages: SeenMessage[];
	reply_keyboard: ReplyKeyboardMarkup | null;
	blocked: boolean;
};

type CallbackAnswer = { text?: string; show_alert?: boolean; url?: string };
export type PressResult =
	| { kind: "callback"; query_id: string; answer: CallbackAnswer | null }
	| { kind: "message"; message: SeenMessage }
	| { kind: "url"; url: string };

export type MediaKind =
	| "photo"
	| "video"
	| "animation"
	| "audio"
	| "voice"
	| "video_note"
	| "document"
	| "sticker";
export type Upload = { file_name?: string; mime_type?: string; data?: string; url?: string };
export type MediaItem = { [kind in MediaKind]?: Upload } & { caption?: string };

export type SendBody = MediaItem & {
	chat: number;
	text?: string;
	entities?: unknown[];
	caption_entities?: unknown[];
	reply_to?: number;
	forward_from?: { chat: number; message_id: number };
	contact?: { phone_number: string; first_name: string; last_name?: string; user_id?: number };
	location?: { latitude: number; longitude: number };
	poll?: { question: string; options: string[]; type?: "regular" | "quiz" };
	dice?: { emoji: string };
	media_group?: MediaItem[];
};

export type MemberStatus = "member" | "administrator" | "restricted" | "left" | "kicked";

/** What stands behind an invoice link. */
export type InvoiceInfo = {
	bot: number;
	title: string;
	description: string;
	amount: number;
	subscription_period: number | null;
};
export type PayWhat = { chat: number; message_id: number } | { link: string };
export type Checkout = {
	query_id: string;
	status: "paid" | "refused" | "failed" | "waiting";
	error?: string;
	charge_id?: string;
};
export type PaymentLine = {
	charge_id: string;
	bot: number;
	amount: number;
	title: string;
	date: number;
	refunded: boolean;
	subscription?: string;
};
export type SubscriptionLine = {
	id: string;
	charge_id: string;
	bot: number;
	title: string;
	amount: number;
	expires: number;
	state: "active" | "canceled" | "expired" | "failed";
	canceled_by: "user" | "bot" | null;
};
export type Stars = { balance: number; payments: PaymentLine[]; subscriptions: SubscriptionLine[] };

export type Limits = { enabled: boolean; per_second: number; per_chat: number; per_group_minute: number };
export type Fault = {
	bot?: number;
	method: string;
	status?: number;
	description?: string;
	retry_after?: number;
	latency_ms?: number;
	drop_answer?: boolean;
	times?: number;
};

export type Call = {
	seq: number;
	at: number | string;
	bot: number | string;
	method: string;
	parameters: unknown;
	status: number | null;
	error: string | null;
};
export type Delivery = {
	seq: number;
	at: number | string;
	bot: number | string;
	update_id: number;
	kind: string;
	attempt: number;
	status: number | null;
	error: string | null;
	ms: number | null;
};

/** `user` is null where everybody may be concerned. */
export type LiveEvent = { user?: number | null; chat?: number | null; action?: string; from?: number | User };
