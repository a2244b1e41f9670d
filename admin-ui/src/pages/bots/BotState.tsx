import { Stack, Text } from "@mantine/core";
import type { InferResponseType } from "hono/client";
import type { api } from "../../api/client.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { State } from "../../ui/bits.tsx";

type Seen = InferResponseType<typeof api.monitoring.$get, 200>["bots"][number];

/** A bot's webhook as Telegram has it, its last error, and whether Telegram wants silence. */
export function BotState({ seen, refused }: { seen: Seen | undefined; refused: string | undefined }) {
	const t = useText();
	const format = useFormat();
	const error = refused === undefined ? seen?.last_error : t("webhook-refused", { why: refused });
	const broken = refused !== undefined || seen?.ok === false;
	return (
		<Stack gap={4} align="flex-start">
			<State color={broken ? "red" : error ? "yellow" : "teal"}>
				{t(broken ? "webhook-broken" : error ? "webhook-errors" : seen ? "webhook-works" : "bot-in-service")}
			</State>
			{error && (
				<Text size="xs" ta="start" style={{ overflowWrap: "anywhere" }} maw={360}>
					{error}
				</Text>
			)}
			{seen?.held_until && (
				<Text size="xs" c="dimmed">
					{t("bot-held-until", { time: format.time(seen.held_until) })}
				</Text>
			)}
			{seen?.pacer === false && (
				<Text size="xs" c="dimmed">
					{t("bot-no-pacer")}
				</Text>
			)}
		</Stack>
	);
}
