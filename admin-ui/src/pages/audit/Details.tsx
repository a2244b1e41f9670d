import { Button, Code, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useId } from "react";
import type { AuditEntry } from "../../api/types.ts";
import type { Formats } from "../../i18n/format.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import type { AuditSearch } from "./filter.ts";

interface Props {
	entry: AuditEntry;
	onFilter: (search: AuditSearch) => void;
}

/** What exactly was done, and the way to more like it. */
export function Details({ entry, onFilter }: Props) {
	const t = useText();
	const format = useFormat();
	const [opened, { toggle }] = useDisclosure(false);
	const id = useId();
	const { action, actor, subject, at, details } = entry;
	const entries = Object.entries((details ?? {}) as Record<string, unknown>).filter(
		([, value]) => value !== null && value !== undefined,
	);
	return (
		<Stack gap={6} align="flex-end">
			<Button
				size="compact-sm"
				variant="subtle"
				color="gray"
				aria-expanded={opened}
				aria-controls={id}
				rightSection={opened ? <IconChevronUp size={14} /> : <IconChevronDown size={14} />}
				onClick={toggle}
			>
				{t(opened ? "audit-less" : "details")}
			</Button>
			{opened && (
				<Stack id={id} gap={6} align="flex-end" ta="right" maw={360}>
					<Text size="xs" c="dimmed">
						{format.dateTime(at)} · <Code fz={11}>{action}</Code> · <Code fz={11}>{actor}</Code>
					</Text>
					{entries.length === 0 && <Text size="xs">{t("audit-no-details")}</Text>}
					{entries.map(([name, value]) => (
						<Text key={name} size="xs" style={{ overflowWrap: "anywhere" }}>
							<Text span inherit c="dimmed">
								{name}:
							</Text>{" "}
							{inWords(value, format)}
						</Text>
					))}
					<Group gap={4} justify="flex-end">
						<Button size="compact-xs" variant="default" onClick={() => onFilter({ action })}>
							{t("audit-only-action")}
						</Button>
						<Button size="compact-xs" variant="default" onClick={() => onFilter({ actor })}>
							{t("audit-only-actor")}
						</Button>
						<Button size="compact-xs" variant="default" onClick={() => onFilter({ subject })}>
							{t("audit-only-subject")}
						</Button>
					</Group>
				</Stack>
			)}
		</Stack>
	);
}

/** Times are kept as milliseconds. */
function inWords(value: unknown, format: Formats): string {
	if (typeof value === "number" && value > 1e12 && value < 1e13)
		return format.dateTime(new Date(value).toISOString());
	return typeof value === "string" ? value : JSON.stringify(value);
}
