import { Button, Group, Select, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { StateFilter } from "../../ui/StateFilter.tsx";
import { useList } from "../../ui/useList.ts";
import { groupNamesQuery } from "./groups.ts";
import { PostTable } from "./PostTable.tsx";
import { postStates } from "./states.ts";

/** Posts by their state, their group or their campaign: one of these at a time, as the API has it. */
export function PostList() {
	const t = useText();
	const can = useCan();
	const { state, group, campaign } = useSearch({ from: "/shell/posts" });
	const navigate = useNavigate({ from: "/posts" });
	const { data: groups = [] } = useQuery(groupNamesQuery);
	const { data: campaigns = [] } = useQuery({
		queryKey: ["group-campaigns", "names"],
		queryFn: async () => (await ask(api["group-campaigns"].$get({ query: { limit: "200" } }))).campaigns,
		staleTime: 60_000,
	});
	const filter = {
		...(state ? { state } : {}),
		...(group ? { group_id: group } : {}),
		...(campaign ? { campaign } : {}),
	};
	const list = useList(
		["posts", filter],
		(cursor) => ask(api.posts.$get({ query: { ...filter, ...(cursor ? { cursor } : {}) } })),
		(page) => page.posts,
		{ refetchInterval: 15_000 },
	);
	const filtered = Object.keys(filter).length > 0;
	const named = (rows: { value: string; label: string }[], value: string | undefined) =>
		value && !rows.some((row) => row.value === value) ? [{ value, label: value }, ...rows] : rows;
	return (
		<Stack gap="md">
			<Group gap="sm" align="center">
				<StateFilter
					label={t("posts-filter")}
					states={postStates}
					prefix="post"
					value={state}
					onChange={(next) => void navigate({ search: next ? { state: next } : {} })}
				/>
				<Select
					aria-label={t("group")}
					placeholder={t("post-any-group")}
					searchable
					clearable
					limit={100}
					w={{ base: "100%", xs: 210 }}
					value={group ?? null}
					onChange={(value) => void navigate({ search: value ? { group: value } : {} })}
					data={named(
						groups.map(({ id, title }) => ({ value: String(id), label: title })),
						group,
					)}
					clearButtonProps={{ "aria-label": t("clear-filters") }}
					nothingFoundMessage={t("post-no-such-group")}
				/>
				{(campaigns.length > 0 || campaign) && (
					<Select
						aria-label={t("group-campaign")}
						placeholder={t("post-any-campaign")}
						searchable
						clearable
						limit={100}
						w={{ base: "100%", xs: 210 }}
						value={campaign ?? null}
						onChange={(value) => void navigate({ search: value ? { campaign: value } : {} })}
						data={named(
							campaigns.map(({ id, name }) => ({ value: String(id), label: `${name} #${id}` })),
							campaign,
						)}
						clearButtonProps={{ "aria-label": t("clear-filters") }}
					/>
				)}
			</Group>
			<PostTable
				list={list}
				empty={
					filtered
						? {
								title: t("posts-none-found"),
								about: t("posts-none-found-about"),
								action: (
									<Button variant="default" onClick={() => void navigate({ search: {} })}>
										{t("clear-filters")}
									</Button>
								),
							}
						: {
								title: t("posts-none"),
								about: t("posts-none-about"),
								...(can("groups") ? { action: <NewPost /> } : {}),
							}
				}
			/>
		</Stack>
	);
}

export function NewPost() {
	const t = useText();
	return (
		<Button component={Link} to="/posts/new" leftSection={<IconPlus size={16} />}>
			{t("post-new")}
		</Button>
	);
}
