import { Grid, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask, once } from "../../api/client.ts";
import type { Campaign } from "../../api/types.ts";
import { hereZone } from "../../i18n/local-time.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Allowed } from "../../ui/Allowed.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { AudienceFields } from "./AudienceFields.tsx";
import { Bubble } from "./Bubble.tsx";
import { ComposeButtons } from "./ComposeButtons.tsx";
import { campaignQuery } from "./campaign.ts";
import {
	contentOf,
	type Draft,
	draftOf,
	emptyDraft,
	inputOf,
	keptDraft,
	lacksFile,
	messageErrors,
	startsAtOf,
	whoOf,
} from "./draft.ts";
import { MessageFields } from "./MessageFields.tsx";
import { isEditable } from "./states.ts";
import { TestSend } from "./TestSend.tsx";
import { WhenFields } from "./WhenFields.tsx";

/** A message to many: written, seen, tried, counted, and only then sent, now or later. */
export function Compose() {
	return (
		<Allowed area="campaigns">
			<Form />
		</Allowed>
	);
}

/** One that is kept, or planned, as long as nobody has it. */
export function EditCampaign() {
	return (
		<Allowed area="campaigns">
			<Loaded />
		</Allowed>
	);
}

function Loaded() {
	const t = useText();
	const { id } = useParams({ from: "/shell/campaigns/$id/edit" });
	// As it was when somebody came to write: what is written must not be read over.
	const { data, error, refetch } = useQuery({
		...campaignQuery(id),
		gcTime: 0,
		staleTime: Number.POSITIVE_INFINITY,
	});
	if (data && isEditable(data.status)) return <Form campaign={data} />;
	return (
		<Page title={t("campaign-title", { id })}>
			{data && <Text>{t("campaign-not-editable")}</Text>}
			{error && <ErrorBox error={error} retry={() => void refetch()} />}
			{!data && !error && <Skeleton height={320} />}
		</Page>
	);
}

function Form({ campaign }: { campaign?: Campaign }) {
	const t = useText();
	const format = useFormat();
	const confirm = useConfirm();
	const navigate = useNavigate();
	// One visit keeps one campaign, also if the answer is lost and the button is pressed again.
	const [key] = useState(() => crypto.randomUUID());
	const [kept, setKept] = useState(campaign?.id);
	const form = useForm<Draft>({
		initialValues: campaign ? draftOf(campaign) : keptDraft.get(),
		onValuesChange: (draft) => {
			if (!campaign) keptDraft.set(draft);
		},
		validate: {
			message: (message, { media }) => (message.trim() === "" && !media.kind ? t("message-needed") : null),
			media: { file: (_, { media }) => (lacksFile(media) ? t("needed") : null) },
			at: (at, { when }) => {
				if (when === "now") return null;
				return at === "" ? t("needed") : new Date(at).getTime() <= Date.now() ? t("ban-until-future") : null;
			},
		},
	});
	const draft = form.values;
	const setErrors = (fields: Record<string, string>) => {
		const { inactive_days, starts_at, ...others } = messageErrors(fields);
		const moved = {
			...(inactive_days ? { away: inactive_days } : {}),
			...(starts_at ? { at: starts_at } : {}),
		};
		form.setErrors({ ...others, ...moved });
	};
	/** Keeps it as it is written. @returns its number */
	async function save(input: Draft): Promise<number> {
		const json = inputOf(input);
		if (kept === undefined) {
			const { id } = await ask(api.broadcast.drafts.$post({ json }, once(key)));
			setKept(id);
			return id;
		}
		await ask(api.campaigns[":id"].$put({ param: { id: String(kept) }, json }));
		return kept;
	}
	const changes = [["campaigns"], ["campaign"], ["audit"]];
	const leave = (id: number) => {
		keptDraft.forget();
		void navigate({ to: "/campaigns/$id", params: { id: String(id) } });
	};
	const keep = useAction(save, { done: () => t("campaign-kept"), changes, after: leave, fields: setErrors });
	const begin = useAction(
		async (input: Draft) => {
			const id = await save(input);
			const param = { id: String(id) };
			const starts_at = startsAtOf(input);
			if (starts_at) await ask(api.campaigns[":id"].schedule.$post({ param, json: { starts_at } }));
			else await ask(api.campaigns[":id"].start.$post({ param }));
			return id;
		},
		{
			done: (id, { when }) => t(when === "at" ? "campaign-planned" : "campaign-started", { id: String(id) }),
			changes,
			after: leave,
			fields: setErrors,
		},
	);
	const review = useAction(
		(input: Draft) => ask(api.broadcast.preview.$post({ json: { ...contentOf(input), ...whoOf(input) } })),
		{
			fields: setErrors,
			after: async ({ recipients, seconds }, input) => {
				const startsAt = startsAtOf(input);
				const at = startsAt && t("time-in-zone", { time: format.dateTime(startsAt), zone: hereZone() });
				const sure = await confirm({
					title: t(at ? "plan-title" : "start-title", { count: recipients }),
					consequences: [
						...(at ? [t("plan-follows-at", { time: at })] : []),
						t("start-follows-time", { time: format.duration(seconds) }),
						t(at ? "plan-follows-change" : "start-follows-pause"),
						t("start-follows-kept"),
					],
					action: at ? t("plan-it") : t("start-send", { count: recipients }),
					danger: false,
				});
				if (sure) begin.mutate(input);
			},
		},
	);
	const test = (to: number) => {
		const { bot_id } = whoOf(draft);
		return ask(
			api.broadcast.test.$post({ json: { ...contentOf(draft), to, ...(bot_id ? { bot_id } : {}) } }),
		);
	};
	return (
		<Page
			title={
				campaign ? t("campaign-edit-title", { name: campaign.name ?? String(campaign.id) }) : t("compose")
			}
			about={t("compose-keep-about")}
		>
			<form noValidate onSubmit={form.onSubmit((values) => review.mutate(values))}>
				<Grid gap="md">
					<Grid.Col span={{ base: 12, md: 7 }}>
						<Stack gap="md">
							<Panel title={t("compose-message")}>
								<TextInput
									label={t("campaign-name")}
									description={t("campaign-name-about")}
									maxLength={100}
									{...form.getInputProps("name")}
								/>
								<MessageFields form={form} />
							</Panel>
							<AudienceFields form={form} />
							<WhenFields form={form} />
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
							<TestSend
								send={test}
								validate={() =>
									!form.validateField("message").hasError && !form.validateField("media.file").hasError
								}
								onFields={setErrors}
							/>
							<ComposeButtons
								onClear={
									campaign
										? undefined
										: () => {
												form.setValues(emptyDraft);
												form.clearErrors();
											}
								}
								onKeep={() => keep.mutate(draft)}
								keeping={keep.isPending}
								busy={review.isPending || begin.isPending}
							>
								{t(draft.when === "at" ? "review-plan" : "review")}
							</ComposeButtons>
						</Stack>
					</Grid.Col>
				</Grid>
			</form>
		</Page>
	);
}
