import { Button, Group, Loader, Progress, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useFormat, useText } from "../i18n/text.tsx";
import { useConfirm } from "./confirm.tsx";
import { Panel } from "./Panel.tsx";
import { useAction } from "./useAction.tsx";

/** How much of something that was sent is, or could be, deleted again. */
export interface TakenBack {
	status: "running" | "done" | null;
	deleted: number;
	left: number;
	too_old: number;
	refused: number;
}

type Say = ReturnType<typeof useText>;

/** What follows from taking it back, as it is counted before. */
export const takeBackFollows = ({ left, too_old }: TakenBack, t: Say): string[] => [
	t("take-back-follows-deleted", { count: left }),
	...(too_old > 0 ? [t("take-back-follows-too-old", { count: too_old })] : []),
	t("take-back-follows-seen"),
];

interface ButtonProps<Found extends TakenBack> {
	/** The question, in the dialog's head. */
	title: string;
	/** Counts what it would reach, as of now. */
	count: () => Promise<Found>;
	follows: (found: Found) => string[];
	begin: () => Promise<unknown>;
	/** What is read anew then. */
	changes: readonly string[][];
}

/** Deletes what was sent, after the counts of what that can reach. */
export function TakeBackButton<Found extends TakenBack>(props: ButtonProps<Found>) {
	const { title, count, follows, begin, changes } = props;
	const t = useText();
	const confirm = useConfirm();
	const takeBack = useAction(begin, { done: () => t("take-back-begun"), changes });
	const press = useAction(count, {
		after: async (found) => {
			const sure = await confirm({ title, consequences: follows(found), action: t("take-back") });
			if (sure) takeBack.mutate(undefined);
		},
	});
	return (
		<Button
			variant="light"
			color="red"
			leftSection={<IconArrowBackUp size={16} />}
			loading={press.isPending || takeBack.isPending}
			onClick={() => press.mutate(undefined)}
		>
			{t("take-back")}
		</Button>
	);
}

/** How far it is, and what stays. */
export function TakeBackPanel({ found, children }: { found: TakenBack; children?: ReactNode }) {
	const t = useText();
	const format = useFormat();
	const { status, deleted, left, too_old, refused } = found;
	if (status === null) return null;
	const counts = [
		["take-back-deleted", deleted],
		["take-back-left", left],
		["take-back-too-old", too_old],
		["take-back-refused", refused],
	] as const;
	return (
		<Panel title={t("take-back-title")}>
			<Stack gap="sm">
				<Progress
					value={(deleted / Math.max(1, deleted + left)) * 100}
					color="teal"
					aria-label={t("take-back-title")}
				/>
				<Group gap="xs" role="status">
					{status === "running" && <Loader size={16} />}
					<Text size="sm">
						{status === "running"
							? t("take-back-running")
							: t(too_old + refused > 0 ? "take-back-done-some" : "take-back-done")}
					</Text>
				</Group>
				<SimpleGrid cols={{ base: 2, xs: 4 }} spacing="xs">
					{counts.map(([name, count]) => (
						<div key={name}>
							<Text size="xs" c="dimmed">
								{t(name)}
							</Text>
							<Text fw={600} className="number" {...(count === 0 ? { c: "dimmed" } : {})}>
								{format.number(count)}
							</Text>
						</div>
					))}
				</SimpleGrid>
				{children}
			</Stack>
		</Panel>
	);
}
