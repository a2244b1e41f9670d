import { Group } from "@mantine/core";
import { kinds, type MediaKind } from "../../../../src/media/rules/kinds.ts";
import { api, ask } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { SearchField } from "../SearchField.tsx";
import { StateFilter } from "../StateFilter.tsx";
import { useList } from "../useList.ts";
import type { LibrarySearch } from "./search.ts";

export const useLibrary = (search: LibrarySearch) =>
	useList(
		["media", "list", search],
		(cursor) => ask(api.media.$get({ query: { limit: "60", ...search, ...(cursor ? { cursor } : {}) } })),
		(page) => page.media,
	);

interface Props {
	search: LibrarySearch;
	onChange: (search: LibrarySearch) => void;
	/** Only these; one is no choice. */
	only?: readonly MediaKind[] | undefined;
}

export function LibraryFilter({ search, onChange, only = kinds }: Props) {
	const t = useText();
	const { q, kind } = search;
	return (
		<Group gap="sm">
			<SearchField
				label={t("media-search")}
				placeholder={t("media-search")}
				value={q ?? ""}
				onChange={(next) => onChange({ ...(next ? { q: next } : {}), ...(kind ? { kind } : {}) })}
			/>
			{only.length > 1 && (
				<StateFilter
					label={t("media-kind")}
					states={only}
					prefix="media-kind"
					value={kind}
					onChange={(next) => onChange({ ...(q ? { q } : {}), ...(next ? { kind: next } : {}) })}
				/>
			)}
		</Group>
	);
}
