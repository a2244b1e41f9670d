import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask, once } from "../../api/client.ts";
import { hereZone } from "../../i18n/local-time.ts";
import { useText } from "../../i18n/text.tsx";
import { Allowed } from "../../ui/Allowed.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { DraftButtons } from "../../ui/DraftButtons.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { now } from "../../world.ts";
import { draftFaults, type PostDraft, targetsOf } from "../posts/draft.ts";
import {
	type CampaignDraft,
	campaignErrors,
	campaignInput,
	emptyCampaign,
	keptCampaign,
	mostPosts,
	nextPost,
} from "./draft.ts";
import { PostCard } from "./PostCard.tsx";
import { PostEditor } from "./PostEditor.tsx";

/** Several posts, written one after the other and begun as one: all of them or none. */
export function NewGroupCampaign() {
	return (
		<Allowed area="groups">
			<Form />
		</Allowed>
	);
}

function Form() {
	const t = useText();
	const confirm = useConfirm();
	const navigate = useNavigate();
	const [key] = useState(() => crypto.randomUUID());
	/** Its place; behind the last one: a new one. */
	const [open, setOpen] = useState<number | null>(null);
	const [faults, setFaults] = useState<ReadonlyMap<number, Record<string, string>>>(new Map());
	const form = useForm<CampaignDraft>({
		initialValues: keptCampaign.get(),
		onValuesChange: keptCampaign.set,
		validate: {
			name: (name) => (name.trim() === "" ? t("needed") : null),
			ends_at: (at) => (at !== "" && !(new Date(at).getTime() > now()) ? t("ban-until-future") : null),
			posts: (posts) => (posts.length === 0 ? t("group-campaign-posts-needed") : null),
		},
	});
	const draft = form.values;
	const { posts } = draft;
	const setPosts = (rows: PostDraft[]) => {
		setFaults(new Map());
		form.setFieldValue("posts", rows);
		form.clearFieldError("posts");
	};
	const create = useAction(
		(values: CampaignDraft) => ask(api["group-campaigns"].$post({ json: campaignInput(values) }, once(key))),
		{
			done: () => t("group-campaign-begun"),
			changes: [["group-campaigns"], ["posts"], ["audit"]],
			after: ({ id }) => {
				keptCampaign.forget();
				void navigate({ to: "/posts/campaigns/$id", params: { id: String(id) } });
			},
			fields: (fields) => {
				const found = campaignErrors(fields);
				setFaults(found.posts);
				form.setErrors(found.own);
			},
		},
	);
	const review = async (values: CampaignDraft) => {
		// What was right when it was written may have passed meanwhile.
		const found = values.posts
			.map((post, place) => [place, draftFaults(post, now(), t)] as const)
			.filter(([, wrong]) => Object.keys(wrong).length > 0);
		setFaults(new Map(found));
		if (found.length > 0) return;
		const groups = new Set(values.posts.flatMap((post) => post.groups));
		const sure = await confirm({
			title: t("group-campaign-confirm-title", { name: values.name.trim() }),
			consequences: [
				t("group-campaign-confirm-posts", { count: values.posts.length }),
				t("group-campaign-confirm-groups", { count: groups.size }),
				...(values.posts.some(({ when }) => when === "now") ? [t("group-campaign-confirm-now")] : []),
				t("post-confirm-cooldown"),
			],
			action: t("group-campaign-begin"),
			danger: false,
		});
		if (sure) create.mutate(values);
	};
	const add = () => setOpen(posts.length);
	return (
		<Page title={t("group-campaign-new")} about={t("group-campaign-about")}>
			<form noValidate onSubmit={form.onSubmit((values) => void review(values))}>
				<Stack gap="md" maw={860}>
					<Panel>
						<Group grow gap="sm" align="flex-start" preventGrowOverflow={false}>
							<TextInput
								label={t("group-campaign-name")}
								maxLength={100}
								flex="1 1 14rem"
								{...form.getInputProps("name")}
							/>
							<TextInput
								type="datetime-local"
								label={t("group-campaign-ends")}
								description={t("group-campaign-ends-about", { zone: hereZone() })}
								flex="1 1 14rem"
								{...form.getInputProps("ends_at")}
							/>
						</Group>
					</Panel>
					<Panel
						title={t("group-campaign-posts", { count: posts.length })}
						actions={
							<Button
								variant="default"
								size="xs"
								leftSection={<IconPlus size={14} />}
								disabled={posts.length >= mostPosts}
								onClick={add}
							>
								{t("group-campaign-add")}
							</Button>
						}
					>
						{form.errors.posts && (
							<Alert color="red" role="alert">
								{form.errors.posts}
							</Alert>
						)}
						{posts.length === 0 ? (
							<Text size="sm" c="dimmed">
								{t("group-campaign-posts-none")}
							</Text>
						) : (
							posts.map((post, place) => (
								<PostCard
									// biome-ignore lint/suspicious/noArrayIndexKey: posts that are not sent have no other name
									key={place}
									no={place + 1}
									post={post}
									faults={faults.get(place)}
									onEdit={() => setOpen(place)}
									onCopy={() => setPosts([...posts.slice(0, place + 1), post, ...posts.slice(place + 1)])}
									onRemove={() => setPosts(posts.filter((_, i) => i !== place))}
									full={posts.length >= mostPosts}
								/>
							))
						)}
						{posts.length > 0 && (
							<Text size="xs" c="dimmed">
								{t("group-campaign-targets", {
									count: posts.reduce((sum, post) => sum + targetsOf(post).length, 0),
								})}
							</Text>
						)}
					</Panel>
					<DraftButtons
						onClear={() => {
							form.setValues(emptyCampaign());
							form.clearErrors();
							setFaults(new Map());
						}}
						busy={create.isPending}
					>
						{t("group-campaign-review")}
					</DraftButtons>
				</Stack>
			</form>
			<PostEditor
				no={open === null ? null : open + 1}
				post={open === null ? null : (posts[open] ?? nextPost(draft))}
				faults={open === null ? undefined : faults.get(open)}
				onClose={() => setOpen(null)}
				onKeep={(post) => {
					const place = open ?? posts.length;
					setPosts(
						place < posts.length ? posts.map((one, i) => (i === place ? post : one)) : [...posts, post],
					);
					setOpen(null);
				}}
			/>
		</Page>
	);
}
