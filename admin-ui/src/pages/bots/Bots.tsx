import { Button, Group, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus, IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, ask } from "../../api/client.ts";
import { botsQuery } from "../../api/queries.ts";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { State } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Page } from "../../ui/Page.tsx";
import { useAction } from "../../ui/useAction.tsx";

interface Bot {
	id: number;
	username: string;
	name: string;
}

const changes = [["bots"], ["stats"], ["setup"]];

/** The bots in service. */
export function Bots() {
	const t = useText();
	const can = useCan();
	const confirm = useConfirm();
	const [adding, add] = useDisclosure(false);
	const [refused, setRefused] = useState<Record<number, string>>({});
	const query = useQuery(botsQuery);
	const webhooks = useAction(() => ask(api.bots.webhooks.$post()), {
		done: ({ webhooks: all }) =>
			t("webhooks-done", { ok: all.filter(({ ok }) => ok).length, of: all.length }),
		after: ({ webhooks: all }) =>
			setRefused(Object.fromEntries(all.flatMap((bot) => (bot.ok ? [] : [[bot.id, bot.error ?? ""]])))),
	});
	const remove = useAction(({ id }: Bot) => ask(api.bots[":id"].$delete({ param: { id: String(id) } })), {
		done: (_, { username }) => t("bot-removed-done", { username }),
		changes,
	});
	const askRemove = async (bot: Bot) => {
		const sure = await confirm({
			title: t("bot-remove-title", { username: bot.username }),
			consequences: [
				t("bot-remove-follows-quiet"),
				t("bot-remove-follows-chats"),
				t("bot-remove-follows-kept"),
			],
			action: t("bot-remove"),
		});
		if (sure) remove.mutate(bot);
	};
	const columns: Column<Bot>[] = [
		{
			key: "name",
			title: t("bot"),
			cell: ({ name, username }) => (
				<div>
					<Text fw={600} size="sm">
						{name}
					</Text>
					<Text size="xs" c="dimmed">
						@{username}
					</Text>
				</div>
			),
		},
		{ key: "id", title: t("bot-id"), cell: ({ id }) => <span className="number">{id}</span> },
		{
			key: "webhook",
			title: t("state"),
			cell: ({ id }) =>
				refused[id] === undefined ? (
					<State color="teal">{t("bot-in-service")}</State>
				) : (
					<State color="red">{t("webhook-refused", { why: refused[id] })}</State>
				),
		},
		...(can("bots")
			? [
					{
						key: "actions",
						title: t("actions"),
						hidden: true,
						align: "right" as const,
						cell: (bot: Bot) => (
							<Button
								size="compact-sm"
								variant="subtle"
								color="red"
								onClick={() => void askRemove(bot)}
								aria-label={t("bot-remove-name", { username: bot.username })}
							>
								{t("bot-remove")}
							</Button>
						),
					},
				]
			: []),
	];
	const addButton = (
		<Button leftSection={<IconPlus size={16} />} onClick={add.open}>
			{t("bot-add")}
		</Button>
	);
	return (
		<Page
			title={t("nav-bots")}
			about={t("bots-about")}
			actions={
				can("bots") && (
					<>
						<Button
							variant="default"
							leftSection={<IconRefresh size={16} />}
							loading={webhooks.isPending}
							onClick={() => webhooks.mutate(undefined)}
						>
							{t("webhooks-again")}
						</Button>
						{addButton}
					</>
				)
			}
		>
			<DataTable
				label={t("nav-bots")}
				columns={columns}
				list={{
					rows: query.data ?? [],
					loading: query.isPending,
					error: query.error,
					retry: () => void query.refetch(),
					more: null,
					loadingMore: false,
				}}
				rowKey={({ id }) => id}
				empty={{
					title: t("bots-none"),
					about: t("bots-none-about"),
					...(can("bots") ? { action: addButton } : {}),
				}}
			/>
			<Modal
				opened={adding}
				onClose={add.close}
				title={t("bot-add")}
				closeButtonProps={{ "aria-label": t("close") }}
			>
				<AddForm onClose={add.close} />
			</Modal>
		</Page>
	);
}

function AddForm({ onClose }: { onClose: () => void }) {
	const t = useText();
	const [token, setToken] = useState("");
	const [wrong, setWrong] = useState<string>();
	const add = useAction(() => ask(api.bots.$post({ json: { token: token.trim() } })), {
		done: ({ bot }) => t("bot-added", { username: bot.username }),
		changes,
		after: onClose,
		fields: (fields) => setWrong(Object.values(fields).join(" ")),
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setWrong(undefined);
		add.mutate(undefined);
	};
	return (
		<form onSubmit={submit}>
			<Stack gap="md">
				<PasswordInput
					label={t("bot-token")}
					description={t("bot-token-about")}
					autoComplete="off"
					value={token}
					onChange={(event) => setToken(event.currentTarget.value)}
					error={wrong}
					data-autofocus
				/>
				<Group justify="flex-end" gap="xs">
					<Button variant="default" onClick={onClose}>
						{t("cancel")}
					</Button>
					<Button type="submit" disabled={token.trim() === ""} loading={add.isPending}>
						{t("bot-add")}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}
