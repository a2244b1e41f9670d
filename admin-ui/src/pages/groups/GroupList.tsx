import { Stack, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import type { Group } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Go, None, Person, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { StateFilter } from "../../ui/StateFilter.tsx";
import { useList } from "../../ui/useList.ts";
import { GroupState } from "./GroupState.tsx";
import { groupStates } from "./states.ts";

export function GroupList() {
	const t = useText();
	const format = useFormat();
	const { state } = useSearch({ from: "/shell/groups" });
	const navigate = useNavigate({ from: "/groups" });
	const list = useList(
		["groups", state ?? "all"],
		(cursor) =>
			ask(api.groups.$get({ query: { ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) } })),
		(page) => page.groups,
	);
	const columns: Column<Group>[] = [
		{
			key: "title",
			title: t("group"),
			cell: (group) => (
				<div>
					<Go to="/groups/$id" params={{ id: String(group.id) }} className="row-link">
						{group.title}
					</Go>
					<Text size="xs" c="dimmed">
						{group.username ? `@${group.username}` : group.id}
					</Text>
				</div>
			),
		},
		{ key: "state", title: t("state"), cell: (group) => <GroupState group={group} /> },
		{
			key: "members",
			title: t("members"),
			align: "right",
			cell: ({ member_count }) => (member_count === null ? <None /> : format.number(member_count)),
		},
		{
			key: "added",
			title: t("added-by"),
			cell: ({ added_by }) => (added_by === null ? <None /> : <Person id={added_by} />),
		},
		{ key: "since", title: t("here-since"), align: "right", cell: (group) => <When at={group.created_at} /> },
	];
	return (
		<Stack gap="md">
			<StateFilter
				label={t("groups-filter")}
				states={groupStates}
				prefix="group"
				value={state}
				onChange={(next) => void navigate({ search: next ? { state: next } : {} })}
			/>
			<DataTable
				label={t("nav-groups")}
				columns={columns}
				list={list}
				rowKey={({ id }) => id}
				empty={{ title: t(state ? "groups-none-in-state" : "groups-none"), about: t("groups-none-about") }}
			/>
		</Stack>
	);
}
