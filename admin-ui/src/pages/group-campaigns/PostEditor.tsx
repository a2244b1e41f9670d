import { Button, Grid, Group, Modal, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useText } from "../../i18n/text.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useLast } from "../../ui/useLast.ts";
import { now } from "../../world.ts";
import { Bubble } from "../campaigns/Bubble.tsx";
import { contentOf } from "../campaigns/draft.ts";
import { draftFaults, type PostDraft, postErrors } from "../posts/draft.ts";
import { PostFields } from "../posts/PostFields.tsx";
import { TestPost } from "../posts/TestPost.tsx";

interface Props {
	no: number | null;
	/** null: closed. */
	post: PostDraft | null;
	faults: Record<string, string> | undefined;
	onClose: () => void;
	onKeep: (post: PostDraft) => void;
}

/** One of the posts of a campaign, written as any other. */
export function PostEditor({ no, post, faults, onClose, onKeep }: Props) {
	const t = useText();
	const last = useLast({ no, post, faults }, post !== null);
	return (
		<Modal
			opened={post !== null}
			onClose={onClose}
			size={1100}
			closeOnClickOutside={false}
			title={t("group-campaign-post", { no: last.no ?? 1 })}
			closeButtonProps={{ "aria-label": t("close") }}
		>
			{last.post && <Editor post={last.post} faults={last.faults} onClose={onClose} onKeep={onKeep} />}
		</Modal>
	);
}

function Editor({ post, faults = {}, onClose, onKeep }: Omit<Props, "no" | "post"> & { post: PostDraft }) {
	const t = useText();
	const form = useForm<PostDraft>({
		initialValues: post,
		initialErrors: faults,
		validate: (draft) => draftFaults(draft, now(), t),
	});
	return (
		<form
			noValidate
			onSubmit={form.onSubmit(onKeep, (wrong) =>
				form.getInputNode(Object.keys(wrong)[0] ?? "message")?.focus(),
			)}
		>
			<Grid gap="md">
				<Grid.Col span={{ base: 12, md: 7 }}>
					<PostFields form={form} />
				</Grid.Col>
				<Grid.Col span={{ base: 12, md: 5 }}>
					<Stack gap="md">
						<Panel title={t("preview")}>
							<Bubble shown={contentOf(form.values)} fewer={false} />
						</Panel>
						<TestPost
							draft={form.values}
							validate={() =>
								!form.validateField("message").hasError && !form.validateField("media.file").hasError
							}
							onFields={(fields) => form.setErrors(postErrors(fields))}
						/>
					</Stack>
				</Grid.Col>
			</Grid>
			<Group justify="flex-end" gap="xs" mt="md">
				<Button variant="default" onClick={onClose}>
					{t("cancel")}
				</Button>
				<Button type="submit">{t("group-campaign-keep")}</Button>
			</Group>
		</form>
	);
}
