import { List, Modal, Stack, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useText } from "../i18n/text.tsx";
import { DialogButtons } from "./DialogButtons.tsx";
import { useLast } from "./useLast.ts";

interface Props {
	title: string;
	opened: boolean;
	onClose: () => void;
	/** What follows from it, each in a line. */
	consequences?: string[];
	/** Who reads the reason. */
	description: string;
	label?: string;
	action: string;
	danger?: boolean;
	needed?: boolean;
	busy: boolean;
	onSubmit: (reason: string) => void;
}

/** Asks for a reason before something that can't be undone. */
export function ReasonDialog({ opened, onClose, ...asked }: Props) {
	const t = useText();
	const { title, ...form } = useLast(asked, opened);
	return (
		<Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("close") }}>
			<ReasonForm onClose={onClose} {...form} />
		</Modal>
	);
}

function ReasonForm({
	onClose,
	consequences = [],
	description,
	label,
	action,
	danger = false,
	needed = true,
	busy,
	onSubmit,
}: Omit<Props, "title" | "opened">) {
	const t = useText();
	const [reason, setReason] = useState("");
	const [wrong, setWrong] = useState(false);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const text = reason.trim();
		if (needed && text === "") setWrong(true);
		else onSubmit(text);
	};
	return (
		<form onSubmit={submit}>
			<Stack gap="md">
				{consequences.length > 0 && (
					<List size="sm" spacing={6}>
						{consequences.map((line) => (
							<List.Item key={line}>{line}</List.Item>
						))}
					</List>
				)}
				<Textarea
					label={label ?? t("reason")}
					description={description}
					autosize
					minRows={2}
					maxLength={300}
					value={reason}
					onChange={(event) => {
						setReason(event.currentTarget.value);
						setWrong(false);
					}}
					error={wrong && t("needed")}
					data-autofocus
				/>
				<DialogButtons onClose={onClose} loading={busy} {...(danger ? { color: "red.8" } : {})}>
					{action}
				</DialogButtons>
			</Stack>
		</form>
	);
}
