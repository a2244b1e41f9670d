import { Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useText } from "../../i18n/text.tsx";
import { Page } from "../../ui/Page.tsx";
import { Payouts } from "./Payouts.tsx";
import { ReferralList } from "./ReferralList.tsx";

/** Who came by whose link, and what affiliates want to have paid out. */
export function Referrals() {
	const t = useText();
	const { tab = "referrals" } = useSearch({ from: "/shell/referrals" });
	const navigate = useNavigate({ from: "/referrals" });
	return (
		<Page title={t("nav-referrals")} about={t("referrals-about")}>
			<Tabs
				value={tab}
				keepMounted={false}
				onChange={(next) => void navigate({ search: next === "payouts" ? { tab: next } : {}, replace: true })}
			>
				<Tabs.List mb="md">
					<Tabs.Tab value="referrals">{t("newcomers")}</Tabs.Tab>
					<Tabs.Tab value="payouts">{t("payouts")}</Tabs.Tab>
				</Tabs.List>
				<Tabs.Panel value="referrals">
					<ReferralList />
				</Tabs.Panel>
				<Tabs.Panel value="payouts">
					<Payouts />
				</Tabs.Panel>
			</Tabs>
		</Page>
	);
}
