import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import { type Session, sessionQuery } from "../../api/session.ts";
import { languageNames, languages } from "../../i18n/languages.ts";
import { useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { useSpokenLanguage } from "../../shell/AccountMenu.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useAction } from "../../ui/useAction.tsx";

/** One's own name and language, and how one is known. */
export function Profile({ staff }: { staff: NonNullable<Session["staff"]> }) {
	const t = useText();
	const queries = useQueryClient();
	const { language, choose } = useSpokenLanguage();
	const form = useForm({
		initialValues: { name: staff.name },
		validate: { name: (name) => (name.trim() === "" ? t("needed") : null) },
	});
	const save = useAction(
		({ name }: typeof form.values) => ask(api.session.$patch({ json: { name: name.trim() } })),
		{
			done: () => t("account-saved"),
			changes: [["team"]],
			after: (session) => {
				queries.setQueryData(sessionQuery.queryKey, session);
				form.setInitialValues({ name: session.staff.name });
				form.reset();
			},
			fields: form.setErrors,
		},
	);
	return (
		<Panel title={t("account-profile")}>
			<Stack gap="md">
				<form onSubmit={form.onSubmit((values) => save.mutate(values))}>
					<Group gap="xs" align="flex-end">
						<TextInput
							label={t("name")}
							autoComplete="name"
							maxLength={64}
							flex={1}
							{...form.getInputProps("name")}
						/>
						<Button type="submit" variant="default" disabled={!form.isDirty()} loading={save.isPending}>
							{t("save")}
						</Button>
					</Group>
				</form>
				<Select
					label={t("language")}
					description={t("account-language-about")}
					allowDeselect={false}
					value={language}
					onChange={(value) => choose(oneOf(value, languages) ?? "en")}
					data={languages.map((code) => ({ value: code, label: languageNames[code] }))}
				/>
				<Facts>
					<Fact name={t("role")}>{t(`role-${staff.role}`)}</Fact>
					<Fact name={t("login-email-label")}>{staff.email ?? t("account-none")}</Fact>
					<Fact name={t("telegram-id")}>{staff.telegram_id ?? t("account-none")}</Fact>
				</Facts>
			</Stack>
		</Panel>
	);
}
