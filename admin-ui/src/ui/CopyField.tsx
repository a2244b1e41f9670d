import { ActionIcon, CopyButton, TextInput, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useText } from "../i18n/text.tsx";

/** A text to take along. */
export function CopyField({ label, about, value }: { label: string; about?: string; value: string }) {
	const t = useText();
	return (
		<TextInput
			label={label}
			description={about}
			value={value}
			readOnly
			onFocus={(event) => event.currentTarget.select()}
			styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
			rightSection={
				<CopyButton value={value}>
					{({ copied, copy }) => (
						<Tooltip label={t(copied ? "copied" : "copy")}>
							<ActionIcon
								variant="subtle"
								color={copied ? "teal" : "gray"}
								onClick={copy}
								aria-label={`${label}: ${t(copied ? "copied" : "copy")}`}
							>
								{copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
							</ActionIcon>
						</Tooltip>
					)}
				</CopyButton>
			}
		/>
	);
}
