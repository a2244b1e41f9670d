import type { CallbackQuery } from "grammy/types";
import { languageFor, translator } from "../../platform/i18n/index.ts";
import { botApi, isFinal } from "../../platform/telegram.ts";
import { isAdmin, mayDo } from "../rules.ts";
import type { Group } from "../service.ts";
import { callbacks, linkToPanel, panel, panelChange, type View } from "../views.ts";
import { type Scene, tellInPrivate } from "./talk.ts";

interface Asker {
	id: number;
	language_code?: string | undefined;
}

/** The panel speaks its reader's language. */
const languageOf = (user: Asker) => translator(languageFor(user.language_code));

/** The group, if this person is an administrator there now. Asked anew every time. */
async function administered(
	{ groups, moderation, bot }: Scene,
	groupId: number,
	userId: number,
	right?: "can_change_info",
): Promise<Group | null> {
	const { group, movedTo } = await groups.facts(groupId);
	const current = group ?? (movedTo === null ? null : (await groups.facts(movedTo)).group);
	if (!current || current.botId !== bot.id || current.state === "inactive") return null;
	const member = await moderation.member(current, userId, true);
	return (right ? mayDo(member, right) : isAdmin(member)) ? current : null;
}

/** `t.me/bot?start=grp_ID`: works for everybody who administers the group, with a profile or without one. */
export async function showPanel(scene: Scene, user: Asker, groupId: number): Promise<void> {
	const t = languageOf(user);
	const group = await administered(scene, groupId, user.id);
	if (!group) {
		await tellInPrivate(scene, user.id, { text: t("group-panel-gone") });
		return;
	}
	await scene.moderation.watch(group.id, user.id);
	await tellInPrivate(scene, user.id, panel(t, group, true));
}

async function redraw({ env, bot }: Scene, query: CallbackQuery, { text, ...options }: View): Promise<void> {
	if (!query.message) return;
	const api = await botApi(env, bot.id);
	try {
		await api.editMessageText(query.message.chat.id, query.message.message_id, text, options);
	} catch (error) {
		// A repeat finds it as it is to be.
		if (!isFinal(error)) throw error;
	}
}

/** A toggle of the panel. @returns what the presser is told */
export async function pressPanel(scene: Scene, query: CallbackQuery): Promise<string | null> {
	const [watched, watch] = callbacks.watch.of(query.data) ?? [];
	const [changedId, key, value = ""] = callbacks.set.of(query.data) ?? [];
	const t = languageOf(query.from);
	const { groups, moderation } = scene;
	const id = watched ?? changedId;
	if (id === undefined) return null;
	const group = await administered(scene, id, query.from.id, key ? "can_change_info" : undefined);
	if (!group) return t("group-panel-gone");
	const watching = async () => (await moderation.watchersOf(group.id)).includes(query.from.id);
	if (watch) {
		if (watch === "1") await moderation.watch(group.id, query.from.id);
		else await moderation.unwatch(group.id, query.from.id);
		await redraw(scene, query, panel(t, group, watch === "1"));
		return null;
	}
	const change = key && panelChange(key, value);
	if (!change || group.state !== "active") return null;
	const changed = await groups.setOptions(group.id, change, `telegram:${query.from.id}`);
	await redraw(scene, query, panel(t, changed, await watching()));
	return null;
}

/** The button for an anonymous administrator. @returns where it leads, or what anybody else is told */
export async function openPanel(
	scene: Scene,
	query: CallbackQuery,
	groupId: number,
): Promise<{ url: string } | { text: string }> {
	const group = await administered(scene, groupId, query.from.id);
	if (!group) return { text: languageOf(query.from)("group-admins-only") };
	return { url: linkToPanel(scene.bot.username, group.id) };
}
