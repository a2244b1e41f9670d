import { Skeleton, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Page } from "../../ui/Page.tsx";
import { Buyers } from "./Buyers.tsx";
import { Codes } from "./Codes.tsx";
import { CreatorState } from "./Creators.tsx";
import { Gallery } from "./Gallery.tsx";
import { Products } from "./Products.tsx";
import { Profile } from "./Profile.tsx";
import { RevenueTab } from "./RevenueTab.tsx";
import { creatorTabs } from "./states.ts";

/** One creator: who they are, what they show and sell, and what came of it. */
export function CreatorPage() {
	const t = useText();
	const can = useCan();
	const { id } = useParams({ from: "/shell/creators/$id" });
	const { tab = "profile" } = useSearch({ from: "/shell/creators/$id" });
	const navigate = useNavigate({ from: "/creators/$id" });
	const { data, error, refetch } = useQuery({
		queryKey: ["creator", id],
		queryFn: () => ask(api.creators[":id"].$get({ param: { id } })),
	});
	if (!data)
		return (
			<Page title={t("creator")}>
				{error ? <ErrorBox error={error} retry={() => void refetch()} /> : <Skeleton height={320} />}
			</Page>
		);
	const { creator } = data;
	const tabs = creatorTabs.filter(
		(name) => (name !== "buyers" && name !== "revenue") || can("sales", "read"),
	);
	return (
		<Page
			title={creator.name}
			about={`@${creator.username} · ${t(`creator-tier-${creator.tier}`)}`}
			badge={<CreatorState creator={creator} />}
		>
			<Tabs
				value={tab}
				keepMounted={false}
				onChange={(value) => {
					const next = oneOf(value, tabs);
					void navigate({ search: next && next !== "profile" ? { tab: next } : {}, replace: true });
				}}
			>
				<Tabs.List mb="md">
					{tabs.map((name) => (
						<Tabs.Tab key={name} value={name}>
							{t(`creator-tab-${name}`)}
						</Tabs.Tab>
					))}
				</Tabs.List>
				<Tabs.Panel value={tab}>
					{tab === "profile" && <Profile creator={creator} />}
					{tab === "gallery" && <Gallery creator={creator} />}
					{tab === "products" && <Products creator={creator} />}
					{tab === "codes" && <Codes creator={creator} />}
					{tab === "buyers" && <Buyers creator={creator} />}
					{tab === "revenue" && <RevenueTab id={creator.id} />}
				</Tabs.Panel>
			</Tabs>
		</Page>
	);
}
