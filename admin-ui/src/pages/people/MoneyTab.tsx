import { Button, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconGift } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Money } from "../../api/types.ts";
import { useFormat, useText, useWord } from "../../i18n/text.tsx";
import { Stars, State } from "../../ui/bits.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PaymentsTable } from "../payments/PaymentsTable.tsx";
import { GiftDialog } from "./GiftDialog.tsx";
import { LedgerPanel } from "./LedgerPanel.tsx";

const subscriptionColors = { active: "teal", cancelled: "gray", failed: "red" } as const;

/** What somebody holds, has and paid. */
export function MoneyTab({ id }: { id: string }) {
	const t = useText();
	const can = useCan();
	const [giving, gift] = useDisclosure(false);
	const { data, error, refetch } = useQuery({
		queryKey: ["person", id, "money"],
		queryFn: () => ask(api.users[":id"].money.$get({ param: { id } })),
	});
	if (error && !data) return <ErrorBox error={error} retry={() => void refetch()} />;
	if (!data) return <Skeleton height={240} />;
	return (
		<Stack gap="md">
			<SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: "start" }}>
				<Panel
					title={t("balances")}
					actions={
						can("payments") && (
							<Button size="xs" variant="light" leftSection={<IconGift size={14} />} onClick={gift.open}>
								{t("gift")}
							</Button>
						)
					}
				>
					<Balances balances={data.balances} />
				</Panel>
				<Panel title={t("entitlements")}>
					<Entitlements money={data} />
				</Panel>
			</SimpleGrid>
			<PaymentsTable user={id} />
			<LedgerPanel id={id} />
			<GiftDialog id={id} opened={giving} onClose={gift.close} />
		</Stack>
	);
}

function Balances({ balances }: { balances: Money["balances"] }) {
	const t = useText();
	const word = useWord();
	const format = useFormat();
	const held = Object.entries(balances).filter(([, amount]) => amount !== 0);
	if (held.length === 0)
		return (
			<Text size="sm" c="dimmed">
				{t("balances-none")}
			</Text>
		);
	return (
		<Facts>
			{held.map(([account, amount]) => (
				<Fact key={account} name={word("account", account)}>
					{format.number(amount)}
				</Fact>
			))}
		</Facts>
	);
}

function Entitlements({ money }: { money: Money }) {
	const t = useText();
	const format = useFormat();
	if (money.grants.length === 0 && money.subscriptions.length === 0)
		return (
			<Text size="sm" c="dimmed">
				{t("entitlements-none")}
			</Text>
		);
	return (
		<Facts>
			{money.grants.map(({ what, source, from, until }) => (
				<Fact key={`${what}${source}`} name={t(`grant-${what}`)}>
					{format.date(from)} – {format.date(until)}
				</Fact>
			))}
			{money.subscriptions.map(({ order_id, kind, stars, state, until }) => (
				<Fact key={order_id} name={t("subscription", { kind: t(`kind-${kind}`) })}>
					<Stars count={stars} />{" "}
					<State color={subscriptionColors[state]}>{t(`subscription-${state}`)}</State>{" "}
					{t("until-date", { date: format.date(until) })}
				</Fact>
			))}
		</Facts>
	);
}
