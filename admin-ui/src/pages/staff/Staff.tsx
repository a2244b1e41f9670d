import { Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { Page } from "../../ui/Page.tsx";
import { Invitations } from "./Invitations.tsx";
import { Keys } from "./Keys.tsx";
import { staffTabs } from "./states.ts";
import { Team } from "./Team.tsx";

/** Who runs this, who is invited, and which machines may act. */
export function Staff() {
	const t = useText();
	const { tab = "team" } = useSearch({ from: "/shell/staff" });
	const navigate = useNavigate({ from: "/staff" });
	return (
		<Page title={t("nav-staff")} about={t("staff-about")}>
			<Tabs
				value={tab}
				keepMounted={false}
				onChange={(value) => {
					const next = oneOf(value, staffTabs);
					void navigate({ search: next && next !== "team" ? { tab: next } : {}, replace: true });
				}}
			>
				<Tabs.List mb="md">
					{staffTabs.map((name) => (
						<Tabs.Tab key={name} value={name}>
							{t(`staff-${name}`)}
						</Tabs.Tab>
					))}
				</Tabs.List>
				<Tabs.Panel value="team">
					<Team />
				</Tabs.Panel>
				<Tabs.Panel value="invitations">
					<Invitations />
				</Tabs.Panel>
				<Tabs.Panel value="keys">
					<Keys />
				</Tabs.Panel>
			</Tabs>
		</Page>
	);
}
