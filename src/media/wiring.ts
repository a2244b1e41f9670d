import type { House } from "../platform/house.ts";
import { lazily } from "../platform/lazily.ts";
import { type Room, work } from "../platform/room.ts";
import { checkLinks } from "./service/check.ts";
import { createMedia, type Media, type MediaUses } from "./service.ts";
import { mediaSettings } from "./settings.ts";

declare module "../platform/room.ts" {
	interface Brings {
		/** What of a room stands on a file, by the room's own word: a file that is used is not deleted. */
		mediaUses: Readonly<Record<string, () => MediaUses>>;
	}
}

export interface MediaServices {
	media: Media;
}

interface Needs {
	/** Who uses a file, of all rooms. */
	uses: () => Readonly<Record<string, () => MediaUses>>;
}

/** Pictures and videos: how they come in, and how they are given out. */
export function mediaRoom(house: House, { uses }: Needs): Room<MediaServices> {
	const services: MediaServices = lazily<MediaServices>({
		media: () => createMedia({ ...house, uses }),
	});
	return {
		name: "media",
		services,
		events: {},
		brings: {
			settings: mediaSettings,
			checks: { media: () => checkLinks(house) },
			personData: { media: () => services.media.data },
			hour: {
				media: work(
					1,
					() => services.media.isAnyToGo(),
					() => services.media.sweep(),
				),
			},
		},
	};
}
