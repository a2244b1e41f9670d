import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { MediaThumb } from "../../ui/media/MediaThumb.tsx";

/** A file that was uploaded, by its id. */
export function UploadedThumb({ id }: { id: string }) {
	const t = useText();
	const { data, error } = useQuery({
		queryKey: ["media", id],
		queryFn: () => ask(api.media[":id"].$get({ param: { id } })),
		// Its address is good for 15 minutes.
		staleTime: 10 * 60_000,
	});
	if (error) return <span>{t("medium-gone")}</span>;
	return data ? <MediaThumb media={data} /> : <Skeleton height={96} />;
}
