import type { GroupsServices } from "../groups/wiring.ts";
import type { House } from "../platform/house.ts";
import { lazily } from "../platform/lazily.ts";
import { always, byNo, job, type Room, step, work } from "../platform/room.ts";
import type { PostsServices } from "../posts/wiring.ts";
import { eraserBy } from "./erase.ts";
import { type Clearings, createClearings } from "./service.ts";
import { clearingSettings } from "./settings.ts";
import { moveClearings } from "./store.ts";

export interface ClearingServices {
	clearings: Clearings;
}

interface Needs {
	below: Pick<GroupsServices, "groups"> & PostsServices;
}

/** Deleting many messages of a group. */
export function clearingRoom(house: House, { below }: Needs): Room<ClearingServices> {
	const services: ClearingServices = lazily<ClearingServices>({
		clearings: () =>
			createClearings({
				...house,
				posts: below.posts,
				eraser: eraserBy(below.groups.calls),
				enqueue: async (sent, delaySeconds = 0) => void (await house.env.DELETE.send(sent, { delaySeconds })),
			}),
	});
	return {
		name: "clearing",
		services,
		events: {},
		brings: {
			settings: clearingSettings,
			groupMoves: { clearings: (oldId, newId, now) => [moveClearings(house.db, oldId, newId, now)] },
			jobs: { clearing: job(byNo, ({ no }) => services.clearings.run(no)) },
			minute: { clearings: step(3, () => services.clearings.sweep()) },
			night: { clearings: work(0, always, () => services.clearings.purge()) },
		},
	};
}
