import { Button, EmptyState } from "@mantine/core";
import { IconMapQuestion } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useText } from "../i18n/text.tsx";

export function NotFound() {
	const t = useText();
	return (
		<EmptyState
			my="xl"
			icon={<IconMapQuestion stroke={1.5} />}
			title={t("not-found")}
			description={t("not-found-about")}
		>
			<EmptyState.Actions>
				<Button component={Link} to="/">
					{t("go-home")}
				</Button>
			</EmptyState.Actions>
		</EmptyState>
	);
}
