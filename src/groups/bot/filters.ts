import type { Message } from "grammy/types";
import { filterHit } from "../rules/filters.ts";
import { optionsOf } from "../rules/options.ts";
import { isAdmin } from "../rules.ts";
import { albumCause } from "../service/albums.ts";
import type { Group } from "../service.ts";
import { isAnonymousAdmin, warn } from "./commands.ts";
import { nameOf, type Scene, speech } from "./talk.ts";

/**
 * Deletes what a filter takes, and warns its author; administrators may. Deleting comes first and waits for no
 * warning. An album is one offence, and goes as a whole.
 */
export async function filtered(scene: Scene, group: Group, message: Message): Promise<boolean> {
	const { moderation, albums } = scene;
	const options = optionsOf(group.options);
	if (!options.link_filter && !options.forward_filter) return false;
	const { media_group_id: albumId, message_id: id } = message;
	const album = albumId === undefined ? null : await albums.seen(group, albumId, id);
	const hit = filterHit(options, { ...message });
	if ((!hit && !album?.taken) || (await isAnonymousAdmin(scene, group, message))) return false;
	// Written in a channel's name: there is nobody to warn.
	const author = message.sender_chat ? undefined : message.from;
	if (author && isAdmin(await moderation.member(group, author.id))) return false;
	const done = await moderation.remove(group, album ? [...album.items] : [id]);
	// Without the right the panel says what is missing; saying it here would answer every link.
	if (!done.ok) return false;
	if (hit && !album?.taken && author && !author.is_bot) {
		const cause = albumId === undefined ? `${group.id}:${id}:filter` : albumCause(group.id, albumId);
		const reason = speech(group)(`group-filter-${hit}`);
		const act = { userId: author.id, name: nameOf(author), reason, actor: "system", cause };
		await warn(scene, group, message, act, { unasked: true });
	}
	if (albumId !== undefined) albums.taken(group, albumId);
	return true;
}
