import { eq } from "drizzle-orm";
import { reviewChat } from "../../chat/settings.ts";
import { supportChat, supportContact, termsVersion } from "../../people/settings.ts";
import type { Db } from "../../platform/db.ts";
import { AppError } from "../../platform/errors.ts";
import type { Registry } from "../../platform/registry.ts";
import { settings as settingRows } from "../../platform/schema.ts";
import type { Setting } from "../../platform/settings.ts";
import { controlChat } from "../../platform/staff-settings.ts";
import { callFailureText, sendText } from "../../platform/telegram.ts";
import { type SetupStep, setupSteps, type testedSteps } from "../rules.ts";

export type Setup = ReturnType<typeof createSetup>;

/** Steps that are a chat of the staff: a test writes there. */
const chats: Partial<Record<SetupStep, { setting: Setting<number>; text: string }>> = {
	alerts: { setting: controlChat, text: "Alerts will come here." },
	review: { setting: reviewChat, text: "Reports will come here." },
	support: { setting: supportChat, text: "Questions of people will come here: reply to answer." },
};

interface Needs {
	env: Env;
	db: Db;
	registry: Registry;
	/** Whether the bots work in any group. */
	hasGroup: () => Promise<boolean>;
}

/** What a new deployment still needs, and whether it works. */
export function createSetup({ env, db, registry, hasGroup }: Needs) {
	const { settings, bots } = registry;

	return {
		/** @returns what is done, with the setting that does it where there is one */
		async steps(): Promise<{ step: SetupStep; done: boolean; setting: string | null; tested: boolean }[]> {
			const [terms] = await db
				.select({ key: settingRows.key })
				.from(settingRows)
				.where(eq(settingRows.key, termsVersion.key));
			const done: Record<SetupStep, boolean> = {
				bot: bots.size > 0,
				alerts: settings.get(controlChat) !== 0,
				review: settings.get(reviewChat) !== 0,
				support: settings.get(supportChat) !== 0 || settings.get(supportContact) !== "",
				// Whoever wrote a version has read the terms.
				terms: terms !== undefined,
				group: await hasGroup(),
			};
			return setupSteps.map((step) => ({
				step,
				done: done[step],
				setting: step === "terms" ? termsVersion.key : (chats[step]?.setting.key ?? null),
				tested: step in chats,
			}));
		},

		/** Writes to the chat of a step. @throws AppError 409 with what to do if that fails */
		async test(step: (typeof testedSteps)[number]): Promise<void> {
			const chat = chats[step];
			const [first] = bots.values();
			const id = chat ? settings.get(chat.setting) : 0;
			if (!chat || id === 0) throw new AppError(409, "not_set", `Set ${chat?.setting.key} first.`);
			if (!first) throw new AppError(409, "no_bot", "There is no bot that could write there: add one.");
			try {
				await sendText(env, first.id, id, { text: `✅ ${chat.text}` });
			} catch (error) {
				const fix = `Add @${first.username} to the chat ${id} and let it write, or correct ${chat.setting.key}.`;
				throw new AppError(409, "not_reached", `${callFailureText(error)}. ${fix}`);
			}
		},
	};
}
