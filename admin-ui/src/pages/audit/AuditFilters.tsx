import { Button, Group, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { sessionQuery, useCan } from "../../api/session.ts";
import { teamQuery } from "../../api/team.ts";
import { useText, useWord } from "../../i18n/text.tsx";
import { isDay } from "../../search.ts";
import { SearchField } from "../../ui/SearchField.tsx";
import { auditActions } from "./actions.ts";
import { type AuditColumn, type AuditSearch, auditColumns } from "./filter.ts";

interface Props {
	search: AuditSearch;
	onChange: (search: AuditSearch) => void;
}

/** By one of what, who and about; by days in any case. */
export function AuditFilters({ search, onChange }: Props) {
	const t = useText();
	const word = useWord();
	const { from, to } = search;
	const days = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
	const by = (column: AuditColumn, value: string | null) =>
		onChange({ ...(value ? { [column]: value } : {}), ...days });
	const day = (name: "from" | "to", value: string) => {
		const { [name]: _, ...others } = search;
		onChange({ ...others, ...(isDay(value) ? { [name]: value } : {}) });
	};
	const actions = auditActions
		.map((value) => ({ value: value as string, label: word("action", value.replace(".", "-")) }))
		.sort((one, other) => one.label.localeCompare(other.label));
	const filtered = from !== undefined || to !== undefined || auditColumns.some((name) => search[name]);
	return (
		<Group gap="sm" align="flex-end">
			<Select
				label={t("audit-action")}
				placeholder={t("any")}
				searchable
				clearable
				clearButtonProps={{ "aria-label": t("clear-filters") }}
				w={{ base: "100%", xs: 190 }}
				data={withValue(actions, search.action)}
				value={search.action ?? null}
				onChange={(value) => by("action", value)}
				nothingFoundMessage={t("audit-no-such")}
			/>
			<Select
				label={t("audit-by")}
				placeholder={t("any")}
				searchable
				clearable
				clearButtonProps={{ "aria-label": t("clear-filters") }}
				w={{ base: "100%", xs: 160 }}
				data={withValue(useActors(), search.actor)}
				value={search.actor ?? null}
				onChange={(value) => by("actor", value)}
				nothingFoundMessage={t("audit-no-such")}
			/>
			<SearchField
				label={t("audit-subject-search")}
				placeholder={t("audit-subject-search")}
				value={search.subject ?? ""}
				onChange={(value) => by("subject", value)}
			/>
			<TextInput
				type="date"
				w={{ base: "100%", xs: 145 }}
				label={t("audit-from")}
				value={from ?? ""}
				{...(to ? { max: to } : {})}
				onChange={(event) => day("from", event.currentTarget.value)}
			/>
			<TextInput
				type="date"
				w={{ base: "100%", xs: 145 }}
				label={t("audit-to")}
				value={to ?? ""}
				{...(from ? { min: from } : {})}
				onChange={(event) => day("to", event.currentTarget.value)}
			/>
			{filtered && (
				<Button variant="subtle" onClick={() => onChange({})}>
					{t("clear-filters")}
				</Button>
			)}
		</Group>
	);
}

interface Option {
	value: string;
	label: string;
}
/** What somebody came with stands there, even if it is none of the usual. */
const withValue = (options: Option[], value: string | undefined): Option[] =>
	value === undefined || options.some((option) => option.value === value)
		? options
		: [...options, { value, label: value }];

function useActors(): Option[] {
	const t = useText();
	const can = useCan();
	const { data: session } = useQuery(sessionQuery);
	const { data: team } = useQuery({ ...teamQuery, enabled: can("staff", "read") });
	const people = team ?? (session?.staff ? [session.staff] : []);
	return [
		{ value: "owner", label: t("owner-key-holder") },
		{ value: "system", label: t("actor-system") },
		...people.map(({ id, name }) => ({ value: `staff:${id}`, label: name })),
	];
}
