import { Button, Group, Modal, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { IconFingerprint, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiError } from "../../api/error.ts";
import { useText } from "../../i18n/text.tsx";
import { When } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useLast } from "../../ui/useLast.ts";

interface Passkey {
	id: string;
	name: string;
	at: string | null;
}
/** null: a new one. */
type Naming = { passkey: Passkey | null } | null;

const client = () => import("../../api/auth.ts");
const changes = [["passkeys"], ["team"]];

/** Ways in without a code: the device knows who holds it. */
export function Passkeys() {
	const t = useText();
	const confirm = useConfirm();
	const [naming, setNaming] = useState<Naming>(null);
	const last = useLast(naming, naming !== null);
	const query = useQuery({
		queryKey: ["passkeys"],
		queryFn: async (): Promise<Passkey[]> => {
			const { auth, dataOf } = await client();
			return (dataOf(await auth.passkey.listUserPasskeys()) ?? []).map(({ id, name, createdAt }) => ({
				id,
				name: name || t("passkey"),
				at: createdAt ? new Date(createdAt).toISOString() : null,
			}));
		},
	});
	const remove = useAction(
		async ({ id }: Passkey) => {
			const { auth, dataOf } = await client();
			dataOf(await auth.passkey.deletePasskey({ id }));
		},
		{ done: (_, { name }) => t("passkey-deleted", { name }), changes },
	);
	const askRemove = async (passkey: Passkey) => {
		const sure = await confirm({
			title: t("passkey-delete-title", { name: passkey.name }),
			consequences: [t("passkey-delete-follows"), t("passkey-delete-follows-device")],
			action: t("passkey-delete"),
		});
		if (sure) remove.mutate(passkey);
	};
	return (
		<Panel
			title={t("passkeys")}
			actions={
				<Button
					size="xs"
					variant="default"
					leftSection={<IconPlus size={14} />}
					onClick={() => setNaming({ passkey: null })}
				>
					{t("passkey-add")}
				</Button>
			}
		>
			<Text size="sm" c="dimmed">
				{t("passkeys-about")}
			</Text>
			{query.error && !query.data && <ErrorBox error={query.error} retry={() => void query.refetch()} />}
			{query.isPending && <Skeleton height={44} />}
			{query.data?.length === 0 && <Text size="sm">{t("passkeys-none")}</Text>}
			{query.data?.map((passkey) => (
				<Group key={passkey.id} justify="space-between" gap="xs">
					<Group gap="sm" wrap="nowrap">
						<IconFingerprint size={20} stroke={1.6} aria-hidden />
						<div>
							<Text size="sm" fw={600}>
								{passkey.name}
							</Text>
							<Text size="xs" c="dimmed">
								{t("passkey-made")} <When at={passkey.at} />
							</Text>
						</div>
					</Group>
					<Group gap={4}>
						<Button
							size="compact-sm"
							variant="subtle"
							aria-label={t("passkey-rename-name", { name: passkey.name })}
							onClick={() => setNaming({ passkey })}
						>
							{t("passkey-rename")}
						</Button>
						<Button
							size="compact-sm"
							variant="subtle"
							color="red"
							aria-label={t("passkey-delete-name", { name: passkey.name })}
							onClick={() => void askRemove(passkey)}
						>
							{t("passkey-delete")}
						</Button>
					</Group>
				</Group>
			))}
			<Modal
				opened={naming !== null}
				onClose={() => setNaming(null)}
				title={t(last?.passkey ? "passkey-rename" : "passkey-add")}
				closeButtonProps={{ "aria-label": t("close") }}
			>
				<NameForm passkey={last?.passkey ?? null} onClose={() => setNaming(null)} />
			</Modal>
		</Panel>
	);
}

function NameForm({ passkey, onClose }: { passkey: Passkey | null; onClose: () => void }) {
	const t = useText();
	const [name, setName] = useState(passkey?.name ?? "");
	const put = useAction(
		async (text: string) => {
			const { auth, dataOf } = await client();
			if (passkey) dataOf(await auth.passkey.updatePasskey({ id: passkey.id, name: text }));
			else dataOf(inWords(await auth.passkey.addPasskey({ name: text })));
		},
		{
			done: (_, text) => t(passkey ? "passkey-renamed" : "passkey-added", { name: text }),
			changes,
			after: onClose,
		},
	);
	/** The library says it in English. */
	const inWords = <T extends { error: { status: number; code?: string } | null }>(given: T): T => {
		const { code, status } = given.error ?? {};
		const text =
			code === "ERROR_CEREMONY_ABORTED"
				? t("passkey-aborted")
				: code === "SESSION_NOT_FRESH"
					? t("passkey-not-fresh")
					: null;
		if (text && code) throw new ApiError({ status: status ?? 400, code, message: text });
		return given;
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		put.mutate(name.trim());
	};
	return (
		<form onSubmit={submit}>
			<Stack gap="md">
				<TextInput
					label={t("name")}
					description={t("passkey-name-about")}
					maxLength={64}
					value={name}
					onChange={(event) => setName(event.currentTarget.value)}
					data-autofocus
				/>
				<DialogButtons onClose={onClose} disabled={name.trim() === ""} loading={put.isPending}>
					{t(passkey ? "save" : "passkey-add")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
