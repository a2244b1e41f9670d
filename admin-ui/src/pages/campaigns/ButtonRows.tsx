import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useText } from "../../i18n/text.tsx";
import type { Message, MessageForm } from "./draft.ts";

const empty = { text: "", url: "" };

/** Rows of links under the message. */
export function ButtonRows({ form }: { form: MessageForm }) {
	const t = useText();
	const { buttons } = form.values;
	const change = (rows: Message["buttons"]) => form.setFieldValue("buttons", rows);
	const remove = (row: number, place: number) =>
		change(
			buttons
				.map((all, no) => (no === row ? all.filter((_, i) => i !== place) : all))
				.filter((all) => all.length > 0),
		);
	return (
		<Stack gap="xs" role="group" aria-label={t("buttons")}>
			<Text size="sm" fw={500}>
				{t("buttons")}
			</Text>
			{buttons.map((all, row) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
				<Stack key={row} gap={6}>
					{all.map((_, place) => {
						const no = `${row + 1}.${place + 1}`;
						return (
							// biome-ignore lint/suspicious/noArrayIndexKey: nor have buttons
							<Group key={place} gap={6} align="flex-start" wrap="nowrap">
								<TextInput
									aria-label={t("button-text", { no })}
									placeholder={t("button-text", { no })}
									maxLength={64}
									required
									flex={2}
									{...form.getInputProps(`buttons.${row}.${place}.text`)}
								/>
								<TextInput
									aria-label={t("button-url", { no })}
									placeholder="https://"
									required
									flex={3}
									{...form.getInputProps(`buttons.${row}.${place}.url`)}
								/>
								<ActionIcon
									variant="subtle"
									color="gray"
									size="input-sm"
									onClick={() => remove(row, place)}
									aria-label={t("button-remove", { no })}
								>
									<IconX size={16} />
								</ActionIcon>
							</Group>
						);
					})}
					{all.length < 8 && (
						<Button
							variant="subtle"
							size="compact-xs"
							style={{ alignSelf: "flex-start" }}
							onClick={() => change(buttons.map((one, no) => (no === row ? [...one, empty] : one)))}
						>
							{t("button-beside")}
						</Button>
					)}
				</Stack>
			))}
			{buttons.length < 20 && (
				<Button
					variant="default"
					size="xs"
					leftSection={<IconPlus size={14} />}
					style={{ alignSelf: "flex-start" }}
					onClick={() => change([...buttons, [empty]])}
				>
					{t("button-add")}
				</Button>
			)}
		</Stack>
	);
}
