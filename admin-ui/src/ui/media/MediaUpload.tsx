import { Button, Group, Stack, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import "@mantine/dropzone/styles.css";
import { IconPhotoUp } from "@tabler/icons-react";
import { useRef } from "react";
import { kindOf, type MediaKind, mediaTypes } from "../../../../src/media/rules/kinds.ts";
import { ApiError } from "../../api/error.ts";
import type { Media } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { UploadRow } from "./UploadRow.tsx";
import { refusedType } from "./upload.ts";
import { useUploads } from "./useUploads.ts";

interface Props {
	/** Once for each file, when it is in the library. */
	onUploaded?: (media: Media) => void;
	/** Only these; else pictures, GIFs and videos. */
	kinds?: readonly MediaKind[];
	multiple?: boolean;
}

/** Takes files that are dropped or chosen, and shows how far each is. */
export function MediaUpload({ onUploaded, kinds, multiple = true }: Props) {
	const t = useText();
	const choose = useRef<() => void>(null);
	const { uploads, add, retry, remove } = useUploads((media) => onUploaded?.(media));
	const open = uploads.filter(({ state }) => state !== "done");
	const done = uploads.length - open.length;
	const types = kinds ? mediaTypes.filter((type) => kinds.includes(kindOf(type))) : mediaTypes;
	return (
		<Stack gap="xs">
			<Dropzone
				openRef={choose}
				onDrop={(files) => add(files)}
				onReject={(rejected) => {
					for (const { file } of rejected)
						add([file], new ApiError({ status: 400, code: refusedType(file), message: "" }));
				}}
				accept={[...types]}
				multiple={multiple}
				activateOnClick={false}
				activateOnKeyboard={false}
				tabIndex={-1}
				inputProps={{ "aria-label": t("media-choose") }}
				p="md"
			>
				<Group justify="center" gap="md" mih={72} style={{ pointerEvents: "all" }}>
					<IconPhotoUp size={32} stroke={1.5} aria-hidden />
					<Stack gap={2}>
						<Text size="sm" fw={600}>
							{t("media-drop")}
						</Text>
						<Text size="xs" c="dimmed">
							{t("media-drop-about")}
						</Text>
					</Stack>
					<Button variant="default" onClick={() => choose.current?.()}>
						{t("media-choose")}
					</Button>
				</Group>
			</Dropzone>
			{done > 0 && (
				<Text size="sm" c="dimmed" role="status">
					{t("media-done", { count: done })}
				</Text>
			)}
			{open.length > 0 && (
				<Stack
					component="ul"
					gap="xs"
					m={0}
					p={0}
					aria-label={t("media-uploads")}
					style={{ listStyle: "none" }}
				>
					{open.map((one) => (
						<UploadRow
							key={one.no}
							upload={one}
							onRetry={() => retry(one.no)}
							onRemove={() => remove(one.no)}
						/>
					))}
				</Stack>
			)}
		</Stack>
	);
}
