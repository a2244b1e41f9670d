import { Button, Group, Modal, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Member, StaffSession } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { listOf } from "../../ui/listOf.ts";
import { useAction } from "../../ui/useAction.tsx";
import { useLast } from "../../ui/useLast.ts";
import { SessionTable } from "../account/SessionTable.tsx";

/** Where somebody of the team is signed in. */
export function MemberSessions({ member, onClose }: { member: Member | null; onClose: () => void }) {
	const t = useText();
	const last = useLast(member, member !== null);
	return (
		<Modal
			opened={member !== null}
			onClose={onClose}
			size="xl"
			title={t("sessions-title", { name: last?.name ?? "" })}
			closeButtonProps={{ "aria-label": t("close") }}
		>
			{last && <Sessions member={last} />}
		</Modal>
	);
}

const changes = [["member-sessions"], ["sessions"], ["audit"]];

function Sessions({ member: { id, name } }: { member: Member }) {
	const t = useText();
	const can = useCan();
	const confirm = useConfirm();
	const query = useQuery({
		queryKey: ["member-sessions", id],
		queryFn: async () => (await ask(api.staff[":id"].sessions.$get({ param: { id } }))).sessions,
	});
	const end = useAction(
		({ id: session }: StaffSession) =>
			ask(api.staff[":id"].sessions[":session"].$delete({ param: { id, session } })),
		{ done: () => t("session-ended"), changes },
	);
	const endAll = useAction(() => ask(api.staff[":id"].sessions.$delete({ param: { id } })), {
		done: ({ ended }) => t("sessions-ended", { count: ended }),
		changes,
	});
	const askAll = async () => {
		const sure = await confirm({
			title: t("sessions-end-title", { name }),
			consequences: [t("sessions-end-follows")],
			action: t("sessions-end"),
		});
		if (sure) endAll.mutate(undefined);
	};
	const some = (query.data?.length ?? 0) > 0;
	return (
		<Stack gap="md">
			<SessionTable list={listOf(query)} onEnd={can("staff") ? (session) => end.mutate(session) : null} />
			{some && can("staff") && (
				<Group justify="flex-end">
					<Button color="red.8" loading={endAll.isPending} onClick={() => void askAll()}>
						{t("sessions-end")}
					</Button>
				</Group>
			)}
		</Stack>
	);
}
