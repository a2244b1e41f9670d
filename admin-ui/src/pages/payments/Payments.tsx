import { Group, Stack, Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { digits, oneOf } from "../../search.ts";
import { ExportButton } from "../../ui/ExportButton.tsx";
import { Page } from "../../ui/Page.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { SortControl } from "../../ui/SortControl.tsx";
import { Findings } from "./Findings.tsx";
import { Orders } from "./Orders.tsx";
import { PaymentsTable } from "./PaymentsTable.tsx";
import { moneyTabs } from "./states.ts";

/** What was paid, what people set out to buy, and whether the books are right. */
export function Payments() {
	const t = useText();
	const { tab = "payments", user, sort } = useSearch({ from: "/shell/payments" });
	const navigate = useNavigate({ from: "/payments" });
	return (
		<Page
			title={t("nav-payments")}
			about={t("payments-about")}
			actions={<ExportButton url={api["payments.csv"].$url()} name="payments.csv" />}
		>
			<Tabs
				value={tab}
				keepMounted={false}
				onChange={(value) => {
					const next = oneOf(value, moneyTabs);
					void navigate({ search: next && next !== "payments" ? { tab: next } : {}, replace: true });
				}}
			>
				<Tabs.List mb="md">
					{moneyTabs.map((name) => (
						<Tabs.Tab key={name} value={name}>
							{t(name === "payments" ? "payments" : `money-${name}`)}
						</Tabs.Tab>
					))}
				</Tabs.List>
				<Tabs.Panel value="payments">
					<Stack gap="md">
						<Group>
							<SearchField
								label={t("payments-search")}
								placeholder={t("payments-search")}
								inputMode="numeric"
								value={user ?? ""}
								onChange={(text) => {
									const id = digits(text);
									void navigate({
										search: { ...(id ? { user: id } : {}), ...(sort ? { sort } : {}) },
										replace: true,
									});
								}}
							/>
							<SortControl
								value={sort}
								onChange={(next) =>
									void navigate({ search: { ...(user ? { user } : {}), ...(next ? { sort: next } : {}) } })
								}
							/>
						</Group>
						<PaymentsTable user={user} sort={sort} />
					</Stack>
				</Tabs.Panel>
				<Tabs.Panel value="orders">
					<Orders />
				</Tabs.Panel>
				<Tabs.Panel value="findings">
					<Findings />
				</Tabs.Panel>
			</Tabs>
		</Page>
	);
}
