// What the simulator remembers. Maps and byte arrays only, so that snapshot.ts can write all of it as JSON.
import type { Books } from "../payments/records.ts";
import type { Chat, Message, ReactionType, ReplyKeyboardMarkup, User } from "./types.ts";

interface Webhook {
	url: string;
	secret_token: string | undefined;
	max_connections: number;
	last_error_date?: number | undefined;
	last_error_message?: string | undefined;
}

export interface PendingUpdate {
	update_id: number;
	kind: string;
	queue: string;
	update: Record<string, unknown>;
	/** ms since 1970 */
	expires: number;
	attempts: number;
	/** seconds of the last backoff; see delivery/backoff.ts */
	delay: number;
	next_at: number;
}

export interface BotRecord {
	user: User;
	token: string;
	can_read_all_group_messages: boolean;
	webhook: Webhook | null;
	/** null: the default list */
	allowed_updates: string[] | null;
	next_update_id: number;
	/** private chats of one account share a counter, as every account has its own box of messages */
	next_message_id: number;
	queues: Map<string, PendingUpdate[]>;
	/** the newest updates, for redelivery */
	history: Map<number, { kind: string; queue: string; update: Record<string, unknown> }>;
	commands: Map<string, { command: string; description: string }[]>;
	/** by person; 0 is the default */
	menu_buttons: Map<number, Record<string, unknown>>;
}

export interface PersonRecord {
	user: User;
	deactivated: boolean;
}

export interface Reaction {
	/** id of a person or a bot */
	from: number;
	reaction: ReactionType[];
}

export interface StoredMessage {
	message: Message;
	/** id of the person or bot who wrote it */
	sender: number;
	reactions: Reaction[];
	/** what is paid for here: an invoice's slug or a paid medium's id */
	product?: string | undefined;
	/** a quiz's right answers may be unknown to a bot that did not send it */
	votes?: Map<number, number[]>;
}

interface RoomBase {
	messages: Map<number, StoredMessage>;
	/** the reply keyboard under the input */
	keyboard: { bot: number; message_id: number; markup: ReplyKeyboardMarkup } | null;
	/** how many messages each person has not read */
	unread: Map<number, number>;
	/** ms since 1970 of the newest message */
	last_at: number;
}

export interface PrivateRoom extends RoomBase {
	kind: "private";
	bot: number;
	user: number;
	/** a bot can't write to somebody who never wrote to it */
	started: boolean;
	/** ms since 1970: until when a bot may answer a join request without that */
	writable_until: number;
	blocked: boolean;
}

export type MemberStatus = "creator" | "administrator" | "member" | "restricted" | "left" | "kicked";

export interface Member {
	status: MemberStatus;
	/** an administrator's rights or a restricted one's permissions */
	rights: Record<string, boolean>;
	until_date: number;
	/** of a restricted one */
	is_member: boolean;
	custom_title?: string | undefined;
	/** who promoted an administrator: only that one may edit them */
	promoted_by?: number | undefined;
	/** what somebody who is in came by, if it was a link */
	invite_link?: string | undefined;
}

export interface InviteLink {
	invite_link: string;
	creator: number;
	creates_join_request: boolean;
	is_primary: boolean;
	is_revoked: boolean;
	name?: string | undefined;
	expire_date?: number | undefined;
	member_limit?: number | undefined;
}

export interface GroupRoom extends RoomBase {
	kind: "group";
	chat: Chat;
	next_message_id: number;
	members: Map<number, Member>;
	invite_links: InviteLink[];
	/** person to the invite link that was used, if any */
	join_requests: Map<number, string | null>;
	join_by_request: boolean;
	permissions: Record<string, boolean>;
	migrated_to: number | null;
	/** a supergroup's channel, or a channel's discussion group */
	linked_chat_id?: number | undefined;
	/** channels nobody may write as (Bot API, banChatSenderChat) */
	banned_channels?: number[] | undefined;
	pinned: number[];
}

export type Room = PrivateRoom | GroupRoom;

export type FileKind =
	| "photo"
	| "video"
	| "animation"
	| "audio"
	| "document"
	| "voice"
	| "video_note"
	| "sticker"
	| "thumbnail";

export interface FileRecord {
	unique_id: string;
	kind: FileKind;
	file_name: string;
	mime_type: string;
	bytes: Uint8Array;
}

export interface CallbackAnswer {
	text?: string | undefined;
	show_alert?: boolean | undefined;
	url?: string | undefined;
}

interface CallbackQuery {
	id: string;
	bot: number;
	user: number;
	/** the chat as the person names it */
	chat: number;
	message_id: number;
	/** ms since 1970 */
	at: number;
	answer: CallbackAnswer | null;
}

export interface Limits {
	enabled: boolean;
	per_second: number;
	per_chat: number;
	per_group_minute: number;
}

export interface Counters {
	bot: number;
	user: number;
	group: number;
	file: number;
	callback: number;
	media_group: number;
	poll: number;
	link: number;
	product: number;
	checkout: number;
	charge: number;
}

export interface WorldState {
	version: 1;
	bots: Map<number, BotRecord>;
	people: Map<number, PersonRecord>;
	/** by `bot:user` */
	private_rooms: Map<string, PrivateRoom>;
	groups: Map<number, GroupRoom>;
	files: Map<string, FileRecord>;
	callbacks: Map<string, CallbackQuery>;
	counters: Counters;
	limits: Limits;
	/** how far its clock stands before the real time, ms */
	clock_ahead: number;
	books: Books;
}
