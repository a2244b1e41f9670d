import { Film, Picture } from "../message/Media.tsx";
import { useChat, usePhone } from "../phone/context.ts";
import type { SeenMessage } from "../types.ts";
import { Icon } from "../ui/Icon.tsx";
import { duration } from "../ui/time.ts";
import { purchaseOfMedia } from "./purchase.ts";
import { formatStars, Price, Star } from "./Star.tsx";

type Info = NonNullable<SeenMessage["paid_media"]>;
type Media = Info["paid_media"][number];

function Item({ media, fill }: { media: Media; fill: boolean }) {
	if (media.type === "photo") {
		const largest = media.photo.reduce((best, size) => (size.width > best.width ? size : best));
		return <Picture id={largest.file_unique_id} box={largest} alt="Paid photo" fill={fill} />;
	}
	if (media.type === "video")
		return <Film id={media.video.file_unique_id} box={media.video} label="Paid video" fill={fill} />;
	const seconds = media.type === "preview" ? media.duration : undefined;
	return <span className="paid-preview">{seconds !== undefined && <small>{duration(seconds)}</small>}</span>;
}

/** Photos and videos behind a price: blurred with a button to unlock them, then as any other. */
export function PaidMedia({ message, info }: { message: SeenMessage; info: Info }) {
	const phone = usePhone();
	const chat = useChat();
	const locked = info.paid_media.some((media) => media.type === "preview");
	const several = info.paid_media.length > 1;
	const album = several ? ` album of-${Math.min(info.paid_media.length, 5)}` : "";
	const unlock = () => {
		const purchase = purchaseOfMedia(message, chat.chat);
		if (purchase) phone.buy(purchase);
	};
	return (
		<div className={`paid-media${locked ? " locked" : ""}${album}`}>
			{info.paid_media.map((media, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: media keep their places, and a preview has no id
				<Item key={index} media={media} fill={several} />
			))}
			{locked ? (
				<button
					type="button"
					className="unlock"
					aria-label={`Unlock for ${formatStars(info.star_count)} Stars`}
					onClick={unlock}
				>
					<span>
						<Icon name="lock" size={16} /> Unlock for <Star size={15} /> {formatStars(info.star_count)}
					</span>
				</button>
			) : (
				<span className="price-tag">
					<Price amount={info.star_count} />
				</span>
			)}
		</div>
	);
}
