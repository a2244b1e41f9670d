import { Modal, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { api, ask } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { now } from "../../world.ts";
import { banEnd, banLengths } from "./ban-end.ts";

export function BanDialog({ id, opened, onClose }: { id: string; opened: boolean; onClose: () => void }) {
	const t = useText();
	return (
		<Modal
			opened={opened}
			onClose={onClose}
			title={t("ban-title", { id })}
			closeButtonProps={{ "aria-label": t("close") }}
		>
			<BanForm id={id} onClose={onClose} />
		</Modal>
	);
}

function BanForm({ id, onClose }: { id: string; onClose: () => void }) {
	const t = useText();
	const form = useForm({
		initialValues: { reason: "", length: "7" as (typeof banLengths)[number], until: "" },
		validate: {
			reason: (reason) => (reason.trim() === "" ? t("needed") : null),
			until: (until, { length }) =>
				length === "date" && !(new Date(until).getTime() > now()) ? t("ban-until-future") : null,
		},
	});
	const ban = useAction(
		({ reason, length, until }: typeof form.values) =>
			ask(
				api.users[":id"].ban.$post({
					param: { id },
					json: { reason: reason.trim(), until: banEnd(length, until, now()) },
				}),
			),
		{
			done: () => t("ban-done", { id }),
			changes: [["person"], ["people"], ["stats"]],
			after: onClose,
			fields: (fields) => form.setErrors(fields),
		},
	);
	return (
		<form onSubmit={form.onSubmit((values) => ban.mutate(values))}>
			<Stack gap="md">
				<Text size="sm">{t("ban-follows")}</Text>
				<Textarea
					label={t("reason")}
					description={t("reason-they-read")}
					autosize
					minRows={2}
					maxLength={300}
					data-autofocus
					{...form.getInputProps("reason")}
				/>
				<Select
					label={t("ban-length")}
					allowDeselect={false}
					data={banLengths.map((value) => ({ value, label: t(`ban-length-${value}`) }))}
					{...form.getInputProps("length")}
				/>
				{form.values.length === "date" && (
					<TextInput type="datetime-local" label={t("until")} {...form.getInputProps("until")} />
				)}
				<DialogButtons onClose={onClose} color="red.8" loading={ban.isPending}>
					{t("ban-person")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
