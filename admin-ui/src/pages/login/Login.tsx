import { Button, Divider, Paper } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "../../i18n/text.tsx";
import { EmailLogin, PasskeyLogin } from "./BetterAuth.tsx";
import { LoginFrame } from "./LoginFrame.tsx";
import { OwnerKeyLogin } from "./OwnerKeyLogin.tsx";
import { TelegramLogin } from "./TelegramLogin.tsx";
import { useEnter } from "./useEnter.ts";

/** The ways in; after each the person goes on to where they wanted to go. */
export function Login() {
	const t = useText();
	const { next } = useSearch({ from: "/login" });
	const [withKey, setWithKey] = useState(false);
	const enter = useEnter(next);
	const byKey = withKey ? (
		<Paper withBorder p="md" radius="lg">
			<OwnerKeyLogin onEnter={enter} />
		</Paper>
	) : (
		<Button variant="subtle" size="sm" onClick={() => setWithKey(true)}>
			{t("login-owner-key")}
		</Button>
	);
	return (
		<LoginFrame title={t("login-title")} about={t("login-about")} more={byKey}>
			<TelegramLogin onEnter={enter} />
			<Divider label={t("login-or")} />
			<EmailLogin next={next} />
			<PasskeyLogin onEnter={enter} />
		</LoginFrame>
	);
}
