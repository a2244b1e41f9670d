import { ActionIcon, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { IconRefresh, IconX } from "@tabler/icons-react";
import { ApiError } from "../../api/error.ts";
import { useFormat, useText, useWord } from "../../i18n/text.tsx";
import { wordsOf } from "../ErrorBox.tsx";
import type { Upload } from "./useUploads.ts";

interface Props {
	upload: Upload;
	onRetry: () => void;
	onRemove: () => void;
}

/** One file on its way: how far it is, and why it was not taken. */
export function UploadRow({ upload: { file, state, part, error }, onRetry, onRemove }: Props) {
	const t = useText();
	const format = useFormat();
	const why = useWhyNot();
	const failed = state === "failed";
	const refused = error instanceof ApiError && error.code.startsWith("media_");
	const said = failed ? why(error) : t(`media-${state}`, { percent: format.percent(part) });
	return (
		<Paper component="li" withBorder p="xs">
			<Group gap="xs" wrap="nowrap" align="center">
				<Stack gap={4} flex={1} miw={0}>
					<Text size="sm" truncate title={file.name}>
						{file.name}
					</Text>
					{!failed && (
						<Progress value={part * 100} animated={state === "looking"} size="sm" aria-label={file.name} />
					)}
					<Text
						size="xs"
						c={failed ? "var(--mantine-color-error)" : "dimmed"}
						role={failed ? "status" : undefined}
					>
						{said}
					</Text>
				</Stack>
				{failed && !refused && (
					<ActionIcon variant="default" onClick={onRetry} aria-label={t("media-retry", { name: file.name })}>
						<IconRefresh size={16} />
					</ActionIcon>
				)}
				<ActionIcon
					variant="subtle"
					color="gray"
					onClick={onRemove}
					aria-label={t(failed ? "media-hide" : "media-cancel", { name: file.name })}
				>
					<IconX size={16} />
				</ActionIcon>
			</Group>
		</Paper>
	);
}

/** Why a file was not taken, in the reader's words. */
function useWhyNot(): (error: unknown) => string {
	const t = useText();
	const word = useWord();
	return (error) => {
		if (!(error instanceof ApiError)) return wordsOf(error, t);
		const code = error.code.replace("media_", "").replaceAll("_", "-");
		return word("media-wrong", code, wordsOf(error, t));
	};
}
