import { Group, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useUnread } from "../api/requests.ts";

/** One page of the dashboard: its heading, what can be done on it, and the title of the tab. */
export function Page({
	title,
	about,
	actions,
	badge,
	children,
}: {
	title: string;
	about?: ReactNode;
	actions?: ReactNode;
	badge?: ReactNode;
	children: ReactNode;
}) {
	const unread = useUnread();
	useDocumentTitle(`${unread > 0 ? `(${unread}) ` : ""}${title} · Rialto`);
	return (
		<Stack gap="lg">
			<Group justify="space-between" align="flex-start" gap="sm">
				<Stack gap={4} flex="1 1 16rem" miw={0}>
					<Group gap="sm">
						<Title order={1}>{title}</Title>
						{badge}
					</Group>
					{about && (
						<Text c="dimmed" size="sm" maw="65ch">
							{about}
						</Text>
					)}
				</Stack>
				{actions && <Group gap="xs">{actions}</Group>}
			</Group>
			{children}
		</Stack>
	);
}
