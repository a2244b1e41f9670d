import { api } from "../api.ts";
import { refreshChats, refreshState, world } from "../state/world.ts";

type LinkResult =
	| { kind: "chat"; chat: number; message?: number }
	/** to be opened by whoever is told of it */
	| { kind: "share"; url: string }
	| { kind: "asked" }
	| { kind: "invoice"; slug: string }
	| { kind: "elsewhere"; url: string };

const telegramPath = (url: string): URL | null => {
	const trimmed = url.trim();
	if (trimmed.startsWith("@")) return new URL(`https://t.me/${trimmed.slice(1)}`);
	const whole = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
	if (!URL.canParse(whole)) return null;
	const parsed = new URL(whole);
	if (parsed.protocol === "tg:") {
		if (parsed.hostname === "invoice")
			return new URL(`https://t.me/$${parsed.searchParams.get("slug") ?? ""}`);
		const domain = parsed.searchParams.get("domain");
		if (!domain) return null;
		const start = parsed.searchParams.get("start");
		return new URL(`https://t.me/${domain}${start === null ? "" : `?start=${encodeURIComponent(start)}`}`);
	}
	return ["t.me", "telegram.me", "telegram.dog"].includes(parsed.hostname) ? parsed : null;
};

/** Acts on a link as this person's client would: start a bot, join by an invitation, open a public group. */
export async function followLink(user: number, url: string): Promise<LinkResult> {
	const link = telegramPath(url);
	if (!link) return { kind: "elsewhere", url };
	const parts = link.pathname.split("/").filter(Boolean);
	const [first = "", second] = parts;
	if (first.startsWith("$")) return { kind: "invoice", slug: first.slice(1) };
	if (first === "invoice" && second) return { kind: "invoice", slug: second };
	const shared = first === "share" ? link.searchParams.get("url") : null;
	if (shared) return { kind: "share", url: shared };
	const known = new Set(world.get().chats.map((chat) => chat.id));
	if (first.startsWith("+") || first === "joinchat") {
		const { status, chat } = await api.join(user, { invite_link: link.href });
		await Promise.all([refreshState(), refreshChats(user)]);
		const id = typeof chat === "object" ? chat.id : (chat ?? newestGroupOf(user));
		return status === "member" && id !== undefined ? { kind: "chat", chat: id } : { kind: "asked" };
	}
	const same = (username: string | undefined) => username?.toLowerCase() === first.toLowerCase();
	const { bots, chats } = world.get();
	const bot = bots.find((each) => same(each.username));
	if (bot) {
		const payload = link.searchParams.get("start");
		if (link.searchParams.has("startgroup")) throw new Error("Add the bot from the group's members instead");
		if (payload !== null) await api.start(user, bot.id, payload);
		return { kind: "chat", chat: bot.id };
	}
	const group = chats.find((each) => same(each.username));
	if (group && known.has(group.id)) {
		const { status } = await api.join(user, { chat: group.id });
		await refreshChats(user);
		return status === undefined || status === "member"
			? { kind: "chat", chat: group.id, ...messageOf(parts.slice(1).at(-1)) }
			: { kind: "asked" };
	}
	const id = second && /^\d+$/.test(second) && first === "c" ? Number(`-100${second}`) : undefined;
	if (id !== undefined && known.has(id)) {
		const isIn = (await api.chats(user)).some(({ chat }) => chat === id);
		if (!isIn) throw new Error("Only members of that chat can open this link");
		return { kind: "chat", chat: id, ...messageOf(parts.slice(2).at(-1)) };
	}
	throw new Error(first ? `Nobody here is called @${first}` : "This link leads nowhere");
}

/** Of a link into a topic the message comes last. */
const messageOf = (part: string | undefined) => (part && /^\d+$/.test(part) ? { message: Number(part) } : {});

/** The answer to a join need not name the group: the newest in the person's list is the one just joined. */
const newestGroupOf = (user: number) =>
	world.get().summaries[user]?.find((summary) => summary.chat < 0)?.chat;
