import { Alert, Grid, Modal, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { api, ask } from "../../api/client.ts";
import type { Post, PostInput } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { Bubble } from "../campaigns/Bubble.tsx";
import { contentOf, lacksFile, type Message, messageErrors, messageOf } from "../campaigns/draft.ts";
import { MessageFields } from "../campaigns/MessageFields.tsx";
import { TestPost } from "./TestPost.tsx";

interface Props {
	post: Post;
	changes: unknown[][];
	opened: boolean;
	onClose: () => void;
}

type Content = Partial<Pick<PostInput, "message" | "entities" | "parse_mode" | "media" | "buttons">>;

/** Changes what a post says, also where it stands already. */
export function EditContent({ opened, onClose, ...form }: Props) {
	const t = useText();
	return (
		<Modal
			opened={opened}
			onClose={onClose}
			size="xl"
			title={t("post-edit-title", { id: String(form.post.id) })}
			closeButtonProps={{ "aria-label": t("close") }}
		>
			<EditForm onClose={onClose} {...form} />
		</Modal>
	);
}

function EditForm({ post, changes, onClose }: Omit<Props, "opened">) {
	const t = useText();
	const old = (post.content ?? {}) as Content;
	const form = useForm<Message>({
		initialValues: messageOf(old),
		validate: {
			message: (message, { media }) => (message.trim() === "" && !media.kind ? t("message-needed") : null),
			media: { file: (_, { media }) => (lacksFile(media) ? t("needed") : null) },
		},
	});
	const { message, parse_mode } = form.values;
	// Formatting that came from Telegram belongs to its very words.
	const formatted = old.entities && old.entities.length > 0;
	const kept = formatted && message === old.message && parse_mode === "";
	const setErrors = (fields: Record<string, string>) => form.setErrors(messageErrors(fields));
	const save = useAction(
		(values: Message) =>
			ask(
				api.posts[":no"].content.$put({
					param: { no: String(post.id) },
					json: { ...contentOf(values), ...(kept && old.entities ? { entities: old.entities } : {}) },
				}),
			),
		{ done: () => t("post-edited"), changes, after: onClose, fields: setErrors },
	);
	return (
		<form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
			<Stack gap="md">
				<Alert color="blue">{t("post-edit-about", { count: post.counts.sent })}</Alert>
				{formatted && !kept && <Alert color="yellow">{t("post-edit-formatting")}</Alert>}
				<Grid gap="md">
					<Grid.Col span={{ base: 12, sm: 7 }}>
						<Stack gap="sm">
							<MessageFields form={form} />
						</Stack>
					</Grid.Col>
					<Grid.Col span={{ base: 12, sm: 5 }}>
						<Bubble shown={contentOf(form.values)} fewer={false} />
					</Grid.Col>
				</Grid>
				<TestPost
					draft={{ ...form.values, groups: post.targets.map(({ group_id }) => String(group_id)) }}
					validate={() => !form.validate().hasErrors}
					onFields={setErrors}
				/>
				<DialogButtons onClose={onClose} loading={save.isPending}>
					{t("save")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
