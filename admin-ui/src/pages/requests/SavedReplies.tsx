import { ActionIcon, Button, Group, Modal, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { IconBookmark, IconPencil, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, ask } from "../../api/client.ts";
import { savedRepliesQuery } from "../../api/requests.ts";
import { useText } from "../../i18n/text.tsx";
import type { SavedReply } from "../../ui/thread/Composer.tsx";
import { useAction } from "../../ui/useAction.tsx";

const changes = [["saved-replies"], ["audit"]];
const blank = { id: "", title: "", text: "" };

/** The button, and the dialog in which what staff say again and again is kept. */
export function SavedReplies() {
	const t = useText();
	const [open, setOpen] = useState(false);
	const [edited, setEdited] = useState<SavedReply | null>(null);
	const { data = [] } = useQuery(savedRepliesQuery);
	const remove = useAction((id: string) => ask(api["saved-replies"][":id"].$delete({ param: { id } })), {
		...{ done: () => t("saved-removed"), changes },
	});
	return (
		<>
			<Button variant="default" leftSection={<IconBookmark size={16} />} onClick={() => setOpen(true)}>
				{t("thread-saved")}
			</Button>
			<Modal
				opened={open}
				onClose={() => setOpen(false)}
				title={t("thread-saved")}
				size="lg"
				closeButtonProps={{ "aria-label": t("close") }}
			>
				{edited ? (
					<ReplyForm key={edited.id} reply={edited} onClose={() => setEdited(null)} />
				) : (
					<Stack gap="sm">
						{data.length === 0 && <Text c="dimmed">{t("saved-none")}</Text>}
						{data.map((reply) => (
							<Group key={reply.id} justify="space-between" wrap="nowrap">
								<div style={{ minWidth: 0 }}>
									<Text fw={600}>{reply.title}</Text>
									<Text size="sm" c="dimmed" truncate>
										{reply.text}
									</Text>
								</div>
								<Group gap={4} wrap="nowrap">
									<ActionIcon
										variant="subtle"
										aria-label={t("saved-edit", { title: reply.title })}
										onClick={() => setEdited(reply)}
									>
										<IconPencil size={18} />
									</ActionIcon>
									<ActionIcon
										variant="subtle"
										color="red"
										aria-label={t("saved-remove", { title: reply.title })}
										loading={remove.isPending && remove.variables === reply.id}
										onClick={() => remove.mutate(reply.id)}
									>
										<IconTrash size={18} />
									</ActionIcon>
								</Group>
							</Group>
						))}
						<Button style={{ alignSelf: "flex-start" }} onClick={() => setEdited(blank)}>
							{t("saved-add")}
						</Button>
					</Stack>
				)}
			</Modal>
		</>
	);
}

/** @param reply one without an id is new */
function ReplyForm({ reply, onClose }: { reply: SavedReply; onClose: () => void }) {
	const t = useText();
	const [title, setTitle] = useState(reply.title);
	const [text, setText] = useState(reply.text);
	const [errors, setErrors] = useState<Record<string, string>>({});
	const json = { title, text };
	const save = useAction(
		() =>
			reply.id === ""
				? ask(api["saved-replies"].$post({ json }))
				: ask(api["saved-replies"][":id"].$put({ param: { id: reply.id }, json })),
		{ done: () => t("saved-done"), changes, after: onClose, fields: setErrors },
	);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		save.mutate(undefined);
	};
	return (
		<form onSubmit={submit}>
			<Stack gap="sm">
				<TextInput
					label={t("saved-title")}
					maxLength={80}
					required
					data-autofocus
					value={title}
					onChange={(event) => setTitle(event.currentTarget.value)}
					error={errors.title}
				/>
				<Textarea
					label={t("saved-text")}
					maxLength={4096}
					required
					autosize
					minRows={4}
					maxRows={14}
					value={text}
					onChange={(event) => setText(event.currentTarget.value)}
					error={errors.text}
				/>
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{t("cancel")}
					</Button>
					<Button type="submit" loading={save.isPending}>
						{t("saved-save")}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}
