import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sessionQuery } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { digits } from "../../search.ts";
import { useAction } from "../../ui/useAction.tsx";

const name = "test_reader";

interface Props {
	/** Has the API send it to this person. */
	send: (to: number) => Promise<unknown>;
	validate: () => boolean;
	onFields: (fields: Record<string, string>) => void;
}

/** Sends it to oneself by one press, or to another person, as they would read it; who that was is remembered in this browser. */
export function TestSend({ send: sendTo, validate, onFields }: Props) {
	const t = useText();
	const { data: session } = useQuery(sessionQuery);
	const own = session?.staff?.telegram_id ?? null;
	const [to, setTo] = useState(() => localStorage.getItem(name) ?? "");
	const [wrong, setWrong] = useState<string>();
	const [unreached, setUnreached] = useState(false);
	const toMe = useAction((me: number) => sendTo(me), {
		done: () => t("test-sent-to-me"),
		fields: ({ to: unreachable, ...fields }) => {
			setUnreached(unreachable !== undefined);
			onFields(fields);
		},
	});
	const send = useAction((id: string) => sendTo(Number(id)), {
		done: (_, id) => t("test-sent", { id }),
		after: (_, id) => localStorage.setItem(name, id),
		fields: ({ to: unreachable, ...fields }) => {
			setWrong(unreachable && t("test-unreachable"));
			onFields(fields);
		},
	});
	const press = () => {
		const id = digits(to.trim());
		setWrong(id ? undefined : t("only-digits"));
		if (id && validate()) send.mutate(id);
	};
	const pressMine = (me: number) => {
		setUnreached(false);
		if (validate()) toMe.mutate(me);
	};
	return (
		<Stack gap="xs">
			{own === null ? (
				<Text size="sm" c="dimmed">
					{t(session?.staff ? "test-link-telegram" : "test-sign-in")}
				</Text>
			) : (
				<Button
					variant="light"
					leftSection={<IconSend size={16} />}
					onClick={() => pressMine(own)}
					loading={toMe.isPending}
				>
					{t("test-to-me")}
				</Button>
			)}
			{unreached && (
				<Text size="sm" c="red" role="alert">
					{t("test-unreachable-me")}
				</Text>
			)}
			<Group gap="xs" align="flex-start" wrap="nowrap">
				<TextInput
					aria-label={t("test-to")}
					placeholder={t("test-to")}
					inputMode="numeric"
					value={to}
					onChange={(event) => setTo(event.currentTarget.value)}
					onKeyDown={(event) => {
						if (event.key !== "Enter") return;
						event.preventDefault();
						press();
					}}
					error={wrong}
					flex={1}
				/>
				<Button variant="default" onClick={press} loading={send.isPending}>
					{t("test-send")}
				</Button>
			</Group>
		</Stack>
	);
}
