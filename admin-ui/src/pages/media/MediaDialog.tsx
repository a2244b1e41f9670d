import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { IconDownload, IconTrash } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { api, ask } from "../../api/client.ts";
import type { Media } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Actor, When } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useLast } from "../../ui/useLast.ts";
import classes from "./Media.module.css";

interface Props {
	media: Media | null;
	onClose: () => void;
	onChange: (media: Media) => void;
	writes: boolean;
}

/** One picture or video as it is, and what can be done with it. */
export function MediaDialog({ media, onClose, onChange, writes }: Props) {
	const t = useText();
	const shown = useLast(media, media !== null);
	return (
		<Modal
			opened={media !== null}
			onClose={onClose}
			size="lg"
			title={shown?.name}
			closeButtonProps={{ "aria-label": t("close") }}
		>
			{shown && <Shown key={shown.id} media={shown} onClose={onClose} onChange={onChange} writes={writes} />}
		</Modal>
	);
}

function Shown({ media, onClose, onChange, writes }: Omit<Props, "media"> & { media: Media }) {
	const t = useText();
	const format = useFormat();
	const { kind, url, name, width, height, size, duration, type } = media;
	return (
		<Stack gap="md">
			<div className={classes.stage}>
				{kind === "video" ? (
					<video src={url} controls playsInline aria-label={name}>
						<track kind="captions" />
					</video>
				) : (
					<img src={url} alt={name} />
				)}
			</div>
			<Facts>
				<Fact name={t("media-kind")}>
					{t(`media-one-${kind}`)}, {type.split("/")[1]?.toUpperCase()}
				</Fact>
				<Fact name={t("media-size")}>
					{format.number(width)} × {format.number(height)}, {format.bytes(size)}
				</Fact>
				{duration !== null && <Fact name={t("media-duration")}>{format.clock(duration)}</Fact>}
				<Fact name={t("media-added")}>
					<When at={media.created_at} />
				</Fact>
				<Fact name={t("media-added-by")}>
					<Actor name={media.created_by} />
				</Fact>
			</Facts>
			{writes && <Rename media={media} onChange={onChange} />}
			<Group justify="space-between" gap="xs">
				<Button
					component="a"
					href={media.download_url}
					download
					variant="default"
					leftSection={<IconDownload size={16} />}
				>
					{t("media-download")}
				</Button>
				{writes && <Delete media={media} onDeleted={onClose} />}
			</Group>
		</Stack>
	);
}

function Rename({ media, onChange }: { media: Media; onChange: (media: Media) => void }) {
	const t = useText();
	const [name, setName] = useState(media.name);
	const rename = useAction(
		(wanted: string) => ask(api.media[":id"].$patch({ param: { id: media.id }, json: { name: wanted } })),
		{ done: () => t("media-renamed"), changes: [["media"]], after: onChange },
	);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		rename.mutate(name.trim());
	};
	return (
		<form onSubmit={submit}>
			<Group gap="xs" align="flex-end">
				<TextInput
					label={t("media-name")}
					value={name}
					maxLength={200}
					onChange={(event) => setName(event.currentTarget.value)}
					flex={1}
				/>
				<Button
					type="submit"
					variant="default"
					loading={rename.isPending}
					disabled={name.trim() === "" || name.trim() === media.name}
				>
					{t("save")}
				</Button>
			</Group>
		</form>
	);
}

function Delete({ media, onDeleted }: { media: Media; onDeleted: () => void }) {
	const t = useText();
	const confirm = useConfirm();
	const remove = useAction(() => ask(api.media[":id"].$delete({ param: { id: media.id } })), {
		done: () => t("media-deleted", { name: media.name }),
		changes: [["media"]],
		after: onDeleted,
	});
	const press = async () => {
		const yes = await confirm({
			title: t("media-delete-title", { name: media.name }),
			about: t("media-delete-about"),
			action: t("delete"),
		});
		if (yes) remove.mutate(undefined);
	};
	return (
		<Button
			color="red"
			variant="light"
			leftSection={<IconTrash size={16} />}
			loading={remove.isPending}
			onClick={() => void press()}
		>
			{t("delete")}
		</Button>
	);
}
