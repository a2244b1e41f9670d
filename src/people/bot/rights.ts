import { Composer, InputFile } from "grammy";
import type { PersonContext } from "../context.ts";
import type { Rights } from "../service/rights.ts";
import { callbacks } from "../views.ts";

/** /mydata and /deletemydata. They are everybody's: also of who is banned, refused or not in yet. */
export function rightsPages(needs: { rights: Rights }) {
	const composer = new Composer<PersonContext>();

	composer
		.filter((ctx) => ctx.intent === "mydata")
		.use(async (ctx) => {
			const everything = JSON.stringify(await needs.rights.export(ctx.userId), null, "\t");
			const file = new InputFile(new TextEncoder().encode(everything), "my-data.json");
			await ctx.replyWithDocument(file, { caption: ctx.t("mydata") });
		});

	composer
		.filter((ctx) => ctx.intent === "deletemydata")
		.use(async (ctx) => {
			const keyboard = [
				[{ text: ctx.t("button-delete-data"), callback_data: callbacks.erase.pack() }],
				[{ text: ctx.t("button-keep-data"), callback_data: callbacks.dontErase.pack() }],
			];
			await ctx.reply(ctx.t("deletemydata"), { reply_markup: { inline_keyboard: keyboard } });
		});

	composer.callbackQuery(callbacks.dontErase.pattern, async (ctx) => {
		await ctx.editMessageText(ctx.t("not-deleted")).catch(() => undefined);
	});

	composer.callbackQuery(callbacks.erase.pattern, async (ctx) => {
		await needs.rights.erase(ctx.userId);
		ctx.session = {};
		// The question goes away, so that nobody presses it once more after coming back.
		await ctx.deleteMessage().catch(() => undefined);
		await ctx.reply(ctx.t("data-deleted"), { reply_markup: { remove_keyboard: true } });
	});
	return composer;
}
