import { PasswordInput, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type BotRoom, botRooms } from "../../../../src/platform/bot-rooms.ts";
import { api, ask } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { RoomsField } from "./RoomsField.tsx";

const changes = [["bots"], ["monitoring"], ["stats"]];

/** A bot by its token. */
export function AddForm({ onClose }: { onClose: () => void }) {
	const t = useText();
	const [token, setToken] = useState("");
	const [rooms, setRooms] = useState<BotRoom[]>([...botRooms]);
	const [wrong, setWrong] = useState<string>();
	const add = useAction(() => ask(api.bots.$post({ json: { token: token.trim(), rooms } })), {
		done: ({ bot }) => t("bot-added", { username: bot.username }),
		changes,
		after: onClose,
		fields: (fields) => setWrong(Object.values(fields).join(" ")),
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setWrong(undefined);
		add.mutate(undefined);
	};
	return (
		<form onSubmit={submit}>
			<Stack gap="md">
				<PasswordInput
					label={t("bot-token")}
					description={t("bot-token-about")}
					autoComplete="off"
					value={token}
					onChange={(event) => setToken(event.currentTarget.value)}
					error={wrong}
					data-autofocus
				/>
				<RoomsField value={rooms} onChange={setRooms} />
				<DialogButtons
					onClose={onClose}
					disabled={token.trim() === "" || rooms.length === 0}
					loading={add.isPending}
				>
					{t("bot-add")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
