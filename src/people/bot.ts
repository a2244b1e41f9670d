import { Composer } from "grammy";
import { hasChat } from "../platform/bot-rooms.ts";
import { type Language, paragraphs, type Translate, translator } from "../platform/i18n/index.ts";
import { knows } from "../platform/intents.ts";
import type { Settings } from "../platform/settings.ts";
import { appealStep, offerAppeal } from "./bot/appeals.ts";
import { type Gate, joinedButton } from "./bot/channels.ts";
import { hasPreferences, preferencesPages } from "./bot/preferences.ts";
import { type SupportNeeds, supportPages } from "./bot/support.ts";
import { ask, awaited, type PersonContext, type StartPayloadMakers, startPayload } from "./context.ts";
import { calledOf } from "./rules/names.ts";
import { activeBan, type Card, expectsAnswer, isIn, parseAge, stageOf } from "./rules.ts";
import type { Appeals } from "./service/appeals.ts";
import type { People } from "./service.ts";
import { keepNames, keepSupport, minimumAge, supportContact, termsVersion } from "./settings.ts";
import {
	banNotice,
	callbacks,
	genderKeyboard,
	help,
	languageKeyboard,
	menuKeyboard,
	profile,
	terms,
	welcome,
} from "./views.ts";

interface Needs extends SupportNeeds {
	people: People;
	settings: Settings;
	now: () => number;
	/** What deep links do. */
	startPayloads: () => StartPayloadMakers;
	gate: Gate;
	appeals: Appeals;
	/** What staff get to see of messages, for the welcome and the privacy page; empty if nothing. */
	reviewNotice: (t: Translate) => string;
}

/** The way in (`entrance`, for whoever has no complete profile) and the pages about oneself (`pages`). */
export function peopleBot(needs: Needs) {
	const { settings, reviewNotice } = needs;
	const support = supportPages(needs);
	const limits = () => ({ minimumAge: settings.get(minimumAge) });

	/** In a chat its own keyboard stays. */
	const showMenu = (ctx: PersonContext, key: string) =>
		ctx.reply(ctx.t(key), ctx.seated ? {} : { reply_markup: menuKeyboard(ctx.t, settings, ctx.rooms) });

	const register = ({ userId, me, from }: PersonContext) =>
		needs.people.register(userId, me.id, from ? calledOf(from) : null);

	const showRefusal = async (ctx: PersonContext) => {
		const contact = settings.get(supportContact);
		const appeal = contact ? ctx.t("age-refused-appeal", { contact }) : ctx.t("age-refused-no-contact");
		await ctx.reply(
			paragraphs(
				ctx.t(hasChat(ctx.rooms) ? "age-refused" : "age-refused-no-chat", limits()),
				ctx.t("age-refused-kept"),
				appeal,
			),
			{
				reply_markup: { remove_keyboard: true },
			},
		);
		await offerAppeal(ctx, "refusal", needs);
	};

	const greet = (ctx: PersonContext) => ctx.reply(welcome(ctx.t, ctx.rooms, limits(), reviewNotice(ctx.t)));

	/** Asks for what is still missing: language, channels, profile. When nothing is, the deep link acts or the menu shows. */
	async function askNext(ctx: PersonContext, card: Card | null): Promise<void> {
		ctx.card = card;
		// Who had everything deleted is still banned when they come back.
		const ban = activeBan(card, needs.now());
		if (ban) {
			await ctx.reply(banNotice(ctx.t, ban), { reply_markup: { remove_keyboard: true } });
			return;
		}
		switch (stageOf(card, ctx.rooms)) {
			case "refused":
				await showRefusal(ctx);
				return;
			case "new":
			case "language":
				await ctx.reply(ctx.t("choose-language"), { reply_markup: languageKeyboard });
				return;
			case "gender":
				if (!(await needs.gate(ctx))) return;
				await greet(ctx);
				await ctx.reply(ctx.t("ask-gender"), { reply_markup: genderKeyboard(ctx.t) });
				return;
			case "age":
				if (!(await needs.gate(ctx))) return;
				// Elsewhere they were greeted with the question before.
				if (!hasChat(ctx.rooms)) await greet(ctx);
				await ctx.reply(ctx.t("ask-age"), { reply_markup: { force_reply: true } });
				return;
			case "ready":
				await followPayload(ctx, hasChat(ctx.rooms) ? "menu" : "menu-no-chat");
		}
	}

	/** The payload waits until they are in all required channels. A payload nobody knows gives the menu and one line. */
	async function followPayload(ctx: PersonContext, menu: string): Promise<void> {
		if (!(await needs.gate(ctx))) return;
		const { payload } = ctx.session;
		delete ctx.session.payload;
		const handler = payload ? startPayload(needs.startPayloads(), payload) : null;
		if (payload && !handler) await showMenu(ctx, "unknown-payload");
		else await showMenu(ctx, menu);
		if (!payload || !handler) return;
		if (handler.room && !ctx.rooms.includes(handler.room)) await sayAbsent(ctx);
		else await handler.act(ctx, payload);
	}

	async function takeAge(ctx: PersonContext, text: string): Promise<void> {
		const age = parseAge(text);
		if (age === null) {
			await ctx.reply(ctx.t("bad-age"));
			return;
		}
		const previous = ctx.card?.age ?? null;
		const result = await needs.people.declareAge(ctx.userId, age, previous);
		delete ctx.session.waiting;
		if (result.verdict === "refused") {
			ctx.session = {};
			await showRefusal(ctx);
		} else if (result.verdict === "locked") {
			await showMenu(ctx, "age-locked");
		} else if (previous === null) {
			if (ctx.session.payload) ctx.session.newcomer = true;
			await askNext(ctx, result.card);
		} else {
			await showMenu(ctx, "saved");
		}
	}

	async function chooseLanguage(ctx: PersonContext, language: Language): Promise<void> {
		const wasIn = isIn(ctx.card, ctx.rooms);
		const card = await needs.people.setLanguage(ctx.userId, language);
		ctx.t = translator(language);
		await ctx.deleteMessage().catch(() => undefined);
		if (wasIn) await showMenu(ctx, "language-set");
		else await askNext(ctx, card);
	}

	const showHelp = (ctx: PersonContext) => ctx.reply(help(ctx.t, ctx.rooms, settings.get(supportContact)));

	/** What they asked for is at no bot like this: they are told what is. */
	const sayAbsent = (ctx: PersonContext) =>
		ctx.reply(
			paragraphs(ctx.t("not-here"), help(ctx.t, ctx.rooms, settings.get(supportContact))),
			ctx.seated ? {} : { reply_markup: menuKeyboard(ctx.t, settings, ctx.rooms) },
		);

	const door = new Composer<PersonContext>();
	door.use(support.replies);
	// Before anything else, pages included: whoever is banned reads why and until when.
	door
		.filter((ctx) => activeBan(ctx.card, needs.now()) !== null)
		.use(async (ctx) => {
			if (!ctx.message && !ctx.callbackQuery) return;
			const ban = activeBan(ctx.card, needs.now());
			if (!ban || (await appealStep(ctx, "ban", needs))) return;
			if (ctx.intent === null && ctx.message && ctx.session.hinted) return;
			ctx.session.hinted = true;
			await ctx.reply(banNotice(ctx.t, ban), { reply_markup: { remove_keyboard: true } });
			await offerAppeal(ctx, "ban", needs);
		});

	const entrance = door.filter((ctx) => !isIn(ctx.card, ctx.rooms));
	const pages = new Composer<PersonContext>();

	// Asked in the very moment of their match: it may be for us or for the partner, so nobody gets it.
	pages
		.on("message")
		.filter((ctx) => ctx.chatting && ctx.intent === null && expectsAnswer(ctx.session, ctx.me.id))
		.use(async (ctx) => {
			delete ctx.session.waiting;
			await ctx.reply(ctx.t("answer-in-chat"), {
				reply_parameters: { message_id: ctx.message.message_id, allow_sending_without_reply: true },
			});
		});

	for (const composer of [entrance, pages]) {
		// Of everybody who isn't banned, on the way in too.
		composer.use(support.pages);
		composer.callbackQuery(callbacks.language.pattern, async (ctx, next) => {
			const [language] = callbacks.language.read(ctx.match) ?? [];
			if (!language || ctx.card?.refused) return next();
			// Also for who comes back after their data was deleted: there is no record yet.
			if (!isIn(ctx.card, ctx.rooms)) await register(ctx);
			await chooseLanguage(ctx, language);
		});
		composer.callbackQuery(callbacks.gender.pattern, async (ctx, next) => {
			const [gender] = callbacks.gender.read(ctx.match) ?? [];
			if (!gender || !ctx.card?.language || ctx.card.refused) return next();
			const wasIn = isIn(ctx.card, ctx.rooms);
			if (!wasIn && !(await needs.gate(ctx))) return;
			const card = await needs.people.setGender(ctx.userId, gender);
			await ctx.editMessageText(`${ctx.t("ask-gender")} ${ctx.t(`gender-${gender}`)}`).catch(() => undefined);
			if (wasIn) await ctx.reply(ctx.t("saved"));
			else await askNext(ctx, card);
		});
		composer.filter((ctx) => ctx.intent === "help").use(async (ctx) => void (await showHelp(ctx)));
		composer
			.filter((ctx) => ctx.intent === "language")
			.use(async (ctx) => {
				await ctx.reply(ctx.t("choose-language"), { reply_markup: languageKeyboard });
			});
		composer
			.filter((ctx) => ctx.intent === "terms")
			.use(async (ctx) => {
				const view = terms(ctx.t, ctx.card, settings.get(termsVersion), limits());
				await ctx.reply(view.text, { reply_markup: view.reply_markup });
			});
		composer
			.filter((ctx) => ctx.intent === "privacy")
			.use(async (ctx) => {
				const contact = settings.get(supportContact);
				const questions = contact ? ctx.t("help-contact", { contact }) : "";
				const review = hasChat(ctx.rooms) ? reviewNotice(ctx.t) || ctx.t("review-notice-off") : "";
				const days = settings.get(keepSupport);
				const names = ctx.t(settings.get(keepNames) ? "privacy-names" : "privacy-no-names");
				await ctx.reply(paragraphs(ctx.t("privacy", { days }), names, review, questions));
			});
	}

	entrance.use(joinedButton((ctx) => askNext(ctx, ctx.card)));
	entrance.use(async (ctx) => {
		// An edit or a reaction of somebody who is not in yet asks for nothing.
		if (!ctx.message && !ctx.callbackQuery) return;
		const stage = stageOf(ctx.card, ctx.rooms);
		if (stage === "refused") {
			if (await appealStep(ctx, "refusal", needs)) return;
			if (ctx.intent === null && ctx.session.hinted) return;
			ctx.session.hinted = true;
			await showRefusal(ctx);
			return;
		}
		if (ctx.intent === "start" && ctx.argument) ctx.session.payload = ctx.argument;
		if (stage === "new" || ctx.intent === "start") {
			const card = await register(ctx);
			await askNext(ctx, card);
			return;
		}
		const text = ctx.message?.text;
		const answers = stage === "age" && text !== undefined && ctx.intent === null;
		if (!answers) await askNext(ctx, ctx.card);
		else if (await needs.gate(ctx)) await takeAge(ctx, text);
	});

	pages.use(preferencesPages(needs));
	pages.use(joinedButton((ctx) => followPayload(ctx, "menu")));
	pages
		.filter((ctx) => ctx.intent === "start")
		.use(async (ctx) => {
			await register(ctx);
			if (ctx.argument) ctx.session.payload = ctx.argument;
			await followPayload(ctx, "menu-again");
		});
	pages
		.filter((ctx) => ctx.intent === "profile")
		.use(async (ctx) => {
			if (!isIn(ctx.card, ctx.rooms)) return;
			const prefers = hasChat(ctx.rooms) && hasPreferences(settings, ctx.card, needs.now());
			const view = profile(
				ctx.t,
				hasChat(ctx.rooms) ? ctx.card : { ...ctx.card, gender: null },
				ctx.chats,
				prefers,
			);
			await ctx.reply(view.text, { reply_markup: view.reply_markup });
		});
	pages.callbackQuery(callbacks.edit.pack("gender"), async (ctx) => {
		await ctx.reply(ctx.t("ask-gender"), { reply_markup: genderKeyboard(ctx.t) });
	});
	pages.callbackQuery(callbacks.edit.pack("age"), async (ctx) => {
		await ask(ctx, { for: "age" }, ctx.t("ask-age"));
	});
	pages.callbackQuery(callbacks.edit.pack("language"), async (ctx) => {
		await ctx.reply(ctx.t("choose-language"), { reply_markup: languageKeyboard });
	});
	pages.callbackQuery(callbacks.acceptTerms.pattern, async (ctx) => {
		const [shown] = callbacks.acceptTerms.read(ctx.match) ?? [];
		const version = settings.get(termsVersion);
		await ctx.editMessageReplyMarkup().catch(() => undefined);
		if (shown !== version) {
			// The button stands under terms that have changed since.
			const view = terms(ctx.t, ctx.card, version, limits());
			await ctx.reply(ctx.t("terms-changed"));
			await ctx.reply(view.text, { reply_markup: view.reply_markup });
			return;
		}
		await needs.people.acceptTerms(ctx.userId, version);
		await ctx.reply(ctx.t("terms-thanks"));
	});
	pages
		.on("message:text")
		.filter((ctx) => awaited(ctx, "age") !== null)
		.use((ctx) => takeAge(ctx, ctx.message.text));

	/** Commands and buttons of rooms that this bot does not have. */
	const absent = new Composer<PersonContext>();
	absent
		.filter((ctx) => ctx.intent !== null && !knows(ctx.rooms, ctx.intent))
		.use(async (ctx) => void (await sayAbsent(ctx)));

	return { entrance: door, pages, absent, sayAbsent };
}
