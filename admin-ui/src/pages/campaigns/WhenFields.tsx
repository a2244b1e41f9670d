import { Button, Group, SegmentedControl, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { hereZone, tomorrowAt } from "../../i18n/local-time.ts";
import { useText } from "../../i18n/text.tsx";
import { Panel } from "../../ui/Panel.tsx";
import type { Draft } from "./draft.ts";

/** Now, or at a time of the reader's zone. */
export function WhenFields({ form }: { form: UseFormReturnType<Draft> }) {
	const t = useText();
	return (
		<Panel title={t("post-when")}>
			<SegmentedControl
				aria-label={t("post-when")}
				data={(["now", "at"] as const).map((value) => ({ value, label: t(`post-when-${value}`) }))}
				{...form.getInputProps("when")}
			/>
			{form.values.when === "at" && (
				<Group align="flex-end" gap="sm">
					<TextInput
						type="datetime-local"
						flex="1 1 14rem"
						label={t("post-at")}
						description={t("post-zone-here", { zone: hereZone() })}
						{...form.getInputProps("at")}
					/>
					<Button variant="default" onClick={() => form.setFieldValue("at", tomorrowAt(9, Date.now()))}>
						{t("when-tomorrow")}
					</Button>
				</Group>
			)}
		</Panel>
	);
}
