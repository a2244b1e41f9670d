import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { InferResponseType } from "hono/client";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { roles } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { digits, oneOf } from "../../search.ts";
import { CopyField } from "../../ui/CopyField.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { telegramLink } from "../../world.ts";
import { RoleChoice } from "./RoleChoice.tsx";

type Made = InferResponseType<typeof api.staff.invitations.$post, 201>;

/** Asks whom, then shows the links, once. */
export function InviteForm({ onClose }: { onClose: () => void }) {
	const t = useText();
	const [made, setMade] = useState<Made>();
	const form = useForm({
		initialValues: { role: "operator", email: "", telegram_id: "" },
		validate: {
			telegram_id: (id) => (id.trim() === "" || digits(id.trim()) ? null : t("only-digits")),
		},
	});
	const invite = useAction(
		({ role, email, telegram_id }: typeof form.values) =>
			ask(
				api.staff.invitations.$post({
					json: {
						role: oneOf(role, roles) ?? "viewer",
						...(email.trim() ? { email: email.trim() } : {}),
						...(telegram_id.trim() ? { telegram_id: Number(telegram_id) } : {}),
					},
				}),
			) as Promise<Made>,
		{ changes: [["invitations"], ["audit"]], after: setMade, fields: form.setErrors },
	);
	if (made) return <Links made={made} onClose={onClose} />;
	return (
		<form onSubmit={form.onSubmit((values) => invite.mutate(values))}>
			<Stack gap="md">
				<RoleChoice {...form.getInputProps("role")} />
				<TextInput
					type="email"
					label={`${t("login-email-label")} (${t("optional")})`}
					description={t("invite-email-about")}
					{...form.getInputProps("email")}
				/>
				<TextInput
					label={`${t("telegram-id")} (${t("optional")})`}
					description={t("invite-telegram-about")}
					inputMode="numeric"
					{...form.getInputProps("telegram_id")}
				/>
				<DialogButtons onClose={onClose} loading={invite.isPending}>
					{t("invite")}
				</DialogButtons>
			</Stack>
		</form>
	);
}

function Links({ made, onClose }: { made: Made; onClose: () => void }) {
	const t = useText();
	const { link, telegram_link, mailed, invitation } = made;
	const { email } = invitation;
	return (
		<Stack gap="md">
			<Alert color={email && !mailed ? "yellow" : "teal"} role="status">
				{email && (mailed ? t("invite-mailed", { email }) : t("invite-not-mailed", { email }))}{" "}
				{t("invite-once")}
			</Alert>
			{telegram_link && (
				<CopyField
					label={t("invite-telegram-link")}
					about={t("invite-telegram-link-about")}
					value={telegramLink(telegram_link)}
				/>
			)}
			{link && <CopyField label={t("invite-link")} about={t("invite-link-about")} value={link} />}
			<Group justify="flex-end">
				<Button onClick={onClose}>{t("finished")}</Button>
			</Group>
		</Stack>
	);
}
