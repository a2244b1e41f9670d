import { Modal, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { api, ask, once } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";

const gifts = ["vip", "lock_credits", "ai_credits"] as const;

export function GiftDialog({ id, opened, onClose }: { id: string; opened: boolean; onClose: () => void }) {
	const t = useText();
	return (
		<Modal
			opened={opened}
			onClose={onClose}
			title={t("gift-title", { id })}
			closeButtonProps={{ "aria-label": t("close") }}
		>
			<GiftForm id={id} onClose={onClose} />
		</Modal>
	);
}

function GiftForm({ id, onClose }: { id: string; onClose: () => void }) {
	const t = useText();
	// One dialog gives once, also if the answer is lost and the button is pressed again.
	const [key] = useState(() => crypto.randomUUID());
	const form = useForm({
		initialValues: { what: "vip" as (typeof gifts)[number], amount: 7 as number | string, reason: "" },
		validate: {
			amount: (amount, { what }) =>
				Number(amount) >= 1 && Number(amount) <= (what === "vip" ? 3650 : 100_000)
					? null
					: t("gift-amount-range"),
			reason: (reason) => (reason.trim() === "" ? t("needed") : null),
		},
	});
	const give = useAction(
		({ what, amount, reason }: typeof form.values) =>
			ask(
				api.users[":id"].grants.$post(
					{ param: { id }, json: { what, amount: Number(amount), reason: reason.trim() } },
					once(key),
				),
			),
		{
			done: () => t("gift-done", { id }),
			changes: [["person", id]],
			after: onClose,
			fields: (fields) => form.setErrors(fields),
		},
	);
	return (
		<form onSubmit={form.onSubmit((values) => give.mutate(values))}>
			<Stack gap="md">
				<Select
					label={t("gift-what")}
					allowDeselect={false}
					data={gifts.map((value) => ({ value, label: t(`gift-${value}`) }))}
					{...form.getInputProps("what")}
				/>
				<NumberInput
					label={t(form.values.what === "vip" ? "gift-days" : "gift-credits")}
					min={1}
					allowDecimal={false}
					{...form.getInputProps("amount")}
				/>
				<TextInput
					label={t("reason")}
					description={t("reason-in-audit")}
					maxLength={300}
					{...form.getInputProps("reason")}
				/>
				<DialogButtons onClose={onClose} loading={give.isPending}>
					{t("gift")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
