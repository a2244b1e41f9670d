import { List, Text } from "@mantine/core";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import type { Post } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Go } from "../../ui/bits.tsx";
import { TakeBackButton, TakeBackPanel, takeBackFollows } from "../../ui/TakeBack.tsx";

const takeBackQuery = (no: string) =>
	queryOptions({
		queryKey: ["post", no, "take-back"],
		queryFn: () => ask(api.posts[":no"]["take-back"].$get({ param: { no } })),
	});

/** Deletes it in every group. */
export function TakeBackPost({ post }: { post: Post }) {
	const t = useText();
	const queries = useQueryClient();
	const no = String(post.id);
	return (
		<TakeBackButton
			title={t("take-back-post-ask")}
			count={() => queries.fetchQuery({ ...takeBackQuery(no), staleTime: 0 })}
			follows={(found) => [
				...(post.status === "cancelled" ? [] : [t("take-back-post-follows-ends")]),
				// What Telegram refused is tried once more.
				...takeBackFollows(found.status === "done" ? { ...found, left: found.refused } : found, t),
			]}
			begin={() => ask(api.posts[":no"]["take-back"].$post({ param: { no } }))}
			changes={[["post"], ["posts"], ["clearings"], ["audit"]]}
		/>
	);
}

/** How far that is, and in which groups it stays. */
export function PostTakeBack({ post }: { post: Post }) {
	const { data } = useQuery({
		...takeBackQuery(String(post.id)),
		refetchInterval: ({ state }) => (state.data?.status === "running" ? 2000 : false),
	});
	if (!data) return null;
	const titleOf = (id: number) => post.targets.find(({ group_id }) => group_id === id)?.title ?? String(id);
	return (
		<TakeBackPanel found={data}>
			{data.words.length > 0 && (
				<List size="sm" spacing={4}>
					{data.words.map(({ group_id, note }) => (
						<List.Item key={`${group_id} ${note}`}>
							<Go to="/groups/$id" params={{ id: String(group_id) }}>
								{titleOf(group_id)}
							</Go>
							<Text span size="sm" c="dimmed">{` · ${note}`}</Text>
						</List.Item>
					))}
				</List>
			)}
		</TakeBackPanel>
	);
}
