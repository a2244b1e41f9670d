import { Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPencil, IconPlayerPause, IconPlayerPlay, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import type { Post } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { EditContent } from "./EditContent.tsx";
import { mayCancel, mayPause, mayResend } from "./states.ts";

const changes = [["post"], ["posts"], ["group-campaign"], ["audit"]];

export function PostActions({ post }: { post: Post }) {
	const t = useText();
	const confirm = useConfirm();
	const [asking, resend] = useDisclosure(false);
	const [editing, edit] = useDisclosure(false);
	const { counts } = post;
	const id = String(post.id);
	const param = { no: id };
	const pause = useAction(() => ask(api.posts[":no"].pause.$post({ param })), {
		done: () => t("post-is-paused"),
		changes,
	});
	const resume = useAction(() => ask(api.posts[":no"].resume.$post({ param })), {
		done: () => t("post-goes-on"),
		changes,
	});
	const cancel = useAction(() => ask(api.posts[":no"].cancel.$post({ param })), {
		done: () => t("post-is-ended"),
		changes,
	});
	const askCancel = async () => {
		const sure = await confirm({
			title: t("post-cancel-title", { id }),
			consequences: [
				t("post-cancel-stays"),
				t("post-cancel-waits", { count: counts.waiting }),
				t("cancel-follows-end"),
			],
			action: t("post-cancel"),
		});
		if (sure) cancel.mutate(undefined);
	};
	return (
		<>
			{post.status !== "cancelled" && (
				<Button variant="default" leftSection={<IconPencil size={16} />} onClick={edit.open}>
					{t("post-edit")}
				</Button>
			)}
			{mayResend(counts) && post.status !== "cancelled" && (
				<Button variant="default" leftSection={<IconRefresh size={16} />} onClick={resend.open}>
					{t("resend")}
				</Button>
			)}
			{mayPause(post, counts) && (
				<Button
					variant="default"
					leftSection={<IconPlayerPause size={16} />}
					loading={pause.isPending}
					onClick={() => pause.mutate(undefined)}
				>
					{t("pause")}
				</Button>
			)}
			{post.status === "paused" && (
				<Button
					leftSection={<IconPlayerPlay size={16} />}
					loading={resume.isPending}
					onClick={() => resume.mutate(undefined)}
				>
					{t("resume")}
				</Button>
			)}
			{mayCancel(post, counts) && (
				<Button variant="light" color="red" loading={cancel.isPending} onClick={() => void askCancel()}>
					{t("post-cancel")}
				</Button>
			)}
			<Modal
				opened={asking}
				onClose={resend.close}
				title={t("post-resend-title")}
				closeButtonProps={{ "aria-label": t("close") }}
			>
				<ResendForm post={post} onClose={resend.close} />
			</Modal>
			<EditContent post={post} opened={editing} onClose={edit.close} changes={changes} />
		</>
	);
}

function ResendForm({ post, onClose }: { post: Post; onClose: () => void }) {
	const t = useText();
	const { failed, unknown } = post.counts;
	const [unknownToo, setUnknownToo] = useState(false);
	const resend = useAction(
		() =>
			ask(
				api.posts[":no"].resend.$post({
					param: { no: String(post.id) },
					json: { include_unknown: unknownToo },
				}),
			),
		{ done: ({ queued }) => t("post-resent", { count: queued }), changes, after: onClose },
	);
	return (
		<Stack gap="md">
			<Text size="sm">{t(failed > 0 ? "post-resend-about" : "post-resend-none")}</Text>
			{unknown > 0 && (
				<Checkbox
					checked={unknownToo}
					onChange={(event) => setUnknownToo(event.currentTarget.checked)}
					label={t("post-resend-unknown")}
					description={t("post-resend-unknown-about")}
				/>
			)}
			<Group justify="flex-end" gap="xs">
				<Button variant="default" onClick={onClose}>
					{t("cancel")}
				</Button>
				<Button
					disabled={failed === 0 && !unknownToo}
					loading={resend.isPending}
					onClick={() => resend.mutate(undefined)}
				>
					{t("resend")}
				</Button>
			</Group>
		</Stack>
	);
}
