import { Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useText } from "../../i18n/text.tsx";
import { Page } from "../../ui/Page.tsx";
import { DeadJobs } from "./DeadJobs.tsx";
import { FailedUpdates } from "./FailedUpdates.tsx";

/** What could not be done: jobs that were given up, and updates whose handling threw. */
export function Failures() {
	const t = useText();
	const { tab = "jobs" } = useSearch({ from: "/shell/failures" });
	const navigate = useNavigate({ from: "/failures" });
	return (
		<Page title={t("nav-failures")} about={t("failures-about")}>
			<Tabs
				value={tab}
				keepMounted={false}
				onChange={(next) => void navigate({ search: next === "updates" ? { tab: next } : {}, replace: true })}
			>
				<Tabs.List mb="md">
					<Tabs.Tab value="jobs">{t("dead-jobs")}</Tabs.Tab>
					<Tabs.Tab value="updates">{t("failed-updates")}</Tabs.Tab>
				</Tabs.List>
				<Tabs.Panel value="jobs">
					<DeadJobs />
				</Tabs.Panel>
				<Tabs.Panel value="updates">
					<FailedUpdates />
				</Tabs.Panel>
			</Tabs>
		</Page>
	);
}
