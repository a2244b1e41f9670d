import { BotError } from "grammy";
import type { Message, Update } from "grammy/types";
import { type ChatContext, chatBot } from "./chat/bot.ts";
import { lockBot } from "./chat/locks/bot.ts";
import { reportBot, reviewBot } from "./chat/reports/bot.ts";
import { effectiveReview } from "./chat/rules/reports.ts";
import type { BeginAnswer, BeginRequest, Snapshot } from "./chat/rules/seating.ts";
import { mediaReview, reviewChat } from "./chat/settings.ts";
import { reviewNotice } from "./chat/views.ts";
import { deliveryPages } from "./delivery/bot.ts";
import type { Deps } from "./deps.ts";
import { isGroupUpdate, receiveGroupUpdate } from "./groups/bot.ts";
import { staffBot } from "./operations/bot.ts";
import { mayCommand, type StaffCommand, staffCommandOf } from "./operations/rules.ts";
import { isPaymentUpdate, takePaymentUpdate } from "./payments/bot/updates.ts";
import { paymentPages } from "./payments/bot.ts";
import { appealReviewBot } from "./people/bot/appeals.ts";
import { channelGate } from "./people/bot/channels.ts";
import { rightsPages } from "./people/bot/rights.ts";
import { answerFromSupport } from "./people/bot/support.ts";
import { peopleBot } from "./people/bot.ts";
import { type Intent, languageOf } from "./people/context.ts";
import { expectsAnswer, type Session } from "./people/rules.ts";
import { supportChat } from "./people/settings.ts";
import { controlChat } from "./platform/alerts.ts";
import { allowedUpdates, commands } from "./platform/bot-profile.ts";
import { commandOf } from "./platform/commands.ts";
import { labelsOf, type Translate, translator } from "./platform/i18n/index.ts";
import { together } from "./platform/lazily.ts";
import type { BotRecord } from "./platform/registry.ts";
import type { Settings } from "./platform/settings.ts";
import { apiWith, botFor, isUnreachable } from "./platform/telegram.ts";
import { answered, failed, HandlerTimeout, later, ok, within } from "./platform/update-answers.ts";
import { checkUpdate } from "./platform/update-shape.ts";
import { invitePages, referralPayload } from "./referrals/bot.ts";
import { isLoginUpdate, receiveLogin } from "./staff/login/bot.ts";

/** A reply keyboard's buttons, which come as text. */
const labels: Record<string, Intent> = {
	"button-find": "find",
	"button-next": "next",
	"button-stop": "stop",
	"button-block": "block",
	"button-report": "report",
	"button-lock": "lock",
	"button-profile": "profile",
	"button-help": "help",
	"button-premium": "premium",
	"button-invite": "invite",
};

/** What a message asks for. Only what its sender typed or pressed here counts, see `commandOf`. */
function intentOf(
	message: Message | undefined,
	username: string,
): { intent: Intent | null; argument: string } {
	const none = { intent: null, argument: "" };
	const text = message?.text;
	if (!text || message.forward_origin || message.via_bot) return none;
	const command = commandOf(message, username);
	if (command) {
		const intent = commands.find((candidate) => candidate === command.name) ?? null;
		return { intent, argument: intent ? command.argument : "" };
	}
	for (const [label, intent] of Object.entries(labels))
		if (labelsOf(label).has(text)) return { intent, argument: "" };
	return none;
}

/** These only show something: a repeat shows it again, and that is cheaper than remembering. */
const readOnly: (Intent | null)[] = [
	...(["help", "terms", "privacy", "profile", "language", "mydata"] as const),
	...(["premium", "credits", "paysupport", "invite"] as const),
];

function claimFor(update: Update, intent: Intent | null): BeginRequest["claim"] {
	if (update.edited_message || update.message_reaction) return "never";
	if (!update.message) return "always";
	if (intent === null) return "unless_seated";
	return readOnly.includes(intent) ? "never" : "always";
}

/** The private chat this update is from, null for groups, channels and kinds we don't know. */
function personOf(update: Update) {
	const chat = (
		update.message ??
		update.edited_message ??
		update.message_reaction ??
		update.my_chat_member ??
		update.callback_query?.message
	)?.chat;
	if (chat?.type !== "private") return null;
	const from =
		update.message?.from ??
		update.edited_message?.from ??
		update.callback_query?.from ??
		update.my_chat_member?.from;
	return { userId: chat.id, languageCode: from?.language_code };
}

/** Groups that staff work in: what happens there is theirs. */
const staffRooms = (settings: Settings) =>
	[reviewChat, controlChat, supportChat].map((room) => settings.get(room)).filter((room) => room !== 0);

/** Answers an update after its effect: Telegram is the inbox, and repeats what is not answered with 2xx. */
export function receiveUpdate(deps: Deps, record: BotRecord, update: Update): Promise<Response> {
	const updateKey = `${record.id}:${update.update_id}`;
	const needs = together(deps, { log: deps.log.with({ update_id: update.update_id, bot: record.id }) });
	return answered(needs, updateKey, update, dispatch(needs, record, update, updateKey));
}

/** Hands an update to whoever it is for. */
async function dispatch(deps: Deps, record: BotRecord, update: Update, updateKey: string): Promise<Response> {
	if (!allowedUpdates.some((kind) => kind in update)) {
		deps.log.info("updates", "update of an unknown kind", { kinds: Object.keys(update).join(",") });
		return ok();
	}
	checkUpdate(update);
	const { settings } = deps.registry;
	if (isPaymentUpdate(update)) return receivePayment(deps, record, update).then(ok);
	if (isGroupUpdate(update, record, staffRooms(settings)))
		return receiveGroupUpdate(together(deps, { random: Math.random }), record, update).then(ok);
	if (isLoginUpdate(update, record, settings)) return receiveLogin(deps, record, update).then(ok);
	const sender = personOf(update);
	if (!sender) {
		if (update.callback_query) return receiveStaffPress(deps, record, update).then(ok);
		const seconds = await answerFromSupport(deps, record, update.message);
		return seconds === null ? ok() : later(seconds);
	}
	const { intent, argument } = intentOf(update.message, record.username);
	const order = await orderOf(deps, record, update, sender.userId);
	const claim = order === null ? claimFor(update, intent) : order === "stats" ? "never" : "always";
	const person = deps.env.PERSON.getByName(String(sender.userId));
	let begun: BeginAnswer | undefined;
	try {
		begun = await person.begin({ update: updateKey, botId: record.id, claim });
		if (begun.state === "done") return ok();
		if (begun.state === "running") return later(1);
		const { token, activeDay } = begun;
		const before = JSON.stringify(begun.person.session);
		const handled = handle(deps, record, update, begun.person, {
			...sender,
			updateKey,
			claim: token ?? 0,
			...{ intent, argument, order },
		});
		const noted = activeDay === undefined ? null : deps.people.noteActive(sender.userId, activeDay);
		// What comes after its time must not write the session any more.
		const [session] = await Promise.all([within(handled), noted]);
		if (token !== null) await person.finish(token, JSON.stringify(session) === before ? null : session);
		else if (expectsAnswer(begun.person.session, record.id) && !expectsAnswer(session, record.id))
			await person.forgetQuestion();
		return ok();
	} catch (thrown) {
		const error = thrown instanceof BotError ? thrown.error : thrown;
		const token = begun?.state === "fresh" ? begun.token : null;
		if (error instanceof HandlerTimeout) return later(5);
		if (isUnreachable(error, sender.userId)) {
			// They blocked the bot while we answered. Its own update may have come earlier than what this one began.
			await deps.chat.expel(sender.userId, "unreachable", record.id);
			if (token !== null) await person.finish(token, null);
			return ok();
		}
		const { gaveUp, response } = await failed(deps, updateKey, update, error);
		// A given-up update is done: a call of it that is still under way must begin nothing.
		if (token !== null)
			await (gaveUp ? person.finish(token, null) : person.release(token)).catch(() => undefined);
		if (gaveUp) await deps.chat.abandonSearch(sender.userId, updateKey).catch(() => undefined);
		return response;
	}
}

/** A button in a group or channel. Staff press it, for whom no person's actor is asked: each use case sees to its one effect. */
async function receiveStaffPress(deps: Deps, record: BotRecord, update: Update): Promise<void> {
	const { settings } = deps.registry;
	const rooms = [settings.get(reviewChat), settings.get(controlChat)].filter((room) => room !== 0);
	const needs = together(deps, { rooms });
	const bot = botFor(deps.env, record);
	bot.use(reviewBot(needs));
	bot.use(appealReviewBot(needs));
	await bot.handleUpdate(update);
}

/** Money: done by constraints of the database, so a repeat needs no claim, and nobody who paid is turned away. */
async function receivePayment(deps: Deps, record: BotRecord, update: Update): Promise<void> {
	const api = apiWith(record.token, deps.config.TELEGRAM_API_ROOT);
	await takePaymentUpdate(deps, { id: record.id, api }, update);
}

interface Facts {
	userId: number;
	languageCode: string | undefined;
	updateKey: string;
	claim: number;
	intent: Intent | null;
	argument: string;
	order: StaffCommand | null;
}

/** What staff order by this message. Only what looks like an order of theirs costs a question. */
async function orderOf(deps: Deps, { username }: BotRecord, update: Update, userId: number) {
	const order = staffCommandOf(commandOf(update.message, username), userId, deps.config.ADMIN_TELEGRAM_IDS);
	return order && mayCommand(await deps.admins.permissionsOf(userId), order) ? order : null;
}

/** Runs the capabilities' composers. @returns the session to keep */
async function handle(
	deps: Deps,
	record: BotRecord,
	update: Update,
	person: Snapshot,
	{ order, ...facts }: Facts,
): Promise<Session> {
	const { settings, bots } = deps.registry;
	const links = [referralPayload(deps)];
	const gate = channelGate(deps, links);
	const nameOf = (botId: number) => bots.get(botId)?.username ?? "?";
	const chat = chatBot(together(deps, { gate, nameOf }));
	const money = paymentPages(deps);
	const review = effectiveReview(settings.get(mediaReview), settings.get(reviewChat));
	const people = peopleBot(
		together(deps, {
			payloads: [...chat.payloads, ...links],
			gate,
			reviewNotice: (t: Translate) => reviewNotice(t, review),
		}),
	);
	const bot = botFor<ChatContext>(deps.env, record);
	const seated = person.seat?.botId === record.id;
	const chatting = person.seat !== null;
	let session = person.session;
	bot.use(async (ctx, next) => {
		const { card, search, chats } = person;
		ctx.log = deps.log;
		ctx.t = translator(languageOf(card, facts.languageCode));
		Object.assign(ctx, { ...facts, card, search, chats, seated, chatting, session: { ...person.session } });
		// Whoever does something else has given up what they were asked to write.
		if (ctx.intent !== null) delete ctx.session.waiting;
		ctx.seat = seated ? person.seat : null;
		ctx.elsewhere =
			person.seat && !seated
				? { chatId: person.seat.chatId, bot: bots.get(person.seat.botId)?.username ?? "?" }
				: null;
		await next();
		session = ctx.session;
		// Only stops the button's spinner; a query that is too old is nothing to repeat an update for.
		if (ctx.callbackQuery) await ctx.answerCallbackQuery().catch(() => undefined);
	});
	bot.on("my_chat_member", async (ctx) => {
		const reachable = !["kicked", "left"].includes(ctx.myChatMember.new_chat_member.status);
		if (!reachable) await deps.chat.expel(ctx.userId, "unreachable", record.id);
		if (ctx.card) await deps.people.setReachable(ctx.userId, record.id, reachable);
	});
	bot.use(staffBot(together(deps, { overview: () => deps.insights.overview(), order })));
	bot.use(rightsPages(deps));
	bot.use(money.support);
	bot.use(deliveryPages(deps));
	bot.use(people.entrance);
	bot.use(money.purchases);
	bot.use(chat.commands);
	bot.use(reportBot(deps));
	bot.use(lockBot(deps));
	bot.use(people.pages);
	bot.use(invitePages(deps));
	bot.use(chat.talk);
	await bot.handleUpdate(update);
	return session;
}
