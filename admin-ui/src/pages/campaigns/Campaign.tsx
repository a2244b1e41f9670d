import { Alert, Grid, Progress, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useCan } from "../../api/session.ts";
import { hereZone } from "../../i18n/local-time.ts";
import { useFormat, useText, useWord } from "../../i18n/text.tsx";
import { Actor, When } from "../../ui/bits.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { audienceWords } from "./audience.ts";
import { Bubble, type Shown } from "./Bubble.tsx";
import { CampaignActions } from "./CampaignActions.tsx";
import { CampaignState } from "./CampaignState.tsx";
import { CampaignTakeBack } from "./CampaignTakeBack.tsx";
import { campaignQuery } from "./campaign.ts";
import { Deliveries } from "./Deliveries.tsx";
import { Failures } from "./Failures.tsx";
import { deliveryColors, deliveryStates, isActive, isEditable } from "./states.ts";

export function Campaign() {
	const t = useText();
	const word = useWord();
	const format = useFormat();
	const can = useCan();
	const { id } = useParams({ from: "/shell/campaigns/$id" });
	const { data, error, refetch } = useQuery({
		...campaignQuery(id),
		// What is just being sent when it is paused still comes in.
		refetchInterval: ({ state }) =>
			state.data &&
			(isActive(state.data.status) || state.data.blocks_under_way > 0 || state.data.take_back === "running")
				? 2000
				: 15_000,
	});
	const title = t("campaign-title", { id });
	if (!data)
		return (
			<Page title={title}>
				{error ? <ErrorBox error={error} retry={() => void refetch()} /> : <Skeleton height={320} />}
			</Page>
		);
	const content = data.content as Partial<Shown> | null;
	return (
		<Page
			title={data.name ?? title}
			about={data.name ? title : undefined}
			badge={<CampaignState campaign={data} />}
			actions={can("campaigns") && <CampaignActions campaign={data} />}
		>
			{data.pause_reason && (
				<Alert color="yellow" title={t(data.status === "draft" ? "unplanned-by-itself" : "paused-by-itself")}>
					{data.pause_reason}
				</Alert>
			)}
			<Grid gap="md">
				<Grid.Col span={{ base: 12, md: 7 }}>
					<Stack gap="md">
						<CampaignTakeBack campaign={data} />
						{!isEditable(data.status) && (
							<Panel title={t("progress")}>
								<Progress.Root size={14} aria-label={t("progress")}>
									{deliveryStates.map(
										(state) =>
											// Who still waits is the part that is not filled.
											state !== "queued" &&
											data.counts[state] > 0 && (
												<Progress.Section
													key={state}
													value={(data.counts[state] / Math.max(1, data.total)) * 100}
													color={deliveryColors[state]}
													aria-label={t(`delivery-${state}`)}
												/>
											),
									)}
								</Progress.Root>
								<Text size="sm" role="status">
									{t("settled-of", {
										percent: format.percent(data.progress),
										count: data.total,
									})}
									{data.status === "paused" && data.blocks_under_way > 0 && ` ${t("still-under-way")}`}
								</Text>
								<SimpleGrid cols={{ base: 2, xs: 3 }} spacing="xs">
									{deliveryStates.map((state) => (
										<div key={state}>
											<Text size="xs" c="dimmed">
												{t(`delivery-${state}`)}
											</Text>
											<Text fw={600} className="number">
												{format.number(data.counts[state])}
											</Text>
										</div>
									))}
								</SimpleGrid>
							</Panel>
						)}
						<Panel title={t("details")}>
							<Facts>
								<Fact name={t("audience")}>{audienceWords(data.audience, t, format)}</Fact>
								<Fact name={t("campaign-kind")}>{word("campaign-of", data.owner)}</Fact>
								<Fact name={t("written-by")}>
									<Actor name={data.created_by} />
								</Fact>
								<Fact name={t("written-at")}>
									<When at={data.created_at} />
								</Fact>
								{data.starts_at && (
									<Fact name={t(data.status === "scheduled" ? "starts-at" : "started-at")}>
										{t("time-in-zone", { time: format.dateTime(data.starts_at), zone: hereZone() })}
									</Fact>
								)}
								<Fact name={t("changed-at")}>
									<When at={data.changed_at} />
								</Fact>
							</Facts>
						</Panel>
					</Stack>
				</Grid.Col>
				<Grid.Col span={{ base: 12, md: 5 }}>
					<Panel title={t("compose-message")}>
						{content && <Bubble shown={{ ...content, message: content.message ?? "" }} />}
					</Panel>
				</Grid.Col>
			</Grid>
			{!isEditable(data.status) && (
				<>
					<Failures campaign={data} />
					<Deliveries campaign={data} />
				</>
			)}
		</Page>
	);
}
