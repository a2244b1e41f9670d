import { List, Stack, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useCallback } from "react";
import { useText } from "../i18n/text.tsx";
import { DialogButtons } from "./DialogButtons.tsx";

interface Question {
	title: string;
	about?: string;
	/** What follows from it, each in a line. */
	consequences?: string[];
	/** The verb on the button. */
	action: string;
	danger?: boolean;
}

/** Asks before something that can't be undone, and says what follows. @returns whether it shall happen */
export function useConfirm(): (question: Question) => Promise<boolean> {
	const t = useText();
	return useCallback(
		({ title, about, consequences = [], action, danger = true }) =>
			new Promise((answer) => {
				const close = (yes: boolean) => {
					answer(yes);
					modals.close(id);
				};
				const id = modals.open({
					title,
					closeButtonProps: { "aria-label": t("close") },
					// Esc, the cross and a press beside it mean no.
					onClose: () => answer(false),
					children: (
						<Stack gap="md">
							{about && <Text size="sm">{about}</Text>}
							{consequences.length > 0 && (
								<List size="sm" spacing={6}>
									{consequences.map((line) => (
										<List.Item key={line}>{line}</List.Item>
									))}
								</List>
							)}
							<DialogButtons
								onClose={() => close(false)}
								{...(danger ? { color: "red.8" } : {})}
								onClick={() => close(true)}
								data-autofocus
							>
								{action}
							</DialogButtons>
						</Stack>
					),
				});
			}),
		[t],
	);
}
