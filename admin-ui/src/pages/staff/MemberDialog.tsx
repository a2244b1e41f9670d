import { Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { api, ask } from "../../api/client.ts";
import { roles } from "../../api/session.ts";
import type { Member } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { digits, oneOf } from "../../search.ts";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useLast } from "../../ui/useLast.ts";
import { RoleChoice } from "./RoleChoice.tsx";

/** What somebody may, and how they come in. */
export function MemberDialog({ member, onClose }: { member: Member | null; onClose: () => void }) {
	const t = useText();
	const last = useLast(member, member !== null);
	return (
		<Modal
			opened={member !== null}
			onClose={onClose}
			title={t("member-title", { name: last?.name ?? "" })}
			closeButtonProps={{ "aria-label": t("close") }}
		>
			{last && <MemberForm key={last.id} member={last} onClose={onClose} />}
		</Modal>
	);
}

function MemberForm({ member, onClose }: { member: Member; onClose: () => void }) {
	const t = useText();
	const form = useForm({
		initialValues: {
			role: member.role as string,
			email: member.email ?? "",
			telegram_id: String(member.telegram_id ?? ""),
		},
		validate: {
			telegram_id: (id) => (id.trim() === "" || digits(id.trim()) ? null : t("only-digits")),
		},
	});
	const change = useAction(
		({ role, email, telegram_id }: typeof form.values) =>
			ask(
				api.staff[":id"].$patch({
					param: { id: member.id },
					json: {
						role: oneOf(role, roles),
						...(form.isDirty("email") ? { email: email.trim() || null } : {}),
						...(form.isDirty("telegram_id")
							? { telegram_id: telegram_id.trim() ? Number(telegram_id) : null }
							: {}),
					},
				}),
			),
		{
			done: ({ staff }) => t("member-changed", { name: staff.name, role: t(`role-${staff.role}`) }),
			changes: [["team"], ["session"], ["audit"]],
			after: onClose,
			fields: form.setErrors,
		},
	);
	return (
		<form onSubmit={form.onSubmit((values) => change.mutate(values))}>
			<Stack gap="md">
				<RoleChoice {...form.getInputProps("role")} />
				<TextInput
					type="email"
					label={t("login-email-label")}
					description={t("member-email-about")}
					{...form.getInputProps("email")}
				/>
				<TextInput
					label={t("telegram-id")}
					description={t("member-telegram-about")}
					inputMode="numeric"
					{...form.getInputProps("telegram_id")}
				/>
				<DialogButtons onClose={onClose} loading={change.isPending} disabled={!form.isDirty()}>
					{t("save")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
