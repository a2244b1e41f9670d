import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCopy, IconRefresh } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import type { Campaign } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { ResendDialog } from "../../ui/ResendDialog.tsx";
import { RunButtons } from "../../ui/RunButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { TakeBackCampaign } from "./CampaignTakeBack.tsx";
import { DraftActions } from "./DraftActions.tsx";
import { isEditable, mayCancel, mayPause, mayResend, mayTakeBack } from "./states.ts";

export function CampaignActions({ campaign }: { campaign: Campaign }) {
	const t = useText();
	const confirm = useConfirm();
	const navigate = useNavigate();
	const [asking, dialog] = useDisclosure(false);
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
	const { failed, unknown } = campaign.counts;
	const resend = useAction(
		(unknownToo: boolean) =>
			ask(api.campaigns[":id"].resend.$post({ param, json: { include_unknown: unknownToo } })),
		{ done: () => t("resend-done"), changes, after: dialog.close },
	);
	const duplicate = useAction(() => ask(api.campaigns[":id"].duplicate.$post({ param })), {
		done: () => t("campaign-duplicated"),
		changes: [["campaigns"], ["audit"]],
		after: (made) => void navigate({ to: "/campaigns/$id/edit", params: { id: String(made.id) } }),
	});
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
			{isEditable(campaign.status) && <DraftActions campaign={campaign} />}
			{campaign.owner === "broadcast" && (
				<Button
					variant="default"
					leftSection={<IconCopy size={16} />}
					loading={duplicate.isPending}
					onClick={() => duplicate.mutate(undefined)}
				>
					{t("duplicate")}
				</Button>
			)}
			<RunButtons
				pause={{
					allowed: mayPause(campaign.status),
					busy: pause.isPending,
					onClick: () => pause.mutate(undefined),
				}}
				resume={{
					allowed: campaign.status === "paused",
					busy: resume.isPending,
					onClick: () => resume.mutate(undefined),
				}}
				cancel={{
					allowed: mayCancel(campaign.status),
					busy: cancel.isPending,
					onClick: () => void askCancel(),
					text: t("cancel-campaign"),
				}}
			/>
			{mayResend(campaign) && (
				<Button variant="default" leftSection={<IconRefresh size={16} />} onClick={dialog.open}>
					{t("resend")}
				</Button>
			)}
			{mayTakeBack(campaign) && <TakeBackCampaign campaign={campaign} />}
			<ResendDialog
				opened={asking}
				onClose={dialog.close}
				title={t("resend-title")}
				about={t("resend-about", { count: failed })}
				counts={campaign.counts}
				unknown={{
					label: t("resend-unknown", { count: unknown }),
					about: t("resend-unknown-about"),
					chosen: failed === 0,
				}}
				action={(unknownToo) => t("start-send", { count: failed + (unknownToo ? unknown : 0) })}
				busy={resend.isPending}
				onResend={resend.mutate}
			/>
		</>
	);
}
