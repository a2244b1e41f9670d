import { z } from "zod";
import { defineSetting, type Setting } from "../platform/settings.ts";
import type { MediaKind } from "./rules/kinds.ts";

export const photoMegabytes = defineSetting({
	key: "media.photo_megabytes",
	schema: z.number().int().min(1).max(50),
	default: 20,
	label: "Biggest picture, MB",
	help: "Bigger pictures and GIFs are refused. What is over 10 MB reaches Telegram as a document.",
});

export const videoMegabytes = defineSetting({
	key: "media.video_megabytes",
	schema: z.number().int().min(1).max(500),
	default: 50,
	label: "Biggest video, MB",
	help: "Bigger videos are refused. Bots may upload 50 MB; over 100 MB the bucket needs S3 keys.",
});

export const mediaSettings: Setting[] = [photoMegabytes, videoMegabytes];

export const limitOf = (kind: MediaKind): Setting<number> =>
	kind === "video" ? videoMegabytes : photoMegabytes;
