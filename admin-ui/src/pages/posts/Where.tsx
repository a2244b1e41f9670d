import { MultiSelect, Stack, Text } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import type { Group } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type PostDraft, targetsOf } from "./draft.ts";
import { groupNamesQuery } from "./groups.ts";

/** The groups it goes to and, in forums, their topics. */
export function Where({ form }: { form: UseFormReturnType<PostDraft> }) {
	const t = useText();
	const { data, error, isPending, refetch } = useQuery(groupNamesQuery);
	const active = (data ?? []).filter(({ state }) => state === "active");
	const { groups } = form.values;
	const forums = active.filter(({ id, is_forum }) => is_forum && groups.includes(String(id)));
	// A group that was chosen and is active no more is still named, so that it can be taken out.
	const gone = groups.filter((id) => data && !active.some((group) => String(group.id) === id));
	return (
		<Panel title={t("post-where")}>
			{error && !data && <ErrorBox error={error} retry={() => void refetch()} />}
			<MultiSelect
				label={t("nav-groups")}
				description={data && active.length === 0 ? t("post-groups-none") : t("post-groups-about")}
				placeholder={groups.length === 0 ? t("post-groups-choose") : ""}
				searchable
				clearable
				hidePickedOptions
				limit={100}
				disabled={isPending}
				nothingFoundMessage={t("post-no-such-group")}
				clearButtonProps={{ "aria-label": t("post-groups-clear") }}
				data={[
					...active.map(({ id, title }) => ({ value: String(id), label: title })),
					...gone.map((id) => ({ value: id, label: id })),
				]}
				{...form.getInputProps("groups")}
			/>
			{forums.map((group) => (
				<Topics key={group.id} group={group} form={form} />
			))}
			{groups.length > 0 && (
				<Text size="sm" role="status">
					{t("post-goes-to", { count: targetsOf(form.values).length })}
				</Text>
			)}
		</Panel>
	);
}

function Topics({ group, form }: { group: Group; form: UseFormReturnType<PostDraft> }) {
	const t = useText();
	const id = String(group.id);
	const { data } = useQuery({
		queryKey: ["group", id],
		queryFn: () => ask(api.groups[":id"].$get({ param: { id } })),
		staleTime: 60_000,
	});
	return (
		<Stack gap={4}>
			<MultiSelect
				label={t("post-topics-of", { title: group.title })}
				description={t("post-topics-about")}
				placeholder={(form.values.topics[id] ?? []).length === 0 ? t("post-topic-general") : ""}
				searchable
				clearable
				clearButtonProps={{ "aria-label": t("post-topics-clear", { title: group.title }) }}
				data={[
					{ value: "0", label: t("post-topic-general") },
					...(data?.topics ?? []).map((topic) => ({ value: String(topic.id), label: topic.name })),
				]}
				value={form.values.topics[id] ?? []}
				onChange={(chosen) => form.setFieldValue("topics", { ...form.values.topics, [id]: chosen })}
			/>
		</Stack>
	);
}
