import { Checkbox, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useText } from "../i18n/text.tsx";
import { DialogButtons } from "./DialogButtons.tsx";

interface FormProps {
	about: string;
	counts: { failed: number; unknown: number };
	/** What is said of those of whom nobody knows whether they have it. */
	unknown: { label: string; about: string; chosen: boolean };
	/** The button's words. */
	action: (unknownToo: boolean) => string;
	busy: boolean;
	onClose: () => void;
	onResend: (unknownToo: boolean) => void;
}

/** What failed is sent again; what nobody knows of only if somebody says so. */
export function ResendDialog({ opened, title, ...form }: FormProps & { opened: boolean; title: string }) {
	const t = useText();
	return (
		<Modal
			opened={opened}
			onClose={form.onClose}
			title={title}
			closeButtonProps={{ "aria-label": t("close") }}
		>
			<Form {...form} />
		</Modal>
	);
}

function Form({ about, counts, unknown, action, busy, onClose, onResend }: FormProps) {
	const [unknownToo, setUnknownToo] = useState(unknown.chosen);
	return (
		<Stack gap="md">
			<Text size="sm">{about}</Text>
			{counts.unknown > 0 && (
				<Checkbox
					checked={unknownToo}
					onChange={(event) => setUnknownToo(event.currentTarget.checked)}
					label={unknown.label}
					description={unknown.about}
				/>
			)}
			<DialogButtons
				onClose={onClose}
				disabled={counts.failed === 0 && !unknownToo}
				loading={busy}
				onClick={() => onResend(unknownToo)}
			>
				{action(unknownToo)}
			</DialogButtons>
		</Stack>
	);
}
