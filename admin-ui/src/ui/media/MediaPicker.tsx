import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { MediaKind } from "../../../../src/media/rules/kinds.ts";
import type { Media } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { LibraryFilter, useLibrary } from "./library.tsx";
import { MediaGrid } from "./MediaGrid.tsx";
import { MediaUpload } from "./MediaUpload.tsx";
import classes from "./media.module.css";
import type { LibrarySearch } from "./search.ts";

interface Props {
	opened: boolean;
	onClose: () => void;
	/** In the order they were chosen in. */
	onPick: (media: Media[]) => void;
	/** So many at most. */
	max?: number;
	/** Only these. */
	kinds?: readonly MediaKind[];
}

/** Takes pictures and videos out of the library, or right from this machine. */
export function MediaPicker({ opened, onClose, ...props }: Props) {
	const t = useText();
	return (
		<Modal
			opened={opened}
			onClose={onClose}
			size="xl"
			title={t("media-pick")}
			closeButtonProps={{ "aria-label": t("close") }}
		>
			<Choice onClose={onClose} {...props} />
		</Modal>
	);
}

function Choice({ onClose, onPick, max = 1, kinds }: Omit<Props, "opened">) {
	const t = useText();
	const [chosen, setChosen] = useState<Media[]>([]);
	const [only] = kinds?.length === 1 ? kinds : [];
	const [search, setSearch] = useState<LibrarySearch>(only ? { kind: only } : {});
	const list = useLibrary(search);
	const shown = kinds ? list.rows.filter(({ kind }) => kinds.includes(kind)) : list.rows;
	const ids = chosen.map(({ id }) => id);
	const take = (media: Media) =>
		setChosen((all) => {
			if (max === 1) return [media];
			return all.length < max ? [...all, media] : all;
		});
	const press = (media: Media) =>
		ids.includes(media.id) ? setChosen(chosen.filter(({ id }) => id !== media.id)) : take(media);
	return (
		<Stack gap="md">
			<MediaUpload onUploaded={take} multiple={max > 1} {...(kinds ? { kinds } : {})} />
			<LibraryFilter search={search} onChange={setSearch} only={kinds} />
			<MediaGrid
				list={{ ...list, rows: shown }}
				chosen={ids}
				onPress={press}
				empty={{
					title: t(search.q ? "media-empty-found" : "media-empty"),
					about: t("media-pick-none-about"),
				}}
			/>
			<Group justify="space-between" gap="xs" className={classes.foot}>
				<Text size="sm" c="dimmed" role="status">
					{t("media-chosen", { count: chosen.length, max })}
				</Text>
				<Group gap="xs">
					<Button variant="default" onClick={onClose}>
						{t("cancel")}
					</Button>
					<Button
						disabled={chosen.length === 0}
						onClick={() => {
							onPick(chosen);
							onClose();
						}}
					>
						{t("media-take")}
					</Button>
				</Group>
			</Group>
		</Stack>
	);
}
