import { Button, Group, Select } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import type { ListedUser } from "../../api/types.ts";
import { languageNames, languages } from "../../i18n/languages.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { digits, oneOf } from "../../search.ts";
import { Go, None, State, useNow, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { ExportButton } from "../../ui/ExportButton.tsx";
import { Page } from "../../ui/Page.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { SortControl } from "../../ui/SortControl.tsx";
import { useList } from "../../ui/useList.ts";
import { BanState } from "./BanState.tsx";
import { isVip, VipBadge } from "./VipBadge.tsx";

/** Everybody who ever pressed Start. The API takes one filter at a time, so choosing one leaves the other. */
export function People() {
	const t = useText();
	const format = useFormat();
	const now = useNow();
	const search = useSearch({ from: "/shell/people" });
	const navigate = useNavigate({ from: "/people" });
	const { q, banned, refused, vip, language, sort } = search;
	const list = useList(
		["people", search],
		(cursor) => ask(api.users.$get({ query: { ...search, ...(cursor ? { cursor } : {}) } })),
		(page) => page.users,
	);
	const columns: Column<ListedUser>[] = [
		{
			key: "id",
			title: t("person"),
			cell: ({ id }) => (
				<Go to="/people/$id" params={{ id: String(id) }} className="row-link number">
					{id}
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
		{ key: "since", title: t("here-since"), align: "right", cell: (row) => <When at={row.created_at} /> },
	];
	const filtered = [q, banned, refused, vip, language].some((value) => value !== undefined);
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
					inputMode="numeric"
					value={q ?? ""}
					onChange={(text) => {
						const prefix = digits(text);
						void navigate({ search: prefix ? { q: prefix } : {}, replace: true });
					}}
				/>
				<Select
					aria-label={t("people-filter")}
					w={{ base: "100%", xs: 200 }}
					allowDeselect={false}
					value={banned ? "banned" : refused ? "refused" : vip ? "vip" : (language ?? "all")}
					onChange={(value) => {
						const chosen = oneOf(value, languages);
						void navigate({
							search:
								value === "banned"
									? { banned: "true" }
									: value === "refused"
										? { refused: "true" }
										: value === "vip"
											? { vip: "true" }
											: { ...(chosen ? { language: chosen } : {}), ...(sort ? { sort } : {}) },
						});
					}}
					data={[
						{ value: "all", label: t("people-all") },
						{ value: "banned", label: t("people-banned") },
						{ value: "refused", label: t("people-refused") },
						{ value: "vip", label: t("people-vip") },
						{
							group: t("language"),
							items: languages.map((code) => ({ value: code, label: languageNames[code] })),
						},
					]}
				/>
				{!q && !banned && !refused && !vip && (
					<SortControl
						value={sort}
						onChange={(next) =>
							void navigate({
								search: { ...(language ? { language } : {}), ...(next ? { sort: next } : {}) },
							})
						}
					/>
				)}
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
