import type {
	Call,
	Chat,
	ChatSummary,
	ChatView,
	Checkout,
	Delivery,
	Fault,
	InvoiceInfo,
	Limits,
	MemberStatus,
	PayWhat,
	PressResult,
	SeenMessage,
	SendBody,
	Stars,
	State,
	User,
	UserBody,
	WorldClock,
} from "./types.ts";

/** The simulator refused: its own words, fit to be shown. */
export class Refused extends Error {}
/** The simulator did not answer at all. */
export class Unreachable extends Error {}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
	const init: RequestInit = { method };
	if (body !== undefined) {
		init.headers = { "content-type": "application/json" };
		init.body = JSON.stringify(body);
	}
	let response: Response;
	try {
		response = await fetch(`control/${path}`, init);
	} catch {
		throw new Unreachable("The simulator does not answer");
	}
	const answer: unknown = await response.json().catch(() => null);
	if (response.ok) return answer as T;
	// A development proxy answers 5xx without our JSON when the simulator itself is down.
	const said = (answer as { error?: string } | null)?.error;
	if (said === undefined && response.status >= 500) throw new Unreachable("The simulator does not answer");
	throw new Refused(said ?? `The simulator answered ${response.status}`);
}

const get = <T>(path: string) => call<T>("GET", path);
const post = <T = unknown>(path: string, body: unknown = {}) => call<T>("POST", path, body);
const as = (user: number, what: string) => `users/${user}/${what}`;

export const fileUrl = (uniqueId: string) => `control/files/${encodeURIComponent(uniqueId)}`;
export const eventsUrl = "control/events";

export const api = {
	clock: () => get<WorldClock>("clock"),
	passTime: (seconds: number) => post<WorldClock>("clock", { advance_seconds: seconds }),
	state: () => get<State>("state"),
	addBot: (bot: { first_name: string; username: string; token?: string }) =>
		post<{ bot: User; token: string }>("bots", bot),
	addUser: (user: UserBody) => post<{ user: User }>("users", user),
	reset: () => post("reset"),

	chats: async (user: number): Promise<ChatSummary[]> => {
		const { chats } = await get<{ chats: (Omit<ChatSummary, "chat"> & { chat: number | Chat })[] }>(
			as(user, "chats"),
		);
		return chats.map((line) => ({ ...line, chat: typeof line.chat === "number" ? line.chat : line.chat.id }));
	},
	messages: (user: number, chat: number, limit = 300) =>
		get<ChatView>(as(user, `messages?chat=${chat}&limit=${limit}`)),

	send: (user: number, body: SendBody) =>
		post<{ message?: SeenMessage; messages?: SeenMessage[] }>(as(user, "send"), body),
	start: (user: number, bot: number, payload?: string) => post(as(user, "start"), { bot, payload }),
	press: (user: number, body: { chat: number; message_id?: number; text?: string; callback_data?: string }) =>
		post<PressResult>(as(user, "press"), body),
	edit: (
		user: number,
		body: { chat: number; message_id: number; text?: string; caption?: string; entities?: unknown[] },
	) => post(as(user, "edit"), body),
	remove: (user: number, chat: number, message_id: number) => post(as(user, "delete"), { chat, message_id }),
	react: (user: number, chat: number, message_id: number, emoji?: string) =>
		post(as(user, "react"), { chat, message_id, emoji }),
	vote: (user: number, chat: number, message_id: number, options: number[]) =>
		post(as(user, "vote"), { chat, message_id, options }),
	block: (user: number, bot: number) => post(as(user, "block"), { bot }),
	unblock: (user: number, bot: number) => post(as(user, "unblock"), { bot }),
	createGroup: (
		user: number,
		group: { title: string; type: string; username?: string; is_forum?: boolean },
	) => post<{ chat: Chat }>(as(user, "groups"), group),
	join: (user: number, where: { chat: number } | { invite_link: string }) =>
		post<{ status?: string; chat?: Chat | number }>(as(user, "join"), where),
	leave: (user: number, chat: number) => post(as(user, "leave"), { chat }),
	setMember: (user: number, chat: number, member: number, status: MemberStatus) =>
		post(as(user, "members"), { chat, user: member, status }),

	stars: (user: number) => get<Stars>(as(user, "stars")),
	setStars: (user: number, balance: number) => call<Stars>("PUT", as(user, "stars"), { balance }),
	invoice: (slug: string) => get<InvoiceInfo>(`invoices/${encodeURIComponent(slug)}`),
	pay: (user: number, what: PayWhat) => post<Checkout>(as(user, "pay"), what),
	renew: (user: number, charge: string, fail: boolean) =>
		post(as(user, `subscriptions/${charge}/renew`), { fail }),
	cancelSubscription: (user: number, charge: string) => post(as(user, `subscriptions/${charge}/cancel`)),
	resumeSubscription: (user: number, charge: string) => post(as(user, `subscriptions/${charge}/resume`)),
	refund: (charge: string) => post(`payments/${charge}/refund`),

	setLimits: (limits: Limits) => call<unknown>("PUT", "limits", limits),
	addFault: (fault: Fault) => post<{ id: number | string }>("faults", fault),
	clearFaults: () => call<unknown>("DELETE", "faults"),
	calls: (after: number) => get<{ calls: Call[] }>(`calls?after=${after}`),
	deliveries: (after: number) => get<{ deliveries: Delivery[] }>(`deliveries?after=${after}`),
};
