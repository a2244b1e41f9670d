import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBan, IconLockOpen } from "@tabler/icons-react";
import { api, ask } from "../../api/client.ts";
import { wordFor } from "../../api/names.ts";
import type { User } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { BanDialog } from "./BanDialog.tsx";

const changes = [["person"], ["people"], ["inbox"], ["stats"]];

export function PersonActions({ user }: { user: User }) {
	const t = useText();
	const confirm = useConfirm();
	const [banning, ban] = useDisclosure(false);
	const id = String(user.id);
	const word = wordFor(user);
	const who = { id: word === null ? id : `${word} (${id})` };
	const unban = useAction(() => ask(api.users[":id"].unban.$post({ param: { id } })), {
		done: () => t("unbanned", who),
		changes,
	});
	const lift = useAction(() => ask(api.users[":id"]["lift-age-refusal"].$post({ param: { id } })), {
		done: () => t("age-lifted", who),
		changes,
	});
	const askUnban = async () => {
		const consequences = [t("unban-follows-chat"), t("unban-follows-audit")];
		if (await confirm({ title: t("unban-title", who), consequences, action: t("unban"), danger: false }))
			unban.mutate(undefined);
	};
	const askLift = async () => {
		const consequences = [t("age-lift-follows-start"), t("age-lift-follows-audit")];
		if (await confirm({ title: t("age-lift-title", who), consequences, action: t("age-lift") }))
			lift.mutate(undefined);
	};
	return (
		<>
			{user.age_refused_at && (
				<Button
					variant="default"
					leftSection={<IconLockOpen size={16} />}
					loading={lift.isPending}
					onClick={() => void askLift()}
				>
					{t("age-lift")}
				</Button>
			)}
			{user.ban ? (
				<>
					<Button variant="default" onClick={ban.open}>
						{t("ban-change")}
					</Button>
					<Button loading={unban.isPending} onClick={() => void askUnban()}>
						{t("unban")}
					</Button>
				</>
			) : (
				<Button variant="light" color="red" leftSection={<IconBan size={16} />} onClick={ban.open}>
					{t("ban-person")}
				</Button>
			)}
			<BanDialog id={id} opened={banning} onClose={ban.close} />
		</>
	);
}
