import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../i18n/text.tsx";

interface Props {
	onClear: () => void;
	busy: boolean;
	children: ReactNode;
}

/** The foot of what is written: it is emptied, or looked through before it is sent. */
export function DraftButtons({ onClear, busy, children }: Props) {
	const t = useText();
	return (
		<Group justify="space-between">
			<Button variant="subtle" color="gray" onClick={onClear}>
				{t("compose-clear")}
			</Button>
			<Button type="submit" size="md" loading={busy}>
				{children}
			</Button>
		</Group>
	);
}
