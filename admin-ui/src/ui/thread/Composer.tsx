import { Button, Group, Menu, Stack, Text, Textarea } from "@mantine/core";
import { getHotkeyHandler } from "@mantine/hooks";
import { IconBookmark, IconSend } from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";
import { useText } from "../../i18n/text.tsx";

export interface SavedReply {
	id: string;
	title: string;
	text: string;
}

interface Props {
	value: string;
	onChange: (text: string) => void;
	onSend: (text: string) => void;
	busy: boolean;
	/** What can be put in by one press. */
	replies: readonly SavedReply[];
	/** Leads to where they are kept. */
	keep?: ReactNode;
}

/** As many as a message of Telegram takes. */
const limit = 4096;

/** Where an answer is written: Ctrl+Enter sends it, and a saved reply stands where the cursor was. */
export function Composer({ value, onChange, onSend, busy, replies, keep }: Props) {
	const t = useText();
	const field = useRef<HTMLTextAreaElement>(null);
	const text = value.trim();
	const ready = text !== "" && text.length <= limit && !busy;
	const send = () => {
		if (ready) onSend(text);
	};
	const insert = (reply: string) => {
		const at = field.current?.selectionStart ?? value.length;
		const until = field.current?.selectionEnd ?? at;
		onChange(value.slice(0, at) + reply + value.slice(until));
		field.current?.focus();
	};
	return (
		<Stack gap="xs">
			<Textarea
				ref={field}
				label={t("thread-answer")}
				autosize
				minRows={3}
				maxRows={12}
				value={value}
				onChange={(event) => onChange(event.currentTarget.value)}
				onKeyDown={getHotkeyHandler([["mod+Enter", send]])}
				error={text.length > limit ? t("thread-too-long", { limit }) : null}
			/>
			<Group justify="space-between" gap="xs">
				<Group gap="xs">
					{replies.length > 0 && (
						<Menu position="top-start">
							<Menu.Target>
								<Button variant="default" leftSection={<IconBookmark size={16} />}>
									{t("thread-saved")}
								</Button>
							</Menu.Target>
							<Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
								{replies.map((reply) => (
									<Menu.Item key={reply.id} onClick={() => insert(reply.text)}>
										{reply.title}
									</Menu.Item>
								))}
							</Menu.Dropdown>
						</Menu>
					)}
					{keep}
				</Group>
				<Group gap="xs">
					<Text size="xs" c="dimmed" visibleFrom="sm">
						{t("thread-keys")}
					</Text>
					<Button leftSection={<IconSend size={16} />} disabled={!ready} loading={busy} onClick={send}>
						{t("thread-send")}
					</Button>
				</Group>
			</Group>
		</Stack>
	);
}
