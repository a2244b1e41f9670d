import { Button, type ButtonProps, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../i18n/text.tsx";

interface Props extends Omit<ButtonProps, "children"> {
	onClose: () => void;
	/** Without it, the form around it is submitted. */
	onClick?: () => void;
	children: ReactNode;
}

/** The foot of a dialog: a way out, and what it is there for. */
export function DialogButtons({ onClose, onClick, children, ...button }: Props) {
	const t = useText();
	return (
		<Group justify="flex-end" gap="xs">
			<Button variant="default" onClick={onClose}>
				{t("cancel")}
			</Button>
			<Button {...button} {...(onClick ? { onClick } : { type: "submit" as const })}>
				{children}
			</Button>
		</Group>
	);
}
