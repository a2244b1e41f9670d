import { Select } from "@mantine/core";
import { useText } from "../../i18n/text.tsx";
import { FormattedText } from "../../ui/formatting/FormattedText.tsx";
import { ButtonRows } from "./ButtonRows.tsx";
import type { MessageForm } from "./draft.ts";
import { MediumFields } from "./MediumFields.tsx";
import { TemplateBar } from "./TemplateBar.tsx";

/** What is said, begun with a message that was kept or written anew. */
export function MessageFields({ form }: { form: MessageForm }) {
	return (
		<>
			<TemplateBar form={form} />
			<PlainMessageFields form={form} />
		</>
	);
}

/** The text and its markup, a medium, links under it. */
export function PlainMessageFields({ form }: { form: MessageForm }) {
	const t = useText();
	const { parse_mode } = form.values;
	return (
		<>
			<FormattedText
				label={t("message")}
				mode={parse_mode}
				onMode={(mode) => form.setFieldValue("parse_mode", mode)}
				onText={(text) => form.setFieldValue("message", text)}
				field={form.getInputProps("message")}
			/>
			<Select
				label={t("formatting-mode")}
				description={parse_mode ? t(`formatting-about-${parse_mode}`) : undefined}
				allowDeselect={false}
				data={[
					{ value: "", label: t("formatting-none") },
					{ value: "HTML", label: "HTML" },
					{ value: "MarkdownV2", label: "MarkdownV2" },
				]}
				{...form.getInputProps("parse_mode")}
			/>
			<MediumFields form={form} />
			<ButtonRows form={form} />
		</>
	);
}
