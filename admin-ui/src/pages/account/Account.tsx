import { Alert, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import { sessionQuery } from "../../api/session.ts";
import type { StaffSession } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Go } from "../../ui/bits.tsx";
import { listOf } from "../../ui/listOf.ts";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { Passkeys } from "./Passkeys.tsx";
import { Profile } from "./Profile.tsx";
import { SessionTable } from "./SessionTable.tsx";

/** What everybody looks after themselves. */
export function Account() {
	const t = useText();
	const { data: session } = useQuery(sessionQuery);
	const staff = session?.staff;
	if (!staff)
		return (
			<Page title={t("nav-account")}>
				<Alert icon={<IconKey />} title={t("account-key")}>
					<Stack gap="sm" align="flex-start">
						<Text size="sm">{t("account-key-about")}</Text>
						<Go to="/staff" search={{ tab: "invitations" }}>
							{t("invite-title")}
						</Go>
					</Stack>
				</Alert>
			</Page>
		);
	return (
		<Page title={t("nav-account")} about={t("account-about")}>
			<SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" style={{ alignItems: "start" }}>
				<Profile key={staff.id} staff={staff} />
				<Passkeys />
			</SimpleGrid>
			<Panel title={t("sessions")}>
				<Sessions />
			</Panel>
		</Page>
	);
}

function Sessions() {
	const t = useText();
	const query = useQuery({
		queryKey: ["sessions"],
		queryFn: async () => (await ask(api.session.list.$get())).sessions,
	});
	const end = useAction(({ id }: StaffSession) => ask(api.session.list[":id"].$delete({ param: { id } })), {
		done: () => t("session-ended"),
		changes: [["sessions"]],
	});
	return <SessionTable list={listOf(query)} onEnd={(session) => end.mutate(session)} />;
}
