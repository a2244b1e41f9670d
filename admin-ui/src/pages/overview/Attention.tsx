import { Alert, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { Stats } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Go } from "../../ui/bits.tsx";

/** What somebody should look at; one calm line if there is nothing. */
export function Attention({ stats }: { stats: Stats }) {
	const t = useText();
	if (stats.dead_jobs === 0 && stats.failed_updates === 0 && stats.bots > 0)
		return (
			<Group gap={6} c="dimmed">
				<IconCircleCheck size={18} aria-hidden />
				<Text size="sm">{t("overview-calm", { waiting: stats.outbox })}</Text>
			</Group>
		);
	return (
		<Alert color="yellow" icon={<IconAlertTriangle />} title={t("overview-attention")}>
			{stats.bots === 0 && <Go to="/bots">{t("overview-no-bots")}</Go>}
			{stats.dead_jobs > 0 && (
				<div>
					<Go to="/failures">{t("overview-dead-jobs", { count: stats.dead_jobs })}</Go>
				</div>
			)}
			{stats.failed_updates > 0 && (
				<div>
					<Go to="/failures" search={{ tab: "updates" }}>
						{t("overview-failed-updates", { count: stats.failed_updates })}
					</Go>
				</div>
			)}
		</Alert>
	);
}
