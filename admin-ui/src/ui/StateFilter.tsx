import { SegmentedControl } from "@mantine/core";
import { useText } from "../i18n/text.tsx";

interface Props<State extends string> {
	label: string;
	states: readonly State[];
	/** Before a state's name in the texts. */
	prefix: string;
	value: State | undefined;
	onChange: (state: State | undefined) => void;
}

/** All of a list, or those in one state. */
export function StateFilter<State extends string>({ label, states, prefix, value, onChange }: Props<State>) {
	const t = useText();
	return (
		<SegmentedControl
			aria-label={label}
			style={{ alignSelf: "flex-start", maxWidth: "100%" }}
			value={value ?? "all"}
			onChange={(next) => onChange(states.find((state) => state === next))}
			data={[
				{ value: "all", label: t("all") },
				...states.map((state) => ({ value: state as string, label: t(`${prefix}-${state}`) })),
			]}
		/>
	);
}
