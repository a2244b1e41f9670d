import { Badge, Group, Stack, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import type { Area } from "../../api/areas.ts";
import { useCan } from "../../api/session.ts";
import type { Overview } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Go } from "../../ui/bits.tsx";
import { Panel } from "../../ui/Panel.tsx";

interface Item {
	name: string;
	count: number;
	area: Area;
	to: string;
	search?: Record<string, string>;
	color: string;
}

/** What waits for staff, each with the page where it is done; one calm line if nothing does. */
export function Waiting({ overview }: { overview: Overview }) {
	const t = useText();
	const can = useCan();
	const format = useFormat();
	const { open, dead_jobs, failed_updates } = overview;
	const items: Item[] = [
		{ name: "reports", count: open.reports, area: "reports", to: "/reports", color: "yellow" },
		{
			...{ name: "support", count: open.support, area: "requests", color: "yellow" },
			...{ to: "/requests", search: { kind: "support" } },
		},
		{
			...{ name: "appeals", count: open.appeals, area: "requests", color: "yellow" },
			...{ to: "/requests", search: { kind: "appeal" } },
		},
		{
			...{ name: "refunds", count: open.refunds, area: "requests", color: "yellow" },
			...{ to: "/requests", search: { kind: "refund" } },
		},
		{
			...{ name: "payouts", count: open.payouts, area: "referrals", color: "yellow" },
			...{ to: "/referrals", search: { tab: "payouts", payout: "requested" } },
		},
		{
			...{ name: "groups", count: open.groups, area: "groups", color: "yellow" },
			...{ to: "/groups", search: { state: "waiting" } },
		},
		{
			...{ name: "findings", count: open.findings, area: "payments", color: "red" },
			...{ to: "/payments", search: { tab: "findings" } },
		},
		{ name: "dead-jobs", count: dead_jobs, area: "system", to: "/failures", color: "red" },
		{
			...{ name: "failed-updates", count: failed_updates, area: "system", color: "red" },
			...{ to: "/failures", search: { tab: "updates" } },
		},
	];
	const shown = items.filter(({ count, area }) => count > 0 && can(area, "read"));
	return (
		<Panel title={t("overview-waiting")}>
			{shown.length === 0 ? (
				<Group gap={6} c="dimmed" wrap="nowrap">
					<IconCircleCheck size={18} aria-hidden style={{ flex: "none" }} />
					<Text size="sm">{t("overview-waiting-none")}</Text>
				</Group>
			) : (
				<Stack component="ul" gap={8} m={0} p={0} style={{ listStyle: "none" }}>
					{shown.map(({ name, count, to, search, color }) => (
						<Group component="li" key={name} justify="space-between" wrap="nowrap">
							<Text size="sm">
								<Go to={to} {...(search ? { search } : {})}>
									{t(`overview-waiting-${name}`)}
								</Go>
							</Text>
							<Badge variant="light" color={color} className="state">
								{format.number(count)}
							</Badge>
						</Group>
					))}
				</Stack>
			)}
		</Panel>
	);
}
