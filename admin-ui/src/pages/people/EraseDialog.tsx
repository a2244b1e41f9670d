import { List, Modal, Stack, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";

interface Props {
	id: string;
	opened: boolean;
	onClose: () => void;
}

/** Deletes all that is kept of somebody, once their id was typed. */
export function EraseDialog({ id, opened, onClose }: Props) {
	const t = useText();
	return (
		<Modal
			opened={opened}
			onClose={onClose}
			title={t("erase-title", { id })}
			closeButtonProps={{ "aria-label": t("close") }}
		>
			<EraseForm id={id} onClose={onClose} />
		</Modal>
	);
}

function EraseForm({ id, onClose }: Omit<Props, "opened">) {
	const t = useText();
	const navigate = useNavigate();
	const [typed, setTyped] = useState("");
	const [wrong, setWrong] = useState(false);
	const erase = useAction(() => ask(api.users[":id"].erase.$post({ param: { id } })), {
		done: () => t("erase-done", { id }),
		changes: [["people"], ["reports"], ["stats"], ["audit"]],
		after: () => {
			onClose();
			// Nothing is left to be seen of them.
			void navigate({ to: "/people", replace: true });
		},
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (typed.trim() === id) erase.mutate(undefined);
		else setWrong(true);
	};
	return (
		<form noValidate onSubmit={submit}>
			<Stack gap="md">
				<List size="sm" spacing={6}>
					{["chats", "money", "bans", "ever"].map((what) => (
						<List.Item key={what}>{t(`erase-follows-${what}`)}</List.Item>
					))}
				</List>
				<TextInput
					label={t("erase-type", { id })}
					inputMode="numeric"
					autoComplete="off"
					value={typed}
					onChange={(event) => {
						setTyped(event.currentTarget.value);
						setWrong(false);
					}}
					error={wrong && t("erase-mismatch")}
					data-autofocus
				/>
				<DialogButtons onClose={onClose} color="red.8" loading={erase.isPending}>
					{t("person-erase")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
