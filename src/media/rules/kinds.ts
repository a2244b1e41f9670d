/** What is taken, and how it is called. */
export const mediaTypes = [
	...(["image/jpeg", "image/png", "image/webp", "image/gif"] as const),
	...(["video/mp4", "video/quicktime"] as const),
] as const;
export type MediaType = (typeof mediaTypes)[number];

/** What a file shows, whatever it is called: `type` is by its content. */
export const kinds = ["photo", "video", "animation"] as const;
export type MediaKind = (typeof kinds)[number];

export const kindOf = (type: string): MediaKind => {
	if (type.startsWith("video/")) return "video";
	return type === "image/gif" ? "animation" : "photo";
};

export const extensionOf: Record<MediaType, string> = {
	"image/jpeg": "jpg",
	"image/png": "png",
	"image/webp": "webp",
	"image/gif": "gif",
	"video/mp4": "mp4",
	"video/quicktime": "mov",
};
