import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconRefresh } from "@tabler/icons-react";
import { api, ask } from "../../api/client.ts";
import type { Campaign } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { ResendDialog } from "../../ui/ResendDialog.tsx";
import { RunButtons } from "../../ui/RunButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { mayCancel, mayPause, mayResend } from "./states.ts";

export function CampaignActions({ campaign }: { campaign: Campaign }) {
	const t = useText();
	const confirm = useConfirm();
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
