import { IconCheck, IconGif, IconPhotoOff, IconPlayerPlayFilled } from "@tabler/icons-react";
import { useState } from "react";
import type { Media } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import classes from "./media.module.css";

interface Props {
	media: Pick<Media, "kind" | "url" | "name" | "duration">;
	/** It is one of those that are taken. */
	chosen?: boolean;
	/** Words that stand beside it say what it is. */
	named?: boolean;
}

/** A small square of a picture or video. */
export function MediaThumb({ media: { kind, url, name, duration }, chosen = false, named = false }: Props) {
	const t = useText();
	const format = useFormat();
	const [broken, setBroken] = useState("");
	const words = named ? "" : name;
	return (
		<span className={classes.thumb}>
			{broken === url ? (
				<IconPhotoOff size={32} stroke={1.5} aria-hidden />
			) : kind === "video" ? (
				<video
					src={`${url}#t=0.1`}
					preload="metadata"
					muted
					playsInline
					tabIndex={-1}
					aria-label={words || t("media-one-video")}
					onError={() => setBroken(url)}
				/>
			) : (
				<img src={url} alt={words} loading="lazy" decoding="async" onError={() => setBroken(url)} />
			)}
			{kind !== "photo" && (
				<span className={classes.badge}>
					{kind === "video" ? (
						<IconPlayerPlayFilled size={10} aria-hidden />
					) : (
						<IconGif size={18} aria-hidden />
					)}
					{duration !== null && format.clock(duration)}
				</span>
			)}
			{chosen && (
				<span className={classes.chosen}>
					<IconCheck size={16} aria-hidden />
				</span>
			)}
		</span>
	);
}
