import { ActionIcon, Tooltip } from "@mantine/core";
import { IconDeviceMobileMessage } from "@tabler/icons-react";
import { useText } from "../i18n/text.tsx";
import { simulatorPage } from "../world.ts";

/** On a developer's machine: to the people who use what is run here. */
export function SimulatorLink() {
	const t = useText();
	const simulator = simulatorPage();
	if (simulator === null) return null;
	return (
		<Tooltip label={t("simulator-open")}>
			<ActionIcon
				component="a"
				href={simulator}
				target="_blank"
				rel="noreferrer"
				variant="subtle"
				color="gray"
				size="lg"
				aria-label={t("simulator-open")}
			>
				<IconDeviceMobileMessage size={20} stroke={1.6} />
			</ActionIcon>
		</Tooltip>
	);
}
