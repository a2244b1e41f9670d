import { Button, Center, Skeleton, Stack, Text, UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import type { Media } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { ErrorBox } from "../ErrorBox.tsx";
import type { List } from "../useList.ts";
import { MediaThumb } from "./MediaThumb.tsx";
import classes from "./media.module.css";

interface Props {
	list: List<Media>;
	/** What stands there if there is none. */
	empty: { title: string; about: string; action?: ReactNode };
	onPress: (media: Media) => void;
	/** Those that are taken; undefined where a press opens one. */
	chosen?: readonly string[];
}

/** The library as small pictures, page by page. */
export function MediaGrid({ list, empty, onPress, chosen }: Props) {
	const t = useText();
	if (list.error && list.rows.length === 0) return <ErrorBox error={list.error} retry={list.retry} />;
	if (list.loading)
		return (
			<div className={classes.grid} aria-busy>
				{[1, 2, 3, 4, 5, 6].map((no) => (
					<Skeleton key={no} style={{ aspectRatio: 1 }} radius="md" />
				))}
			</div>
		);
	if (list.rows.length === 0)
		return (
			<Center py="xl">
				<Stack gap="xs" align="center" maw="45ch" ta="center">
					<Text fw={600}>{empty.title}</Text>
					<Text size="sm" c="dimmed">
						{empty.about}
					</Text>
					{empty.action}
				</Stack>
			</Center>
		);
	return (
		<Stack gap="md">
			<ul className={classes.grid}>
				{list.rows.map((media) => (
					<li key={media.id}>
						<UnstyledButton
							className={classes.tile}
							onClick={() => onPress(media)}
							{...(chosen ? { "aria-pressed": chosen.includes(media.id) } : {})}
						>
							<MediaThumb media={media} chosen={chosen?.includes(media.id) ?? false} named />
							<Text size="xs" truncate mt={4} title={media.name}>
								{media.name}
							</Text>
						</UnstyledButton>
					</li>
				))}
			</ul>
			{list.more && (
				<Center>
					<Button variant="default" onClick={list.more} loading={list.loadingMore}>
						{t("show-more")}
					</Button>
				</Center>
			)}
		</Stack>
	);
}
