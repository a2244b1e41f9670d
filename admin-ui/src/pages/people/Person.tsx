import { Skeleton, Tabs } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import { wordFor } from "../../api/names.ts";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { State } from "../../ui/bits.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Page } from "../../ui/Page.tsx";
import { BanState } from "./BanState.tsx";
import { MoneyTab } from "./MoneyTab.tsx";
import { PersonActions } from "./PersonActions.tsx";
import { ProfileTab } from "./ProfileTab.tsx";
import { RecordTab } from "./RecordTab.tsx";
import { personTabs } from "./tabs.ts";
import { VipBadge } from "./VipBadge.tsx";

const personQuery = (id: string) =>
	queryOptions({
		queryKey: ["person", id],
		queryFn: async () => (await ask(api.users[":id"].$get({ param: { id } }))).user,
		// What they are doing now changes by itself.
		refetchInterval: 15_000,
	});

export function Person() {
	const t = useText();
	const can = useCan();
	const { id } = useParams({ from: "/shell/people/$id" });
	const { tab = "profile" } = useSearch({ from: "/shell/people/$id" });
	const navigate = useNavigate({ from: "/people/$id" });
	const { data: user, error, refetch } = useQuery(personQuery(id));
	const title = wordFor(user ?? null) ?? t("person-title", { id });
	if (!user)
		return (
			<Page title={title}>
				{error ? <ErrorBox error={error} retry={() => void refetch()} /> : <Skeleton height={320} />}
			</Page>
		);
	return (
		<Page
			title={title}
			badge={
				<>
					{user.ban && <BanState ban={user.ban} />}
					{user.age_refused_at && <State color="orange">{t("age-refused")}</State>}
					<VipBadge until={user.profile?.vip_until} />
					{user.now.state !== "idle" && <State color="teal">{t(`now-${user.now.state}`)}</State>}
				</>
			}
			actions={can("people") && <PersonActions user={user} />}
		>
			<Tabs
				value={tab}
				onChange={(next) => {
					const chosen = oneOf(next, personTabs);
					void navigate({ search: chosen ? { tab: chosen } : {}, replace: true });
				}}
				keepMounted={false}
			>
				<Tabs.List mb="md">
					<Tabs.Tab value="profile">{t("person-profile")}</Tabs.Tab>
					{can("payments", "read") && <Tabs.Tab value="money">{t("person-money")}</Tabs.Tab>}
					<Tabs.Tab value="record">{t("person-record")}</Tabs.Tab>
				</Tabs.List>
				<Tabs.Panel value="profile">
					<ProfileTab user={user} />
				</Tabs.Panel>
				<Tabs.Panel value="money">
					<MoneyTab id={id} />
				</Tabs.Panel>
				<Tabs.Panel value="record">
					<RecordTab id={id} />
				</Tabs.Panel>
			</Tabs>
		</Page>
	);
}
