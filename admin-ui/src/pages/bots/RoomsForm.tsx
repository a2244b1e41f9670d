import { Alert, List, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { api, ask } from "../../api/client.ts";
import type { Bot } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { RoomsField } from "./RoomsField.tsx";

/** What people find in a bot that is here, and what follows if something of it goes. */
export function RoomsForm({ bot, onClose }: { bot: Bot; onClose: () => void }) {
	const t = useText();
	const [rooms, setRooms] = useState(bot.rooms);
	const save = useAction(
		() => ask(api.bots[":id"].$patch({ param: { id: String(bot.id) }, json: { rooms } })),
		{ done: () => t("bot-rooms-saved", { username: bot.username }), changes: [["bots"]], after: onClose },
	);
	const follows = (["chat", "groups", "inbox"] as const).filter(
		(room) => bot.rooms.includes(room) && !rooms.includes(room),
	);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		save.mutate(undefined);
	};
	return (
		<form onSubmit={submit}>
			<Stack gap="md">
				<RoomsField value={rooms} onChange={setRooms} />
				{follows.length > 0 && (
					<Alert color="yellow" title={t("bot-rooms-follows")}>
						<List size="sm" spacing={4}>
							{follows.map((room) => (
								<List.Item key={room}>{t(`bot-rooms-follows-${room}`)}</List.Item>
							))}
						</List>
					</Alert>
				)}
				<DialogButtons
					onClose={onClose}
					disabled={rooms.length === 0 || rooms.join() === bot.rooms.join()}
					loading={save.isPending}
				>
					{t("save")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
