import { Alert, Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { sessionQuery } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { CopyField } from "../../ui/CopyField.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { PermissionMatrix } from "./PermissionMatrix.tsx";
import type { Permissions } from "./permissions.ts";

const lengths = ["30", "90", "365", "never"] as const;

/** Asks what the key may, then shows it, once. */
export function KeyForm({ onClose }: { onClose: () => void }) {
	const t = useText();
	const { data: session } = useQuery(sessionQuery);
	const [made, setMade] = useState<{ secret: string; name: string }>();
	const form = useForm({
		initialValues: { name: "", days: "90" as string, permissions: {} as Permissions },
		validate: {
			name: (name) => (name.trim() === "" ? t("needed") : null),
			permissions: (held) => (Object.keys(held).length === 0 ? t("key-may-needed") : null),
		},
	});
	const make = useAction(
		({ name, days, permissions }: typeof form.values) =>
			ask(
				api.keys.$post({
					json: {
						name: name.trim(),
						permissions,
						expires_at:
							days === "never" ? null : new Date(Date.now() + Number(days) * 86_400_000).toISOString(),
					},
				}),
			),
		{
			changes: [["keys"], ["audit"]],
			after: (answer) => "secret" in answer && setMade({ secret: answer.secret, name: answer.key.name }),
			fields: ({ expires_at, ...others }) => form.setErrors({ ...others, days: expires_at }),
		},
	);
	if (made)
		return (
			<Stack gap="md">
				<Alert color="yellow" role="status">
					{t("key-once")}
				</Alert>
				<CopyField label={made.name} about={t("key-secret-about")} value={made.secret} />
				<Group justify="flex-end">
					<Button onClick={onClose}>{t("finished")}</Button>
				</Group>
			</Stack>
		);
	return (
		<form onSubmit={form.onSubmit((values) => make.mutate(values))}>
			<Stack gap="md">
				<TextInput
					label={t("name")}
					description={t("key-name-about")}
					maxLength={100}
					data-autofocus
					{...form.getInputProps("name")}
				/>
				<PermissionMatrix
					own={session?.permissions ?? {}}
					value={form.values.permissions}
					onChange={(held) => form.setFieldValue("permissions", held)}
					error={form.errors.permissions}
				/>
				<Select
					label={t("expires")}
					allowDeselect={false}
					data={lengths.map((value) => ({ value, label: t(`key-days-${value}`) }))}
					{...form.getInputProps("days")}
				/>
				<DialogButtons onClose={onClose} loading={make.isPending}>
					{t("key-make")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
