import type { Update } from "grammy/types";
import { chatBot } from "./chat/bot.ts";
import { type ChatContext, type Facts, furnish } from "./chat/context.ts";
import { lockBot } from "./chat/locks/bot.ts";
import { reportBot, reviewBot } from "./chat/reports/bot.ts";
import { effectiveReview } from "./chat/rules/reports.ts";
import type { Snapshot } from "./chat/rules/seating.ts";
import { mediaReview, reviewChat } from "./chat/settings.ts";
import { reviewNotice } from "./chat/views.ts";
import { claimed, claimFor } from "./claims.ts";
import { deliveryPages } from "./delivery/bot.ts";
import type { Deps } from "./deps.ts";
import { outside } from "./groups/bot/members.ts";
import { isGroupUpdate, receiveGroupUpdate } from "./groups/bot.ts";
import { answerHere, hereBot, isHere } from "./operations/bot/here.ts";
import { staffBot } from "./operations/bot.ts";
import { mayCommand, type StaffCommand, staffCommandOf } from "./operations/rules.ts";
import { isPaymentUpdate, takePaymentUpdate } from "./payments/bot/updates.ts";
import { paymentPages } from "./payments/bot.ts";
import { appealReviewBot } from "./people/bot/appeals.ts";
import { rightsPages } from "./people/bot/rights.ts";
import { answerFromSupport } from "./people/bot/support-chat.ts";
import { peopleBot } from "./people/bot.ts";
import { calledOf } from "./people/rules/names.ts";
import type { Session } from "./people/rules.ts";
import { keepNames, supportChat } from "./people/settings.ts";
import { allowedUpdates } from "./platform/bot-profile.ts";
import { commandOf } from "./platform/commands.ts";
import type { Translate } from "./platform/i18n/index.ts";
import { intentOf } from "./platform/intents.ts";
import { together } from "./platform/lazily.ts";
import type { BotRecord } from "./platform/registry.ts";
import type { Settings } from "./platform/settings.ts";
import { controlChat } from "./platform/staff-settings.ts";
import { apiWith, botFor } from "./platform/telegram.ts";
import { answered, later, ok } from "./platform/update-answers.ts";
import { checkUpdate, personOf } from "./platform/update-shape.ts";
import { invitePages } from "./referrals/bot.ts";
import { shopBot } from "./shop/bot.ts";
import { isChatUpdate, receiveChatUpdate } from "./shop/bot-chats.ts";
import { isLoginUpdate, receiveLogin } from "./staff/login/bot.ts";

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
	const { my_chat_member: own } = update;
	if (own) await deps.knownChats.saw(own.chat, record.id, !outside(own.new_chat_member.status));
	if (await isHere(deps, update.message, record.username))
		return answerHere(deps, botFor(deps.env, record), update.message).then(ok);
	if (isPaymentUpdate(update)) return receivePayment(deps, record, update).then(ok);
	if (isChatUpdate(update) && (await receiveChatUpdate(deps, record, update))) return ok();
	if (isGroupUpdate(update, record, staffRooms(settings)))
		return receiveGroupUpdate(together(deps, { random: Math.random }), record, update).then(ok);
	if (isLoginUpdate(update, record, settings)) return receiveLogin(deps, record, update).then(ok);
	const person = personOf(update);
	if (!person) {
		if (update.callback_query) return receiveStaffPress(deps, record, update).then(ok);
		const seconds = await answerFromSupport(deps, record, update.message);
		return seconds === null ? ok() : later(seconds);
	}
	const said = intentOf(update.message, record.username);
	const order = await orderOf(deps, record, update, person.userId);
	const claim = order === null ? claimFor(update, said.intent) : order === "stats" ? "never" : "always";
	const { from, ...sender } = person;
	const called = from && settings.get(keepNames) ? calledOf(from) : null;
	const about = { update, updateKey, botId: record.id, userId: sender.userId, claim, called };
	return claimed(deps, about, (person, token) =>
		handle(deps, record, update, person, {
			...sender,
			...said,
			updateKey,
			claim: token,
			rooms: record.rooms,
			order,
		}),
	);
}

/** A button in a group or channel. Staff press it, for whom no person's actor is asked: each use case sees to its one effect. */
async function receiveStaffPress(deps: Deps, record: BotRecord, update: Update): Promise<void> {
	const { settings } = deps.registry;
	const rooms = [settings.get(reviewChat), settings.get(controlChat)].filter((room) => room !== 0);
	const needs = together(deps, { rooms });
	const bot = botFor(deps.env, record);
	bot.use(reviewBot(needs));
	bot.use(appealReviewBot(needs));
	bot.use(hereBot(needs));
	await bot.handleUpdate(update);
}

/** Money: done by constraints of the database, so a repeat needs no claim, and nobody who paid is turned away. */
async function receivePayment(deps: Deps, record: BotRecord, update: Update): Promise<void> {
	const api = apiWith(record.token, deps.config.TELEGRAM_API_ROOT);
	await takePaymentUpdate(deps, { id: record.id, api }, update);
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
	{ order, ...facts }: Facts & { order: StaffCommand | null },
): Promise<Session> {
	const { settings } = deps;
	const money = paymentPages(deps);
	const review = effectiveReview(settings.get(mediaReview), settings.get(reviewChat));
	const notice = (t: Translate) => reviewNotice(t, review);
	const people = peopleBot(together(deps, { reviewNotice: notice }));
	const chat = chatBot(together(deps, { sayAbsent: people.sayAbsent }));
	const bot = botFor<ChatContext>(deps.env, record);
	let session = person.session;
	bot.use(async (ctx, next) => {
		furnish(ctx, person, facts, deps);
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
	bot.use(people.absent);
	bot.use(shopBot(together(deps, { sayAbsent: people.sayAbsent })));
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
