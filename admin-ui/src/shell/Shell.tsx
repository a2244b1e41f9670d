import { AppShell, Box, Burger, Container, Drawer, Group, ScrollArea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { sessionQuery } from "../api/session.ts";
import { languageOf } from "../i18n/languages.ts";
import { useLanguage, useText } from "../i18n/text.tsx";
import { AccountMenu, LanguageMenu } from "./AccountMenu.tsx";
import { Logo } from "./Logo.tsx";
import { Navigation } from "./Navigation.tsx";
import { SimulatorLink } from "./SimulatorLink.tsx";

export function Shell() {
	const t = useText();
	const [open, drawer] = useDisclosure(false);
	const main = useRef<HTMLElement>(null);
	const { setLanguage } = useLanguage();
	const { data: session } = useQuery(sessionQuery);
	const spoken = session?.staff?.language;
	useEffect(() => {
		if (spoken) setLanguage(languageOf(spoken));
	}, [spoken, setLanguage]);
	const path = useRouterState({ select: (state) => state.location.pathname });
	const last = useRef(path);
	useEffect(() => {
		// A screen reader goes on where the new page begins; the first one begins by itself.
		if (last.current !== path) main.current?.focus({ preventScroll: true });
		last.current = path;
	}, [path]);
	return (
		<AppShell header={{ height: 56 }} navbar={{ width: 232, breakpoint: "md", collapsed: { mobile: true } }}>
			<a className="skip" href="#main">
				{t("skip-to-content")}
			</a>
			<AppShell.Header>
				<Group h="100%" px="md" justify="space-between" wrap="nowrap">
					<Group gap="xs" wrap="nowrap">
						<Burger
							hiddenFrom="md"
							size="sm"
							opened={open}
							onClick={drawer.toggle}
							aria-label={t("nav-open")}
						/>
						<Link to="/" aria-label="Rialto" style={{ color: "inherit", textDecoration: "none" }}>
							<Logo />
						</Link>
					</Group>
					<Group gap={4} wrap="nowrap">
						<SimulatorLink />
						<LanguageMenu />
						<AccountMenu />
					</Group>
				</Group>
			</AppShell.Header>
			{/* Off the screen of a phone, where the drawer has it. */}
			<AppShell.Navbar p="sm" visibleFrom="md">
				<ScrollArea type="never">
					<Navigation />
				</ScrollArea>
			</AppShell.Navbar>
			<Drawer
				opened={open}
				onClose={drawer.close}
				size={280}
				title={<Logo />}
				closeButtonProps={{ "aria-label": t("close") }}
				hiddenFrom="md"
			>
				<Navigation onGo={drawer.close} />
			</Drawer>
			<AppShell.Main ref={main} id="main" tabIndex={-1}>
				<Container size={1160} px={{ base: "md", sm: "xl" }} py={{ base: "md", sm: "xl" }}>
					<Box pb="xl">
						<Outlet />
					</Box>
				</Container>
			</AppShell.Main>
		</AppShell>
	);
}
