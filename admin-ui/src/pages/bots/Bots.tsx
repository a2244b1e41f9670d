import { Button, Group, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus, IconRefresh, IconRobot } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { botsQuery, botWorldQuery } from "../../api/queries.ts";
import { useCan } from "../../api/session.ts";
import type { Bot } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { None, State } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { listOf } from "../../ui/listOf.ts";
import { Page } from "../../ui/Page.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { AddForm } from "./AddForm.tsx";
import { BotState } from "./BotState.tsx";
import { RoomsForm } from "./RoomsForm.tsx";

const changes = [["bots"], ["monitoring"], ["stats"], ["setup"]];

/** The bots in service. */
export function Bots() {
	const t = useText();
	const can = useCan();
	const format = useFormat();
	const confirm = useConfirm();
	const [adding, add] = useDisclosure(false);
	const [refused, setRefused] = useState<Record<number, string>>({});
	const query = useQuery(botsQuery);
	const { data: world } = useQuery(botWorldQuery);
	const [furnished, setFurnished] = useState<Bot>();
	const simulate = useAction(() => ask(api.bots.simulated.$post()), {
		done: ({ bot }) => t("bot-added", { username: bot.username }),
		changes,
	});
	/** Each webhook as Telegram has it; for who may see how things are. */
	const { data: seen, error: unseen } = useQuery({
		queryKey: ["monitoring"],
		queryFn: () => ask(api.monitoring.$get()),
		enabled: can("system", "read"),
		refetchInterval: 30_000,
	});
	const seenOf = (id: number) => seen?.bots.find(({ bot_id }) => bot_id === id);
	const webhooks = useAction(() => ask(api.bots.webhooks.$post()), {
		done: ({ webhooks: all }) =>
			t("webhooks-done", { ok: all.filter(({ ok }) => ok).length, of: all.length }),
		changes: [["monitoring"]],
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
			key: "rooms",
			title: t("bot-rooms"),
			cell: ({ rooms }) => (
				<Group gap={4}>
					{rooms.map((room) => (
						<State key={room} color="gray">
							{t(`bot-room-${room}`)}
						</State>
					))}
				</Group>
			),
		},
		{
			key: "webhook",
			title: t("state"),
			cell: ({ id }) => <BotState seen={seenOf(id)} refused={refused[id]} />,
		},
		...(seen
			? [
					{
						key: "pending",
						title: t("bot-pending"),
						align: "right" as const,
						cell: ({ id }: Bot) => {
							const pending = seenOf(id)?.pending ?? null;
							return pending === null ? <None /> : <span className="number">{format.number(pending)}</span>;
						},
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
						{world?.simulator && (
							<Button
								variant="default"
								leftSection={<IconRobot size={16} />}
								loading={simulate.isPending}
								onClick={() => simulate.mutate(undefined)}
							>
								{t("bot-simulate")}
							</Button>
						)}
						{addButton}
					</>
				)
			}
		>
			{unseen && !seen && (
				<Text size="sm" c="dimmed" role="status">
					{t("bots-unseen")}
				</Text>
			)}
			<DataTable
				label={t("nav-bots")}
				columns={columns}
				actions={
					can("bots") &&
					((bot) => (
						<>
							<Button
								size="compact-sm"
								variant="subtle"
								onClick={() => setFurnished(bot)}
								aria-label={t("bot-rooms-name", { username: bot.username })}
							>
								{t("bot-rooms")}
							</Button>
							<Button
								size="compact-sm"
								variant="subtle"
								color="red"
								onClick={() => void askRemove(bot)}
								aria-label={t("bot-remove-name", { username: bot.username })}
							>
								{t("bot-remove")}
							</Button>
						</>
					))
				}
				list={listOf(query)}
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
			<Modal
				opened={furnished !== undefined}
				onClose={() => setFurnished(undefined)}
				title={t("bot-rooms-title", { username: furnished?.username ?? "" })}
				closeButtonProps={{ "aria-label": t("close") }}
			>
				{furnished && <RoomsForm bot={furnished} onClose={() => setFurnished(undefined)} />}
			</Modal>
		</Page>
	);
}
