import { Group, Paper, Stack, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

/** A titled part of a page. */
export function Panel({
	title,
	actions,
	children,
}: {
	title?: string;
	actions?: ReactNode;
	children: ReactNode;
}) {
	const id = useId();
	return (
		<Paper component="section" withBorder p="md" {...(title ? { "aria-labelledby": id } : {})}>
			<Stack gap="sm">
				{(title || actions) && (
					<Group justify="space-between" mih={30} gap="xs">
						{title && (
							<Title order={2} size="h5" id={id}>
								{title}
							</Title>
						)}
						{actions && <Group gap="xs">{actions}</Group>}
					</Group>
				)}
				{children}
			</Stack>
		</Paper>
	);
}
