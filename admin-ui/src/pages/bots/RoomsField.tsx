import { Checkbox, Stack } from "@mantine/core";
import { type BotRoom, botRooms, knownRooms } from "../../../../src/platform/bot-rooms.ts";
import { useText } from "../../i18n/text.tsx";

interface Props {
	value: BotRoom[];
	onChange: (rooms: BotRoom[]) => void;
}

/** What people find in a bot: one at least. */
export function RoomsField({ value, onChange }: Props) {
	const t = useText();
	return (
		<Checkbox.Group
			label={t("bot-rooms")}
			description={t("bot-rooms-about")}
			value={value}
			onChange={(rooms) => onChange([...knownRooms(rooms)])}
			error={value.length === 0 && t("bot-rooms-none")}
		>
			<Stack gap="xs" mt="xs">
				{botRooms.map((room) => (
					<Checkbox
						key={room}
						value={room}
						label={t(`bot-room-${room}`)}
						description={t(`bot-room-${room}-about`)}
					/>
				))}
			</Stack>
		</Checkbox.Group>
	);
}
