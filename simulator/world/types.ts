// Telegram's own shapes, as far as the simulator produces them. Optional fields may be `undefined`:
// JSON drops them on the way out.

export interface User {
	id: number;
	is_bot: boolean;
	first_name: string;
	last_name?: string | undefined;
	username?: string | undefined;
	language_code?: string | undefined;
	is_premium?: true | undefined;
}

export type ChatType = "private" | "group" | "supergroup" | "channel";

export interface Chat {
	id: number;
	type: ChatType;
	title?: string | undefined;
	username?: string | undefined;
	first_name?: string | undefined;
	last_name?: string | undefined;
	is_forum?: true | undefined;
}

export interface MessageEntity {
	type: string;
	/** in UTF-16 code units */
	offset: number;
	length: number;
	url?: string | undefined;
	user?: User | undefined;
	language?: string | undefined;
	custom_emoji_id?: string | undefined;
	[other: string]: unknown;
}

/** Any file of a message. `file_id` is the `file_unique_id` while stored; every bot sees its own. */
export interface FileInfo {
	file_id: string;
	file_unique_id: string;
	file_size?: number | undefined;
	file_name?: string | undefined;
	mime_type?: string | undefined;
	width?: number | undefined;
	height?: number | undefined;
	duration?: number | undefined;
	length?: number | undefined;
	[other: string]: unknown;
}

interface Location {
	latitude: number;
	longitude: number;
	[other: string]: unknown;
}

interface PollOption {
	persistent_id: string;
	text: string;
	text_entities?: MessageEntity[] | undefined;
	voter_count: number;
}

export interface Poll {
	id: string;
	question: string;
	question_entities?: MessageEntity[] | undefined;
	options: PollOption[];
	total_voter_count: number;
	is_closed: boolean;
	is_anonymous: boolean;
	type: "regular" | "quiz";
	allows_multiple_answers: boolean;
	allows_revoting: boolean;
	members_only: boolean;
	correct_option_ids?: number[] | undefined;
	explanation?: string | undefined;
	explanation_entities?: MessageEntity[] | undefined;
	open_period?: number | undefined;
	close_date?: number | undefined;
}

/** Bot API, Invoice. */
interface InvoiceInfo {
	title: string;
	description: string;
	start_parameter: string;
	currency: string;
	total_amount: number;
}

export type PaidMedia =
	| {
			type: "preview";
			width?: number | undefined;
			height?: number | undefined;
			duration?: number | undefined;
	  }
	| { type: "photo"; photo: FileInfo[] }
	| { type: "video"; video: FileInfo };

export interface PaidMediaInfo {
	star_count: number;
	paid_media: PaidMedia[];
}

interface RefundedPayment {
	currency: string;
	total_amount: number;
	invoice_payload: string;
	telegram_payment_charge_id: string;
	provider_payment_charge_id?: string | undefined;
}

export interface SuccessfulPayment extends RefundedPayment {
	provider_payment_charge_id: string;
	subscription_expiration_date?: number | undefined;
	is_recurring?: true | undefined;
	is_first_recurring?: true | undefined;
}

/** What a copy carries over: everything that is content and not circumstance. */
export interface Content {
	text?: string | undefined;
	entities?: MessageEntity[] | undefined;
	link_preview_options?: Record<string, unknown> | undefined;
	caption?: string | undefined;
	caption_entities?: MessageEntity[] | undefined;
	show_caption_above_media?: boolean | undefined;
	has_media_spoiler?: boolean | undefined;
	photo?: FileInfo[] | undefined;
	video?: FileInfo | undefined;
	animation?: FileInfo | undefined;
	audio?: FileInfo | undefined;
	document?: FileInfo | undefined;
	voice?: FileInfo | undefined;
	video_note?: FileInfo | undefined;
	sticker?: FileInfo | undefined;
	contact?: Record<string, unknown> | undefined;
	location?: Location | undefined;
	venue?: Record<string, unknown> | undefined;
	dice?: { emoji: string; value: number } | undefined;
	poll?: Poll | undefined;
	invoice?: InvoiceInfo | undefined;
	paid_media?: PaidMediaInfo | undefined;
	giveaway?: Record<string, unknown> | undefined;
}

interface ServiceContent {
	new_chat_members?: User[] | undefined;
	left_chat_member?: User | undefined;
	pinned_message?: Message | undefined;
	migrate_to_chat_id?: number | undefined;
	migrate_from_chat_id?: number | undefined;
	group_chat_created?: true | undefined;
	supergroup_chat_created?: true | undefined;
	channel_chat_created?: true | undefined;
	successful_payment?: SuccessfulPayment | undefined;
	refunded_payment?: RefundedPayment | undefined;
}

export type MessageOrigin =
	| { type: "user"; date: number; sender_user: User }
	| { type: "hidden_user"; date: number; sender_user_name: string }
	| { type: "chat"; date: number; sender_chat: Chat }
	| { type: "channel"; date: number; chat: Chat; message_id: number };

interface TextQuote {
	text: string;
	position: number;
	entities?: MessageEntity[] | undefined;
	is_manual?: true | undefined;
}

export interface Message extends Content, ServiceContent {
	message_id: number;
	message_thread_id?: number | undefined;
	from?: User | undefined;
	sender_chat?: Chat | undefined;
	date: number;
	edit_date?: number | undefined;
	chat: Chat;
	forward_origin?: MessageOrigin | undefined;
	reply_to_message?: Message | undefined;
	is_automatic_forward?: true | undefined;
	external_reply?:
		| ({ origin: MessageOrigin; chat?: Chat; message_id?: number } & Partial<Content>)
		| undefined;
	quote?: TextQuote | undefined;
	via_bot?: User | undefined;
	has_protected_content?: true | undefined;
	media_group_id?: string | undefined;
	effect_id?: string | undefined;
	reply_markup?: InlineKeyboardMarkup | undefined;
}

export interface InlineKeyboardButton {
	text: string;
	url?: string | undefined;
	callback_data?: string | undefined;
	web_app?: { url: string } | undefined;
	pay?: boolean | undefined;
	[other: string]: unknown;
}

export interface InlineKeyboardMarkup {
	inline_keyboard: InlineKeyboardButton[][];
}

interface KeyboardButton {
	text: string;
	request_contact?: boolean | undefined;
	request_location?: boolean | undefined;
	[other: string]: unknown;
}

export interface ReplyKeyboardMarkup {
	keyboard: KeyboardButton[][];
	is_persistent?: boolean | undefined;
	resize_keyboard?: boolean | undefined;
	one_time_keyboard?: boolean | undefined;
	input_field_placeholder?: string | undefined;
	selective?: boolean | undefined;
}

export type ReplyMarkup =
	| InlineKeyboardMarkup
	| ReplyKeyboardMarkup
	| { remove_keyboard: true; selective?: boolean | undefined }
	| { force_reply: true; input_field_placeholder?: string | undefined; selective?: boolean | undefined };

export type ReactionType =
	| { type: "emoji"; emoji: string }
	| { type: "custom_emoji"; custom_emoji_id: string }
	| { type: "paid" };
