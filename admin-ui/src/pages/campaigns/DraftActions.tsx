import { Button } from "@mantine/core";
import { IconCalendarOff, IconPencil, IconTrash } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import type { Campaign } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { useAction } from "../../ui/useAction.tsx";

const changes = [["campaigns"], ["campaign"], ["audit"]];

/** What can be done with a broadcast that nobody has yet. */
export function DraftActions({ campaign }: { campaign: Campaign }) {
	const t = useText();
	const confirm = useConfirm();
	const navigate = useNavigate();
	const id = String(campaign.id);
	const param = { id };
	const unschedule = useAction(() => ask(api.campaigns[":id"].unschedule.$post({ param })), {
		done: () => t("campaign-unplanned"),
		changes,
	});
	const discard = useAction(() => ask(api.campaigns[":id"].$delete({ param })), {
		done: () => t("campaign-discarded"),
		changes: [["campaigns"], ["audit"]],
		after: () => void navigate({ to: "/campaigns" }),
	});
	const askDiscard = async () => {
		const sure = await confirm({
			title: t("draft-discard-title"),
			consequences: [t("draft-discard-follows")],
			action: t("draft-discard"),
		});
		if (sure) discard.mutate(undefined);
	};
	return (
		<>
			<Button
				leftSection={<IconPencil size={16} />}
				onClick={() => void navigate({ to: "/campaigns/$id/edit", params: { id } })}
			>
				{t("campaign-edit")}
			</Button>
			{campaign.status === "scheduled" && (
				<Button
					variant="default"
					leftSection={<IconCalendarOff size={16} />}
					loading={unschedule.isPending}
					onClick={() => unschedule.mutate(undefined)}
				>
					{t("unplan")}
				</Button>
			)}
			{campaign.status === "draft" && (
				<Button
					variant="light"
					color="red"
					leftSection={<IconTrash size={16} />}
					loading={discard.isPending}
					onClick={() => void askDiscard()}
				>
					{t("draft-discard")}
				</Button>
			)}
		</>
	);
}
