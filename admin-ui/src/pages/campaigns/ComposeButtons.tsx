import { Button, Group } from "@mantine/core";
import { IconDeviceFloppy } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useText } from "../../i18n/text.tsx";

interface Props {
	/** Of what is not kept yet. */
	onClear: (() => void) | undefined;
	onKeep: () => void;
	keeping: boolean;
	busy: boolean;
	children: ReactNode;
}

/** The foot of a broadcast: it is emptied, kept, or looked through before it is sent. */
export function ComposeButtons({ onClear, onKeep, keeping, busy, children }: Props) {
	const t = useText();
	return (
		<Group justify="flex-end">
			{onClear && (
				<Button variant="subtle" color="gray" onClick={onClear} mr="auto">
					{t("compose-clear")}
				</Button>
			)}
			<Button
				variant="default"
				size="md"
				leftSection={<IconDeviceFloppy size={18} />}
				onClick={onKeep}
				loading={keeping}
			>
				{t("compose-keep")}
			</Button>
			<Button type="submit" size="md" loading={busy}>
				{children}
			</Button>
		</Group>
	);
}
