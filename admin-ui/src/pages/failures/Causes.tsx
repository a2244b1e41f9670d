import { Badge, Button, Group, Paper, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import type { InferRequestType, InferResponseType } from "hono/client";
import type { api } from "../../api/client.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { When } from "../../ui/bits.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";

type Cause = InferResponseType<(typeof api)["dead-jobs"]["causes"]["$get"], 200>["causes"][number];
/** Which of them something is done with. */
export type Chosen = InferRequestType<(typeof api)["dead-jobs"]["retry"]["$post"]>["json"];

interface Props {
	causes: Cause[] | undefined;
	error: unknown;
	again: () => void;
	busy: boolean;
	/** null: may only look. */
	onRetry: ((chosen: Chosen) => void) | null;
	onDiscard: (chosen: Chosen, count: number) => void;
}

/** How many died of what. */
export function Causes({ causes, error, again, busy, onRetry, onDiscard }: Props) {
	const t = useText();
	const format = useFormat();
	if (error && !causes) return <ErrorBox error={error} retry={again} />;
	if (!causes) return <Skeleton height={110} />;
	return (
		<SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
			{causes.map(({ queue, kind, cause, error: words, advice, attempts, jobs, last }) => {
				const chosen = { queue, kind, cause };
				const name = kind || t("job-unknown");
				return (
					<Paper
						key={`${queue} ${kind} ${cause}`}
						withBorder
						p="md"
						component="section"
						aria-label={words ? `${name}: ${words}` : name}
					>
						<Stack gap={6} h="100%">
							<Group justify="space-between" wrap="nowrap">
								<Text fw={600}>{name}</Text>
								<Badge color="red" variant="light">
									{format.number(jobs)}
								</Badge>
							</Group>
							<Text size="xs" c="dimmed">
								{queue} · {t("last-at")} <When at={last} />
								{attempts !== null && ` · ${t("tried-times", { count: attempts })}`}
							</Text>
							{words && (
								<Text size="sm" lineClamp={2} title={words}>
									{words}
								</Text>
							)}
							<Text size="sm" c="dimmed">
								{t(`advice-${advice}`)}
							</Text>
							{onRetry && (
								<Group gap="xs" mt="auto">
									<Button
										size="xs"
										variant={advice === "retry" ? "filled" : "default"}
										disabled={busy}
										onClick={() => onRetry(chosen)}
									>
										{t("retry-all")}
									</Button>
									<Button
										size="xs"
										variant="light"
										color="red"
										disabled={busy}
										onClick={() => onDiscard(chosen, jobs)}
									>
										{t("discard-all")}
									</Button>
								</Group>
							)}
						</Stack>
					</Paper>
				);
			})}
		</SimpleGrid>
	);
}
