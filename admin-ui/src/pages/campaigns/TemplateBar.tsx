import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTemplate } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { contentOf, type Message, type MessageForm, messageOf } from "./draft.ts";
import { templatesQuery } from "./templates.ts";

const isEmpty = ({ message, media }: Message) => message.trim() === "" && !media.kind;

/** Begins with a message that was kept, and keeps this one. */
export function TemplateBar({ form }: { form: MessageForm }) {
	const can = useCan();
	return can("campaigns", "read") ? <Bar form={form} /> : null;
}

function Bar({ form }: { form: MessageForm }) {
	const t = useText();
	const can = useCan();
	const confirm = useConfirm();
	const [naming, dialog] = useDisclosure(false);
	const { data: templates = [] } = useQuery(templatesQuery);
	const choose = async (id: string | null) => {
		const found = templates.find((one) => String(one.id) === id);
		if (!found) return;
		const sure =
			isEmpty(form.values) ||
			(await confirm({
				title: t("template-replace-title"),
				consequences: [t("template-replace-follows")],
				action: t("template-replace"),
				danger: false,
			}));
		if (!sure) return;
		const { message, parse_mode, media, buttons } = messageOf(found.content);
		form.setFieldValue("message", message);
		form.setFieldValue("parse_mode", parse_mode);
		form.setFieldValue("media", media);
		form.setFieldValue("buttons", buttons);
	};
	return (
		<Group gap="xs" align="flex-end">
			<Select
				flex="1 1 12rem"
				label={t("template-choose")}
				placeholder={t(templates.length > 0 ? "template-placeholder" : "template-none-yet")}
				disabled={templates.length === 0}
				searchable
				value={null}
				onChange={(id) => void choose(id)}
				data={templates.map(({ id, name }) => ({ value: String(id), label: name }))}
			/>
			{can("campaigns") && (
				<Button
					variant="default"
					leftSection={<IconTemplate size={16} />}
					disabled={isEmpty(form.values)}
					onClick={dialog.open}
				>
					{t("template-keep")}
				</Button>
			)}
			<Modal
				opened={naming}
				onClose={dialog.close}
				title={t("template-keep")}
				closeButtonProps={{ "aria-label": t("close") }}
			>
				<Keep message={form.values} onClose={dialog.close} />
			</Modal>
		</Group>
	);
}

function Keep({ message, onClose }: { message: Message; onClose: () => void }) {
	const t = useText();
	const [name, setName] = useState("");
	const [wrong, setWrong] = useState<string>();
	const keep = useAction(
		(chosen: string) => ask(api.templates.$post({ json: { name: chosen, ...contentOf(message) } })),
		{
			done: (_, chosen) => t("template-kept", { name: chosen }),
			changes: [["templates"], ["audit"]],
			after: onClose,
			fields: (fields) => setWrong(fields.name ? t("template-name-taken") : Object.values(fields)[0]),
		},
	);
	// Its own form would stand in the form of the message.
	const press = () => {
		setWrong(name.trim() ? undefined : t("needed"));
		if (name.trim()) keep.mutate(name.trim());
	};
	return (
		<Stack gap="md">
			<TextInput
				data-autofocus
				label={t("template-name")}
				maxLength={100}
				value={name}
				onChange={(event) => setName(event.currentTarget.value)}
				onKeyDown={(event) => {
					if (event.key !== "Enter") return;
					event.preventDefault();
					press();
				}}
				error={wrong}
			/>
			<DialogButtons onClose={onClose} onClick={press} loading={keep.isPending}>
				{t("save")}
			</DialogButtons>
		</Stack>
	);
}
