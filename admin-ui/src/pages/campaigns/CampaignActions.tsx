import { Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlayerPause, IconPlayerPlay, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import type { Campaign } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { mayCancel, mayPause, mayResend } from "./states.ts";

export function CampaignActions({ campaign }: { campaign: Campaign }) {
	const t = useText();
	const confirm = useConfirm();
	const [asking, resend] = useDisclosure(false);
	const id = String(campaign.id);
	const changes = [["campaign", id], ["campaigns"], ["deliveries", id]];
	const options = (text: string) => ({ done: () => t(text), changes });
	const param = { id };
	const pause = useAction(
		() => ask(api.campaigns[":id"].pause.$post({ param })),
		options("campaign-is-paused"),
	);
	const resume = useAction(
		() => ask(api.campaigns[":id"].resume.$post({ param })),
		options("campaign-goes-on"),
	);
	const cancel = useAction(
		() => ask(api.campaigns[":id"].cancel.$post({ param })),
		options("campaign-is-ended"),
	);
	const askCancel = async () => {
		const left = campaign.counts.queued;
		const sure = await confirm({
			title: t("cancel-campaign-title", { id }),
			consequences: [
				t("cancel-follows-kept"),
				t("cancel-follows-left", { count: left }),
				t("cancel-follows-end"),
			],
			action: t("cancel-campaign"),
		});
		if (sure) cancel.mutate(undefined);
	};
	return (
		<>
			{mayPause(campaign.status) && (
				<Button
					variant="default"
					leftSection={<IconPlayerPause size={16} />}
					loading={pause.isPending}
					onClick={() => pause.mutate(undefined)}
				>
					{t("pause")}
				</Button>
			)}
			{campaign.status === "paused" && (
				<Button
					leftSection={<IconPlayerPlay size={16} />}
					loading={resume.isPending}
					onClick={() => resume.mutate(undefined)}
				>
					{t("resume")}
				</Button>
			)}
			{mayCancel(campaign.status) && (
				<Button variant="light" color="red" loading={cancel.isPending} onClick={() => void askCancel()}>
					{t("cancel-campaign")}
				</Button>
			)}
			{mayResend(campaign) && (
				<Button variant="default" leftSection={<IconRefresh size={16} />} onClick={resend.open}>
					{t("resend")}
				</Button>
			)}
			<Modal
				opened={asking}
				onClose={resend.close}
				title={t("resend-title")}
				closeButtonProps={{ "aria-label": t("close") }}
			>
				<ResendForm campaign={campaign} changes={changes} onClose={resend.close} />
			</Modal>
		</>
	);
}

function ResendForm({
	campaign,
	changes,
	onClose,
}: {
	campaign: Campaign;
	changes: string[][];
	onClose: () => void;
}) {
	const t = useText();
	const { failed, unknown } = campaign.counts;
	const [unknownToo, setUnknownToo] = useState(failed === 0);
	const resend = useAction(
		() =>
			ask(
				api.campaigns[":id"].resend.$post({
					param: { id: String(campaign.id) },
					json: { include_unknown: unknownToo },
				}),
			),
		{ done: () => t("resend-done"), changes, after: onClose },
	);
	const count = failed + (unknownToo ? unknown : 0);
	return (
		<Stack gap="md">
			<Text size="sm">{t("resend-about", { count: failed })}</Text>
			{unknown > 0 && (
				<Checkbox
					checked={unknownToo}
					onChange={(event) => setUnknownToo(event.currentTarget.checked)}
					label={t("resend-unknown", { count: unknown })}
					description={t("resend-unknown-about")}
				/>
			)}
			<Group justify="flex-end" gap="xs">
				<Button variant="default" onClick={onClose}>
					{t("cancel")}
				</Button>
				<Button disabled={count === 0} loading={resend.isPending} onClick={() => resend.mutate(undefined)}>
					{t("start-send", { count })}
				</Button>
			</Group>
		</Stack>
	);
}
