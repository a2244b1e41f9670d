import { Alert, Group, List, Skeleton, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import type { Monitoring } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { State, When } from "../../ui/bits.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { BotStates } from "./BotStates.tsx";
import { DoctorPanel, useDoctor } from "./Doctor.tsx";
import { Queues } from "./Queues.tsx";
import { Schedules } from "./Schedules.tsx";

/** Whether everything works that nobody looks at. */
export function Status() {
	const t = useText();
	const format = useFormat();
	const doctor = useDoctor();
	const { data, error, refetch } = useQuery({
		queryKey: ["monitoring"],
		queryFn: () => ask(api.monitoring.$get()),
		refetchInterval: 30_000,
	});
	const again = () => void refetch();
	return (
		<Page
			title={t("nav-status")}
			about={t("status-about")}
			badge={
				data && <State color={data.ok ? "teal" : "red"}>{t(data.ok ? "status-ok" : "status-not-ok")}</State>
			}
			actions={doctor.button}
		>
			<DoctorPanel doctor={doctor} />
			{error && <ErrorBox error={error} retry={again} />}
			{!data && !error && <Skeleton height={420} />}
			{data && (
				<>
					<Problems problems={data.problems} />
					<Panel title={t("status-now")}>
						<Facts>
							<Fact name={t("status-database")}>
								{t("status-ms", { ms: format.number(data.database.ms) })}
							</Fact>
							<Fact name={t("status-outbox")}>{format.number(data.outbox)}</Fact>
							<Fact name={t("overview-chats-open")}>
								{data.chats ? format.number(data.chats.open) : t("status-no-answer")}
							</Fact>
							<Fact name={t("status-waiting")}>
								{data.chats ? format.number(data.chats.waiting) : t("status-no-answer")}
							</Fact>
						</Facts>
					</Panel>
					<Panel title={t("status-queues")}>
						<Queues queues={data.queues} again={again} />
					</Panel>
					<Panel title={t("overview-bots")}>
						<BotStates bots={data.bots} again={again} />
					</Panel>
					<Panel title={t("status-schedules")}>
						<Schedules schedules={data.schedules} again={again} />
					</Panel>
				</>
			)}
		</Page>
	);
}

function Problems({ problems }: { problems: Monitoring["problems"] }) {
	const t = useText();
	if (problems.length === 0)
		return (
			<Group gap={6} c="dimmed">
				<IconCircleCheck size={18} aria-hidden />
				<Text size="sm">{t("status-no-problems")}</Text>
			</Group>
		);
	return (
		<Alert color="red" icon={<IconAlertTriangle />} title={t("status-problems")}>
			<List size="sm" spacing={6}>
				{problems.map(({ key, detail, since, told_at }) => (
					<List.Item key={key}>
						{detail}{" "}
						<Text span inherit c="dimmed">
							{t("status-since")} <When at={since} />
							{told_at === null && ` · ${t("status-watched")}`}
						</Text>
					</List.Item>
				))}
			</List>
		</Alert>
	);
}
