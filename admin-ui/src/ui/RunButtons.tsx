import { Button } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useText } from "../i18n/text.tsx";

interface Step {
	allowed: boolean;
	busy: boolean;
	onClick: () => void;
}

interface Props {
	pause: Step;
	resume: Step;
	cancel: Step & { text: string };
}

/** What is under way is paused, goes on, and is ended, as far as its state allows. */
export function RunButtons({ pause, resume, cancel }: Props) {
	const t = useText();
	return (
		<>
			{pause.allowed && (
				<Button
					variant="default"
					leftSection={<IconPlayerPause size={16} />}
					loading={pause.busy}
					onClick={pause.onClick}
				>
					{t("pause")}
				</Button>
			)}
			{resume.allowed && (
				<Button leftSection={<IconPlayerPlay size={16} />} loading={resume.busy} onClick={resume.onClick}>
					{t("resume")}
				</Button>
			)}
			{cancel.allowed && (
				<Button variant="light" color="red" loading={cancel.busy} onClick={cancel.onClick}>
					{cancel.text}
				</Button>
			)}
		</>
	);
}
