import { Badge, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useUnread } from "../api/requests.ts";
import { useCan } from "../api/session.ts";
import { useText } from "../i18n/text.tsx";
import classes from "./Navigation.module.css";
import { navigation } from "./navigation.ts";

/** What this person may read. */
export function Navigation({ onGo }: { onGo?: () => void }) {
	const t = useText();
	const can = useCan();
	const unread = useUnread();
	const groups = navigation
		.map(({ text, items }) => ({
			text,
			items: items.filter(({ area }) => area === null || can(area, "read")),
		}))
		.filter(({ items }) => items.length > 0);
	return (
		<nav aria-label={t("nav")}>
			<Stack gap="md">
				{groups.map(({ text, items }) => (
					<div key={text}>
						{text !== "nav-group-home" && (
							<Text size="xs" c="dimmed" fw={600} px="sm" mb={4}>
								{t(text)}
							</Text>
						)}
						<ul className={classes.list}>
							{items.map(({ to, text: name, icon: Icon }) => (
								<li key={to}>
									<Link
										to={to}
										className={classes.link}
										activeOptions={{ exact: to === "/", includeSearch: false }}
										{...(onGo ? { onClick: onGo } : {})}
									>
										<Icon size={18} stroke={1.6} aria-hidden />
										{t(name)}
										{to === "/requests" && unread > 0 && (
											<Badge size="sm" ml="auto" aria-label={t("nav-unread", { count: unread })}>
												{unread}
											</Badge>
										)}
									</Link>
								</li>
							))}
						</ul>
					</div>
				))}
			</Stack>
		</nav>
	);
}
