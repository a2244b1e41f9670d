import { Group, Loader, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import type { BroadcastInput } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { wordsOf } from "../../ui/ErrorBox.tsx";

type Who = Pick<BroadcastInput, "audience" | "language" | "bot_id" | "inactive_days">;

/** How many it would reach and how long that takes. Counted for any message: that Telegram takes this one is seen in the review. */
export function Reach({ who }: { who: Who }) {
	const t = useText();
	const format = useFormat();
	const { data, error, isFetching } = useQuery({
		queryKey: ["reach", who],
		queryFn: () => ask(api.broadcast.preview.$post({ json: { message: "?", ...who } })),
		placeholderData: keepPreviousData,
		staleTime: 60_000,
	});
	return (
		<Group gap="xs" role="status" mih={24} wrap="nowrap">
			{isFetching ? <Loader size={16} /> : <IconUsers size={18} aria-hidden />}
			{data && (
				<Text size="sm">
					<strong>{t("reach", { count: data.recipients })}</strong>
					{data.recipients > 0 && ` · ${t("reach-time", { time: format.duration(data.seconds) })}`}
				</Text>
			)}
			{error && (
				<Text size="sm" c="red">
					{wordsOf(error, t)}
				</Text>
			)}
		</Group>
	);
}
