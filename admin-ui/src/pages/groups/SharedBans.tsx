import { Button, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import type { InferResponseType } from "hono/client";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { digits } from "../../search.ts";
import { Actor, None, Person, State, When } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useList } from "../../ui/useList.ts";

type Ban = InferResponseType<typeof api.groups.bans.$get, 200>["bans"][number];

const changes = [["shared-bans"], ["audit"]];

/** Who is banned from all groups that use the list. */
export function SharedBans() {
	const t = useText();
	const format = useFormat();
	const can = useCan();
	const confirm = useConfirm();
	const [adding, add] = useDisclosure(false);
	const list = useList(
		["shared-bans"],
		(cursor) => ask(api.groups.bans.$get({ query: cursor ? { cursor } : {} })),
		(page) => page.bans,
	);
	const lift = useAction((userId: string) => ask(api.groups.bans[":userId"].$delete({ param: { userId } })), {
		done: (_, id) => t("shared-ban-lifted", { id }),
		changes,
	});
	const askLift = async (id: string) => {
		const consequences = [t("shared-ban-lift-follows-new"), t("shared-ban-lift-follows-old")];
		if (
			await confirm({ title: t("shared-ban-lift-title", { id }), consequences, action: t("shared-ban-lift") })
		)
			lift.mutate(id);
	};
	const columns: Column<Ban>[] = [
		{
			key: "person",
			title: t("person"),
			cell: ({ person }) => (digits(person) ? <Person id={Number(person)} /> : t("erased")),
		},
		{ key: "reason", title: t("reason"), cell: ({ reason }) => reason },
		{ key: "evidence", title: t("evidence"), cell: ({ evidence }) => evidence ?? <None /> },
		{
			key: "until",
			title: t("until"),
			cell: ({ until, lifted_at }) =>
				lifted_at ? (
					<State color="gray">{t("lifted-on", { date: format.date(lifted_at) })}</State>
				) : until ? (
					format.date(until)
				) : (
					t("for-good")
				),
		},
		{ key: "by", title: t("banned-by"), cell: ({ banned_by }) => <Actor name={banned_by} /> },
		{ key: "at", title: t("banned-at"), align: "right", cell: ({ banned_at }) => <When at={banned_at} /> },
	];
	const addButton = can("groups") && (
		<Button leftSection={<IconPlus size={16} />} onClick={add.open} style={{ alignSelf: "flex-start" }}>
			{t("shared-ban-add")}
		</Button>
	);
	return (
		<Stack gap="md">
			{addButton}
			<DataTable
				label={t("shared-bans")}
				columns={columns}
				actions={
					can("groups") &&
					(({ person, lifted_at }) =>
						lifted_at === null && digits(person) ? (
							<Button size="compact-sm" variant="subtle" onClick={() => void askLift(person)}>
								{t("shared-ban-lift")}
							</Button>
						) : null)
				}
				list={list}
				rowKey={({ person }) => person}
				empty={{ title: t("shared-bans-none"), about: t("shared-bans-none-about") }}
			/>
			<Modal
				opened={adding}
				onClose={add.close}
				title={t("shared-ban-add")}
				closeButtonProps={{ "aria-label": t("close") }}
			>
				<BanForm onClose={add.close} />
			</Modal>
		</Stack>
	);
}

function BanForm({ onClose }: { onClose: () => void }) {
	const t = useText();
	const form = useForm({
		initialValues: { user_id: "", reason: "", evidence: "", until: "" },
		validate: {
			user_id: (id) => (digits(id.trim()) ? null : t("only-digits")),
			reason: (reason) => (reason.trim() === "" ? t("needed") : null),
		},
	});
	const put = useAction(
		({ user_id, reason, evidence, until }: typeof form.values) =>
			ask(
				api.groups.bans.$post({
					json: {
						user_id: Number(user_id),
						reason: reason.trim(),
						...(evidence.trim() ? { evidence: evidence.trim() } : {}),
						...(until ? { until: new Date(until).toISOString() } : {}),
					},
				}),
			),
		{
			done: (_, { user_id }) => t("shared-ban-done", { id: user_id }),
			changes,
			after: onClose,
			fields: form.setErrors,
		},
	);
	return (
		<form onSubmit={form.onSubmit((values) => put.mutate(values))}>
			<Stack gap="md">
				<TextInput
					label={t("telegram-id")}
					inputMode="numeric"
					data-autofocus
					{...form.getInputProps("user_id")}
				/>
				<Textarea
					label={t("reason")}
					description={t("reason-they-read")}
					autosize
					maxLength={300}
					{...form.getInputProps("reason")}
				/>
				<Textarea
					label={t("evidence")}
					description={t("evidence-about")}
					autosize
					maxLength={2000}
					{...form.getInputProps("evidence")}
				/>
				<TextInput
					type="datetime-local"
					label={t("until")}
					description={t("until-empty")}
					{...form.getInputProps("until")}
				/>
				<DialogButtons onClose={onClose} color="red.8" loading={put.isPending}>
					{t("ban-person")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
