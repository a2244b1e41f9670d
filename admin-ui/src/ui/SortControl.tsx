import { SegmentedControl } from "@mantine/core";
import { useText } from "../i18n/text.tsx";

const sorts = ["newest", "oldest"] as const;
export type Sort = (typeof sorts)[number];

/** Which of a list come first; the newest, unless the address says otherwise. */
export function SortControl({
	value = "newest",
	onChange,
}: {
	value: Sort | undefined;
	onChange: (sort: "oldest" | undefined) => void;
}) {
	const t = useText();
	return (
		<SegmentedControl
			aria-label={t("sort")}
			value={value}
			onChange={(next) => onChange(next === "oldest" ? "oldest" : undefined)}
			data={sorts.map((sort) => ({ value: sort, label: t(`sort-${sort}`) }))}
		/>
	);
}
