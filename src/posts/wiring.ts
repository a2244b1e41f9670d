import type { DeliveryServices } from "../delivery/wiring.ts";
import type { GroupsServices } from "../groups/wiring.ts";
import type { PeopleServices } from "../people/wiring.ts";
import { clock } from "../platform/clock.ts";
import type { House } from "../platform/house.ts";
import { lazily } from "../platform/lazily.ts";
import { always, byBot, byNo, job, type Room, step, work } from "../platform/room.ts";
import { postCommand } from "./bot.ts";
import { postData } from "./personal-data.ts";
import { createPosts, type Posts } from "./service.ts";
import { postSettings } from "./settings.ts";
import { usesOfMedia } from "./store/media-uses.ts";
import { movePosts } from "./store/migration.ts";

export interface PostsServices {
	posts: Posts;
}

interface Needs {
	below: Pick<PeopleServices, "people"> &
		Pick<DeliveryServices, "delivery" | "sending"> &
		Pick<GroupsServices, "groups">;
}

/** What the bots write in groups by themselves. */
export function postsRoom(house: House, { below }: Needs): Room<PostsServices> {
	const services: PostsServices = lazily<PostsServices>({
		posts: () =>
			createPosts({
				...house,
				...below.sending,
				calls: below.groups.calls,
				people: below.people,
				delivery: below.delivery,
				groupPacer: {
					lease: async (groupId) => {
						const slot = await house.pacer(`group:${groupId}`).lease("bulk", 1);
						return { ...slot, startAt: clock.ofActor(slot.startAt) };
					},
				},
			}),
	});
	return {
		name: "posts",
		services,
		events: {},
		brings: {
			settings: postSettings,
			groupCommands: { post: () => postCommand(services.posts) },
			groupMoves: { posts: (oldId, newId) => movePosts(house.db, oldId, newId) },
			mediaUses: { posts: () => (id) => usesOfMedia(house.db, id) },
			personData: { posts: () => postData(house) },
			jobs: {
				posts: job(byBot, ({ botId }) => services.posts.send(botId)),
				"posts.edit": job(byNo, ({ no }) => services.posts.edit(no)),
			},
			minute: { posts: step(6, () => services.posts.watch()) },
			night: { posts: work(0, always, () => services.posts.purge()) },
		},
	};
}
