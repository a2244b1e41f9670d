import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Invitation } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Actor, When } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import type { Column } from "../../ui/DataTable.tsx";
import { ListAndForm } from "../../ui/ListAndForm.tsx";
import { listOf } from "../../ui/listOf.ts";
import { useAction } from "../../ui/useAction.tsx";
import { InviteForm } from "./InviteForm.tsx";

/** Who may still come to the team. */
export function Invitations() {
	const t = useText();
	const can = useCan();
	const confirm = useConfirm();
	const query = useQuery({
		queryKey: ["invitations"],
		queryFn: async () => (await ask(api.staff.invitations.$get())).invitations,
	});
	const withdraw = useAction(
		({ id }: Invitation) => ask(api.staff.invitations[":id"].$delete({ param: { id } })),
		{ done: () => t("invitation-withdrawn"), changes: [["invitations"], ["audit"]] },
	);
	const nameOf = ({ email, telegram_id }: Invitation) =>
		email ?? (telegram_id === null ? t("invitation-anybody") : `Telegram ${telegram_id}`);
	const askWithdraw = async (row: Invitation) => {
		const sure = await confirm({
			title: t("invitation-withdraw-title", { name: nameOf(row) }),
			consequences: [t("invitation-withdraw-follows")],
			action: t("invitation-withdraw"),
		});
		if (sure) withdraw.mutate(row);
	};
	const columns: Column<Invitation>[] = [
		{
			key: "who",
			title: t("invited"),
			cell: (row) => (
				<Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
					{nameOf(row)}
				</Text>
			),
		},
		{ key: "role", title: t("role"), cell: ({ role }) => t(`role-${role}`) },
		{ key: "by", title: t("audit-by"), cell: ({ created_by }) => <Actor name={created_by} /> },
		{ key: "at", title: t("made-at"), cell: ({ created_at }) => <When at={created_at} /> },
		{ key: "until", title: t("expires"), cell: ({ expires_at }) => <When at={expires_at} /> },
	];
	return (
		<ListAndForm
			label={t("staff-invitations")}
			columns={columns}
			actions={
				can("staff") &&
				((row) => (
					<Button
						size="compact-sm"
						variant="subtle"
						color="red"
						aria-label={t("invitation-withdraw-name", { name: nameOf(row) })}
						onClick={() => void askWithdraw(row)}
					>
						{t("invitation-withdraw")}
					</Button>
				))
			}
			list={listOf(query)}
			rowKey={({ id }) => id}
			empty={{ title: t("invitations-none"), about: t("invitations-none-about") }}
			make={
				can("staff")
					? { text: t("invite"), title: t("invite-title"), form: (close) => <InviteForm onClose={close} /> }
					: null
			}
		/>
	);
}
