import { ActionIcon, Group, Menu, Text } from "@mantine/core";
import { IconDevices, IconDots, IconEdit, IconUserCheck, IconUserOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { sessionQuery, useCan } from "../../api/session.ts";
import { teamQuery } from "../../api/team.ts";
import type { Member } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { State, When } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { listOf } from "../../ui/listOf.ts";
import { useAction } from "../../ui/useAction.tsx";
import { MemberDialog } from "./MemberDialog.tsx";
import { MemberSessions } from "./MemberSessions.tsx";

const roleColors = {
	owner: "lagoon",
	operator: "indigo",
	viewer: "gray",
	creator: "grape",
	chatter: "cyan",
} as const;

/** The people who run this. */
export function Team() {
	const t = useText();
	const can = useCan();
	const confirm = useConfirm();
	const { data: session } = useQuery(sessionQuery);
	const team = useQuery(teamQuery);
	const [changing, setChanging] = useState<Member | null>(null);
	const [seen, setSeen] = useState<Member | null>(null);
	const shut = useAction(
		({ member, disabled }: { member: Member; disabled: boolean }) =>
			ask(api.staff[":id"].$patch({ param: { id: member.id }, json: { disabled } })),
		{
			done: (_, { member: { name }, disabled }) =>
				t(disabled ? "member-disabled" : "member-enabled", { name }),
			changes: [["team"], ["member-sessions"], ["audit"]],
		},
	);
	const askShut = async (member: Member) => {
		const { name } = member;
		const sure = await confirm({
			title: t("member-disable-title", { name }),
			consequences: [
				t("member-disable-follows-sessions"),
				t("member-disable-follows-keys"),
				t("member-disable-follows-back"),
			],
			action: t("member-disable"),
		});
		if (sure) shut.mutate({ member, disabled: true });
	};
	const columns: Column<Member>[] = [
		{
			key: "name",
			title: t("name"),
			cell: ({ id, name, email, telegram_id }) => (
				<div>
					<Text size="sm" fw={600}>
						{name}
						{id === session?.staff?.id && (
							<Text span inherit fw={400} c="dimmed">
								{" "}
								({t("you")})
							</Text>
						)}
					</Text>
					<Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
						{[email, telegram_id && `Telegram ${telegram_id}`].filter(Boolean).join(" · ")}
					</Text>
				</div>
			),
		},
		{
			key: "role",
			title: t("role"),
			cell: ({ role, disabled_at }) => (
				<Group gap={6} justify="inherit">
					<State color={roleColors[role]}>{t(`role-${role}`)}</State>
					{disabled_at && <State color="red">{t("disabled")}</State>}
				</Group>
			),
		},
		{ key: "passkeys", title: t("passkeys"), align: "right", cell: ({ passkeys }) => passkeys },
		{
			key: "login",
			title: t("last-login"),
			align: "right",
			cell: ({ last_login_at }) => (last_login_at ? <When at={last_login_at} /> : t("never")),
		},
	];
	return (
		<>
			<DataTable
				label={t("staff-team")}
				columns={columns}
				actions={(member) => (
					<Menu position="bottom-end">
						<Menu.Target>
							<ActionIcon
								variant="subtle"
								color="gray"
								aria-label={t("member-actions", { name: member.name })}
							>
								<IconDots size={18} />
							</ActionIcon>
						</Menu.Target>
						<Menu.Dropdown>
							<Menu.Item leftSection={<IconDevices size={16} />} onClick={() => setSeen(member)}>
								{t("sessions")}
							</Menu.Item>
							{can("staff") && (
								<>
									<Menu.Item leftSection={<IconEdit size={16} />} onClick={() => setChanging(member)}>
										{t("member-change")}
									</Menu.Item>
									{member.disabled_at ? (
										<Menu.Item
											leftSection={<IconUserCheck size={16} />}
											onClick={() => shut.mutate({ member, disabled: false })}
										>
											{t("member-enable")}
										</Menu.Item>
									) : (
										<Menu.Item
											color="red"
											leftSection={<IconUserOff size={16} />}
											onClick={() => void askShut(member)}
										>
											{t("member-disable")}
										</Menu.Item>
									)}
								</>
							)}
						</Menu.Dropdown>
					</Menu>
				)}
				list={listOf(team)}
				rowKey={({ id }) => id}
				empty={{ title: t("team-none"), about: t("team-none-about") }}
			/>
			<MemberDialog member={changing} onClose={() => setChanging(null)} />
			<MemberSessions member={seen} onClose={() => setSeen(null)} />
		</>
	);
}
