import { ActionIcon, Group, Paper, Stack, Text } from "@mantine/core";
import { IconCopy, IconPencil, IconTrash } from "@tabler/icons-react";
import { useFormat, useText } from "../../i18n/text.tsx";
import { now } from "../../world.ts";
import { nextTimes, type PostDraft, targetsOf, unitSeconds } from "../posts/draft.ts";

interface Props {
	no: number;
	post: PostDraft;
	faults: Record<string, string> | undefined;
	full: boolean;
	onEdit: () => void;
	onCopy: () => void;
	onRemove: () => void;
}

/** One of the posts of a campaign that is being written. */
export function PostCard({ no, post, faults, full, onEdit, onCopy, onRemove }: Props) {
	const t = useText();
	const format = useFormat();
	const wrong = Object.values(faults ?? {});
	const [first] = nextTimes(post, now(), 1).times;
	const again =
		post.when === "cron"
			? [post.cron]
			: post.when === "every"
				? [t("post-every-time", { time: format.duration(Number(post.every) * unitSeconds[post.unit]) })]
				: [];
	const when =
		post.when === "now" || first === undefined
			? t("post-when-now")
			: format.dateTime(new Date(first).toISOString());
	return (
		<Paper withBorder p="sm" component="article" aria-label={t("group-campaign-post", { no })}>
			<Group justify="space-between" wrap="nowrap" align="flex-start">
				<Stack gap={2} miw={0}>
					<Text size="sm" fw={600} lineClamp={2} style={{ overflowWrap: "anywhere" }}>
						{no}. {post.message.trim() || t(`media-${post.media.kind || "none"}`)}
					</Text>
					<Text size="xs" c="dimmed">
						{[when, ...again, t("post-goes-to", { count: targetsOf(post).length })].join(" · ")}
					</Text>
					{wrong.map((words) => (
						<Text key={words} size="xs" c="var(--mantine-color-error)" role="alert">
							{words}
						</Text>
					))}
				</Stack>
				<Group gap={4} wrap="nowrap">
					<ActionIcon
						variant="subtle"
						color="gray"
						size="lg"
						onClick={onEdit}
						aria-label={t("group-campaign-post-edit", { no })}
					>
						<IconPencil size={16} />
					</ActionIcon>
					<ActionIcon
						variant="subtle"
						color="gray"
						size="lg"
						disabled={full}
						onClick={onCopy}
						aria-label={t("group-campaign-post-copy", { no })}
					>
						<IconCopy size={16} />
					</ActionIcon>
					<ActionIcon
						variant="subtle"
						color="red"
						size="lg"
						onClick={onRemove}
						aria-label={t("group-campaign-post-remove", { no })}
					>
						<IconTrash size={16} />
					</ActionIcon>
				</Group>
			</Group>
		</Paper>
	);
}
