import { Group, NumberInput, Select, Switch } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useText } from "../../i18n/text.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type PostDraft, targetsOf } from "./draft.ts";

/** How it is posted. */
export function Options({ form }: { form: UseFormReturnType<PostDraft> }) {
	const t = useText();
	const { reply_to } = form.values;
	const single = targetsOf(form.values).length <= 1;
	return (
		<Panel title={t("post-options")}>
			<Group grow gap="sm" align="flex-start" preventGrowOverflow={false}>
				<Select
					label={t("post-silent")}
					description={t("post-silent-about")}
					allowDeselect={false}
					data={[
						{ value: "", label: t("post-silent-group") },
						{ value: "yes", label: t("post-silent-yes") },
						{ value: "no", label: t("post-silent-no") },
					]}
					{...form.getInputProps("silent")}
				/>
				<NumberInput
					label={t("post-delete-after")}
					description={t("post-delete-after-about")}
					placeholder={t("post-delete-never")}
					min={1}
					max={47}
					allowDecimal={false}
					{...form.getInputProps("delete_after_hours")}
				/>
			</Group>
			{(single || reply_to !== "") && (
				<NumberInput
					label={t("post-reply-to")}
					description={t("post-reply-to-about")}
					min={1}
					allowDecimal={false}
					hideControls
					{...form.getInputProps("reply_to")}
				/>
			)}
			<Switch
				label={t("post-bypass")}
				description={t("post-bypass-about")}
				{...form.getInputProps("bypass_cooldown", { type: "checkbox" })}
			/>
		</Panel>
	);
}
