import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Campaign } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { useResend } from "./resend.ts";

type Failure = InferResponseType<(typeof api.campaigns)[":id"]["failures"]["$get"], 200>["failures"][number];

/** What it failed of, with what to do about it; nothing where nothing failed. */
export function Failures({ campaign }: { campaign: Campaign }) {
	const t = useText();
	const id = String(campaign.id);
	const failed = campaign.counts.failed + campaign.counts.unknown;
	const { data, error, refetch } = useQuery({
		queryKey: ["campaign", id, "failures", failed],
		queryFn: async () => (await ask(api.campaigns[":id"].failures.$get({ param: { id } }))).failures,
		enabled: failed > 0,
	});
	if (failed === 0) return null;
	return (
		<Stack gap="sm">
			<Title order={2} size="h5">
				{t("failure-causes")}
			</Title>
			{error && !data && <ErrorBox error={error} retry={() => void refetch()} />}
			<SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
				{data?.map((failure) => (
					<Cause key={`${failure.state} ${failure.cause}`} campaign={campaign} failure={failure} />
				))}
			</SimpleGrid>
		</Stack>
	);
}

function Cause({ campaign, failure }: { campaign: Campaign; failure: Failure }) {
	const t = useText();
	const can = useCan();
	const format = useFormat();
	const { state, cause, advice, recipients } = failure;
	const { resend, busy } = useResend(String(campaign.id));
	const words = cause || t("cause-unknown");
	return (
		<Paper withBorder p="md" component="section" aria-label={words}>
			<Stack gap={6} h="100%">
				<Group justify="space-between" wrap="nowrap" align="flex-start">
					<Text fw={600} size="sm" style={{ overflowWrap: "anywhere" }}>
						{words}
					</Text>
					<Badge color={state === "failed" ? "red" : "orange"} variant="light" className="state">
						{format.number(recipients)}
					</Badge>
				</Group>
				<Text size="sm" c="dimmed">
					{t(`delivery-${state}`)} · {t(`advice-${advice}`)}
				</Text>
				{can("campaigns") && campaign.status === "finished" && (
					<Button
						size="xs"
						variant="default"
						mt="auto"
						style={{ alignSelf: "flex-start" }}
						leftSection={<IconRefresh size={14} />}
						loading={busy}
						onClick={() => void resend({ cause, unknown: state === "unknown", count: recipients })}
					>
						{t("resend")}
					</Button>
				)}
			</Stack>
		</Paper>
	);
}
