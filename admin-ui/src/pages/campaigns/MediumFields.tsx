import { Button, Group, Input, Select, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPhotoPlus, IconX } from "@tabler/icons-react";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { MediaPicker } from "../../ui/media/MediaPicker.tsx";
import { emptyMessage, type MessageForm } from "./draft.ts";
import { UploadedThumb } from "./UploadedThumb.tsx";

/** A picture or video that is uploaded, or one by its address. */
export function MediumFields({ form }: { form: MessageForm }) {
	const t = useText();
	const can = useCan();
	const [picking, picker] = useDisclosure(false);
	const { media } = form.values;
	return (
		<>
			{media.mediaId ? (
				<Input.Wrapper label={t("media")} labelElement="div">
					<Group gap="sm">
						<span style={{ width: 96 }}>
							<UploadedThumb id={media.mediaId} />
						</span>
						<Button variant="default" onClick={picker.open}>
							{t("medium-another")}
						</Button>
						<Button
							variant="subtle"
							color="gray"
							leftSection={<IconX size={16} />}
							onClick={() => form.setFieldValue("media", emptyMessage.media)}
						>
							{t("medium-remove")}
						</Button>
					</Group>
				</Input.Wrapper>
			) : (
				<Group align="flex-end" gap="sm">
					{(can("campaigns") || can("groups")) && (
						<Button variant="default" leftSection={<IconPhotoPlus size={16} />} onClick={picker.open}>
							{t("medium-choose")}
						</Button>
					)}
					<Select
						label={t("medium-by-address")}
						w={{ base: "100%", xs: 200 }}
						allowDeselect={false}
						data={["", "photo", "video", "animation", "document"].map((kind) => ({
							value: kind,
							label: t(kind ? `media-${kind}` : "media-none"),
						}))}
						{...form.getInputProps("media.kind")}
					/>
					{media.kind && (
						<TextInput
							label={t("media-file")}
							placeholder="https://"
							flex="1 1 14rem"
							{...form.getInputProps("media.file")}
						/>
					)}
				</Group>
			)}
			<MediaPicker
				opened={picking}
				onClose={picker.close}
				onPick={([file]) =>
					file && form.setFieldValue("media", { kind: file.kind, file: "", mediaId: file.id })
				}
			/>
		</>
	);
}
