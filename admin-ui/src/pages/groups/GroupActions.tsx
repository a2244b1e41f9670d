import { Button } from "@mantine/core";
import { IconCheck, IconRefresh } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import type { Group } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { useAction } from "../../ui/useAction.tsx";

const changes = [["group"], ["groups"], ["audit"]];
type Change = "approve" | "reject" | "activate" | "deactivate";

export function GroupActions({ group }: { group: Group }) {
	const t = useText();
	const confirm = useConfirm();
	const navigate = useNavigate();
	const param = { id: String(group.id) };
	const change = useAction((what: Change) => ask(api.groups[":id"][what].$post({ param })), {
		done: (_, what) => t(`group-done-${what}`),
		changes,
	});
	const sync = useAction(() => ask(api.groups[":id"].sync.$post({ param })), {
		done: ({ result }) => t(`group-sync-${result}`),
		changes,
		after: ({ group: found }) => {
			// It has become a supergroup, with another id.
			if (found.id !== group.id)
				void navigate({ to: "/groups/$id", params: { id: String(found.id) }, replace: true });
		},
	});
	const askFirst = async (what: "reject" | "deactivate") => {
		const sure = await confirm({
			title: t(`group-${what}-title`, { title: group.title }),
			consequences: [t(`group-${what}-follows`)],
			action: t(`group-${what}`),
		});
		if (sure) change.mutate(what);
	};
	return (
		<>
			<Button
				variant="default"
				leftSection={<IconRefresh size={16} />}
				loading={sync.isPending}
				onClick={() => sync.mutate(undefined)}
			>
				{t("group-sync")}
			</Button>
			{group.state === "waiting" && (
				<>
					<Button variant="light" color="red" onClick={() => void askFirst("reject")}>
						{t("group-reject")}
					</Button>
					<Button
						leftSection={<IconCheck size={16} />}
						loading={change.isPending}
						onClick={() => change.mutate("approve")}
					>
						{t("group-approve")}
					</Button>
				</>
			)}
			{group.state === "active" && (
				<Button variant="light" color="red" onClick={() => void askFirst("deactivate")}>
					{t("group-deactivate")}
				</Button>
			)}
			{group.state === "inactive" && (
				<Button loading={change.isPending} onClick={() => change.mutate("activate")}>
					{t("group-activate")}
				</Button>
			)}
		</>
	);
}
