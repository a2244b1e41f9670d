import type { Db } from "../../platform/db.ts";
import { isRecorded } from "../store/moderation.ts";
import type { Group } from "../store.ts";
import { recentAlbums } from "./cache.ts";

export type Albums = ReturnType<typeof createAlbums>;

/** Its warning is one, whichever of its items a filter takes first. */
export const albumCause = (groupId: number, albumId: string) => `${groupId}:album:${albumId}:filter`;

/**
 * Albums come as their items, one by one: what a filter takes of one it takes of all. What came before is known to
 * this isolate alone; that an album was taken stands in the history too, for whoever gets the rest.
 */
export function createAlbums({ db, now }: { db: Db; now: () => number }) {
	return {
		/** One more item. @returns the items that are known here, and whether the album was taken already */
		async seen(
			group: Group,
			albumId: string,
			messageId: number,
		): Promise<{ items: ReadonlySet<number>; taken: boolean }> {
			const key = `${group.id}:${albumId}`;
			const known = recentAlbums.get(key, now());
			if (known) {
				known.items.add(messageId);
				return known;
			}
			const taken = await isRecorded(db, albumCause(group.id, albumId));
			const album = { items: new Set([messageId]), taken };
			recentAlbums.set(key, album, now());
			return album;
		},

		taken(group: Group, albumId: string): void {
			const album = recentAlbums.get(`${group.id}:${albumId}`, now());
			if (album) album.taken = true;
		},
	};
}
