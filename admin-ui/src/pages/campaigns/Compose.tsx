import { Grid, Group, NumberInput, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask, once } from "../../api/client.ts";
import { botsQuery } from "../../api/queries.ts";
import { languageNames, languages } from "../../i18n/languages.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Allowed } from "../../ui/Allowed.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { DraftButtons } from "../../ui/DraftButtons.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { Bubble } from "./Bubble.tsx";
import { contentOf, type Draft, emptyDraft, keptDraft, messageErrors, whoOf } from "./draft.ts";
import { MessageFields } from "./MessageFields.tsx";
import { Reach } from "./Reach.tsx";
import { TestSend } from "./TestSend.tsx";

/** A message to many: written, seen, tried, counted, and only then sent. */
export function Compose() {
	return (
		<Allowed area="campaigns">
			<Form />
		</Allowed>
	);
}

function Form() {
	const t = useText();
	const format = useFormat();
	const confirm = useConfirm();
	const navigate = useNavigate();
	const { data: bots = [] } = useQuery(botsQuery);
	// One visit starts one campaign, also if the answer is lost and the button is pressed again.
	const [key] = useState(() => crypto.randomUUID());
	const form = useForm<Draft>({
		initialValues: keptDraft.get(),
		onValuesChange: keptDraft.set,
		validate: {
			message: (message, { media }) => (message.trim() === "" && !media.kind ? t("message-needed") : null),
			media: { file: (file, { media }) => (media.kind && file.trim() === "" ? t("needed") : null) },
		},
	});
	const draft = form.values;
	const setErrors = (fields: Record<string, string>) => {
		const { inactive_days, ...others } = messageErrors(fields);
		form.setErrors({ ...others, ...(inactive_days ? { away: inactive_days } : {}) });
	};
	const test = (to: number) => {
		const { bot_id } = whoOf(draft);
		return ask(
			api.broadcast.test.$post({ json: { ...contentOf(draft), to, ...(bot_id ? { bot_id } : {}) } }),
		);
	};
	const start = useAction(
		(input: Draft) => ask(api.broadcast.$post({ json: { ...contentOf(input), ...whoOf(input) } }, once(key))),
		{
			done: ({ id }) => t("campaign-started", { id: String(id) }),
			changes: [["campaigns"]],
			after: ({ id }) => {
				keptDraft.forget();
				void navigate({ to: "/campaigns/$id", params: { id: String(id) } });
			},
			fields: setErrors,
		},
	);
	const review = useAction(
		(input: Draft) => ask(api.broadcast.preview.$post({ json: { ...contentOf(input), ...whoOf(input) } })),
		{
			fields: setErrors,
			after: async ({ recipients, seconds }, input) => {
				const sure = await confirm({
					title: t("start-title", { count: recipients }),
					consequences: [
						t("start-follows-time", { time: format.duration(seconds) }),
						t("start-follows-pause"),
						t("start-follows-kept"),
					],
					action: t("start-send", { count: recipients }),
					danger: false,
				});
				if (sure) start.mutate(input);
			},
		},
	);
	return (
		<Page title={t("compose")} about={t("compose-about")}>
			<form onSubmit={form.onSubmit((values) => review.mutate(values))}>
				<Grid gap="md">
					<Grid.Col span={{ base: 12, md: 7 }}>
						<Stack gap="md">
							<Panel title={t("compose-message")}>
								<MessageFields form={form} />
							</Panel>
							<Panel title={t("audience")}>
								<SegmentedControl
									aria-label={t("audience")}
									data={(["all", "vip", "free"] as const).map((value) => ({
										value,
										label: t(`audience-${value}`),
									}))}
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
								<Reach who={whoOf(draft)} />
							</Panel>
						</Stack>
					</Grid.Col>
					<Grid.Col span={{ base: 12, md: 5 }}>
						<Stack gap="md" style={{ position: "sticky", top: 72 }}>
							<Panel title={t("preview")}>
								<Bubble shown={contentOf(draft)} />
								<Text size="xs" c="dimmed">
									{t("preview-about")}
								</Text>
							</Panel>
							<TestSend send={test} validate={() => !form.validate().hasErrors} onFields={setErrors} />
							<DraftButtons
								onClear={() => {
									form.setValues(emptyDraft);
									form.clearErrors();
								}}
								busy={review.isPending || start.isPending}
							>
								{t("review")}
							</DraftButtons>
						</Stack>
					</Grid.Col>
				</Grid>
			</form>
		</Page>
	);
}
