import { Group, Select, Textarea, TextInput } from "@mantine/core";
import { useText } from "../../i18n/text.tsx";
import { ButtonRows } from "./ButtonRows.tsx";
import type { MessageForm } from "./draft.ts";

/** What is said: the text and its markup, a medium, links under it. */
export function MessageFields({ form }: { form: MessageForm }) {
	const t = useText();
	const { parse_mode, media } = form.values;
	return (
		<>
			<Textarea
				label={t("message")}
				autosize
				minRows={5}
				maxRows={18}
				maxLength={20_000}
				{...form.getInputProps("message")}
			/>
			<Select
				label={t("formatting")}
				description={parse_mode ? t(`formatting-about-${parse_mode}`) : undefined}
				allowDeselect={false}
				data={[
					{ value: "", label: t("formatting-none") },
					{ value: "HTML", label: "HTML" },
					{ value: "MarkdownV2", label: "MarkdownV2" },
				]}
				{...form.getInputProps("parse_mode")}
			/>
			<Group align="flex-start" gap="sm">
				<Select
					label={t("media")}
					w={{ base: "100%", xs: 170 }}
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
			<ButtonRows form={form} />
		</>
	);
}
