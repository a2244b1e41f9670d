import { Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useText } from "../../i18n/text.tsx";
import { Page } from "../../ui/Page.tsx";
import { GroupList } from "./GroupList.tsx";
import { SharedBans } from "./SharedBans.tsx";
import { SyncAll } from "./SyncAll.tsx";

/** The groups that bots are or were in, and who is kept out of all that want it. */
export function Groups() {
	const t = useText();
	const { tab = "groups" } = useSearch({ from: "/shell/groups" });
	const navigate = useNavigate({ from: "/groups" });
	return (
		<Page title={t("nav-groups")} about={t("groups-about")} actions={tab === "groups" && <SyncAll />}>
			<Tabs
				value={tab}
				keepMounted={false}
				onChange={(next) => void navigate({ search: next === "bans" ? { tab: next } : {}, replace: true })}
			>
				<Tabs.List mb="md">
					<Tabs.Tab value="groups">{t("nav-groups")}</Tabs.Tab>
					<Tabs.Tab value="bans">{t("shared-bans")}</Tabs.Tab>
				</Tabs.List>
				<Tabs.Panel value="groups">
					<GroupList />
				</Tabs.Panel>
				<Tabs.Panel value="bans">
					<SharedBans />
				</Tabs.Panel>
			</Tabs>
		</Page>
	);
}
