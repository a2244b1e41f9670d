import { Center, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useText } from "../../i18n/text.tsx";
import { LanguageMenu } from "../../shell/AccountMenu.tsx";
import { Logo } from "../../shell/Logo.tsx";

interface Props {
	title: string;
	about: string;
	children: ReactNode;
	/** Below the card. */
	more?: ReactNode;
}

/** What whoever is not signed in sees. */
export function LoginFrame({ title, about, children, more }: Props) {
	const t = useText();
	useDocumentTitle(`${t("login-enter")} · Rialto`);
	return (
		<Center component="main" mih="100dvh" p="md">
			<Stack w="100%" maw={400} gap="md">
				<Group justify="space-between">
					<Logo />
					<LanguageMenu />
				</Group>
				<Paper withBorder p="xl" radius="lg">
					<Stack gap="md">
						<div>
							<Title order={1} size="h2">
								{title}
							</Title>
							<Text c="dimmed" size="sm">
								{about}
							</Text>
						</div>
						{children}
					</Stack>
				</Paper>
				{more}
			</Stack>
		</Center>
	);
}
