import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPencil, IconRefresh } from "@tabler/icons-react";
import { api, ask } from "../../api/client.ts";
import type { Post } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { ResendDialog } from "../../ui/ResendDialog.tsx";
import { RunButtons } from "../../ui/RunButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { EditContent } from "./EditContent.tsx";
import { TakeBackPost } from "./PostTakeBack.tsx";
import { mayCancel, mayPause, mayResend } from "./states.ts";

const changes = [["post"], ["posts"], ["group-campaign"], ["audit"]];

export function PostActions({ post }: { post: Post }) {
	const t = useText();
	const confirm = useConfirm();
	const [asking, dialog] = useDisclosure(false);
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
	const resend = useAction(
		(unknownToo: boolean) =>
			ask(api.posts[":no"].resend.$post({ param, json: { include_unknown: unknownToo } })),
		{ done: ({ queued }) => t("post-resent", { count: queued }), changes, after: dialog.close },
	);
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
				<Button variant="default" leftSection={<IconRefresh size={16} />} onClick={dialog.open}>
					{t("resend")}
				</Button>
			)}
			<RunButtons
				pause={{
					allowed: mayPause(post, counts),
					busy: pause.isPending,
					onClick: () => pause.mutate(undefined),
				}}
				resume={{
					allowed: post.status === "paused",
					busy: resume.isPending,
					onClick: () => resume.mutate(undefined),
				}}
				cancel={{
					allowed: mayCancel(post, counts),
					busy: cancel.isPending,
					onClick: () => void askCancel(),
					text: t("post-cancel"),
				}}
			/>
			{(counts.sent > 0 || counts.sending > 0) && <TakeBackPost post={post} />}
			<ResendDialog
				opened={asking}
				onClose={dialog.close}
				title={t("post-resend-title")}
				about={t(counts.failed > 0 ? "post-resend-about" : "post-resend-none")}
				counts={counts}
				unknown={{
					label: t("post-resend-unknown"),
					about: t("post-resend-unknown-about"),
					chosen: false,
				}}
				action={() => t("resend")}
				busy={resend.isPending}
				onResend={resend.mutate}
			/>
			<EditContent post={post} opened={editing} onClose={edit.close} changes={changes} />
		</>
	);
}
