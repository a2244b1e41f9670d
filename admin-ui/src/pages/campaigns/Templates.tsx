import { Button, Grid, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Template } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Actor, When } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { listOf } from "../../ui/listOf.ts";
import { Page } from "../../ui/Page.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { excerptLine } from "../posts/excerpt.ts";
import { Bubble } from "./Bubble.tsx";
import { contentOf, emptyMessage, lacksFile, type Message, messageErrors, messageOf } from "./draft.ts";
import { PlainMessageFields } from "./MessageFields.tsx";
import { templatesQuery } from "./templates.ts";

const changes = [["templates"], ["audit"]];

/** Messages that are kept to begin with. */
export function Templates() {
	const t = useText();
	const can = useCan();
	const confirm = useConfirm();
	const query = useQuery(templatesQuery);
	const [open, setOpen] = useState<Template | "new" | null>(null);
	const close = () => setOpen(null);
	const remove = useAction(
		({ id }: Template) => ask(api.templates[":no"].$delete({ param: { no: String(id) } })),
		{ done: (_, { name }) => t("template-removed", { name }), changes },
	);
	const askRemove = async (template: Template) => {
		const sure = await confirm({
			title: t("template-remove-title", { name: template.name }),
			consequences: [t("template-remove-follows")],
			action: t("delete"),
		});
		if (sure) remove.mutate(template);
	};
	const columns: Column<Template>[] = [
		{ key: "name", title: t("template-name"), cell: ({ name }) => name },
		{
			key: "text",
			title: t("message"),
			cell: ({ content }) =>
				excerptLine(content.message ?? "", content.media ? t(`media-${content.media.kind}`) : ""),
		},
		{ key: "by", title: t("written-by"), cell: (row) => <Actor name={row.changed_by} /> },
		{ key: "when", title: t("changed-at"), align: "right", cell: (row) => <When at={row.changed_at} /> },
	];
	const add = can("campaigns") && (
		<Button leftSection={<IconPlus size={16} />} onClick={() => setOpen("new")}>
			{t("template-new")}
		</Button>
	);
	return (
		<Page title={t("templates")} about={t("templates-about")} actions={add}>
			<DataTable
				label={t("templates")}
				columns={columns}
				actions={
					can("campaigns") &&
					((template) => (
						<Group gap="xs" justify="flex-end" wrap="nowrap">
							<Button
								size="compact-sm"
								variant="default"
								aria-label={t("template-edit", { name: template.name })}
								onClick={() => setOpen(template)}
							>
								{t("campaign-edit")}
							</Button>
							<Button
								size="compact-sm"
								variant="light"
								color="red"
								aria-label={t("template-remove", { name: template.name })}
								onClick={() => void askRemove(template)}
							>
								{t("delete")}
							</Button>
						</Group>
					))
				}
				list={listOf(query)}
				rowKey={({ id }) => id}
				empty={{ title: t("template-none-yet"), about: t("templates-none-about"), action: add || undefined }}
			/>
			<Modal
				opened={open !== null}
				onClose={close}
				size="xl"
				title={t(open === "new" ? "template-new" : "template-edit", {
					name: open === "new" || open === null ? "" : open.name,
				})}
				closeButtonProps={{ "aria-label": t("close") }}
			>
				{open !== null && <TemplateForm template={open === "new" ? null : open} onClose={close} />}
			</Modal>
		</Page>
	);
}

function TemplateForm({ template, onClose }: { template: Template | null; onClose: () => void }) {
	const t = useText();
	const form = useForm<Message & { name: string }>({
		initialValues: { name: template?.name ?? "", ...(template ? messageOf(template.content) : emptyMessage) },
		validate: {
			name: (name) => (name.trim() === "" ? t("needed") : null),
			message: (message, { media }) => (message.trim() === "" && !media.kind ? t("message-needed") : null),
			media: { file: (_, { media }) => (lacksFile(media) ? t("needed") : null) },
		},
	});
	const save = useAction(
		async (values: Message & { name: string }) => {
			const json = { name: values.name.trim(), ...contentOf(values) };
			if (template) await ask(api.templates[":no"].$put({ param: { no: String(template.id) }, json }));
			else await ask(api.templates.$post({ json }));
		},
		{
			done: (_, { name }) => t("template-kept", { name }),
			changes,
			after: onClose,
			fields: ({ name, ...fields }) =>
				form.setErrors({ ...messageErrors(fields), ...(name ? { name: t("template-name-taken") } : {}) }),
		},
	);
	return (
		<form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
			<Stack gap="md">
				<TextInput label={t("template-name")} maxLength={100} {...form.getInputProps("name")} />
				<Grid gap="md">
					<Grid.Col span={{ base: 12, sm: 7 }}>
						<Stack gap="sm">
							<PlainMessageFields form={form} />
						</Stack>
					</Grid.Col>
					<Grid.Col span={{ base: 12, sm: 5 }}>
						<Bubble shown={contentOf(form.values)} />
					</Grid.Col>
				</Grid>
				<DialogButtons onClose={onClose} loading={save.isPending}>
					{t("save")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
