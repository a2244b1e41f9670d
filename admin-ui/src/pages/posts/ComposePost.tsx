import { Grid, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask, once } from "../../api/client.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Allowed } from "../../ui/Allowed.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { DraftButtons } from "../../ui/DraftButtons.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { now } from "../../world.ts";
import { Bubble } from "../campaigns/Bubble.tsx";
import { contentOf } from "../campaigns/draft.ts";
import {
	draftFaults,
	emptyPost,
	inputOf,
	keptPost,
	nextTimes,
	type PostDraft,
	postErrors,
	targetsOf,
} from "./draft.ts";
import { PostFields } from "./PostFields.tsx";
import { TestPost } from "./TestPost.tsx";

/** A post: written, seen, tried, and sent to groups now or later. */
export function ComposePost() {
	return (
		<Allowed area="groups">
			<Form />
		</Allowed>
	);
}

function Form() {
	const t = useText();
	const format = useFormat();
	const confirm = useConfirm();
	const navigate = useNavigate();
	// One visit posts once, also if the answer is lost and the button is pressed again.
	const [key] = useState(() => crypto.randomUUID());
	const form = useForm<PostDraft>({
		initialValues: keptPost.get(),
		onValuesChange: keptPost.set,
		validate: (draft) => draftFaults(draft, now(), t),
	});
	const setErrors = (fields: Record<string, string>) => form.setErrors(postErrors(fields));
	/** The first thing that is wrong may lie out of sight. */
	const focusFault = (faults: object) => form.getInputNode(Object.keys(faults)[0] ?? "message")?.focus();
	const create = useAction((draft: PostDraft) => ask(api.posts.$post({ json: inputOf(draft) }, once(key))), {
		done: (_, { when }) => t(when === "now" ? "post-created-now" : "post-created"),
		changes: [["posts"], ["audit"]],
		after: ({ id }) => {
			keptPost.forget();
			void navigate({ to: "/posts/$id", params: { id: String(id) } });
		},
		fields: setErrors,
	});
	const review = async (draft: PostDraft) => {
		const count = targetsOf(draft).length;
		const { times } = nextTimes(draft, now(), 1);
		const [first] = times;
		const later =
			draft.when === "now" || first === undefined ? null : format.dateTime(new Date(first).toISOString());
		const again = draft.when === "cron" || draft.when === "every";
		const sure = await confirm({
			title: t("post-confirm-title", { count }),
			consequences: [
				later === null ? t("post-confirm-now") : t("post-confirm-later", { time: later }),
				...(again
					? [
							draft.rounds === ""
								? t("post-confirm-ever")
								: t("post-confirm-rounds", { count: Number(draft.rounds) }),
						]
					: []),
				t(draft.bypass_cooldown ? "post-confirm-bypass" : "post-confirm-cooldown"),
				draft.delete_after_hours === ""
					? t("post-confirm-stays")
					: t("post-confirm-deleted", { count: Number(draft.delete_after_hours) }),
			],
			action: t(later === null ? "post-send-now" : "post-plan"),
			danger: false,
		});
		if (sure) create.mutate(draft);
	};
	return (
		<Page title={t("post-new")} about={t("compose-about")}>
			<form noValidate onSubmit={form.onSubmit((draft) => void review(draft), focusFault)}>
				<Grid gap="md">
					<Grid.Col span={{ base: 12, md: 7 }}>
						<PostFields form={form} />
					</Grid.Col>
					<Grid.Col span={{ base: 12, md: 5 }}>
						<Stack gap="md" style={{ position: "sticky", top: 72 }}>
							<Panel title={t("preview")}>
								<Bubble shown={contentOf(form.values)} fewer={false} />
								<Text size="xs" c="dimmed">
									{t("preview-about")}
								</Text>
							</Panel>
							<TestPost
								draft={form.values}
								validate={() =>
									!form.validateField("message").hasError && !form.validateField("media.file").hasError
								}
								onFields={setErrors}
							/>
							<DraftButtons
								onClear={() => {
									form.setValues(emptyPost());
									form.clearErrors();
								}}
								busy={create.isPending}
							>
								{t(form.values.when === "now" ? "post-review-now" : "post-review-plan")}
							</DraftButtons>
						</Stack>
					</Grid.Col>
				</Grid>
			</form>
		</Page>
	);
}
