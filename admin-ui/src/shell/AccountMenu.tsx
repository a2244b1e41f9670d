import {
	ActionIcon,
	Avatar,
	Group,
	Menu,
	Stack,
	Text,
	UnstyledButton,
	useMantineColorScheme,
} from "@mantine/core";
import { IconCheck, IconChevronDown, IconLanguage, IconLogout, IconUserCircle } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { api, ask } from "../api/client.ts";
import { logOut, type Session, sessionQuery } from "../api/session.ts";
import { chosenLanguage, type Language, languageNames, languages } from "../i18n/languages.ts";
import { useLanguage, useText } from "../i18n/text.tsx";

/** The language of the page; the server remembers it of whoever is signed in. */
export function useSpokenLanguage() {
	const { language, setLanguage } = useLanguage();
	const queries = useQueryClient();
	const { data: session } = useQuery({ ...sessionQuery, enabled: false });
	const choose = (next: Language) => {
		chosenLanguage.set(next);
		setLanguage(next);
		// The page speaks it already; that the server remembers it is a comfort.
		if (!session?.staff) return;
		const spoken: Session = { ...session, staff: { ...session.staff, language: next } };
		queries.setQueryData(sessionQuery.queryKey, spoken);
		void ask(api.session.$patch({ json: { language: next } })).catch(() => undefined);
	};
	return { language, choose };
}

export function LanguageMenu() {
	const t = useText();
	const { language, choose } = useSpokenLanguage();
	return (
		<Menu position="bottom-end" width={180}>
			<Menu.Target>
				<ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("language")}>
					<IconLanguage size={20} stroke={1.6} />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				{languages.map((code) => (
					<Menu.Item
						key={code}
						lang={code}
						onClick={() => choose(code)}
						rightSection={code === language ? <IconCheck size={16} aria-hidden /> : null}
						aria-current={code === language}
					>
						{languageNames[code]}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}

/** Entries of a menu: only those may stand in one. */
function SchemeItems() {
	const t = useText();
	const { colorScheme, setColorScheme } = useMantineColorScheme();
	return (["auto", "light", "dark"] as const).map((value) => (
		<Menu.Item
			key={value}
			closeMenuOnClick={false}
			onClick={() => setColorScheme(value)}
			rightSection={value === colorScheme ? <IconCheck size={16} aria-hidden /> : null}
			aria-current={value === colorScheme}
		>
			{t(`appearance-${value}`)}
		</Menu.Item>
	));
}

export function AccountMenu() {
	const t = useText();
	const queries = useQueryClient();
	const navigate = useNavigate();
	const { data: session } = useQuery(sessionQuery);
	const name = session?.staff?.name ?? t("owner-key-holder");
	const leave = async () => {
		await logOut();
		queries.clear();
		await navigate({ to: "/login" });
	};
	return (
		<Menu position="bottom-end" width={240}>
			<Menu.Target>
				<UnstyledButton aria-label={`${t("account")}: ${name}`} px={4} py={4}>
					<Group gap={6} wrap="nowrap">
						<Avatar name={session?.staff ? name : "R"} color="lagoon" size={30} />
						<IconChevronDown size={14} aria-hidden />
					</Group>
				</UnstyledButton>
			</Menu.Target>
			<Menu.Dropdown>
				<Stack gap={0} px="sm" py="xs">
					<Text size="sm" fw={600}>
						{name}
					</Text>
					<Text size="xs" c="dimmed">
						{t(`role-${session?.staff?.role ?? "owner"}`)}
					</Text>
				</Stack>
				<Menu.Divider />
				<Menu.Label>{t("appearance")}</Menu.Label>
				<SchemeItems />
				<Menu.Divider />
				<Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={16} />}>
					{t("nav-account")}
				</Menu.Item>
				<Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
					{t("log-out")}
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}
