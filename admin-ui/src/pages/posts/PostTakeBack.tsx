import { Button, List, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import type { Post } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Go } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { TakeBackPanel, takeBackFollows } from "../../ui/TakeBack.tsx";
import { useAction } from "../../ui/useAction.tsx";

const takeBackQuery = (no: string) =>
	queryOptions({
		queryKey: ["post", no, "take-back"],
		queryFn: () => ask(api.posts[":no"]["take-back"].$get({ param: { no } })),
	});

/** Deletes it in every group, after the counts of what that can reach. */
export function TakeBackPost({ post }: { post: Post }) {
	const t = useText();
	const confirm = useConfirm();
	const queries = useQueryClient();
	const no = String(post.id);
	const takeBack = useAction(() => ask(api.posts[":no"]["take-back"].$post({ param: { no } })), {
		done: () => t("take-back-begun"),
		changes: [["post"], ["posts"], ["clearings"], ["audit"]],
	});
	const press = useAction(() => queries.fetchQuery({ ...takeBackQuery(no), staleTime: 0 }), {
		after: async (found) => {
			const again = found.status === "done" ? { ...found, left: found.refused } : found;
			const sure = await confirm({
				title: t("take-back-post-ask"),
				consequences: [
					...(post.status === "cancelled" ? [] : [t("take-back-post-follows-ends")]),
					...takeBackFollows(again, t),
				],
				action: t("take-back"),
			});
			if (sure) takeBack.mutate(undefined);
		},
	});
	return (
		<Button
			variant="light"
			color="red"
			leftSection={<IconArrowBackUp size={16} />}
			loading={press.isPending || takeBack.isPending}
			onClick={() => press.mutate(undefined)}
		>
			{t("take-back")}
		</Button>
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
