import { Chip, Group, SegmentedControl, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { botsQuery } from "../../api/queries.ts";
import { useCan } from "../../api/session.ts";
import { languageNames, languages } from "../../i18n/languages.ts";
import { useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { chosen, otherSorts, type PeopleSearch, profiles, states } from "./filter.ts";

interface Props {
	search: PeopleSearch;
	onChange: (search: PeopleSearch) => void;
}

/** Whom the list has, all of it at once, and in which order. */
export function PeopleFilters({ search, onChange }: Props) {
	const t = useText();
	const can = useCan();
	const { data: bots = [] } = useQuery({ ...botsQuery, enabled: can("bots", "read") });
	// What is found by words, or stands in a state, has an order of its own.
	const ordered = search.q === undefined && states.every((state) => search[state] === undefined);
	return (
		<>
			<Select
				aria-label={t("language")}
				placeholder={t("language")}
				clearable
				w={{ base: "100%", xs: 150 }}
				value={search.language ?? null}
				onChange={(value) => onChange(chosen({ ...search, language: oneOf(value, languages) }))}
				data={languages.map((code) => ({ value: code, label: languageNames[code] }))}
			/>
			{bots.length > 1 && (
				<Select
					aria-label={t("bot")}
					placeholder={t("bot")}
					clearable
					searchable
					w={{ base: "100%", xs: 190 }}
					value={search.bot ?? null}
					onChange={(value) => onChange(chosen({ ...search, bot: value ?? undefined }))}
					data={bots.map(({ id, username }) => ({ value: String(id), label: `@${username}` }))}
				/>
			)}
			<Select
				aria-label={t("person-profile")}
				placeholder={t("person-profile")}
				clearable
				w={{ base: "100%", xs: 160 }}
				value={search.profile ?? null}
				onChange={(value) => onChange(chosen({ ...search, profile: oneOf(value, profiles) }))}
				data={profiles.map((value) => ({ value, label: t(`profile-${value}`) }))}
			/>
			<Group gap={6} role="group" aria-label={t("people-filter")} mih={36}>
				{states.map((state) => (
					<Chip
						key={state}
						size="sm"
						checked={search[state] !== undefined}
						onChange={(on) => onChange(chosen({ ...search, [state]: on ? "true" : undefined }))}
					>
						{t(`people-${state}`)}
					</Chip>
				))}
			</Group>
			{ordered && (
				<SegmentedControl
					aria-label={t("sort")}
					value={search.sort ?? "newest"}
					onChange={(value) => onChange(chosen({ ...search, sort: oneOf(value, otherSorts) }))}
					data={["newest", ...otherSorts].map((sort) => ({ value: sort, label: t(`sort-${sort}`) }))}
				/>
			)}
		</>
	);
}
