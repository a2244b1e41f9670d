import {
	Button,
	Fieldset,
	NumberInput,
	Group as Row,
	Select,
	SimpleGrid,
	Stack,
	Switch,
	Textarea,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Group } from "../../api/types.ts";
import { languageNames, languages } from "../../i18n/languages.ts";
import { useText } from "../../i18n/text.tsx";
import { useAction } from "../../ui/useAction.tsx";

type Settings = Group["settings"];

/** What holds in one group. Everything that acts on people is off until somebody switches it on. */
export function GroupSettings({ group }: { group: Group }) {
	const t = useText();
	const can = useCan();
	const form = useForm<Settings>({ initialValues: group.settings });
	const save = useAction(
		(values: Settings) => {
			const changed = Object.entries(values).filter(
				([name, value]) => value !== group.settings[name as keyof Settings],
			);
			return ask(
				api.groups[":id"].settings.$put({
					param: { id: String(group.id) },
					json: Object.fromEntries(changed),
				}),
			);
		},
		{ done: () => t("group-saved"), changes: [["group"], ["groups"], ["audit"]], fields: form.setErrors },
	);
	const toggle = (name: keyof Settings) => (
		<Switch
			label={t(`option-${name}`)}
			description={t(`option-about-${name}`)}
			{...form.getInputProps(name, { type: "checkbox" })}
		/>
	);
	const number = (name: keyof Settings, min: number, max: number) => (
		<NumberInput
			label={t(`option-${name}`)}
			min={min}
			max={max}
			allowDecimal={false}
			{...form.getInputProps(name)}
		/>
	);
	const choice = (name: keyof Settings, words: readonly string[]) => (
		<Select
			label={t(`option-${name}`)}
			allowDeselect={false}
			data={words.map((value) => ({ value, label: t(`option-${name}-${value}`) }))}
			{...form.getInputProps(name)}
		/>
	);
	return (
		<form onSubmit={form.onSubmit((values) => save.mutate(values))}>
			<Fieldset variant="unstyled" disabled={!can("groups")}>
				<Stack gap="md">
					<Fieldset legend={t("options-order")}>
						<Stack gap="md">
							{toggle("moderation")}
							<SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
								{number("warn_limit", 1, 20)}
								{choice("warn_action", ["mute", "ban"])}
								{number("warn_minutes", 1, 525_600)}
							</SimpleGrid>
							<SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
								{toggle("link_filter")}
								{toggle("forward_filter")}
								{toggle("report")}
								{toggle("shared_bans")}
							</SimpleGrid>
						</Stack>
					</Fieldset>
					<Fieldset legend={t("options-newcomers")}>
						<Stack gap="md">
							{toggle("captcha")}
							<SimpleGrid cols={{ base: 1, sm: 3 }}>{number("captcha_minutes", 1, 60)}</SimpleGrid>
							<Textarea
								label={t("option-welcome")}
								description={t("option-about-welcome")}
								autosize
								maxLength={1000}
								{...form.getInputProps("welcome")}
							/>
							<Textarea
								label={t("option-rules")}
								description={t("option-about-rules")}
								autosize
								maxLength={3500}
								{...form.getInputProps("rules")}
							/>
						</Stack>
					</Fieldset>
					<Fieldset legend={t("options-posts")}>
						<Stack gap="md">
							<SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
								<Select
									label={t("option-language")}
									allowDeselect={false}
									data={languages.map((value) => ({ value, label: languageNames[value] }))}
									{...form.getInputProps("language")}
								/>
								{choice("who_may_post", ["staff", "admins"])}
								{number("cooldown_seconds", 0, 86_400)}
							</SimpleGrid>
							{toggle("silent")}
						</Stack>
					</Fieldset>
					{can("groups") && (
						<Row justify="flex-end">
							<Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
								{t("save")}
							</Button>
						</Row>
					)}
				</Stack>
			</Fieldset>
		</form>
	);
}
