import { Button, Group } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import type { ListedUser } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { words } from "../../search.ts";
import { Go, None, State, useNow, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { ExportButton } from "../../ui/ExportButton.tsx";
import { Page } from "../../ui/Page.tsx";
import { PersonName } from "../../ui/PersonName.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { useList } from "../../ui/useList.ts";
import { BanState } from "./BanState.tsx";
import { PeopleFilters } from "./PeopleFilters.tsx";
import { isVip, VipBadge } from "./VipBadge.tsx";

/** Everybody who ever pressed Start. */
export function People() {
	const t = useText();
	const format = useFormat();
	const now = useNow();
	const search = useSearch({ from: "/shell/people" });
	const navigate = useNavigate({ from: "/people" });
	const { sort: _, ...filters } = search;
	const { q, refused, vip } = filters;
	const chosen = Object.values(filters).filter((value) => value !== undefined).length;
	const list = useList(
		["people", search],
		(cursor) => ask(api.users.$get({ query: { ...search, ...(cursor ? { cursor } : {}) } })),
		(page) => page.users,
		// Several filters are looked at row by row: not again and again.
		chosen > 1 ? { refetchInterval: false } : {},
	);
	const columns: Column<ListedUser>[] = [
		{
			key: "id",
			title: t("person"),
			cell: ({ id, name, username }) => (
				<Go to="/people/$id" params={{ id: String(id) }} className="row-link">
					<PersonName id={id} called={{ name, username }} />
				</Go>
			),
		},
		{
			key: "language",
			title: t("language"),
			cell: (row) => (row.language ? format.languageName(row.language) : <None />),
		},
		{ key: "gender", title: t("gender"), cell: ({ gender }) => (gender ? t(`gender-${gender}`) : <None />) },
		{ key: "age", title: t("age"), cell: ({ age }) => age ?? <None /> },
		{
			key: "state",
			title: t("state"),
			cell: (row) => {
				if (row.banned) return <BanState ban={row.banned} />;
				if (row.age_refused_at) return <State color="orange">{t("age-refused")}</State>;
				return isVip(row.vip_until, now) ? <VipBadge until={row.vip_until} /> : <None />;
			},
		},
		...(refused
			? [
					{
						key: "refused",
						title: t("age-refused-at"),
						cell: (row: ListedUser) => <When at={row.age_refused_at} />,
					},
				]
			: []),
		...(vip
			? [{ key: "vip", title: t("vip-until"), cell: (row: ListedUser) => <When at={row.vip_until} /> }]
			: []),
		{
			key: "seen",
			title: t("last-seen"),
			align: "right",
			cell: ({ last_seen_on: day }) => (day ? <time dateTime={day}>{format.day(day, now)}</time> : <None />),
		},
		{ key: "since", title: t("here-since"), align: "right", cell: (row) => <When at={row.created_at} /> },
	];
	const filtered = chosen > 0;
	return (
		<Page
			title={t("nav-people")}
			about={t("people-about")}
			actions={<ExportButton url={api.users["people.csv"].$url()} name="people.csv" />}
		>
			<Group gap="sm" align="flex-start">
				<SearchField
					label={t("people-search")}
					placeholder={t("people-search")}
					value={q ?? ""}
					onChange={(text) => {
						const { q: __, ...others } = search;
						const sought = words(text);
						void navigate({ search: sought ? { ...others, q: sought } : others, replace: true });
					}}
				/>
				<PeopleFilters search={search} onChange={(next) => void navigate({ search: next })} />
			</Group>
			<DataTable
				label={t("nav-people")}
				columns={columns}
				list={list}
				rowKey={({ id }) => id}
				empty={{
					title: t(filtered ? "people-none-found" : "people-none"),
					about: t(filtered ? "people-none-found-about" : "people-none-about"),
					...(filtered
						? {
								action: (
									<Button variant="default" onClick={() => void navigate({ search: {} })}>
										{t("clear-filters")}
									</Button>
								),
							}
						: {}),
				}}
			/>
		</Page>
	);
}
