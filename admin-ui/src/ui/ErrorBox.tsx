import { Alert, Button, Code, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";
import { ApiError } from "../api/error.ts";
import { type Translate, useText } from "../i18n/text.tsx";

/** What went wrong, in words for whoever reads it. */
export function wordsOf(error: unknown, t: Translate): string {
	if (!(error instanceof ApiError)) return t("error-unknown");
	if (error.code === "offline") return t("error-offline");
	if (error.status >= 500 || error.message === "") return t("error-internal");
	const fields = Object.entries(error.fields).map(([name, wrong]) => `${name}: ${wrong}`);
	return [error.message, ...fields].join(" ");
}

export const requestIdOf = (error: unknown) => (error instanceof ApiError ? error.requestId : null);

export function ErrorBox({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
	const t = useText();
	const requestId = requestIdOf(error);
	return (
		<Alert color="red" icon={<IconAlertTriangle />} title={t("error-title")} role="alert">
			<Stack gap="xs">
				<Text size="sm">{wordsOf(error, t)}</Text>
				<Group gap="md">
					{retry && (
						<Button
							size="xs"
							color="red"
							variant="light"
							leftSection={<IconRefresh size={14} />}
							onClick={retry}
						>
							{t("retry")}
						</Button>
					)}
					{requestId && (
						<Text size="xs" c="dimmed">
							{t("request-id")} <Code>{requestId}</Code>
						</Text>
					)}
				</Group>
			</Stack>
		</Alert>
	);
}
