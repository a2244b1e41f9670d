import { Group, NumberInput, SegmentedControl, Select } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { botsQuery } from "../../api/queries.ts";
import { languageNames, languages } from "../../i18n/languages.ts";
import { useText } from "../../i18n/text.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type Draft, whoOf } from "./draft.ts";
import { Reach } from "./Reach.tsx";

/** To whom, and how many that are. */
export function AudienceFields({ form }: { form: UseFormReturnType<Draft> }) {
	const t = useText();
	const { data: bots = [] } = useQuery(botsQuery);
	return (
		<Panel title={t("audience")}>
			<SegmentedControl
				aria-label={t("audience")}
				data={(["all", "vip", "free"] as const).map((value) => ({ value, label: t(`audience-${value}`) }))}
				{...form.getInputProps("audience")}
			/>
			<Group grow gap="sm">
				<Select
					label={t("language")}
					allowDeselect={false}
					data={[
						{ value: "", label: t("audience-any-language") },
						...languages.map((code) => ({ value: code, label: languageNames[code] })),
					]}
					{...form.getInputProps("language")}
				/>
				<Select
					label={t("bot")}
					allowDeselect={false}
					data={[
						{ value: "", label: t("audience-any-bot") },
						...bots.map(({ id, username }) => ({ value: String(id), label: `@${username}` })),
					]}
					{...form.getInputProps("bot_id")}
				/>
			</Group>
			<NumberInput
				label={t("audience-away")}
				description={t("audience-away-about")}
				placeholder={t("audience-away-any")}
				min={1}
				max={365}
				allowDecimal={false}
				{...form.getInputProps("away")}
			/>
			<Reach who={whoOf(form.values)} />
		</Panel>
	);
}
