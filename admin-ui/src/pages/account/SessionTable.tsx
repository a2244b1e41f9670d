import { Button, Text } from "@mantine/core";
import type { StaffSession } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { None, State, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import type { List } from "../../ui/useList.ts";

interface Props {
	list: List<StaffSession>;
	/** null: may only look. */
	onEnd: ((session: StaffSession) => void) | null;
}

/** Browsers somebody is signed in with. */
export function SessionTable({ list, onEnd }: Props) {
	const t = useText();
	const columns: Column<StaffSession>[] = [
		{
			key: "agent",
			title: t("browser"),
			cell: ({ agent, current }) => (
				<div>
					<Text span size="sm" fw={600} mr={8}>
						{agent || t("browser-unknown")}
					</Text>
					{current && <State color="teal">{t("session-current")}</State>}
				</div>
			),
		},
		{ key: "address", title: t("ip-address"), cell: ({ address }) => address ?? <None /> },
		{ key: "since", title: t("signed-in"), cell: ({ created_at }) => <When at={created_at} /> },
		{ key: "until", title: t("ends"), cell: ({ expires_at }) => <When at={expires_at} /> },
	];
	return (
		<DataTable
			label={t("sessions")}
			columns={columns}
			actions={
				onEnd &&
				((session) =>
					session.current ? null : (
						<Button
							size="compact-sm"
							variant="subtle"
							color="red"
							aria-label={t("session-end-name", { agent: session.agent })}
							onClick={() => onEnd(session)}
						>
							{t("session-end")}
						</Button>
					))
			}
			list={list}
			rowKey={({ id }) => id}
			empty={{ title: t("sessions-none"), about: t("sessions-none-about") }}
		/>
	);
}
