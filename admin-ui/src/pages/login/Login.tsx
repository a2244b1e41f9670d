import { Button, Center, Divider, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { sessionQuery } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { LanguageMenu } from "../../shell/AccountMenu.tsx";
import { Logo } from "../../shell/Logo.tsx";
import { EmailLogin, PasskeyLogin } from "./BetterAuth.tsx";
import { OwnerKeyLogin } from "./OwnerKeyLogin.tsx";
import { TelegramLogin } from "./TelegramLogin.tsx";

/** The ways in; after each the person goes on to where they wanted to go. */
export function Login() {
	const t = useText();
	useDocumentTitle(`${t("login-enter")} · Rialto`);
	const { next } = useSearch({ from: "/login" });
	const navigate = useNavigate();
	const queries = useQueryClient();
	const [withKey, setWithKey] = useState(false);
	const enter = async () => {
		await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
		await navigate({ href: next ?? "/", replace: true });
	};
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
								{t("login-title")}
							</Title>
							<Text c="dimmed" size="sm">
								{t("login-about")}
							</Text>
						</div>
						<TelegramLogin onEnter={enter} />
						<Divider label={t("login-or")} />
						<EmailLogin next={next} />
						<PasskeyLogin onEnter={enter} />
					</Stack>
				</Paper>
				{withKey ? (
					<Paper withBorder p="md" radius="lg">
						<OwnerKeyLogin onEnter={enter} />
					</Paper>
				) : (
					<Button variant="subtle" size="sm" onClick={() => setWithKey(true)}>
						{t("login-owner-key")}
					</Button>
				)}
			</Stack>
		</Center>
	);
}
